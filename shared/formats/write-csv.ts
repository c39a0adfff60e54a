/**
 * Contacts as a table for spreadsheets. A cell that a spreadsheet would take for a formula (it begins with `=`,
 * `+`, `-`, `@`, a tab or a line break) gets an apostrophe in front, and so does one that begins with an
 * apostrophe: whoever reads the file back takes one apostrophe off a cell that begins with one.
 */
import Papa from 'papaparse';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { openNotesOf } from './export-view';

type Column = readonly [header: string, of: (contact: Contact, network: OpenNetwork) => string];

const joined = (values: readonly string[]): string => values.join('; ');

const columns: readonly Column[] = [
  ['Name', (contact) => contact.name.full],
  ['Given name', (contact) => contact.name.given ?? ''],
  ['Family name', (contact) => contact.name.family ?? ''],
  ['Nicknames', (contact) => joined(contact.nicknames)],
  ['Mail', (contact) => joined(contact.emails.map((email) => email.value))],
  ['Phone', (contact) => joined(contact.phones.map((phone) => phone.value))],
  ['Web', (contact) => joined(contact.urls.map((url) => url.value))],
  ['Organisation', (contact) => contact.organisations[0]?.name ?? ''],
  ['Title', (contact) => contact.organisations[0]?.title ?? ''],
  ['Industry', (contact) => contact.industry ?? ''],
  ['Place', (contact) => contact.place ?? ''],
  ['Tags', (contact) => joined(contact.tags)],
  ['Interests', (contact) => joined(contact.interests)],
  ['Can help with', (contact) => joined(contact.canHelpWith)],
  ['Looking for', (contact) => joined(contact.lookingFor)],
  ['Told what I do', (contact) => contact.knowsMyWork ?? ''],
  ['Birthday', (contact) => contact.birthday ?? ''],
  ['Circle', (contact) => contact.circle ?? ''],
  ['Archived', (contact) => (contact.archived === true ? 'yes' : '')],
  ['Last contact', (contact, network) => network.index.summary(contact.id).last ?? ''],
  ['Notes', (contact, network) => joined(openNotesOf(network, contact.id))],
];

/** The table in pieces, one a row, with a byte order mark so that spreadsheets see UTF-8; me is not in it. */
export function* writeCsv(network: OpenNetwork): Generator<string> {
  yield `\ufeff${csvRow(columns.map(([header]) => header))}`;
  const me = network.get('settings', 'settings')?.me;
  for (const contact of network.all('contacts')) {
    if (contact.id !== me) yield csvRow(columns.map(([, of]) => guarded(of(contact, network))));
  }
}

/** Any table, under a row of headers, guarded in the same way. */
export function csvText(headers: readonly string[], rows: Iterable<readonly string[]>): string {
  let text = `\ufeff${csvRow(headers)}`;
  for (const cells of rows) text += csvRow(cells.map(guarded));
  return text;
}

export function csvRow(cells: readonly string[]): string {
  return `${Papa.unparse([cells], { newline: '\r\n' })}\r\n`;
}

/** See above; `plainCell` takes the apostrophe off again. */
export function guarded(cell: string): string {
  return /^[=+\-@\t\r\n'＝＋－＠]/.test(cell) ? `'${cell}` : cell;
}

/** A cell as a file of whatever program has it, without the apostrophe that guards it. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && guarded(cell.slice(1)) === cell ? cell.slice(1) : cell;
}

/** A cell as it was before it was written. */
export function plainCell(cell: string): string {
  return cell.startsWith("'") ? cell.slice(1) : cell;
}
