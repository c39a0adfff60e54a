import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person } from './attributes';
import { finish } from './chunked';
import { type AttributeVariety, type DiversityInput, diversityReport } from './diversity-report';
import { buildGraph } from './graph';
import { person, several } from './people.testing';
import { seededRandom, shuffledIndices } from './random';

function report(people: readonly Person[], further: Partial<DiversityInput> = {}) {
  return finish(
    diversityReport({
      people,
      graph: buildGraph(people.length, { a: [], b: [] }),
      warmth: people.map(() => null),
      recent: people.map(() => 0),
      part: null,
      targets: [],
      wishes: [],
      tagGroups: [],
      mixing: { permutations: 99 },
      ...further,
    }),
  );
}
function variety(attribute: string, ...of: Parameters<typeof report>): AttributeVariety {
  return report(...of).attributes.find((one) => one.attribute === attribute)!;
}
function gaps(attribute: string, ...of: Parameters<typeof report>) {
  const found = variety(attribute, ...of).gaps;
  return found.kind === 'tooFew' ? found : found.list;
}
const law = { id: 't', attribute: 'industry', value: 'Law', share: 0.2 };

/** 37 in media, 3 lawyers, 10 unknown. */
const forty = [
  ...several('m', 37, { industry: 'Media' }),
  ...several('l', 3, { industry: 'law' }),
  ...several('u', 10),
];

