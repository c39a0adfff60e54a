import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { atOnce } from '../steps';
import { cover as coverInSteps, type Covered, type Covering, type Option, worth } from './cover';

interface Named extends Option {
  readonly name: string;
}

const cover = (covering: Covering<Named>): Covered<Named> => atOnce(coverInSteps(covering));
const order = (a: Named, b: Named): number => (a.name < b.name ? -1 : 1);
const option = (name: string, values: Readonly<Record<number, number>>, asked = name): Named => ({
  name,
  asked,
  values: new Map(Object.entries(values).map(([target, value]) => [Number(target), value])),
});
const names = (chosen: readonly { readonly option: Named }[]): string[] =>
  chosen.map(({ option: { name } }) => name);

describe('the introductions that reach the most', () => {
  it('are taken one after another, each for what it adds to the others', () => {
    const options = [
      option('a', { 0: 1, 1: 0.4, 2: 0.4 }),
      option('b', { 1: 1, 2: 0.4 }),
      option('c', { 3: 1 }),
      option('d', { 0: 0.4 }),
    ];
    const { chosen, added } = cover({ options, before: [0, 0, 0, 0], most: 3, room: new Map(), order });
    expect(names(chosen)).toEqual(['a', 'c', 'b']);
    expect(added).toBeCloseTo(3.4, 9);
  });

  it('are no more than what adds something, and none for what is reached already', () => {
    const options = [option('a', { 0: 1 }), option('b', { 1: 0.4 })];
    const { chosen, atLeast } = cover({ options, before: [0, 1], most: 5, room: new Map(), order });
    expect(names(chosen)).toEqual(['a']);
    expect(atLeast).toBe(1);
    expect(cover({ options: [], before: [0], most: 3, room: new Map(), order })).toEqual({
      chosen: [],
      added: 0,
      atLeast: 1,
    });
  });

  it('leave one out that others made needless', () => {
    const options = [
      option('a', { 1: 1, 2: 1, 3: 1, 4: 1 }),
      option('b', { 0: 1, 1: 1, 2: 1 }),
      option('c', { 3: 1, 4: 1, 5: 1 }),
    ];
    const { chosen, added } = cover({ options, before: [0, 0, 0, 0, 0, 0], most: 3, room: new Map(), order });
    expect(names(chosen).sort()).toEqual(['b', 'c']);
    expect(added).toBe(6);
  });

  it('ask nobody more often than there is room for', () => {
    const options = [
      option('a', { 0: 1 }, 'ben'),
      option('b', { 1: 1 }, 'ben'),
      option('c', { 2: 0.4 }, 'cem'),
    ];
    const room = new Map([['ben', 1]]);
    const { chosen } = cover({ options, before: [0, 0, 0], most: 3, room, order });
    expect(names(chosen)).toEqual(['a', 'c']);
  });
});

const values = fc.dictionary(fc.integer({ min: 0, max: 6 }).map(String), fc.constantFrom(0.4, 1), {
  maxKeys: 5,
});
const problem = fc.record({
  options: fc.array(fc.record({ values, asked: fc.integer({ min: 0, max: 3 }) }), { maxLength: 8 }),
  before: fc.array(fc.constantFrom(0, 0, 0.4, 1), { minLength: 7, maxLength: 7 }),
  most: fc.integer({ min: 1, max: 4 }),
});

/** What the best of all sets adds that ask nobody more often than there is room for. */
function bestOf(options: readonly Named[], before: readonly number[], most: number, room: number): number {
  let best = 0;
  for (let set = 0; set < 2 ** options.length; set++) {
    const chosen = options.filter((_, at) => (set >> at) % 2 === 1);
    if (chosen.length > most) continue;
    const times = new Map<string, number>();
    for (const { asked } of chosen) times.set(asked, (times.get(asked) ?? 0) + 1);
    if ([...times.values()].some((count) => count > room)) continue;
    best = Math.max(best, worth(chosen, before) - worth([], before));
  }
  return best;
}

describe('held against every set there is', () => {
  const made = (given: { values: Record<string, number>; asked: number }[], own: boolean): Named[] =>
    given.map((one, at) => option(`o${at}`, one.values, own ? `p${at}` : `p${one.asked}`));

  it('add at least 1 - 1/e of what the best adds, and never less than is said', () => {
    fc.assert(
      fc.property(problem, ({ options, before, most }) => {
        const all = made(options, true);
        const { added, atLeast, chosen } = cover({ options: all, before, most, room: new Map(), order });
        const best = bestOf(all, before, most, most);
        expect(added).toBeGreaterThanOrEqual((1 - 1 / Math.E) * best - 1e-9);
        expect(added).toBeGreaterThanOrEqual(atLeast * best - 1e-9);
        expect(chosen.length).toBeLessThanOrEqual(most);
      }),
      { numRuns: 500 },
    );
  });

  it('add at least half of it where each can be asked once', () => {
    fc.assert(
      fc.property(problem, ({ options, before, most }) => {
        const all = made(options, false);
        const room = new Map(all.map(({ asked }) => [asked, 1]));
        const { added, atLeast, chosen } = cover({ options: all, before, most, room, order });
        const best = bestOf(all, before, most, 1);
        expect(added).toBeGreaterThanOrEqual(0.5 * best - 1e-9);
        expect(added).toBeGreaterThanOrEqual(atLeast * best - 1e-9);
        expect(new Set(chosen.map(({ option: { asked } }) => asked)).size).toBe(chosen.length);
      }),
      { numRuns: 500 },
    );
  });
});
