import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { finish } from './chunked';
import { cutsOf } from './cuts';
import { pairsThrough, whoFallsOff } from './evidence';
import { buildGraph, type Graph, rowsOf } from './graph';
import { hasNetworks, oracle, readNetwork } from './networks.testing';
import { seededRandom } from './random';
import { reachOf } from './reach';
import type { Ends } from './two-steps';
import { type Changes, whatIf } from './what-if';

const Oracle = z.object({
  what_if: z.object({
    base: z.object({ components: z.int(), connected_pairs: z.int(), global_efficiency: z.number() }),
    remove_one: z.array(
      z.object({
        remove: z.string(),
        largest: z.int(),
        components: z.int(),
        connected_pairs: z.int(),
        global_efficiency: z.number(),
      }),
    ),
  }),
});

describe.skipIf(!hasNetworks())('on real networks (beside the project)', () => {
  for (const name of ['karate', 'lesmis']) {
    test(`${name}: what would be without somebody equals the reference values`, () => {
      const { base, remove_one } = oracle(name, Oracle).what_if;
      const { graph, ids, indexOf } = readNetwork(`${name}/edges.csv`);
      for (const { remove, largest, components, connected_pairs, global_efficiency } of remove_one) {
        const { before, after, cutOff } = finish(
          whatIf(graph, { without: new Set([indexOf(remove)]) }, [], 0),
        );
        expect(before.connectedPairs).toBe(base.connected_pairs);
        expect(before.pieces).toBe(base.components);
        expect(before.efficiency).toBeCloseTo(base.global_efficiency, 9);
        expect(after.connectedPairs, remove).toBe(connected_pairs);
        expect(after.pieces).toBe(components);
        expect(after.efficiency).toBeCloseTo(global_efficiency, 9);
        expect(cutOff).toHaveLength(ids.length - 1 - largest);
      }
    });
  }
});

const size = 10;
const people = [...Array(size).keys()];
const pairs = fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 18 });
const graphOf = (ties: readonly Ends[]) =>
  buildGraph(size, { a: ties.map(([a]) => a), b: ties.map(([, b]) => b) });
const graphs = pairs.map(graphOf);

/** A network with changes made to its list of ties, everything counted from the beginning. */
class Plainly {
  readonly knows: readonly (readonly number[])[];
  readonly graph: Graph;

  constructor(
    ties: readonly Ends[],
    readonly there: readonly number[],
  ) {
    const counts = ties.filter(([a, b]) => a !== b && there.includes(a) && there.includes(b));
    this.graph = graphOf(counts);
    this.knows = people.map((one) =>
      people.filter((other) =>
        counts.some(([a, b]) => (a === one && b === other) || (b === one && a === other)),
      ),
    );
  }

  /** "a b" of pairs at most two ties apart. */
  near(): string[] {
    const { knows } = this;
    return people.flatMap((a) =>
      people
        .filter((b) => a < b && (knows[a]!.includes(b) || knows[a]!.some((one) => knows[one]!.includes(b))))
        .map((b) => `${a} ${b}`),
    );
  }

  /** Whom each group's people who know somebody in another group are, by "from to". */
  holders(groups: readonly number[]): Map<string, number[]> {
    const found = new Map<string, number[]>();
    for (const person of people)
      for (const to of new Set(this.knows[person]!.map((other) => groups[other]!))) {
        if (groups[person]! < 0 || to < 0 || to === groups[person]) continue;
        const key = `${groups[person]!} ${to}`;
        found.set(key, [...(found.get(key) ?? []), person]);
      }
    return found;
  }
}

const changesOf = ({ without = [], addTies = [], removeTies = [] }: PlainChanges, ties: readonly Ends[]) => {
  const same = ([a, b]: Ends, [x, y]: Ends) => (a === x && b === y) || (a === y && b === x);
  const left = ties.filter((tie) => !removeTies.some((one) => same(one, tie)));
  return new Plainly(
    [...left, ...addTies],
    people.filter((person) => !without.includes(person)),
  );
};
interface PlainChanges extends Omit<Changes, 'without'> {
  readonly without?: readonly number[];
}
const changes = fc.record({
  without: fc.uniqueArray(fc.nat(size - 1), { maxLength: 3 }),
  addTies: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 4 }),
  removeTies: fc.array(fc.tuple(fc.nat(size - 1), fc.nat(size - 1)), { maxLength: 4 }),
});
const groupings = fc.array(fc.integer({ min: -1, max: 2 }), { minLength: size, maxLength: size });

