/**
 * What a file's row does to a contact, field by field. A field is updated only while it holds what the same row
 * brought last time; what the user changed stays, and is said. For the three shapes of fields that means:
 *
 *   one value (place, birthday)          as it stands
 *   parts (name, how met)                untouched while every part the file brought stands; parts of the user's stay
 *   lists (addresses, jobs, tags ...)    untouched while everything the file brought stands; what the user added stays
 *
 * A row that meets a contact for the first time fills what is empty and adds to lists what they lack.
 */
import { isObject, type JsonObject, sameJson } from '../json';
import { addressKey } from '../model/addresses';
import type { Contact } from '../model/entities';
import { Contact as ContactSchema } from '../model/entities/contact';
import type { ContactRecord } from '../formats/record';
import { foldedName } from './names';

const valueFields = ['industry', 'place', 'birthday'] as const;
const partFields = ['name', 'howMet'] as const;
const listFields = [
  'nicknames',
  'emails',
  'phones',
  'urls',
  'postal',
  'organisations',
  'tags',
  'interests',
  'dates',
  'other',
] as const;
type ListField = (typeof listFields)[number];

/** How a field is called where a person reads about it. */
const words: Readonly<Record<string, string>> = {
  name: 'name',
  howMet: 'how you met',
  industry: 'industry',
  place: 'place',
  birthday: 'birthday',
  nicknames: 'nicknames',
  emails: 'mail addresses',
  phones: 'phones',
  urls: 'web addresses',
  postal: 'addresses',
  organisations: 'organisations',
  tags: 'tags',
  interests: 'interests',
  dates: 'dates',
  other: 'other fields',
  nameDoubt: 'how sure the name is',
  stub: 'whether they have a card of their own',
};

export function wordsFor(fields: readonly string[]): string {
  return fields.map((field) => words[field] ?? field).join(', ');
}

/** The longest texts that a contact holds; longer ones are cut. */
const longest = { line: 1_000, text: 200_000 };
const longestList: Readonly<Partial<Record<ListField, number>>> = {
  nicknames: 1_000,
  tags: 1_000,
  interests: 1_000,
  organisations: 200,
  other: 500,
};

export interface Stated {
  /** The fields that the row has something in, as a contact can hold them. */
  readonly fields: JsonObject;
  /** Fields of which something had to be left out. */
  readonly cut: readonly string[];
}

/** The fields that a record states, fitted to what a contact can hold. Empty ones state nothing. */
export function statedFields(record: Pick<ContactRecord, 'fields' | 'connectedOn' | 'met'>): Stated {
  const fields: Record<string, unknown> = {};
  const cut: string[] = [];
  const given: JsonObject = record.fields;
  for (const [field, value] of Object.entries(given)) {
    if (isEmpty(value)) continue;
    const fitted = field === 'name' ? named(fittedValue(field, value)) : fittedValue(field, value);
    if (!isEmpty(fitted)) fields[field] = fitted;
    if (!sameJson(value, fitted)) cut.push(field);
  }
  if (record.connectedOn !== undefined) {
    fields['howMet'] = { text: 'connected on LinkedIn', on: record.connectedOn };
  }
  const met = record.met === undefined ? undefined : fittedValue('howMet', record.met);
  if (!isEmpty(met)) fields['howMet'] = met;
  return { fields, cut };
}

/** A name whose parts are known but not the whole is called by its parts: a blank must not wipe a name out. */
function named(name: unknown): unknown {
  if (!isObject(name) || name['full'] !== '') return name;
  const parts = [name['given'], name['additional'], name['family']].filter(
    (part) => typeof part === 'string',
  );
  return parts.length === 0 ? undefined : { ...name, full: parts.join(' ').slice(0, longest.line) };
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (Array.isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isEmpty);
}

/** The value as the schema of a contact takes it: lines and lists cut to their length, what is empty left out. */
function fittedValue(field: string, value: unknown): unknown {
  const schema: unknown = Object.hasOwn(shape, field) ? shape[field] : undefined;
  if (!isSchema(schema)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(shortened).slice(0, longestList[toListField(field)] ?? 100);
    if (schema.safeParse(items).success) return items;
    return items.filter((item) => schema.safeParse([item]).success);
  }
  const short = shortened(value);
  return schema.safeParse(short).success ? short : undefined;
}

