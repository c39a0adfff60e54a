import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph } from './graph';
import { type Attention, type CareInput, clusterCare, recentDays } from './neglect';
import type { WarmthState } from './warmth';

/** Clusters of so many people with so many contact days each. */
function care(clusters: { days: number[] }[], further: Partial<CareInput> = {}) {
  const recent = clusters.flatMap(({ days }) => days);
  const input: CareInput = {
    ids: recent.map((_, i) => String(1_000 + i)),
    graph: buildGraph(recent.length, { a: [], b: [] }),
    clusters: clusters.flatMap(({ days }, cluster) => days.map(() => cluster)),
    clusterCount: clusters.length,
    recent,
    state: recent.map((): WarmthState => 'unknown'),
    order: recent.map(() => null),
    ...further,
  };
  return clusterCare(input);
}
function counted(found: ReturnType<typeof care>[number]): Attention {
  if (found.attention.kind === 'tooFew') throw new Error('too few');
  return found.attention;
}
const each = (people: number, days: number) => ({ days: new Array<number>(people).fill(days) });

describe('attention to clusters', () => {
  test('3 % of my days for 12 % of my people, and hardly anyone spoken with: neglected', () => {
    const [seoul, rest] = care([{ days: [2, 1, ...each(10, 0).days] }, each(88, 1)]);
    const found = counted(seoul!);
    expect(found).toMatchObject({ days: 3, allDays: 91, people: 12, spokenWith: 2, neglected: true });
    expect(found.shareOfPeople).toBeCloseTo(0.12, 12);
    expect(found.shareOfDays).toBeCloseTo(3 / 91, 12);
    expect(found.chanceOfDays).toBeLessThan(0.1);
    expect(counted(rest!).neglected).toBe(false);
  });

  test('somebody seen daily elsewhere does not make the others neglected', () => {
    const [small, daily] = care([each(10, 3), { days: [180, ...each(19, 3).days] }]);
    expect(counted(small!).shareOfDays).toBeLessThan(0.5 * counted(small!).shareOfPeople);
    expect(counted(small!).chanceOfDays).toBeLessThan(0.1);
    expect(counted(small!).neglected).toBe(false);
    expect(counted(daily!).neglected).toBe(false);
  });

  test('a small cluster that chance alone could have passed over is not called neglected', () => {
    const [small] = care([each(3, 0), { days: [...each(30, 1).days, ...each(30, 0).days] }]);
    expect(counted(small!).neglected).toBe(false);
    const [few] = care([each(3, 0), { days: [...each(20, 1).days, ...each(7, 0).days] }]);
    expect(counted(few!).chanceOfSpoken).toBeLessThan(0.1);
    expect(counted(few!).neglected).toBe(false);
  });

  test('where hardly anybody is spoken with, as after an import, nobody is neglected', () => {
    const [silent] = care([each(50, 0), { days: [...each(30, 4).days, ...each(1_300, 0).days] }]);
    expect(counted(silent!).neglected).toBe(false);
  });

  test('too few people, members or days: said so', () => {
    expect(care([each(3, 5), each(4, 5)])[0]!.attention).toEqual({
      kind: 'tooFew',
      of: 'people',
      have: 7,
      need: 8,
    });
    expect(care([each(2, 5), each(9, 5)])[0]!.attention).toEqual({
      kind: 'tooFew',
      of: 'people',
      have: 2,
      need: 3,
    });
    expect(care([each(4, 0), each(9, 2)])[0]!.attention).toEqual({
      kind: 'tooFew',
      of: 'days',
      have: 18,
      need: 20,
    });
    expect(care([each(5, 0), each(5, 0)])[0]!.attention).toMatchObject({
      kind: 'tooFew',
      of: 'days',
      have: 0,
    });
    expect(care([])).toEqual([]);
  });

  test('if everyone gets days alike, clusters are rarely called neglected', () => {
    let called = 0;
    let all = 0;
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }), (days) => {
        for (const { attention } of care(
          [0, 1, 2, 3].map((i) => ({ days: days.slice(15 * i, 15 * i + 15) })),
        )) {
          all++;
          if (attention.kind === 'counted' && attention.neglected) called++;
        }
      }),
      { numRuns: 300, seed: 5 },
    );
    expect(all).toBe(1_200);
    expect(called / all).toBeLessThan(0.02);
  });

  test('lists its cooling members, likeliest to stay silent first, and who bridges to it', () => {
    const [found] = care([each(4, 1), each(5, 4)], {
      graph: buildGraph(9, { a: [0, 1, 4, 4, 5, 7, 8], b: [1, 2, 0, 1, 3, 8, 2] }),
      state: ['cooling', 'warm', 'cold', 'cooling', 'cold', 'warm', 'warm', 'warm', 'unknown'],
      order: [1, 5, 3, null, 9, 1, 1, 1, null],
    });
    expect(found!.cooling).toEqual([2, 0, 3]);
    expect(found!.bridges).toEqual([
      { person: 4, members: [0, 1] },
      { person: 5, members: [3] },
      { person: 8, members: [2] },
    ]);
  });

  test('the last 180 days end with the day itself', () => {
    expect(recentDays([819, 820, 821, 990, 1_000, 1_001], 1_000)).toBe(3);
  });
});
