/**
 * Contacts as vCard 4.0 (RFC 6350), or 3.0 (RFC 2426) for programs that take no other, that strict readers accept and
 * ours reads back to the same fields. What vCard has no property for stands in X-KITHMAP- ones; labels of the user's own,
 * and in 3.0 relations and days without a year, as Apple and Google write them.
 */
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { openNotesOf, tiesOf } from './export-view';
import { folded } from './fold';

/** Labels that are types of vCard; others are written as X-ABLabel. */
const types = new Set(['home', 'work', 'cell', 'fax', 'pager', 'textphone', 'main', 'car', 'isdn']);
/** Kinds of ties that RELATED names (RFC 6350, 6.6.6), and those that address books add. */
const relations = new Set([
  ...[
    'contact',
    'acquaintance',
    'friend',
    'met',
    'co-worker',
    'colleague',
    'co-resident',
    'neighbor',
    'child',
  ],
  ...['parent', 'sibling', 'spouse', 'kin', 'muse', 'crush', 'date', 'sweetheart', 'agent', 'emergency'],
  ...['partner', 'manager', 'assistant', 'mother', 'father', 'brother', 'sister', 'relative'],
]);
/** Names of kept fields that may stand as they are, since nothing else reads or writes them here. */
const plainName =
  /^X-(?!KITHMAP-|AB|ANDROID-|PHONETIC-|SOCIALPROFILE|ADDRESSBOOKSERVER-|MS-|EVOLUTION-|KADDRESSBOOK-|GNOME-|MOZILLA-|SPOUSE|PARTNER|MANAGER|ASSISTANT|CHILD|FATHER|MOTHER|PARENT|BROTHER|SISTER|FRIEND|REFERRED|ANNIVERSARY)[A-Z0-9-]+$/;

type Version = '3.0' | '4.0';

/** The file in pieces, one for each contact but me; the archived are among them. */
export function* writeVCards(network: OpenNetwork, version: Version = '4.0'): Generator<string> {
  const me = network.get('settings', 'settings')?.me;
  for (const contact of network.all('contacts')) {
    if (contact.id !== me) yield cardOf(contact, network, version);
  }
}

function cardOf(contact: Contact, network: OpenNetwork, version: Version): string {
  const card = new CardWriter(version);
  const { name } = contact;
  card.add('BEGIN', 'VCARD');
  card.add('VERSION', version);
  card.add('PRODID', '-//Kithmap//Kithmap//EN');
  card.add('UID', escaped(uidOf(contact.id, network)));
  if (contact.nameDoubt === 'organisation') {
    if (card.isOld) card.add('X-ABShowAs', 'COMPANY');
    else card.add('KIND', 'org');
  }
  if (contact.nameDoubt === 'guessed') card.add('X-KITHMAP-NAME', 'guessed');
  card.add('FN', escaped(name.full));
  const parts = [name.family, name.given, name.additional, name.prefix, name.suffix];
  // 3.0 asks for it, be it empty.
  if (card.isOld || parts.some((part) => part !== undefined && part !== '')) {
    card.add('N', parts.map((part) => escaped(part ?? '')).join(';'));
  }
  card.text('X-PHONETIC-FIRST-NAME', name.phoneticGiven);
  card.text('X-PHONETIC-LAST-NAME', name.phoneticFamily);
  card.list('NICKNAME', contact.nicknames);
  for (const { value, label } of contact.emails) card.labelled('EMAIL', escaped(value), label);
  for (const { value, label } of contact.phones) card.labelled('TEL', escaped(value), label);
  for (const { value, label } of contact.urls) card.labelled('URL', address(value), label);
  writeAddresses(card, contact);
  writeOrganisations(card, contact);
  writeDates(card, contact);
  card.add('X-KITHMAP-PLACE', escaped(contact.place ?? ''));
  card.text('X-KITHMAP-INDUSTRY', contact.industry);
  card.list('CATEGORIES', contact.tags);
  for (const interest of contact.interests) card.text('INTEREST', interest);
  for (const note of openNotesOf(network, contact.id)) card.text('NOTE', note);
  writeRelations(card, contact, network);
  for (const { name: field, value } of contact.other) {
    if (plainName.test(field)) card.text(field, value);
    else card.add('X-KITHMAP-OTHER', escaped(value), [['X-NAME', field]]);
  }
  card.add('END', 'VCARD');
  return card.toString();
}

function writeAddresses(card: CardWriter, contact: Contact): void {
  for (const one of contact.postal) {
    const parts = [one.street, one.locality, one.region, one.code, one.country].map((part) => part ?? '');
    if (parts.some((part) => part !== '')) {
      card.labelled('ADR', `;;${parts.map(escaped).join(';')}`, one.label);
    } else if (one.text !== undefined) {
      card.labelled('ADR', ';;;;;;', one.label, [['LABEL', one.text]]);
    }
  }
}

function writeOrganisations(card: CardWriter, contact: Contact): void {
  contact.organisations.forEach((one, i) => {
    const group = `org${i + 1}`;
    const units = [one.name, ...(one.department === undefined ? [] : [one.department])];
    if (units.some((unit) => unit !== '')) card.add('ORG', units.map(escaped).join(';'), [], group);
    if (one.title !== undefined && one.title !== '') card.add('TITLE', escaped(one.title), [], group);
    if (one.from !== undefined) card.add('X-KITHMAP-FROM', one.from, [], group);
    if (one.to !== undefined) card.add('X-KITHMAP-TO', one.to, [], group);
  });
}

