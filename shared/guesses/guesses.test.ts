import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from '../imports/importing.testing';
import { atOnce } from '../steps';
import { type GuessesAnswer, GuessesQuestion } from './answers';
import { guessesSteps } from './guesses';

let desk: Desk;
const ask = (asked: Partial<GuessesQuestion> = {}): GuessesAnswer => {
  const speaking = { network: desk.network, today: desk.context.today, locale: 'en-GB' };
  return atOnce(guessesSteps(speaking, GuessesQuestion.parse(asked)));
};
const pairs = (asked?: Partial<GuessesQuestion>): string[] =>
  ask(asked).guesses.map(({ a, b }) => `${a.name} ${b.name}`);

beforeEach(() => {
  desk = new Desk();
  for (const id of ['ana', 'ben', 'cem', 'dana', 'eva']) desk.do('contact.add', { id, name: { full: id } });
  const guess = (id: string, a: string, b: string, size: number): void => {
    desk.do('tie.add', { id, a, b, state: 'inferred' });
    desk.do('evidence.add', { tie: id, kind: 'meeting', day: '2026-04-01', size });
  };
  guess('t1', 'ana', 'ben', 3);
  guess('t2', 'cem', 'ben', 2);
  guess('t3', 'dana', 'eva', 2);
  desk.network.load('clusters', 'g', { id: 'g', name: 'Choir', tint: 1 });
  for (const id of ['ana', 'ben', 'cem']) desk.network.load('positions', id, { id, cluster: 'g' });
});

describe('guesses that wait for an answer', () => {
  it('come group by group, the surest of each first, with what they rest on', () => {
    expect(pairs()).toEqual(['ben cem', 'ana ben', 'dana eva']);
    expect(pairs({ by: 'confidence' })).toEqual(['ben cem', 'dana eva', 'ana ben']);
    expect(ask()).toMatchObject({
      guesses: [{ tie: 't2', confidence: 0.5, rests: ['both were in 1 meeting 30 days ago'] }, {}, {}],
      total: 3,
      groups: [
        { id: 'g', name: 'Choir', count: 2 },
        { id: null, name: 'Between groups', count: 1 },
      ],
    });
  });

  it('can be those of a group, sure enough, not put off, and page by page', () => {
    expect(pairs({ group: 'g', above: 0.5 })).toEqual(['ben cem']);
    expect(pairs({ group: 'between' })).toEqual(['dana eva']);
    expect(ask({ without: ['t2'] })).toMatchObject({ total: 3, guesses: [{ tie: 't1' }, { tie: 't3' }] });
    expect(pairs({ offset: 1, limit: 1 })).toEqual(['ana ben']);
  });

  it('about which one was not sure rest, and can be asked about again', () => {
    desk.do('tie.later', { ids: ['t2'] });
    expect(ask()).toMatchObject({ total: 3, putOff: 1, guesses: [{ tie: 't1' }, { tie: 't3' }] });
    expect(ask({ group: 'between' })).toMatchObject({ total: 1, putOff: 0 });
    expect(pairs({ again: true })).toEqual(['ben cem', 'ana ben', 'dana eva']);
    expect(ask({ again: true, without: ['t2'] })).toMatchObject({ putOff: 1, guesses: [{}, {}] });
  });

  it('say how many are as good as sure', () => {
    for (let at = 1; at < 4; at++) {
      desk.do('evidence.add', { tie: 't2', kind: 'meeting', day: `2026-04-0${at + 1}`, size: 2 });
    }
    expect([ask().sure, ask({ without: ['t2'] }).sure, ask({ group: 'between' }).sure]).toEqual([1, 0, 0]);
  });

  it('are none of known ties, of me, and of who is in the archive', () => {
    desk.do('tie.confirm', { id: 't1' });
    desk.do('contact.edit', { id: 'eva', archived: true });
    desk.do('me.choose', { id: 'cem' });
    expect(ask()).toEqual({ guesses: [], total: 0, putOff: 0, sure: 0, groups: [] });
  });
});
