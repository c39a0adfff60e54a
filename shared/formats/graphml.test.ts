import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphmlReader } from './graphml';
import { bytesOf, mutated, mutations, options, outcomeOf, readAll } from './reading.testing';

const read = (text: string | Uint8Array, cuts: readonly number[] = []) =>
  readAll(graphmlReader(options), text, cuts);
const graph = (inside: string): string => `<?xml version="1.0"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
<key id="d0" for="node" attr.name="label" attr.type="string"/>
<key id="d1" for="node" attr.name="club" attr.type="string"><default>Red</default></key>
<key id="d2" for="edge" attr.name="weight" attr.type="double"/>
<key id="d3" for="edge" attr.name="kind" attr.type="string"/>
<key id="d4" for="edge" attr.name="since" attr.type="string"/>
<key id="d5" for="edge" attr.name="time" attr.type="long"/>
<graph edgedefault="directed">${inside}</graph></graphml>`;

const people = graph(`
<node id="n0"><data key="d0">Ana &amp; Co</data><data key="d1">Blue</data></node>
<node id="n1"><data key="d0"><![CDATA[Bo <b>]]></data></node>
<node id="n2"><y:ShapeNode><y:NodeLabel>Cy</y:NodeLabel></y:ShapeNode></node>
<node id="n3"/>
<edge source="n0" target="n1"><data key="d2">2.5</data><data key="d3">friend</data><data key="d4">2014</data></edge>
<edge source="n1" target="n2"><data key="d5">1262454010</data></edge>
<edge source="n2" target="n2"/>
<edge source="n3" target="elsewhere"/>`);

it('reads nodes with their names and attributes, and edges with all they say', () => {
  const { contacts, ties, skipped } = read(people);
  expect(contacts.map((one) => [one.id, one.fields.name?.full, one.fields.tags])).toEqual([
    ['n0', 'Ana & Co', ['club: Blue']],
    ['n1', 'Bo <b>', ['club: Red']],
    ['n2', 'Cy', ['club: Red']],
    ['n3', 'n3', ['club: Red']],
  ]);
  expect(ties).toEqual([
    { kind: 'tie', line: 14, a: 'n0', b: 'n1', weight: 2.5, tieKind: 'friend', since: '2014' },
    { kind: 'tie', line: 15, a: 'n1', b: 'n2', day: '2010-01-02' },
    { kind: 'tie', line: 17, a: 'n3', b: 'elsewhere' },
  ]);
  expect(skipped).toEqual([expect.objectContaining({ line: 16, reason: 'The edge ties n2 to itself.' })]);
});

it('says within which node another stands', () => {
  const { contacts } = read(
    graph(`<node id="g"><data key="d0">Team</data><graph><node id="a"/><node id="h"><y:NodeLabel>Inner</y:NodeLabel>
<graph><node id="b"/></graph></node></graph></node>`),
  );
  const within = contacts.map(({ id, fields }) => [
    id,
    (fields.tags ?? []).filter((tag) => tag.startsWith('within')),
  ]);
  expect(Object.fromEntries(within)).toEqual({
    g: [],
    a: ['within: Team'],
    h: ['within: Team'],
    b: ['within: Inner'],
  });
});

describe('hostile files are refused with a sentence', () => {
  it.each([
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${graph('<node id="&b;"/>')}`.replace(
        /(<!DOC.*?\]>)(<\?xml.*?\?>)/s,
        '$2$1',
      ),
      /document type/,
    ],
    ['an entity of its own', graph('<node id="&b;"/>'), /not well-formed/],
    ['endless depth', graph('<node id="a"><graph>'.repeat(200)), /nested too deeply/],
    ['an endless text', graph(`<node id="a"><data key="d0">${'x'.repeat(5_000_000)}`), /too long/],
    ['an end too early', people.slice(0, 900), /not well-formed/],
    ['no graph', '<graphml></graphml>', /holds no graph/],
    ['an unknown encoding', people.replace('?>', ' encoding="klingon"?>'), /encoding/],
  ])('%s', (_, text, sentence) => {
    const bytes = bytesOf(text);
    expect(() =>
      read(
        bytes,
        Array.from({ length: Math.ceil(bytes.length / 65_536) }, (__, i) => i * 65_536),
      ),
    ).toThrow(sentence);
  });
});

describe('whatever the bytes', () => {
  const file = bytesOf(people);

  it('reads the same however the bytes are sliced, in UTF-8 and UTF-16', () => {
    const whole = read(file).items;
    const wide = new Uint8Array(Buffer.from(`\ufeff${people}`, 'utf16le'));
    expect(read(wide).items).toEqual(whole);
    fc.assert(
      fc.property(fc.array(fc.nat(file.length), { maxLength: 40 }), (cuts) => {
        expect(read(file, cuts).items).toEqual(whole);
        expect(read(wide, cuts).items).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('gives records or a sentence, never anything else', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const text = mutated(file, changes);
        const cuts = [5, 700, 1100, 1101, 1500];
        expect(outcomeOf(graphmlReader(options), text, cuts)).toBe(
          outcomeOf(graphmlReader(options), text, []),
        );
      }),
      { numRuns: 300 },
    );
  });
});
