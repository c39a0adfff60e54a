import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cytoscapeReader } from './cytoscape';
import { bytesOf, options, readAll } from './reading.testing';

const read = (text: string | Uint8Array, cuts: readonly number[] = []) =>
  readAll(cytoscapeReader(options), text, cuts);
const json = (value: unknown): string => JSON.stringify(value, undefined, 1);

const desktop = json({
  format_version: '1.0',
  generated_by: 'cytoscape-3.10.4',
  target_cytoscapejs_version: '~2.1',
  data: { name: 'Club', SUID: 52, elements: { nodes: [{ data: { id: 'decoy' } }] } },
  elements: {
    nodes: [
      {
        data: {
          id: '61',
          shared_name: 'Ana',
          name: 'Ana Silva',
          SUID: 61,
          selected: false,
          city: 'Bern',
          age: 41,
        },
        position: { x: 1.5, y: -2 },
        selected: false,
      },
      { data: { id: '62', shared_name: 'Bo', SUID: 62, languages: ['de', 'fr'], extra: { a: [1] } } },
      { data: { id: 63, label: 'Cy', parent: '62', nothing: null } },
    ],
    edges: [
      {
        data: {
          id: '70',
          source: '61',
          target: '62',
          interaction: 'friend',
          weight: 2.5,
          name: 'Ana (friend) Bo',
        },
      },
      {
        data: {
          id: '71',
          source: '62',
          target: 63,
          interaction: 'interacts with',
          since: '2014',
          colour: 'red',
        },
      },
      { data: { id: '72', source: '61', target: '61' } },
      { data: { id: '73', source: '61' } },
    ],
  },
});

const lineOf = (text: string): number => desktop.slice(0, desktop.indexOf(text)).split('\n').length;

it('reads what Cytoscape writes: people with their data, ties with theirs', () => {
  const { contacts, ties, skipped, findings } = read(desktop);
  expect(contacts.map(({ id, line, fields }) => [id, line, fields.name?.full, fields.place])).toEqual([
    ['61', lineOf('"id": "61"') - 2, 'Ana Silva', 'Bern'],
    ['62', lineOf('"id": "62"') - 2, 'Bo', undefined],
    ['63', lineOf('"id": 63') - 2, 'Cy', undefined],
  ]);
  expect(contacts.map(({ fields }) => fields.tags)).toEqual([
    [],
    ['languages: de', 'languages: fr', 'extra: {"a":[1]}'],
    ['within: Bo'],
  ]);
  expect(contacts[0]?.fields.other).toEqual([
    { name: 'id', value: '61' },
    { name: 'age', value: '41' },
    { name: 'shared_name', value: 'Ana' },
  ]);
  expect(ties).toMatchObject([
    { kind: 'tie', a: '61', b: '62', weight: 2.5, tieKind: 'friend' },
    { kind: 'tie', a: '62', b: '63', since: '2014' },
  ]);
  expect(skipped.map(({ reason }) => reason)).toEqual([
    'The edge ties 61 to itself.',
    'The edge names only one end of a tie.',
  ]);
  expect(findings.at(-1)?.reason).toBe('Attributes of ties that were not read: colour.');
});

const ana = { group: 'nodes', data: { id: 'a', value: 'a', name: 'Ana' }, classes: 'vip board' };
const bo = { group: 'nodes', data: { id: 'b' }, classes: ['board'] };
const tie = { group: 'edges', data: { source: 'a', target: 'b' } };

it.each([
  ['cy.json() with lists', { elements: { nodes: [ana, bo], edges: [tie] }, style: [{ css: {} }], zoom: 1 }],
  ['cy.json() flat', { style: [], elements: [ana, bo, tie] }],
  ['elements alone, flat', [ana, bo, tie]],
  ['elements alone, in lists', { edges: [tie], nodes: [ana, bo] }],
  ['elements without a group', [{ data: ana.data, classes: ana.classes }, bo, { data: tie.data }]],
])('%s', (_, value) => {
  for (const text of [json(value), JSON.stringify(value)]) {
    const { contacts, ties, findings } = read(text);
    expect(contacts.map(({ id, fields }) => [id, fields.name?.full, fields.tags])).toEqual([
      ['a', 'Ana', ['classes: vip', 'classes: board']],
      ['b', 'b', ['classes: board']],
    ]);
    expect(contacts[0]?.fields.other).toEqual([{ name: 'id', value: 'a' }]);
    expect(ties).toMatchObject([{ a: 'a', b: 'b' }]);
    expect(findings).toEqual([]);
  }
});

