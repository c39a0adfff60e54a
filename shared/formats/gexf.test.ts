import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gexfReader } from './gexf';
import { bytesOf, mutated, mutations, options, outcomeOf, readAll } from './reading.testing';
import type { ReadOptions } from './record';

const read = (text: string | Uint8Array, cuts: readonly number[] = [], more: Partial<ReadOptions> = {}) =>
  readAll(gexfReader({ ...options, ...more }), text, cuts);
const gexf = (inside: string, graph = 'mode="static"'): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">
<meta lastmodifieddate="2026-05-01"><creator>Gephi 0.10</creator></meta>
<graph defaultedgetype="directed" ${graph}>
${inside}
</graph></gexf>`;

const people = gexf(`<attributes class="node" mode="static">
<attribute id="0" title="city" type="string"/>
<attribute id="1" title="frog" type="boolean"><default>true</default></attribute>
<attribute id="2" title="pagerank" type="double"/>
<attribute id="3" title="hobbies" type="liststring"/>
</attributes>
<attributes class="edge"><attribute id="0" title="relation" type="string"/></attributes>
<nodes count="4">
<node id="a" label="Ana &amp; Co"><attvalues><attvalue for="0" value="Bern"/><attvalue for="1" value="false"/>
<attvalue for="2" value="NaN"/><attvalue for="3" value="[chess, 'tea, green']"/></attvalues>
<viz:size value="10.0"/><viz:color r="1" g="2" b="3"/></node>
<node id="b" label="b"><attvalues><attvalue id="0" value="Basel"/><attvalue for="3" value="chess|rowing"/></attvalues></node>
<node id="c"/>
<node label="nobody"/>
</nodes>
<edges>
<edge id="0" source="a" target="b" weight="2.5"><attvalues><attvalue for="0" value="friend"/></attvalues></edge>
<edge id="1" source="b" target="c" kind="colleague" label="works with"/>
<edge id="2" source="c" target="elsewhere" type="MENTORS" weight="0"/>
<edge id="3" source="a" target="a" type="mutual"/>
<edge id="4" source="a" target="c" type="undirected" label="knows"><attvalues><attvalue for="colour" value="red"/></attvalues></edge>
</edges>`);

it('reads nodes with their attributes by type, and edges with all they say', () => {
  const { contacts, ties, findings } = read(people);
  expect(contacts.map(({ id, fields }) => [id, fields.name?.full, fields.place, fields.tags])).toEqual([
    ['a', 'Ana & Co', 'Bern', ['frog: false']],
    ['b', 'b', 'Basel', ['frog: true']],
    ['c', 'c', undefined, ['frog: true']],
  ]);
  expect(contacts.map(({ fields }) => fields.interests)).toEqual([
    ['chess', 'tea, green'],
    ['chess', 'rowing'],
    [],
  ]);
  expect(contacts[0]?.fields.other).toEqual([{ name: 'id', value: 'a' }]);
  expect(ties).toEqual([
    { kind: 'tie', line: 21, a: 'a', b: 'b', weight: 2.5, tieKind: 'friend' },
    { kind: 'tie', line: 22, a: 'b', b: 'c', tieKind: 'colleague' },
    { kind: 'tie', line: 23, a: 'c', b: 'elsewhere', tieKind: 'MENTORS' },
    { kind: 'tie', line: 25, a: 'a', b: 'c', tieKind: 'knows' },
  ]);
  expect(findings.map(({ line, level, reason }) => [line, level, reason])).toEqual([
    [18, 'skipped', 'The node has no id.'],
    [24, 'skipped', 'The edge ties a to itself.'],
    [23, 'note', 'One tie has no weight above 0; it was left out.'],
    [25, 'note', 'Attributes of ties that were not read: colour.'],
  ]);
});

it('keeps what has no place of its own under its own name', () => {
  const { contacts } = read(
    gexf(`<attributes class="node"><attribute id="n" title="name" type="string"/>
<attribute id="b" title="birthday" type="string"/></attributes>
<nodes><node id="1" label="Ana Silva"><attvalues><attvalue for="n" value="@ana"/>
<attvalue for="b" value="in spring"/></attvalues></node>
<node id="2" label="2"><attvalues><attvalue for="n" value="Bo"/></attvalues></node></nodes>`),
  );
  expect(contacts.map(({ fields }) => [fields.name?.full, fields.other])).toEqual([
    [
      'Ana Silva',
      [
        { name: 'id', value: '1' },
        { name: 'name', value: '@ana' },
        { name: 'birthday', value: 'in spring' },
      ],
    ],
    ['Bo', [{ name: 'id', value: '2' }]],
  ]);
});

it('judges attributes by the first thousand nodes, and takes the others as they come', () => {
  const nodes = Array.from({ length: 1_100 }, (_, i) => {
    const late = i < 1_050 ? '' : '<attvalue for="late" value="x"/>';
    return `<node id="${i}"><attvalues><attvalue for="club" value="${i % 2}"/>${late}</attvalues></node>`;
  });
  const { contacts } = read(gexf(`<nodes>${nodes.join('\n')}</nodes>`), [30_000, 60_000]);
  expect(contacts).toHaveLength(1_100);
  expect(contacts.every(({ fields, id }) => fields.tags?.join() === `club: ${Number(id) % 2}`)).toBe(true);
  expect(contacts.at(-1)?.fields.other).toEqual([{ name: 'late', value: 'x' }]);
});

describe('time', () => {
  const dynamic = gexf(
    `<nodes><node id="a" start="2009-03-01" end="2010-01-01"/><node id="b"/><node id="c"/></nodes>