function writeDates(card: CardWriter, contact: Contact): void {
  if (contact.birthday !== undefined) card.day('BDAY', contact.birthday);
  const first = contact.dates.findIndex(({ label }) => label === 'anniversary');
  contact.dates.forEach(({ label, date }, i) => {
    if (i === first) card.day(card.isOld ? 'X-ANNIVERSARY' : 'ANNIVERSARY', date);
    else card.labelled('X-ABDATE', date, label, [], true);
  });
}

/** Ties that say what the other is to this one, known ones alone: a guess is not passed on as a fact. */
function writeRelations(card: CardWriter, contact: Contact, network: OpenNetwork): void {
  for (const { tie, other } of tiesOf(network, contact.id)) {
    const kind = tie.kind?.toLowerCase() ?? '';
    const person = network.get('contacts', other);
    const mine = tie.kindOf === undefined || tie.kindOf === other;
    if (tie.state !== 'known' || person === undefined || !relations.has(kind) || !mine) continue;
    const uid = uidOf(other, network);
    if (card.isOld) card.labelled('X-ABRELATEDNAMES', escaped(person.name.full), kind, [], true);
    else if (uid.startsWith('urn:uuid:')) card.add('RELATED', uid, [['TYPE', kind]]);
    else
      card.add('RELATED', escaped(person.name.full), [
        ['TYPE', kind],
        ['VALUE', 'text'],
      ]);
  }
}

/** The UID that the contact came with, so that other programs know it again; else its own id. */
function uidOf(contact: string, network: OpenNetwork): string {
  for (const id of network.index.referring('contacts', contact, 'sources')) {
    const source = network.get('sources', id);
    if (source?.format === 'vcard' && source.key.startsWith('uid:')) return uuid(source.key.slice(4));
  }
  return uuid(contact);
}

function uuid(text: string): string {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? `urn:uuid:${text}` : text;
}

/** `1980-03-22` as `19800322`, `--02-03` as `--0203`; a year or month alone as it is. */
function dateOf(date: string): string {
  return /^\d{4}-\d\d$/.test(date)
    ? date
    : date.replace(
        /^(--|\d{4}-?)(\d\d)-(\d\d)$/,
        (_, year: string, month: string, day: string) => `${year.replace(/(\d)-$/, '$1')}${month}${day}`,
      );
}

/** Escapes of RFC 6350, 3.4; control characters are dropped. */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n|\t)\p{Cc}/gu, '')
    .replace(/[\\,;]/g, '\\$&')
    .replaceAll('\n', '\\n');
}

/** An address keeps its commas and semicolons; a backslash or line break has no place in one. */
function address(url: string): string {
  return /[\\\n\r]/.test(url) ? escaped(url) : url.replace(/\p{Cc}/gu, '');
}

class CardWriter {
  /** Version 3.0. */
  readonly isOld: boolean;
  readonly #lines: string[] = [];
  #items = 0;

  constructor(version: Version) {
    this.isOld = version === '3.0';
  }

  /** One property; its value is escaped already. */
  add(
    name: string,
    value: string,
    params: readonly (readonly [string, string])[] = [],
    group?: string,
  ): void {
    const head = params.map(([key, param]) => `;${key}=${paramValue(param)}`).join('');
    this.#lines.push(`${group === undefined ? '' : `${group}.`}${name}${head}:${value}`);
  }

  /** A day; 3.0 knows none without a year, for which Apple writes 1604, and no year alone. */
  day(name: string, date: string): void {
    if (!this.isOld) this.add(name, dateOf(date));
    else if (date.startsWith('--')) this.add(name, `1604-${date.slice(2)}`, [['X-APPLE-OMIT-YEAR', '1604']]);
    else this.add(name, date, /^\d{4}-\d\d-\d\d$/.test(date) ? [] : [['VALUE', 'text']]);
  }

  text(name: string, value: string | undefined): void {
    if (value !== undefined && value !== '') this.add(name, escaped(value));
  }

  list(name: string, values: readonly string[]): void {
    if (values.length > 0) this.add(name, values.map(escaped).join(','));
  }

  /** A property with the label the user sees, as a type where it is one. */
  labelled(
    name: string,
    value: string,
    label: string | undefined,
    params: readonly (readonly [string, string])[] = [],
    ownLabel = false,
  ): void {
    if (label === undefined || label === '') {
      this.add(name, value, params);
      return;
    }
    const words = label.split(' ');
    if (!ownLabel && new Set(words).size === words.length && words.every((word) => types.has(word))) {
      this.add(name, value, [...words.map((word) => ['TYPE', word] as const), ...params]);
      return;
    }
    this.#items += 1;
    const group = `item${this.#items}`;
    this.add(name, value, params, group);
    this.add('X-ABLabel', escaped(label), [], group);
  }

  toString(): string {
    return this.#lines.map((line) => `${folded(line)}\r\n`).join('');
  }
}

/** A parameter's value in quotation marks, with the escapes of RFC 6868. */
function paramValue(text: string): string {
  const safe = text
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\^"\n]/g, (character) => (character === '^' ? '^^' : character === '"' ? "^'" : '^n'));
  return /^[A-Za-z0-9-]+$/.test(safe) ? safe : `"${safe}"`;
}