const shape: JsonObject = ContactSchema.shape;

function toListField(field: string): ListField {
  return listFields.find((one) => one === field) ?? 'other';
}
function isSchema(value: unknown): value is { safeParse(value: unknown): { success: boolean } } {
  return isObject(value) && 'safeParse' in value;
}

/** Texts without characters that no text has, cut to what a line or a text may hold; empty parts left out. */
function shortened(value: unknown): unknown {
  if (typeof value === 'string') return value.slice(0, longest.line).trim();
  if (!isObject(value)) return value;
  const parts: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(value)) {
    if (typeof part !== 'string') {
      if (part !== undefined) parts[key] = part;
      continue;
    }
    const most = key === 'text' || (key === 'value' && 'name' in value) ? longest.text : longest.line;
    const short = part.slice(0, most).trim();
    if (short !== '' || key === 'full' || key === 'name') parts[key] = short;
  }
  return parts;
}

/** What several rows state about one contact: the first to state a field has it, lists add up. */
export function combinedFields(rows: readonly JsonObject[]): JsonObject {
  const [first = {}, ...more] = rows;
  const fields: Record<string, unknown> = { ...first };
  for (const row of more) {
    for (const [field, value] of Object.entries(row)) {
      const standing: unknown = fields[field];
      if (standing === undefined) fields[field] = value;
      else if (isList(standing) && isList(value)) {
        fields[field] = unique(toListField(field), [...value, ...standing].reverse()).reverse();
      }
    }
  }
  return fields;
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

export interface Merge {
  /** What changes in the contact. */
  readonly fields: JsonObject;
  /** What the row's source remembers from now on. */
  readonly values: JsonObject;
  /** Fields of the user's that differ from the file and stay. */
  readonly kept: readonly string[];
}

/** @param last the values that this row brought last time; undefined where it meets the contact for the first time. */
export function mergeFields(contact: Contact, stated: JsonObject, last: JsonObject | undefined): Merge {
  const fields: Record<string, unknown> = {};
  const values: Record<string, unknown> = { ...last };
  const kept: string[] = [];
  const standing: JsonObject = contact;
  const settle = (field: string, decision: Decision): void => {
    if (decision.set !== undefined) fields[field] = decision.set;
    if (decision.kept === true) kept.push(field);
    // Of what was declined at the first meeting it is known, too, that it was said: it is no news the next time.
    if (decision.kept !== true || last?.[field] === undefined) values[field] = stated[field];
  };
  for (const field of valueFields) {
    if (stated[field] === undefined) continue;
    settle(field, decideValue(standing[field], stated[field], last?.[field]));
  }
  for (const field of partFields) {
    const file = stated[field];
    if (!isObject(file)) continue;
    const base = last?.[field];
    const present =
      field === 'name' && contact.nameDoubt !== undefined && base === undefined ? {} : standing[field];
    settle(field, decideParts(isObject(present) ? present : {}, file, isObject(base) ? base : undefined));
  }
  for (const field of listFields) {
    const file: unknown = stated[field];
    if (!Array.isArray(file)) continue;
    const present: unknown = standing[field];
    const base: unknown = last?.[field];
    settle(
      field,
      decideList(field, Array.isArray(present) ? present : [], file, Array.isArray(base) ? base : undefined),
    );
  }
  return { fields, values, kept };
}

/** Marks that a better name or a row of one's own takes away. */
export function cleared(
  contact: Contact,
  fields: JsonObject,
  record: ContactRecord,
  implied: boolean,
): JsonObject {
  const doubtful = record.organisationOnly === true || record.nameGuessed === true;
  return {
    ...(contact.nameDoubt !== undefined && fields['name'] !== undefined && !doubtful
      ? { nameDoubt: undefined }
      : {}),
    ...(contact.stub === true && !implied && record.stub !== true ? { stub: undefined } : {}),
  };
}

interface Decision {
  /** The field's new value, where it changes. */
  readonly set?: unknown;
  /** The user's value stays although the file says another. */
  readonly kept?: boolean;
}

const agreed: Decision = {};

/** Also for a tie's kind, weight and since. */
export function decideValue(present: unknown, file: unknown, base: unknown): Decision {
  if (sameJson(present, file)) return agreed;
  return sameJson(present, base) ? { set: file } : { kept: true };
}

function decideParts(present: JsonObject, file: JsonObject, base: JsonObject | undefined): Decision {
  if (isEmpty(present) && base === undefined) return { set: file };
  if (base === undefined) {
    // Two sources that write the same name: each may know parts that the other lacks.
    if (!sameText(present['full'], file['full']) || !sameText(present['text'], file['text']))
      return { kept: true };
    const both = { ...file, ...present };
    return sameJson(both, present) ? agreed : { set: both };
  }
  const untouched = Object.keys(base).every((part) => sameJson(present[part], base[part]));
  const own = Object.entries(present).filter(([part]) => base[part] === undefined);
  if (untouched) {
    const next = { ...file, ...Object.fromEntries(own) };
    return sameJson(next, present) ? agreed : { set: next };
  }
  const covered = Object.keys(file).every((part) => sameJson(present[part], file[part]));
  return covered ? agreed : { kept: true };
}

function sameText(a: unknown, b: unknown): boolean {
  return foldedName(typeof a === 'string' ? a : '') === foldedName(typeof b === 'string' ? b : '');
}

function decideList(
  field: ListField,
  present: readonly unknown[],
  file: readonly unknown[],
  base: readonly unknown[] | undefined,
): Decision {
  if (sameJson(present, file)) return agreed;
  const keys = (items: readonly unknown[]): Set<string> => new Set(items.map((item) => itemKey(field, item)));
  const has = keys(present);
  const lacking = lackedItems(field, present, file);
  if (base === undefined) return joinLists(field, present, lacking);

  if (sameJson(present, base)) return { set: file };
  const states = keys(file);
  const gone = keys(base.filter((item) => !states.has(itemKey(field, item))));
  if (!base.every((item) => has.has(itemKey(field, item)))) {
    return lacking.length === 0 ? agreed : { kept: true };
  }
  const next = [...present.filter((item) => !gone.has(itemKey(field, item))), ...lacking];
  return sameJson(next, present) ? agreed : { set: next };
}

/** The first meeting: what is lacking is added; a job at the same place with another title is the user's to settle. */
function joinLists(field: ListField, present: readonly unknown[], lacking: readonly unknown[]): Decision {
  if (field !== 'organisations') return lacking.length === 0 ? agreed : { set: [...present, ...lacking] };
  const places = new Set(present.map(organisationName));
  const elsewhere = lacking.filter((item) => !places.has(organisationName(item)));
  return {
    ...(elsewhere.length === 0 ? {} : { set: [...present, ...elsewhere] }),
    ...(elsewhere.length === lacking.length ? {} : { kept: true }),
  };
}

function organisationName(item: unknown): string {
  return isObject(item) && typeof item['name'] === 'string' ? foldedName(item['name']) : '';
}

/** The items of one list that another has not, once each. */
export function lackedItems(
  field: string,
  present: readonly unknown[],
  items: readonly unknown[],
): unknown[] {
  const of = toListField(field);
  const has = new Set(present.map((item) => itemKey(of, item)));
  return unique(
    of,
    items.filter((item) => !has.has(itemKey(of, item))),
  );
}

function unique(field: ListField, items: readonly unknown[]): unknown[] {
  const byKey = new Map(items.map((item) => [itemKey(field, item), item]));
  return [...byKey.values()];
}

/** Two items with one key are the same thing said twice. */
function itemKey(field: ListField, item: unknown): string {
  if (typeof item === 'string') return foldedName(item);
  if (!isObject(item)) return JSON.stringify(item);
  const value = typeof item['value'] === 'string' ? item['value'] : '';
  if (field === 'emails') return addressKey('email', value);
  if (field === 'phones') return addressKey('phone', value);
  if (field === 'urls') return addressKey('url', value);
  const parts = Object.entries(item).filter(([, part]) => part !== undefined);
  return JSON.stringify(parts.sort(([a], [b]) => (a < b ? -1 : 1)));
}