<edges>
<edge source="a" target="b" start="2009-03-05"/>
<edge source="a" target="c"><spells><spell start="2011-01-01" end="2012-01-01"/><spell start="2009-05-01"/></spells></edge>
<edge source="b" target="c" weight="3" timestamps="&lt;[2020-02-01, 2020-03-01T23:30:00Z]&gt;"/>
<edge source="c" target="d" intervals="&lt;[2020-01-01, 2020-06-30]; [2019-07-01, 2019-08-01]&gt;"/>
<edge source="b" target="d"><attvalues><attvalue for="weight" value="1" start="2009-01-01"/><attvalue for="weight" value="4" start="2010-01-01"/></attvalues></edge>
</edges>`,
    'mode="dynamic" timeformat="date"',
  );

  it('becomes since when, and days of contact', () => {
    const { contacts, ties, findings } = read(dynamic);
    expect(ties.map(({ a, b, since, day, weight }) => [a, b, since, day, weight])).toEqual([
      ['a', 'b', '2009-03-05', undefined, undefined],
      ['a', 'c', '2009-05-01', undefined, undefined],
      ['b', 'c', undefined, '2020-02-01', 3],
      ['b', 'c', undefined, '2020-03-02', undefined],
      ['c', 'd', '2019-07-01', undefined, undefined],
      ['b', 'd', undefined, undefined, 4],
    ]);
    expect(contacts[0]?.fields.other).toEqual([
      { name: 'start', value: '2009-03-01' },
      { name: 'end', value: '2010-01-01' },
    ]);
    expect(findings.map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/^Some attributes change over time/),
      expect.stringMatching(/^2 ties have an end/),
    ]);
  });

  it.each([
    ['1335090239.0', 'since', '2012-04-22'],
    ['1.335090239E9', 'since', '2012-04-22'],
    ['1335090239000', 'since', '2012-04-22'],
    ['1987', 'since', '1987'],
    ['-Infinity', 'since', undefined],
  ])('%s is known for what it is', (start, _, since) => {
    const { ties, findings } = read(gexf(`<edges><edge source="a" target="b" start="${start}"/></edges>`));
    expect(ties[0]?.since).toBe(since);
    expect(findings).toEqual([]);
  });

  it('that counts from a start which nobody names is left out and said, or read by its unit', () => {
    const file = gexf(
      '<edges><edge source="a" target="b" start="3" end="5"/><edge source="b" target="c" timestamp="4"/></edges>',
    );
    expect(read(file).ties.map(({ since, day }) => [since, day])).toEqual([
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(read(file).findings[1]?.reason).toMatch(/^2 ties have times that count from/);
    const said = read(file, [], { timeUnit: 'days', timeOrigin: '2020-01-01' });
    expect(said.ties.map(({ since, day }) => [since, day])).toEqual([
      ['2020-01-04', undefined],
      [undefined, '2020-01-05'],
    ]);
  });
});

it('says within which node another stands, nested or by name', () => {
  const { contacts, findings } = read(
    gexf(`<nodes><node id="s" label="Sales"><nodes><node id="a" label="Ana"/><node id="b"><nodes><node id="c"/></nodes></node></nodes></node>
<node id="d" pid="s"/><node id="e" pid="later"/><node id="f"><parents><parent for="s"/><parent for="a"/></parents></node></nodes>`),
  );
  const within = contacts.map(({ id, fields }) => [id, (fields.tags ?? []).join()]);
  expect(Object.fromEntries(within)).toEqual({
    ...{ s: '', a: 'within: Sales', b: 'within: Sales', c: 'within: b' },
    ...{ d: 'within: Sales', e: '', f: 'within: Sales' },
  });
  expect(findings).toHaveLength(1);
});

describe('hostile files are refused with a sentence', () => {
  it.each([
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa">]>${gexf('').replace(/^<\?.*\?>/, '')}`,
      /document type/,
    ],
    ['endless depth', gexf('<node id="a"><nodes>'.repeat(200)), /nested too deeply/],
    [
      'endless attributes',
      gexf(`<attributes class="node">${'<attribute id="x"/>'.repeat(3)}`),
      /not well-formed/,
    ],
    [
      'too many attributes',
      gexf(
        `<attributes class="node">${Array.from({ length: 1_100 }, (_, i) => `<attribute id="${i}" title="t"/>`).join('')}</attributes>`,
      ),
      /too many attributes/,
    ],
    ['no graph', '<gexf></gexf>', /holds no graph.*plain GEXF/],
    ['an end too early', people.slice(0, 900), /not well-formed/],
  ])('%s', (_, text, sentence) => {
    expect(() => read(text)).toThrow(sentence);
  });

  it('names of prototypes are names like any other', () => {
    const { contacts } = read(
      gexf(`<attributes class="node"><attribute id="__proto__" title="__proto__" type="string"/></attributes>
<nodes><node id="__proto__" label="constructor"><attvalues><attvalue for="__proto__" value="x"/></attvalues></node></nodes>`),
    );
    expect(contacts[0]).toMatchObject({
      id: '__proto__',
      fields: { name: { full: 'constructor' }, tags: ['__proto__: x'] },
    });
  });
});

it('reads the same however the bytes are sliced, and damaged files with records or a sentence', () => {
  const file = bytesOf(people);
  const whole = read(file).items;
  fc.assert(
    fc.property(fc.array(fc.nat(file.length), { maxLength: 40 }), mutations, (cuts, changes) => {
      expect(read(file, cuts).items).toEqual(whole);
      const damaged = mutated(file, changes);
      expect(outcomeOf(gexfReader(options), damaged, cuts)).toBe(outcomeOf(gexfReader(options), damaged, []));
    }),
    { numRuns: 60 },
  );
});
