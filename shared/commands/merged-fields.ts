/**
 * What one contact holds once two are one. What only one of them says is kept, lists add up, and where both say
 * something else the contact that stays has it, unless the person chose otherwise.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { lackedItems } from '../imports/fields';
import { foldedName } from '../imports/names';
import { isObject, type JsonObject } from '../json';
import type { Contact } from '../model/entities';
import { Contact as ContactSchema } from '../model/entities/contact';

/** What can be chosen field by field. The circle stands for the cadence, too. */
export const choosableFields = [
  'name',
  'nicknames',
  'organisations',
  'industry',
  'place',
  'emails',
  'phones',
  'urls',
  'postal',
  'birthday',
  'dates',
  'circle',
  'tags',
  'interests',
  'canHelpWith',
  'lookingFor',
  'howMet',
  'other',
] as const;
export type ChoosableField = (typeof choosableFields)[number];

/** `mine`: of the contact that stays; `theirs`: of the one that goes; `both`: lists added up. */
export const Keeping = z.enum(['mine', 'theirs', 'both']);
export type Keeping = z.infer<typeof Keeping>;
export const Choices = z.partialRecord(z.enum(choosableFields), Keeping);
export type Choices = z.infer<typeof Choices>;

const rhythm = ['circle', 'cadenceDays', 'cadenceSince'] as const;

/** @throws KithmapError `conflict` where both together are more than a contact can hold. */
export function mergedContact(into: Contact, gone: Contact, choices: Choices): Contact {
  const [mine, theirs]: [JsonObject, JsonObject] = [into, gone];
  const fields: Record<string, unknown> = { ...filled(theirs), ...filled(mine) };
  for (const [field, value] of Object.entries(mine)) {
    const other: unknown = theirs[field];
    if (isList(value) && isList(other)) fields[field] = together(field, value, other);
  }
  for (const field of choosableFields) {
    const from = choices[field] === 'mine' ? mine : choices[field] === 'theirs' ? theirs : undefined;
    if (from === undefined || field === 'circle' || field === 'name') continue;
    if (from[field] === undefined) Reflect.deleteProperty(fields, field);
    else fields[field] = from[field];
  }
  Object.assign(fields, rhythmOf(into, gone, choices.circle), standingOf(into, gone));
  const named = nameOf(into, gone, choices.name);
  fields['name'] = named.name;
  const nicknames: unknown = fields['nicknames'];
  if (named.also !== undefined && choices.nicknames === undefined) {
    fields['nicknames'] = together('nicknames', isList(nicknames) ? nicknames : [], [named.also]);
  }
  if (named.doubt === undefined) Reflect.deleteProperty(fields, 'nameDoubt');
  else fields['nameDoubt'] = named.doubt;
  const parsed = ContactSchema.safeParse({ ...defined(fields), id: into.id });
  if (parsed.success) return parsed.data;
  const field = String(parsed.error.issues[0]?.path[0] ?? 'fields');
  throw new KithmapError(
    'conflict',
    `Together the two would have more ${field} than one contact can hold. Keep those of one of them.`,
  );
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

/** Both lists, without what says nothing more than another item does: a job without its title beside one with it. */
function together(field: string, mine: readonly unknown[], theirs: readonly unknown[]): unknown[] {
  const all = [...mine, ...lackedItems(field, mine, theirs)];
  return all.filter(
    (item, at) => !all.some((other, i) => i !== at && says(other, item) && (!says(item, other) || i < at)),
  );
}

/** Whether an item says all that another does. */
function says(item: unknown, other: unknown): boolean {
  if (!isObject(item) || !isObject(other) || 'value' in other) return false;
  return Object.entries(other).every(([part, text]) => {
    const own = item[part];
    return typeof own === 'string' && typeof text === 'string' && foldedName(own) === foldedName(text);
  });
}

/** Without what says nothing, so that the other may say it. */
function filled(contact: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(contact).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
}

function defined(fields: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** How often one would be in touch is one thing with the circle and the day since when. */
function rhythmOf(into: Contact, gone: Contact, chosen: Keeping | undefined): JsonObject {
  const own = into.circle !== undefined || into.cadenceDays !== undefined;
  const from = chosen === 'theirs' || (chosen !== 'mine' && !own) ? gone : into;
  return Object.fromEntries(rhythm.map((field) => [field, from[field]]));
}

/** What neither needs to be asked about. */
function standingOf(into: Contact, gone: Contact): JsonObject {
  const told = [into.knowsMyWork, gone.knowsMyWork].filter((day) => day !== undefined).sort();
  return {
    knowsMyWork: told.at(-1),
    neverRemind: into.neverRemind === true || gone.neverRemind === true ? true : undefined,
    noMeasures: into.noMeasures === true || gone.noMeasures === true ? true : undefined,
    stub: into.stub === true && gone.stub === true ? true : undefined,
    archived: into.archived === true && gone.archived === true ? true : undefined,
    createdAt: into.createdAt < gone.createdAt ? into.createdAt : gone.createdAt,
  };
}

interface Named {
  readonly name: Contact['name'];
  readonly doubt: Contact['nameDoubt'];
  /** The other name, where it says something else. */
  readonly also?: string;
}

function nameOf(into: Contact, gone: Contact, chosen: Keeping | undefined): Named {
  const poor = (contact: Contact): boolean =>
    contact.nameDoubt !== undefined || contact.name.full.trim() === '';
  const theirs = chosen === 'theirs' || (chosen !== 'mine' && poor(into) && !poor(gone));
  const [named, other] = theirs ? [gone, into] : [into, gone];
  const differs = wordsOf(named.name.full) !== wordsOf(other.name.full);
  const keepsOther = !poor(other) && differs;
  return {
    name: named.name,
    doubt: named.nameDoubt,
    ...(keepsOther ? { also: other.name.full } : {}),
  };
}

/** A name without case, marks and the order of its words. */
function wordsOf(name: string): string {
  return foldedName(name).split(' ').sort().join(' ');
}
