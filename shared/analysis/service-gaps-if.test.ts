import { describe, expect, it } from 'vitest';
import type { AnswerTo } from './questions';
import { sayGapsIf } from './say-gaps-if';
import { plantedNetwork, ServiceOnTheBench } from './service.testing';

/** Four groups of twelve in shipping, two of the first in law; I want a fifth in law. */
function asking(share = 0.2): (question: object) => AnswerTo<'gapsIf'> {
  const network = plantedNetwork(4, 12);
  for (const { id } of [...network.all('contacts')]) {
    const industry = id === 'g0p1' || id === 'g0p2' ? 'Law' : 'Shipping';
    network.apply([{ table: 'contacts', id, before: {}, after: { industry } }]);
  }
  network.load('diversityTargets', 'law', { id: 'law', attribute: 'industry', value: 'Law', share });
  const service = new ServiceOnTheBench(network, {});
  service.load();
  service.settle();
  return (question) => {
    service.tell({ type: 'ask', request: 'r', question: { kind: 'gapsIf', without: [], ...question } });
    service.settle();
    const { answer } = service.all('answer').at(-1)!;
    if (answer.kind !== 'gapsIf') throw new Error(answer.kind);
    return answer;
  };
}

const naming = { person: (id: string) => id, cluster: () => undefined };

describe('gaps as they would be', () => {
  it('stay as they are where nothing changes', () => {
    expect(asking()({}).list).toEqual([]);
    expect(sayGapsIf({ list: [] }, naming)).toEqual([]);
  });

  it('have somebody more who could lead there, once two know each other', () => {
    const answer = asking()({ addTies: [['g3p7', 'g0p1']] });
    expect(answer.list).toEqual([
      {
        attribute: 'industry',
        value: 'Law',
        before: { people: 2, known: 48, short: 8 },
        after: { people: 2, known: 48, short: 8 },
        couldLead: ['g3p7'],
        noLonger: [],
      },
    ]);
    expect(sayGapsIf(answer, naming)).toEqual(['g3p7 could lead to whoever is in law, too.']);
  });

  it('grow by the loss of somebody there, and nobody is said to lead to who is gone', () => {
    const answer = asking()({ without: ['g0p1'] });
    expect(answer.list).toMatchObject([
      {
        value: 'Law',
        before: { people: 2, short: 8 },
        after: { people: 1, known: 47, short: 9 },
        couldLead: [],
      },
    ]);
    expect(answer.list[0]!.noLonger).not.toContain('g0p1');
    expect(sayGapsIf(answer, naming)[0]).toBe('The gap in law would grow: 9 people missing instead of 8.');
  });

  it('come where there was none', () => {
    const answer = asking(0.06)({ without: ['g0p1', 'g0p2'] });
    expect(answer.list).toMatchObject([
      { value: 'Law', before: null, after: { people: 0, known: 46, short: 3 } },
    ]);
    expect(sayGapsIf(answer, naming)).toEqual(['There would be a gap: 0 people in law, 3 people too few.']);
  });
});
