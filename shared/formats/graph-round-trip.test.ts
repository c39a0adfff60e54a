/** What is written for graph tools comes back as the same people and ties, whatever the form. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Desk, file } from '../imports/importing.testing';
import type { OpenNetwork } from '../model/network';
import { cytoscapeReader } from './cytoscape';
import { gexfReader } from './gexf';
import { graphmlReader } from './graphml';
import { line, networkOf, partial } from './network.testing';
import { options, readAll } from './reading.testing';
import type { FormatName, ReadOptions, RecordReader } from './record';
import { writeCytoscape } from './write-cytoscape';
import { writeGexf } from './write-gexf';
import { writeGraphML } from './write-graphml';

type Write = (network: OpenNetwork) => Generator<string>;
type Read = (options: ReadOptions) => RecordReader;
const forms: readonly (readonly [FormatName, Write, Read])[] = [
  ['graphml', writeGraphML, graphmlReader],
  ['gexf', writeGexf, gexfReader],
  ['cytoscape', writeCytoscape, cytoscapeReader],
];

const list = fc.uniqueArray(line, { maxLength: 3 });
const person = fc.record(
  {
    name: fc.record({ full: line, given: line, family: line }, { requiredKeys: ['full'] }),
    nicknames: list,
    emails: list.map((all) => all.map((value) => ({ value }))),
    phones: list.map((all) => all.map((value) => ({ value }))),
    urls: list.map((all) => all.map((value) => ({ value }))),
    organisations: fc.constantFrom([], [{ name: 'Acme; Sons', title: 'Boss | Owner', department: 'R&D' }]),
    place: line,
    industry: line,
    tags: list,
    interests: list,
    birthday: partial,
  },
  { requiredKeys: ['name'] },
);
const tie = fc.record(
  {
    weight: fc.constantFrom(1, 0.25, 7, 1e-7, 123456.5),
    kind: line,
    since: fc.constantFrom('2014', '2014-05', '1999-12-31'),
    confidence: fc.constantFrom(0.2, 0.95),
  },
  { requiredKeys: [] },
);

describe.each(forms)('%s', (format, write, reader) => {
  const written = (people: readonly object[], ties: readonly object[]): string =>
    [
      ...write(
        networkOf({
          contacts: people.map((one, i) => ({ id: `c${i}`, ...one })),
          ties: ties.map((one, i) => ({
            ...{ id: `t${i}`, a: `c${i}`, b: `c${i + 1}`, ...one },
            state: 'confidence' in one ? 'inferred' : 'known',
          })),
        }),
      ),
    ].join('');

  it('is read back to the same people and ties', () => {
    fc.assert(
      fc.property(
        fc.array(person, { minLength: 4, maxLength: 4 }),
        fc.array(tie, { maxLength: 3 }),
        (people, ties) => {
          const { contacts, ties: read, skipped } = readAll(reader(options), written(people, ties));
          expect(skipped).toEqual([]);
          expect(contacts.map(({ id, fields }) => ({ id, ...fields }))).toMatchObject(
            people.map((one, i) => ({ id: `c${i}`, ...one })),
          );
          expect(read.map((one) => ({ ...one, line: 1 }))).toEqual(
            ties.map(({ weight, kind, since, confidence }, i) => ({
              ...{ kind: 'tie', line: 1, a: `c${i}`, b: `c${i + 1}` },
              ...(weight === undefined ? {} : { weight }),
              ...(kind === undefined ? {} : { tieKind: kind }),
              ...(since === undefined ? {} : { since }),
              ...(confidence === undefined ? {} : { confidence }),
            })),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('that comes in again changes nothing', () => {
    const people = ['Ana', 'Bo', 'Bo', 'Cy'].map((full) => ({ name: { full }, tags: ['x', 'y'] }));
    const items = readAll(reader(options), written(people, [{ weight: 2 }, {}, { confidence: 0.4 }])).items;
    const desk = new Desk();
    const { plan } = desk.import(file(format, items));
    expect(plan.counts).toMatchObject({ new: 4, ties: 3, skipped: 0 });
    const again = desk.plan([file(format, items)]);
    expect(again.changes).toEqual([]);
    expect(again.counts).toMatchObject({ new: 0, changed: 0, unchanged: 4, ties: 0 });
  });
});