describe('the report on diversity', () => {
  test('a target of 20 % and 3 lawyers of 40: 5 short; unknown is coverage', () => {
    const found = variety('industry', forty, { targets: [law] });
    expect(found).toMatchObject({ known: 40, people: 50 });
    expect(found.values).toEqual([
      { value: 'Media', count: 37, people: 37, share: 37 / 40, base: null, target: null },
      { value: 'law', count: 3, people: 3, share: 3 / 40, base: null, target: { id: 't', share: 0.2 } },
    ]);
    expect(found.gaps).toMatchObject({
      kind: 'counted',
      list: [
        {
          value: 'law',
          against: 'target',
          people: 3,
          known: 40,
          wanted: 0.2,
          short: 5,
          chance: expect.closeTo(0.0285, 4),
        },
      ],
    });
  });

  test('everybody has nobody to be held against: without a target there is no gap', () => {
    expect(gaps('industry', forty)).toEqual([]);
  });

  test('a wholly missing value is found through its target, and who could lead there', () => {
    const people = [
      ...several('m', 40, { industry: 'Media' }),
      person('r', { industry: 'Media', interests: ['law'] }),
    ];
    const [gap] = [gaps('industry', people, { targets: [law] })].flat();
    expect(gap).toMatchObject({ value: 'Law', people: 0, known: 41, short: 9 });
    expect(gap).toMatchObject({ lead: [{ person: 40, reasons: [{ kind: 'interest', interest: 'law' }] }] });
    expect(variety('industry', people, { targets: [law] }).values.map(({ value }) => value)).toEqual([
      'Media',
      'Law',
    ]);
  });

  test('a part is held against everybody, unless the user set a target', () => {
    const part = { people: Int32Array.from({ length: 20 }, (_, i) => i), chosenBy: null };
    const half = [...several('m', 20, { industry: 'Media' }), ...several('l', 20, { industry: 'Law' })];
    expect(gaps('industry', half, { part })).toMatchObject([
      { value: 'Law', against: 'base', wanted: 0.5, short: 10 },
    ]);
    const target = { ...law, share: 0.05 };
    expect(gaps('industry', half, { part, targets: [target] })).toEqual([]);
    expect(variety('industry', half, { part }).values).toMatchObject([
      { value: 'Media', share: 1, base: 0.5 },
    ]);
  });

  test('what chose the people makes no gaps: the inner circle is not short of acquaintances', () => {
    const people = [
      ...several('i', 20, { circle: 'inner' }),
      ...several('a', 20, { circle: 'acquaintance' }),
    ];
    const inner = Int32Array.from({ length: 20 }, (_, i) => i);
    expect(gaps('circle', people, { part: { people: inner, chosenBy: 'circle' } })).toEqual([]);
    expect(gaps('circle', people, { part: { people: inner, chosenBy: null } })).toHaveLength(1);
  });

  test('who has two organisations counts half in each, and whole where people are missing', () => {
    const both = { organisations: [{ name: 'A' }, { name: 'B' }] };
    const found = variety('organisation', [
      ...several('x', 8, both),
      person('y', { organisations: [{ name: 'A' }] }),
    ]);
    expect(found.values.map(({ value, count, people }) => [value, count, people])).toEqual([
      ['A', 5, 9],
      ['B', 4, 8],
    ]);
    const target = { id: 't', attribute: 'organisation', value: 'b', share: 0.9 };
    expect(gaps('organisation', [...several('x', 8, both), person('y')], { targets: [target] })).toEqual([]);
  });

  test('nobody, or too few: each says so, with no number', () => {
    for (const people of [[], several('m', 7, { industry: 'Media' }), several('u', 30)]) {
      const found = variety('industry', people, { targets: [law] });
      const have = people.filter(({ values }) => values.industry.length > 0).length;
      for (const one of [found.evenness, found.gaps, found.mixing])
        expect(one).toEqual({ kind: 'tooFew', of: 'people', have, need: 8 });
      expect(found.values.at(-1)).toMatchObject({ value: 'Law', people: 0, share: have === 0 ? null : 0 });
    }
    expect(report([]).attention).toEqual({ people: 0, evenness: null });
  });

  test('clusters are made of ties: whether ties keep to them is not asked', () => {
    expect(variety('cluster', several('p', 20, { cluster: 'c' })).mixing).toEqual({ kind: 'fromTies' });
  });

  test('what a plan asks for and nobody has is listed without a number', () => {
    const wishes = ['Energy', 'media', 'energy'].map((value) => ({ attribute: 'industry', value }));
    const people = [...forty, person('e', { interests: ['energy'] })];
    const found = variety('industry', people, { wishes });
    expect(found.asked).toMatchObject([{ value: 'Energy', lead: [{ person: 50 }] }]);
    expect(found.gaps).toEqual({ kind: 'counted', list: [] });
  });

  test('a target may speak of tags, in any spelling', () => {
    const people = [
      ...several('r', 20, { tags: ['club: Rowing'] }),
      ...several('c', 2, { tags: ['Club: Chess'] }),
    ];
    const target = { id: 't', attribute: 'tag:Club', value: 'chess', share: 0.4 };
    expect(gaps('tag:club', people, { targets: [target] })).toMatchObject([
      { value: 'Chess', people: 2, short: 7 },
    ]);
  });

  test('the numbers of people do not matter: other numbers, the same report', () => {
    const industries = ['Law', 'Media', 'Energy', undefined];
    fc.assert(
      fc.property(fc.array(fc.nat(3), { minLength: 24, maxLength: 24 }), fc.nat(1_000), (kinds, seed) => {
        const random = seededRandom(seed);
        const people = kinds.map((kind, i) =>
          person(`p${i}`, {
            industry: industries[kind],
            tags: kind === 2 ? ['law'] : [],
            birthday: String(1950 + 10 * random.below(5)),
          }),
        );
        const ties = Array.from({ length: 60 }, () => [random.below(24), random.below(24)] as const);
        const warmth = people.map(() => random.below(5) / 5);
        const part = [...people.keys()].filter((i) => i % 3 > 0);
        const to = shuffledIndices(24, random);
        const moved = <T>(list: readonly T[]): T[] => {
          const result: T[] = [];
          list.forEach((one, i) => (result[to[i]!] = one));
          return result;
        };
        const said = (own: readonly Person[], at: (i: number) => number, heat: number[]) =>
          report(own, {
            graph: buildGraph(24, { a: ties.map(([a]) => at(a)), b: ties.map(([, b]) => at(b)) }),
            warmth: heat,
            recent: own.map(({ id }) => id.length),
            part: { people: Int32Array.from(part, at), chosenBy: null },
            targets: [law],
          });
        const names = (own: readonly Person[], found: ReturnType<typeof report>): unknown =>
          JSON.parse(
            JSON.stringify(found, (key, value: unknown) =>
              key === 'person' && typeof value === 'number'
                ? own[value]!.id
                : key === 'people' && Array.isArray(value)
                  ? value.map((one: number) => own[one]!.id)
                  : value,
            ),
          );
        const other = moved(people);
        expect(
          names(
            other,
            said(other, (i) => to[i]!, moved(warmth)),
          ),
        ).toEqual(
          names(
            people,
            said(people, (i) => i, warmth),
          ),
        );
      }),
      { numRuns: 30 },
    );
  });
});