it('says once where a node stands within one that does not come before it', () => {
  const { contacts, findings } = read(
    json([
      { data: { id: 'a', parent: 'g' } },
      { data: { id: 'b', parent: 'g' } },
      { data: { id: 'g', label: 'Team' } },
    ]),
  );
  expect(contacts.map(({ fields }) => fields.name?.full)).toEqual(['a', 'b', 'Team']);
  expect(findings).toMatchObject([{ level: 'note', reason: expect.stringMatching(/stand within a node/) }]);
});

describe('damage', () => {
  const lines = [
    '{"elements":{"nodes":[',
    '{"data":{"id":"a"}},',
    '{"data":{"id":"b","name":"not closed}},',
    '{"data":{"id":"c"}},',
    '5,',
    '{"data":{"id":"d" "name":"x"}},',
    '{"data":{"id":"e"}}',
    '],"edges":[{"data":{"source":"a","target":"e"}}]}}',
  ];

  it('of an element costs no other', () => {
    const { contacts, ties, findings } = read(lines.join('\n').replace('not closed}', 'not closed"}'));
    expect(contacts.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'e']);
    expect(ties).toHaveLength(1);
    expect(findings.map(({ line, reason }) => [line, reason])).toEqual([
      [5, 'The element is no node and no edge.'],
      [6, 'The element is damaged, or too large or too deeply nested to be read.'],
    ]);
  });

  it('that hides where the next one begins is said', () => {
    const { contacts, findings } = read(lines.join('\n'));
    expect(contacts.map(({ id }) => id)).toEqual(['a']);
    expect(findings.at(-1)).toMatchObject({ level: 'skipped', reason: expect.stringMatching(/breaks off/) });
  });

  it('at the end leaves what stands before', () => {
    const { contacts, skipped } = read(desktop.slice(0, desktop.indexOf('"id": 63')));
    expect(contacts.length).toBeGreaterThan(1);
    expect(skipped.at(-1)?.reason).toMatch(/breaks off/);
  });

  it('by what is left over behind the end is said', () => {
    expect(read('{"elements":{"nodes":[]}}\n}').skipped).toMatchObject([{ line: 2 }]);
    expect(read('{"elements":{"nodes":[}]}}').skipped).toHaveLength(1);
  });
});

describe('hostile files', () => {
  it.each([
    ['no elements', '{"a":[{"data":{"id":"x"}}]}', /no network of Cytoscape/],
    ['no JSON', '}', /damaged near line 1/],
    ['endless depth', `{"x":${'['.repeat(500)}`, /damaged near line 1/],
  ])('%s are refused', (_, text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('depth beyond measure leaves what stands before', () => {
    const deep = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    const { contacts, skipped } = read(
      `{"elements":[{"data":{"id":"a"}},\n{"data":{"id":"b","x":${deep}}}]}`,
    );
    expect(contacts.map(({ id }) => id)).toEqual(['a']);
    expect(skipped.map(({ line }) => line)).toEqual([2, 2]);
  });

  it('names of prototypes are names like any other', () => {
    const text =
      '{"__proto__":{"elements":[]},"elements":{"nodes":[{"data":{"id":"__proto__","__proto__":"x","constructor":"y","toString":"z"}}]}}';
    const { contacts, findings } = read(text);
    expect(contacts[0]).toMatchObject({
      id: '__proto__',
      fields: { tags: ['constructor: y', 'toString: z'] },
    });
    expect(findings).toEqual([]);
    expect(Object.hasOwn(Object.prototype, 'elements')).toBe(false);
  });
});

it('reads the same however the bytes are sliced, in UTF-8 and UTF-16, with any line ends', () => {
  const text = desktop.replaceAll('\n', '\r\n').replace('Ana Silva', 'Ána 🙂 \\"x\\\\');
  const file = bytesOf(text);
  const wide = new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));
  const whole = read(file).items;
  expect(whole).toEqual(read(text.replaceAll('\r\n', '\n')).items);
  fc.assert(
    fc.property(fc.array(fc.nat(file.length), { maxLength: 60 }), (cuts) => {
      expect(read(file, cuts).items).toEqual(whole);
      expect(read(wide, cuts).items).toEqual(whole);
    }),
    { numRuns: 40 },
  );
});
