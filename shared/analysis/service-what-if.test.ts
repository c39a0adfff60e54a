import { expect, test } from 'vitest';
import type { AnswerTo } from './questions';
import type { AnalysisView } from './service-messages';
import { plantedNetwork, ServiceOnTheBench } from './service.testing';

const createdAt = '2026-01-01T00:00:00Z';

/** Four groups of twelve whom g0p0 joins; I know the second and third of the first group. */
function asking(view: Partial<AnalysisView> = {}) {
  const network = plantedNetwork(4, 12);
  network.load('contacts', 'me', { id: 'me', name: { full: '' }, createdAt });
  network.load('settings', 'settings', { id: 'settings', me: 'me' });
  for (const contact of ['g0p1', 'g0p2']) {
    const id = `me-${contact}`;
    network.load('ties', id, { id, a: contact, b: 'me', state: 'known', createdAt });
  }
  const service = new ServiceOnTheBench(network, view);
  service.load();
  service.settle();
  const clusterOf = new Map(
    service
      .all('clusters')
      .flatMap(({ members }) => members.map(({ contact, cluster }) => [contact, cluster])),
  );
  return {
    cluster: (contact: string) => clusterOf.get(contact),
    ask: (question: object): AnswerTo<'whatIf'> => {
      service.tell({ type: 'ask', request: 'r', question: { kind: 'whatIf', without: [], ...question } });
      service.settle();
      const { answer } = service.all('answer').at(-1)!;
      if (answer.kind !== 'whatIf') throw new Error(answer.kind);
      return answer;
    },
  };
}

test('a tie on paper takes a bridge off the one person it hung on, and makes one where there was none', () => {
  const { ask, cluster } = asking();
  const answer = ask({
    addTies: [
      ['g0p3', 'g1p4'],
      ['g1p5', 'g2p5'],
    ],
  });
  expect(answer.changed).toEqual({ people: 0, added: 2, removed: 0 });
  const between = (from: string, to: string) =>
    answer.bridges.find((bridge) => bridge.from === cluster(from) && bridge.to === cluster(to));
  expect(between('g0p3', 'g1p4')).toMatchObject({ before: 1, after: 2, hungOn: 'g0p0', hangsOn: null });
  expect(between('g2p5', 'g1p5')).toMatchObject({ before: 0, after: 1, hungOn: null, hangsOn: 'g2p5' });
  expect(between('g3p1', 'g0p0')).toBeUndefined();
  expect(answer.twoSteps.gained.list).toContainEqual(expect.arrayContaining(['g0p3', 'g1p4']));
  expect(answer.before.sample).toBeNull();
  // Ways between the two groups no longer all run through g0p0, but through these.
  expect(answer.through!.map(({ contact }) => contact)).toEqual(['g0p3', 'g1p4', 'g1p5', 'g2p5']);
  for (const { before, preview } of answer.through!) expect(preview).toBeGreaterThan(before + 5);
  // Each end has the other's eleven within two steps, beside those it had.
  expect(answer.ends!.map(({ contact }) => contact)).toEqual(['g0p3', 'g1p4', 'g1p5', 'g2p5']);
  for (const { before, after } of answer.ends!) expect(after).toBeGreaterThan(before);
});

test('without the one who joins the groups every bridge is gone', () => {
  const { ask } = asking();
  const { bridges, after, cutOff, changed } = ask({ without: ['g0p0', 'nobody', 'me'] });
  expect(changed.people).toBe(1);
  expect(bridges).toHaveLength(6);
  expect(bridges.every((bridge) => bridge.after === 0)).toBe(true);
  expect(after.pieces).toBeGreaterThanOrEqual(4);
  expect(cutOff.length).toBeGreaterThanOrEqual(35);
});

test.each([false, true])(
  'whom I would reach in two steps follows my own ties on paper (counted: %s)',
  (withMe) => {
    const { ask } = asking({ withMe });
    const none = ask({});
    expect(none.mine).toMatchObject({ gained: { count: 0 }, lost: { count: 0 } });
    const met = ask({
      addTies: [
        ['me', 'g3p5'],
        ['g0p1', 'me'],
      ],
    });
    expect(met.changed.added).toBe(1);
    expect(met.mine!.gained.list).toContain('g3p5');
    expect(met.mine!.gained.list.every((id) => id.startsWith('g3'))).toBe(true);
    expect(met.mine!.after - met.mine!.before).toBe(met.mine!.gained.count);
    const lost = ask({
      removeTies: [
        ['g0p1', 'me'],
        ['me', 'g0p2'],
      ],
    });
    expect(lost.changed.removed).toBe(2);
    expect(lost.mine).toMatchObject({ after: 0, lost: { count: none.mine!.before } });
    expect(lost.mine!.lost.list).not.toContain('me');
    // Somebody who is gone is not lost from sight besides.
    expect(ask({ without: ['g0p1'] }).mine!.lost.list).not.toContain('g0p1');
  },
);

test('no preview is given of ways by strengths, nor of somebody who is gone', () => {
  expect(asking({ weighted: true }).ask({ addTies: [['g0p3', 'g1p4']] }).through).toBeUndefined();
  const { through } = asking().ask({ without: ['g0p3'], addTies: [['g0p3', 'g1p4']] });
  expect(through!.map(({ contact }) => contact)).toEqual(['g1p4']);
});
