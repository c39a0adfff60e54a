/**
 * Contacts as Google Contacts writes them since 2024, so that it and whoever reads its files take them in. There are
 * as many columns for addresses as somebody needs. Cells are guarded as in `writeCsv` where a program would run them,
 * but for phone numbers and days without a year: they begin with a sign, and nobody would find them again behind an
 * apostrophe.
 */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { csvRow, guarded } from './write-csv';
import { openNotesOf } from './export-view';
import { composedName } from './names';

interface Group {
  readonly name: string;
  readonly parts: readonly string[];
  readonly of: (contact: Contact) => readonly (readonly string[])[];
}

const labelled = (
  values: readonly { readonly value: string; readonly label?: string | undefined }[],
): string[][] => values.map(({ value, label }) => [label ?? '', value]);

const groups: readonly Group[] = [
  { name: 'E-mail', parts: ['Label', 'Value'], of: ({ emails }) => labelled(emails) },
  { name: 'Phone', parts: ['Label', 'Value'], of: ({ phones }) => labelled(phones) },
  {
    name: 'Address',
    parts: ['Label', 'Formatted', 'Street', 'City', 'Region', 'Postal Code', 'Country'],
    of: ({ postal }) =>
      postal.map((one) => [
        ...[one.label ?? '', one.text ?? '', one.street ?? '', one.locality ?? ''],
        ...[one.region ?? '', one.code ?? '', one.country ?? ''],
      ]),
  },
  { name: 'Website', parts: ['Label', 'Value'], of: ({ urls }) => labelled(urls) },
  {
    name: 'Event',
    parts: ['Label', 'Value'],
    of: ({ dates }) => dates.map(({ label, date }) => [label, date]),
  },
];

const single: readonly (readonly [header: string, of: (contact: Contact) => string])[] = [
  ['First Name', (contact) => nameOf(contact).given ?? ''],
  ['Middle Name', (contact) => nameOf(contact).additional ?? ''],
  ['Last Name', (contact) => nameOf(contact).family ?? ''],
  ['Phonetic First Name', ({ name }) => name.phoneticGiven ?? ''],
  ['Phonetic Last Name', ({ name }) => name.phoneticFamily ?? ''],
  ['Name Prefix', (contact) => nameOf(contact).prefix ?? ''],
  ['Name Suffix', (contact) => nameOf(contact).suffix ?? ''],
  ['Nickname', ({ nicknames }) => nicknames.join(' ::: ')],
  ['File As', ({ name }) => name.full],
  ['Organization Name', ({ organisations }) => organisations[0]?.name ?? ''],
  ['Organization Title', ({ organisations }) => organisations[0]?.title ?? ''],
  ['Organization Department', ({ organisations }) => organisations[0]?.department ?? ''],
  ['Birthday', ({ birthday }) => birthday ?? ''],
];

/** One row a contact, in pieces; me is not in it. */
export function* writeGoogleCsv(network: OpenNetwork): Generator<string> {
  const me = network.get('settings', 'settings')?.me;
  const columns = groups.map((group) => ({ group, most: 0 }));
  for (const contact of network.all('contacts')) {
    if (contact.id === me) continue;
    for (const column of columns) column.most = Math.max(column.most, column.group.of(contact).length);
    // A step: with very many people this takes a while.
    yield '';
  }
  const headers = columns.flatMap(({ group: { name, parts }, most }) =>
    Array.from({ length: most }, (_, i) => parts.map((part) => `${name} ${i + 1} - ${part}`)).flat(),
  );
  yield csvRow([...single.map(([header]) => header), 'Notes', 'Labels', ...headers]);
  for (const contact of network.all('contacts')) {
    if (contact.id === me) continue;
    const cells = columns.flatMap(({ group, most }) => {
      const values = group.of(contact);
      return Array.from({ length: most }, (_, i) =>
        group.parts.map((_part, at) => values[i]?.[at] ?? ''),
      ).flat();
    });
    yield csvRow(
      [
        ...single.map(([, of]) => of(contact)),
        openNotesOf(network, contact.id).join('\n\n'),
        contact.tags.join(' ::: '),
        ...cells,
      ].map((cell) => (harmless.test(cell) ? cell : guarded(cell))),
    );
  }
}

/** Numbers, and days without a year. */
const harmless = /^(?:\+\d[\d\s()./-]*|--\d\d-\d\d)$/;

/** The parts of a name where they say how it is written; else all of it stands first, so that none of it is lost. */
function nameOf({
  name,
}: Contact): Partial<Record<'prefix' | 'given' | 'additional' | 'family' | 'suffix', string>> {
  const { prefix, given, additional, family, suffix } = name;
  const parts = { prefix, given, additional, family, suffix };
  const known = Object.fromEntries(
    Object.entries(parts).filter(([, part]) => part !== undefined && part !== ''),
  );
  return composedName(known) === name.full ? known : { given: name.full };
}
