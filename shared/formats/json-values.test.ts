import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonValues } from './json-values';
import { bytesOf } from './reading.testing';

interface Heard {
  readonly taken: { readonly place: string; readonly value: unknown; readonly line: number }[];
  readonly damaged: string[];
  readonly brokenAt: number | undefined;
}

/** What is heard of a text, sliced at the given places. */
function hear(
  text: string | Uint8Array,
  wanted: readonly string[],
  cuts: readonly number[] = [],
  largest?: number,
): Heard {
  const bytes = typeof text === 'string' ? bytesOf(text) : text;
  const heard: { taken: Heard['taken']; damaged: string[] } = { taken: [], damaged: [] };
  const values = new JsonValues(
    {
      wants: (place) => wanted.includes(place),
      take: (place, value, line) => heard.taken.push({ place, value, line }),
      damaged: (place, line) => heard.damaged.push(`${place} in line ${line}`),
    },
    largest,
  );
  const places = [...new Set([0, ...cuts.map((cut) => cut % (bytes.length + 1)), bytes.length])].sort(
    (a, b) => a - b,
  );
  places.slice(1).forEach((to, at) => {
    const slice = bytes.slice(places[at], to);
    values.push(slice);
    slice.fill(0x58);
  });
  return { ...heard, brokenAt: values.end() };
}

const key = fc.constantFrom('a', 'b c', '"', '\\', '{', 'é', '__proto__', '');
const { json } = fc.letrec((of) => ({
  json: fc.oneof(
    { depthSize: 'small' },
    fc.string(),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constant(null),
    of('list'),
    of('object'),
  ),
  list: fc.array(of('json'), { maxLength: 4 }),
  object: fc.array(fc.tuple(key, of('json')), { maxLength: 4 }).map((pairs) => Object.fromEntries(pairs)),
}));

describe('values of a JSON text that streams by', () => {
  it('are what JSON says they are, however it is written and sliced', () => {
    fc.assert(
      fc.property(fc.array(json), fc.constantFrom(0, 2), fc.array(fc.nat(500)), (all, indent, cuts) => {
        const text = JSON.stringify({ skipped: all, people: all }, null, indent);
        const expected: unknown = JSON.parse(JSON.stringify(all));
        const { taken, damaged, brokenAt } = hear(text, ['.people.*'], cuts);
        expect(taken.map(({ value }) => value)).toEqual(expected);
        expect([damaged, brokenAt]).toEqual([[], undefined]);
        expect(hear(text, [''], cuts).taken).toEqual([{ place: '', value: JSON.parse(text), line: 1 }]);
      }),
      { numRuns: 200 },
    );
  });

  it('stand in their lines, in UTF-16 and behind a mark, too', () => {
    const text = '\ufeff{\n "a": 1,\n "b": [\n  "x", true\n ],\r\n "c" : {"d": -2.5e3}\n}\n';
    for (const bytes of [bytesOf(text), new Uint8Array(Buffer.from(text, 'utf16le'))]) {
      expect(hear(bytes, ['.a', '.b.*', '.c.d']).taken).toEqual([
        { place: '.a', value: 1, line: 2 },
        { place: '.b.*', value: 'x', line: 4 },
        { place: '.b.*', value: true, line: 4 },
        { place: '.c.d', value: -2.5e3, line: 6 },
      ]);
    }
    expect(hear('7', ['']).taken).toEqual([{ place: '', value: 7, line: 1 }]);
  });

  it('that are damaged cost no other, where each has lines of its own', () => {
    const text = '[\n {"a": "x},\n {"a": "y"},\n {"a": z},\n {"a": "w"}\n]';
    const { taken, damaged } = hear(text.replace('"x}', '"x"}'), ['.*']);
    expect(taken.map(({ value }) => value)).toEqual([{ a: 'x' }, { a: 'y' }, { a: 'w' }]);
    expect(damaged).toEqual(['.* in line 4']);
    const unended = hear('[\n {\n "a": "x\n },\n {"a": "y"}\n]', ['.*']);
    expect(unended.taken.map(({ value }) => value)).toEqual([{ a: 'y' }]);
    expect(unended).toMatchObject({ damaged: ['.* in line 2'], brokenAt: undefined });
  });

  it.each([
    ['that breaks off', '[1, {"a": 2', ['.* in line 1'], 1],
    ['within a text', '["x', ['.* in line 1'], 1],
    ['with a bracket of the other kind', '[1,\n}, 2]', [], 2],
    ['of nothing', ' \n ', [], 2],
    ['nested without end', `[1,${'['.repeat(99)}`, ['.* in line 1'], 1],
  ])('of a text %s are heard up to there', (_, text, damaged, brokenAt) => {
    const heard = hear(text, ['.*']);
    expect(heard).toMatchObject({ damaged, brokenAt });
    expect(heard.taken.map(({ value }) => value)).toEqual(text.startsWith('[1') ? [1] : []);
  });

  it('that are too long to be held are damaged, and the next is heard', () => {
    const { taken, damaged } = hear(`["${'a'.repeat(1_000)}", 2]`, ['.*'], [300, 600], 900);
    expect(taken.map(({ value }) => value)).toEqual([2]);
    expect(damaged).toEqual(['.* in line 1']);
  });
});
