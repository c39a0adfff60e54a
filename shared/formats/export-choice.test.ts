import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import type { OpenNetwork } from '../model/network';
import { referencesOf } from '../model/references';
import { tableNames } from '../model/table-names';
import { chosenOf, type ExportChoice, exportFields } from './export-choice';
import { readKithmapExport } from './kithmap';
import { networkOf, text, vcardFields } from './network.testing';
import { writeCsv } from './write-csv';
import { writeJson } from './write-json';
import { writeVCards } from './write-vcard';

const whole: ExportChoice = { guessed: true };
const at = '2026-05-01T10:00:00.000Z';

/** Ana, Ben and Cy, who met; each with what can be left out. */
function three(): TestNetwork {
  const made = new TestNetwork();
  made.settings({ me: 'me' });
  made.contact('me');
  made.contact('ana', {
    emails: [{ value: 'ana@x.example' }],
    organisations: [{ name: 'Acme' }],
    tags: ['choir'],
    howMet: { text: 'At the fair', through: 'cy' },
    fieldOfALaterVersion: 'later',
  });
  made.contact('ben', { phones: [{ value: '+41 79 123 45 67' }] });
  made.contact('cy', { name: { full: 'Cy Marker' } });
  made.put('clusters', { id: 'g', name: 'Rowers', tint: 1 });
  made.put('clusters', { id: 'h', name: 'Of Marker', tint: 2 });
  made.put('positions', { id: 'ana', x: 1, y: 2, cluster: 'g' });
  made.put('positions', { id: 'cy', x: 3, y: 4, cluster: 'h' });
  made.put('ties', { id: 'ab', a: 'ana', b: 'ben', state: 'inferred', confidence: 0.5, createdAt: at });
  made.put('ties', { id: 'ac', a: 'ana', b: 'cy', state: 'known', createdAt: at });
  made.put('evidence', { id: 'e', tie: 'ab', kind: 'meeting', label: 'Board' });
  made.put('interactions', { id: 'i', day: '2026-04-01', channel: 'meal', with: ['ana', 'cy'] });
  made.put('interactions', { id: 'j', day: '2026-04-02', channel: 'call', with: ['cy'], summary: 'Marker' });
  made.put('notes', { id: 'n', contact: 'ana', text: 'Sings', at, day: '2026-05-01' });
  made.put('commitments', { id: 'p', contact: 'ana', by: 'me', text: 'slides', madeOn: '2026-04-01' });
  made.put('sources', { id: 's', contact: 'ana', format: 'vcard', key: 'uid:1', values: { x: 1 }, at });
  made.put('templates', { id: 't', name: 'Mine', use: 'ask', body: 'Dear' });
  made.put('myAddresses', { id: 'm', kind: 'email', value: 'me@x.example' });
  return made;
}

const written = (network: OpenNetwork): string => [...writeJson(network)].join('');

describe('a choice', () => {
  it('of everything is the network itself', () => {
    const { network } = three();
    expect(chosenOf(network, whole)).toBe(network);
  });

  it('of people leaves nothing that tells of the others, nor what is mine', () => {
    const chosen = chosenOf(three().network, { ...whole, people: ['ana', 'ben', 'gone'] });
    const file = written(chosen);
    expect(file).not.toMatch(/Marker|"cy"|Mine|me@x/);
    const data = readKithmapExport(file);
    expect(Object.keys(data.contacts ?? {})).toEqual(['ana', 'ben']);
    expect(data.contacts?.['ana']).toMatchObject({ howMet: { text: 'At the fair' } });
    expect(data.interactions?.['i']).toMatchObject({ with: ['ana'] });
    expect(Object.keys(data.interactions ?? {})).toEqual(['i']);
    expect(Object.keys(data.ties ?? {})).toEqual(['ab']);
    expect(Object.keys(data.clusters ?? {})).toEqual(['g']);
  });

  it('without guesses has none of them, nor what they rest on, and all the rest', () => {
    const { network } = three();
    const data = readKithmapExport(written(chosenOf(network, { guessed: false })));
    expect(Object.keys(data.ties ?? {})).toEqual(['ac']);
    expect(data.evidence).toEqual({});
    expect(data.contacts).toEqual(network.toData()['contacts']);
    expect(Object.keys(data.templates ?? {})).toEqual(['t']);
  });

  it('of names has nothing beside the names and the ties', () => {
    const chosen = chosenOf(three().network, { ...whole, fields: [] });
    const file = written(chosen) + [...writeVCards(chosen)].join('') + [...writeCsv(chosen)].join('');
    expect(file).not.toMatch(/ana@x|Acme|choir|Sings|slides|later|fair|2026-04-0|uid:1/);
    expect(file).toMatch(/Cy Marker/);
    expect(chosen.count('ties')).toBe(2);
  });

  it('of a field has that field, and no other', () => {
    for (const [field, marker] of [
      ['addresses', 'ana@x'],
      ['work', 'Acme'],
      ['about', 'choir'],
      ['notes', 'Sings'],
      ['happened', 'slides'],
    ] as const) {
      const { network } = three();
      expect(written(chosenOf(network, { ...whole, fields: [field] }))).toContain(marker);
      const others = exportFields.filter((one) => one !== field);
      expect(written(chosenOf(network, { ...whole, fields: others }))).not.toContain(marker);
    }
  });

  it('leaves no reference to what is not there', () => {
    const { network } = three();
    fc.assert(
      fc.property(
        fc.subarray(['me', 'ana', 'ben', 'cy']),
        fc.subarray([...exportFields]),
        fc.boolean(),
        (people, fields, guessed) => {
          const chosen = chosenOf(network, { people, fields, guessed });
          for (const table of tableNames) {
            if (table === 'confidential') continue;
            for (const entity of chosen.all(table)) {
              for (const { reference, id } of referencesOf(table, entity)) {
                if (reference.to !== 'confidential') expect(chosen.has(reference.to, id)).toBe(true);
              }
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('our own JSON', () => {
  it('gives back every entity as it was, whatever it holds', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(vcardFields, text), { maxLength: 3 }), (people) => {
        const network = networkOf({
          contacts: people.map(([fields], i) => ({ id: `c${i}`, ...fields })),
          notes: people.map(([, note], i) => ({ id: `n${i}`, contact: `c${i}`, text: note })),
        });
        const { confidential, ...open } = network.toData();
        expect(readKithmapExport(written(network))).toEqual(open);
        expect(confidential).toEqual({});
      }),
      { numRuns: 40 },
    );
  });

  it('holds the confidential texts of what goes out, and of nothing else, where they are handed over', () => {
    const made = three();
    made.put('confidential', { id: 'x', text: 'quetzal of Ana' });
    made.put('confidential', { id: 'y', text: 'quetzal of Cy' });
    made.put('notes', { id: 'nx', contact: 'ana', confidential: 'x', at, day: '2026-05-01' });
    made.put('notes', { id: 'ny', contact: 'cy', confidential: 'y', at, day: '2026-05-01' });
    const chosen = chosenOf(made.network, { ...whole, people: ['ana'] });
    expect(written(chosen)).not.toContain('quetzal');
    const reveal = (id: string): string | undefined => made.network.get('confidential', id)?.text;
    const file: unknown = JSON.parse([...writeJson(chosen, reveal)].join(''));
    expect(file).toMatchObject({ data: { confidential: { x: { id: 'x', text: 'quetzal of Ana' } } } });
    expect(JSON.stringify(file)).not.toContain('of Cy');
  });
});
