import fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, test } from 'vitest';
import type { Attribute } from './attributes';
import { attentionEvenness, type Evenness, evenness, tally } from './diversity';
import type { NamedGraph } from './networks.testing';
import { hasNetworks, oracle, readNetwork, readWorkplace } from './networks.testing';

/** People with the values of each row; nothing: unknown. */
function attribute(held: number[][], values = 1 + Math.max(-1, ...held.flat())): Attribute {
  return {
    name: 'industry',
    values: Array.from({ length: values }, (_, i) => ({ key: String(i), label: String(i) })),
    held,
  };
}
/** So many people in each group. */
const groupsOf = (...counts: number[]) =>
  attribute(
    counts.flatMap((count, group) => Array.from({ length: count }, () => [group])),
    counts.length,
  );
const everyone = (one: Attribute) => tally(one, one.held.keys());
function counted(one: Attribute): Evenness {
  const found = evenness(everyone(one));
  if (found.kind === 'tooFew') throw new Error('too few');
  return found;
}

describe('evenness', () => {
  test('5, 3 and 2 act like 2.8 equal groups', () => {
    const found = counted(groupsOf(5, 3, 2));
    expect(found.hill0).toBe(3);
    expect(found.hill1).toBeCloseTo(2.8000940729, 9);
    expect(found.hill2).toBeCloseTo(2.6315789474, 9);
    expect(found).toMatchObject({ blau: expect.closeTo(0.62, 12), iqv: expect.closeTo(0.93, 12) });
    expect(found.unbiased).toBeCloseTo(0.6888888889, 9);
  });

  test('all in one group: one group, no evenness of groups to speak of', () => {
    expect(counted(groupsOf(10, 0, 0))).toEqual({
      kind: 'counted',
      ...{ hill0: 1, hill1: 1, hill2: 1, shannon: 0, blau: 0, unbiased: 0, iqv: null },
    });
  });

  test('fewer than eight whose value is known are too few, however many people there are', () => {
    const tooFew = { kind: 'tooFew', of: 'people', have: 7, need: 8 };
    expect(evenness(everyone(groupsOf(4, 3)))).toEqual(tooFew);
    expect(
      evenness(everyone(attribute([...groupsOf(4, 3).held.map((own) => [...own]), [], [], []]))),
    ).toEqual(tooFew);
    expect(evenness(everyone(attribute([])))).toMatchObject({ kind: 'tooFew', have: 0 });
  });

  test('who has two values counts half in each; unknown is no group', () => {
    const one = attribute([[0, 1], [0], [1], [1, 2], [], [0], [0], [2], [2]]);
    const { known, counts, holders } = everyone(one);
    expect(known).toBe(8);
    expect([...counts]).toEqual([3.5, 2, 2.5]);
    expect([...holders]).toEqual([4, 3, 3]);
    // The chance that two different people, and a value of each, differ: by going through all pairs.
    const held = one.held.filter((own) => own.length > 0);
    let differ = 0;
    let pairs = 0;
    held.forEach((a, i) =>
      held.slice(i + 1).forEach((b) => {
        pairs++;
        const same = a.filter((value) => b.includes(value)).length;
        differ += 1 - same / (a.length * b.length);
      }),
    );
    expect(counted(one).unbiased).toBeCloseTo(differ / pairs, 12);
  });

  const anyone = fc.array(fc.uniqueArray(fc.nat(5), { maxLength: 3 }), { minLength: 0, maxLength: 60 });

  test('keeps its bounds: Hill numbers fall with their order and are at least 1, Blau is at most 1 - 1/K', () => {
    fc.assert(
      fc.property(anyone, (held) => {
        const found = evenness(everyone(attribute(held)));
        const known = held.filter((own) => own.length > 0).length;
        if (found.kind === 'tooFew') {
          expect(known).toBeLessThan(8);
          return;
        }
        expect(known).toBeGreaterThanOrEqual(8);
        const { hill0, hill1, hill2, blau, iqv, unbiased, shannon } = found;
        expect(hill0).toBeGreaterThanOrEqual(hill1);
        expect(hill1).toBeGreaterThanOrEqual(hill2);
        expect(hill2).toBeGreaterThanOrEqual(1);
        expect(blau).toBeGreaterThanOrEqual(0);
        expect(blau).toBeLessThanOrEqual(1 - 1 / hill0);
        expect(unbiased).toBeGreaterThanOrEqual(0);
        expect(unbiased).toBeLessThanOrEqual(1 + 1e-12);
        expect(iqv === null ? 1 : iqv).toBeLessThanOrEqual(1 + 1e-12);
        expect([shannon, ...Object.values(found)].every((value) => !Number.isNaN(value))).toBe(true);
      }),
    );
  });

  test('equal groups are what the Hill numbers count, and nobody’s number matters', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 8, max: 20 }), (groups, each) => {
        const found = counted(groupsOf(...Array.from({ length: groups }, () => each)));
        expect(found.hill1).toBeCloseTo(groups, 9);
        expect(found.hill2).toBeCloseTo(groups, 9);
      }),
    );
    fc.assert(
      fc.property(
        anyone.chain((held) =>
          fc.tuple(fc.constant(held), fc.shuffledSubarray(held, { minLength: held.length })),
        ),
        ([held, other]) => {
          const [a, b] = [evenness(everyone(attribute(held, 6))), evenness(everyone(attribute(other, 6)))];
          if (a.kind === 'tooFew' || b.kind === 'tooFew') {
            expect(a).toEqual(b);
            return;
          }
          expect(a.hill1).toBeCloseTo(b.hill1, 9);
          expect(a.unbiased).toBeCloseTo(b.unbiased, 9);
        },
      ),
    );
  });
});