describe('on any network', () => {
  test('as many fall off as the cut says, and what if names the same people', () => {
    fc.assert(
      fc.property(graphs, fc.nat(9), (graph, person) => {
        const off = whoFallsOff(rowsOf(graph), person);
        expect(off).toHaveLength(cutsOf(graph).fallsOff[person]!);
        const { cutOff } = finish(whatIf(graph, { without: new Set([person]) }, [], 0));
        expect(cutOff).toHaveLength(off.length);
      }),
    );
  });

  test('people and ties taken out and ties put in are as in a network built with them so', () => {
    fc.assert(
      fc.property(pairs, changes, groupings, (ties, change, groups) => {
        const [was, is] = [new Plainly(ties, people), changesOf(change, ties)];
        const found = finish(whatIf(was.graph, { ...change, without: new Set(change.without) }, groups, 3));
        const left = is.there.length;
        const whole = finish(reachOf(is.graph));
        expect(found.before).toEqual(finish(reachOf(was.graph)));
        expect(found.after).toEqual({
          connectedPairs: whole.connectedPairs,
          pieces: whole.pieces - (size - left),
          efficiency: expect.closeTo(
            left < 2 ? 0 : (whole.efficiency * size * (size - 1)) / (left * (left - 1)),
            9,
          ),
          sample: null,
        });

        const [near, then] = [was.near(), is.near()];
        const still = (pair: string) => pair.split(' ').every((one) => is.there.includes(Number(one)));
        const { twoSteps, cutPeople, bridges } = found;
        expect([twoSteps.before, twoSteps.after]).toEqual([near.length, then.length]);
        expect(twoSteps.gained.list.map((pair) => pair.join(' ')).sort()).toEqual(
          then.filter((pair) => !near.includes(pair)),
        );
        expect(twoSteps.lost.list.map((pair) => pair.join(' ')).sort()).toEqual(
          near.filter((pair) => !then.includes(pair) && still(pair)),
        );

        const [cutBefore, cutAfter] = [cutsOf(was.graph).fallsOff, cutsOf(is.graph).fallsOff];
        const cut = (list: typeof cutPeople.newly) =>
          new Map(list.map(({ person, fallsOff }) => [person, fallsOff]));
        for (const person of is.there) {
          const [before, after] = [cutBefore[person]!, cutAfter[person]!];
          expect(cut(cutPeople.newly).get(person) ?? 0).toBe(before === 0 ? after : 0);
          expect(cut(cutPeople.noLonger).get(person) ?? 0).toBe(after === 0 ? before : 0);
        }

        const [held, holds] = [was.holders(groups), is.holders(groups)];
        const alone = (list: number[] = []) => (list.length === 1 ? list[0] : undefined);
        const different = [...new Set([...held.keys(), ...holds.keys()])].filter(
          (key) => held.has(key) !== holds.has(key) || alone(held.get(key)) !== alone(holds.get(key)),
        );
        expect(bridges.map(({ from, to }) => `${from} ${to}`).sort()).toEqual(different.sort());
        for (const { from, to, before, after } of bridges) {
          expect(before?.holder).toBe(alone(held.get(`${from} ${to}`)));
          expect(after?.holders ?? 0).toBe(holds.get(`${from} ${to}`)?.length ?? 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('a tie that is there is not added, one that is not is not taken out, nor any of those who are gone', () => {
    const graph = graphOf([
      [0, 1],
      [1, 2],
    ]);
    const change = finish(
      whatIf(
        graph,
        {
          without: new Set([2]),
          addTies: [
            [0, 1],
            [3, 4],
            [4, 3],
            [2, 5],
            [6, 6],
          ],
          removeTies: [
            [1, 0],
            [0, 5],
            [1, 2],
          ],
        },
        [],
        0,
      ),
    ).changed;
    // 0 and 1 are parted first and then know each other again.
    expect(change).toMatchObject({ added: 2, removed: 1 });
    expect(change.gone).toEqual(new Set([2]));
    expect([...change.graph.neighbours]).toEqual([1, 0, 4, 3]);
    expect([...graph.neighbours]).toEqual([1, 0, 2, 1]);
  });

  test('an estimate says of how many it is, is near the exact value, and takes the same people before and after', () => {
    // A ring of 6,000 in which everybody knows the two next to them: 1/1 + 1/2 + ... both ways round, for everybody.
    const ring = [...Array(6_000).keys()];
    const graph = buildGraph(6_000, { a: ring, b: ring.map((one) => (one + 1) % 6_000) });
    let sum = 1 / 3_000;
    for (let step = 1; step < 3_000; step++) sum += 2 / step;
    const none = finish(whatIf(graph, {}, [], 0));
    expect(none.before.sample).toEqual({ people: 2_000, of: 6_000 });
    expect(none.before.efficiency).toBeCloseTo(sum / 5_999, 9);
    expect(none.after).toEqual(none.before);
    const without = finish(whatIf(graph, { without: new Set([5]) }, [], 0));
    expect(without.after.sample!.of).toBe(5_999);
    expect(without.after.sample!.people).toBeGreaterThanOrEqual(1_999);
    expect(without.after).toMatchObject({ pieces: 1, connectedPairs: (5_999 * 5_998) / 2 });
  });

  test('efficiency is what its definition says, of more people than are looked at at once', () => {
    const random = seededRandom(7);
    const some = Array.from({ length: 130 }, () => random.below(90));
    const graph = buildGraph(90, { a: some, b: some.map(() => random.below(90)) });
    let sum = 0;
    for (let source = 0; source < 90; source++) {
      const distance = new Map([[source, 0]]);
      for (const [person, steps] of distance)
        for (const other of graph.neighbours.subarray(graph.offsets[person], graph.offsets[person + 1])) {
          if (distance.has(other)) continue;
          distance.set(other, steps + 1);
          sum += 1 / (steps + 1);
        }
    }
    expect(finish(reachOf(graph)).efficiency).toBeCloseTo(sum / (90 * 89), 12);
  });

  test('many pairs are counted and not named', () => {
    const star = [...Array(40).keys()].slice(1);
    const graph = buildGraph(40, { a: star.map(() => 0), b: star });
    const { twoSteps } = finish(whatIf(graph, { removeTies: star.map((one): Ends => [0, one]) }, [], 0));
    expect(twoSteps).toMatchObject({ before: 780, after: 0, lost: { count: 780, list: [] } });
  });

  test('nobody and one person alone have no pairs and no efficiency', () => {
    expect(finish(reachOf(buildGraph(0, { a: [], b: [] })))).toEqual({
      connectedPairs: 0,
      pieces: 0,
      efficiency: 0,
      sample: null,
    });
    expect(finish(reachOf(buildGraph(1, { a: [], b: [] })))).toEqual({
      connectedPairs: 0,
      pieces: 1,
      efficiency: 0,
      sample: null,
    });
  });

  test('pairs named do not know each other, and their share is that of their ways', () => {
    fc.assert(
      fc.property(graphs, fc.nat(9), (graph, person) => {
        const rows = rowsOf(graph);
        const knows = (a: number): Set<number> =>
          new Set(rows.neighbours.subarray(rows.starts[a], rows.ends[a]));
        const pairs = pairsThrough(rows, person, new Int32Array(10), 100);
        const contacts = [...knows(person)];
        const apart = contacts.flatMap((a) => contacts.filter((b) => a < b && !knows(a).has(b)));
        expect(pairs).toHaveLength(apart.length);
        for (const { a, b, share } of pairs) {
          expect(knows(a).has(b)).toBe(false);
          const between = [...knows(a)].filter((one) => knows(b).has(one));
          expect(between).toContain(person);
          expect(share).toBeCloseTo(1 / between.length);
        }
      }),
    );
  });

  test('a pair that depends on the person alone and joins two groups is named first', () => {
    // 0 knows 1, 2 and 3; 1 and 2 also meet in 4. 3 is of another group.
    const graph = buildGraph(5, { a: [0, 0, 0, 1, 2], b: [1, 2, 3, 4, 4] });
    expect(pairsThrough(rowsOf(graph), 0, [0, 0, 0, 1, 0], 2)).toEqual([
      { a: 1, b: 3, share: 1 },
      { a: 2, b: 3, share: 1 },
    ]);
  });
});