describe('evenness of attention', () => {
  test.each([
    [[], null],
    [[4], null],
    [[4, 0, 0], null],
    [[3, 3, 3], 1],
    [[1, 1, 0], 1],
  ])('%j: %j', (volumes, value) => {
    expect(attentionEvenness(volumes)).toBe(value);
  });
});

const Eagle = z.object({ eagle_social_diversity: z.record(z.string(), z.number().nullable()) });
const Reference = z.object({
  attributes: z.record(
    z.string(),
    z.object({
      diversity_of_whole_population: z.object({
        counts: z.array(z.number()),
        blau: z.number(),
        'iqv (blau * K/(K-1))': z.number(),
        'unbiased gini-simpson 1-sum n(n-1)/(N(N-1))': z.number(),
        shannon_nats: z.number(),
        effective_number_exp_H: z.number(),
      }),
    }),
  ),
});

describe.skipIf(!hasNetworks())('diversity on the reference networks', () => {
  test.each([
    ['krackhardt_hightech_advice', 'dept'],
    ['krackhardt_hightech_friends', 'level'],
    ['sp_workplace2013', 'department'],
    ['karate', 'club'],
  ])('%s by %s', (name, column) => {
    const reference = oracle(name, Reference).attributes[column]!.diversity_of_whole_population;
    const found = counted(groupsOf(...reference.counts));
    expect(found.blau).toBeCloseTo(reference.blau, 9);
    expect(found.iqv).toBeCloseTo(reference['iqv (blau * K/(K-1))'], 9);
    expect(found.unbiased).toBeCloseTo(reference['unbiased gini-simpson 1-sum n(n-1)/(N(N-1))'], 9);
    expect(found.shannon).toBeCloseTo(reference.shannon_nats, 9);
    expect(found.hill1).toBeCloseTo(reference.effective_number_exp_H, 9);
  });

  test.each<[string, () => NamedGraph]>([
    ['karate', () => readNetwork('karate/edges.csv', { weighted: true })],
    ['lesmis', () => readNetwork('lesmis/edges.csv', { weighted: true })],
    ['sp_workplace2013', readWorkplace],
  ])('%s, evenness of attention', (name, read) => {
    const { graph, indexOf } = read();
    for (const [id, value] of Object.entries(oracle(name, Eagle).eagle_social_diversity)) {
      const person = indexOf(id);
      const volumes = graph.weights.subarray(graph.offsets[person], graph.offsets[person + 1]);
      const found = attentionEvenness(volumes);
      if (value === null) expect(found).toBeNull();
      else expect(found).toBeCloseTo(value, 9);
    }
  });
});
