/**
 * What people are grouped by when a network is looked at for variety: industry, place, organisation, decade of birth,
 * circle, cluster, and groups of tags. Spellings that search takes for the same are the same group. Who has no value
 * is in no group: unknown is a matter of coverage. Nothing is ever guessed from a name.
 */
import { fold } from '../search/fold';
import type { Day, PartialDate } from '../time';
import { type Chunked, scaled } from './chunked';
import { attributeNames } from './questions';

export type AttributeName = (typeof attributeNames)[number];

export interface PastJob {
  readonly organisation: string;
  readonly title: string | null;
  readonly until: PartialDate | null;
}

/** A person as diversity sees them. */
export interface Person {
  readonly id: string;
  /** What is known now; circle and cluster by id. */
  readonly values: Readonly<Record<AttributeName, readonly string[]>>;
  readonly tags: readonly string[];
  readonly interests: readonly string[];
  readonly pastJobs: readonly PastJob[];
  /** Where they were, or are besides. */
  readonly otherPlaces: readonly string[];
}

/** What of a contact and the facts about it goes into a `Person`. */
export interface PersonRecord {
  readonly industry?: string | undefined;
  readonly place?: string | undefined;
  readonly organisations: readonly Employment[];
  readonly birthday?: PartialDate | undefined;
  readonly circle?: string | undefined;
  readonly cluster?: string | undefined;
  readonly tags: readonly string[];
  readonly interests: readonly string[];
  /** Facts of the kind job. */
  readonly jobs: readonly Employment[];
  /** Places of addresses, moves, studies and stays. */
  readonly places: readonly string[];
}

export interface Employment {
  readonly name: string;
  readonly title?: string | undefined;
  readonly from?: PartialDate | undefined;
  readonly to?: PartialDate | undefined;
}

/**
 * Describes a contact as of a day. Organisations are those that have begun and not ended; jobs known as facts count
 * as past ones, or as present where the card names no organisation and they have no end.
 */
export function describePerson(id: string, record: PersonRecord, today: Day): Person {
  const begun = [...record.organisations, ...record.jobs].filter(({ from }) => !isAfter(from, today));
  const running = (jobs: readonly Employment[]): Employment[] => jobs.filter((job) => isCurrent(job, today));
  const onCard = running(record.organisations);
  const current = (onCard.length > 0 ? onCard : running(record.jobs)).map(({ name }) => name);
  const currentKeys = new Set(current.map(keyOf));
  return {
    id,
    values: {
      industry: one(record.industry),
      place: one(record.place),
      organisation: current,
      generation: one(birthDecade(record.birthday)),
      circle: one(record.circle),
      cluster: one(record.cluster),
    },
    tags: record.tags,
    interests: record.interests,
    pastJobs: begun
      .filter(({ name }) => keyOf(name) !== '' && !currentKeys.has(keyOf(name)))
      .map(({ name, title, to }) => ({ organisation: name, title: title ?? null, until: to ?? null })),
    otherPlaces: record.places,
  };
}

/**
 * "1980s". Decades of birth rather than ages or named generations: nobody changes group on a birthday or when the map
 * is looked at as of another day, and names of generations are those of one country.
 */
function birthDecade(birthday: PartialDate | undefined): string | undefined {
  if (birthday === undefined || birthday.startsWith('--')) return undefined;
  return `${birthday.slice(0, 3)}0s`;
}

/** It has begun and not ended. */
export function isCurrent({ from, to }: Pick<Employment, 'from' | 'to'>, today: Day): boolean {
  return !isAfter(from, today) && !isOver(to, today);
}

/** A partial date is over when the month or year that it names is. */
function isOver(date: PartialDate | undefined, today: Day): boolean {
  return date !== undefined && !date.startsWith('--') && today.slice(0, date.length) > date;
}

function isAfter(date: PartialDate | undefined, today: Day): boolean {
  return date !== undefined && !date.startsWith('--') && today < date;
}

function one(value: string | undefined): string[] {
  return value === undefined ? [] : [value];
}

/** Tags that tell the same thing apart: `club` with "club: Rowing" and "club: Chess", or any that the user names. */
export interface TagGroup {
  readonly name: string;
  readonly tags: readonly string[];
}

const leastTags = 2;

/** Groups that the tags themselves name by what stands before a colon, as imports write them. */
export function tagGroupsOf(people: readonly Person[]): TagGroup[] {
  const found = new Map<string, Set<string>>();
  for (const { tags } of people) {
    for (const tag of tags) {
      const name = /^\s*([^:]+?)\s*:\s*\S/u.exec(tag)?.[1];
      if (name === undefined) continue;
      const key = keyOf(name);
      const group = found.get(key);
      if (group === undefined) found.set(key, new Set([tag]));
      else group.add(tag);
    }
  }
  return [...found]
    .filter(([, tags]) => new Set([...tags].map(keyOf)).size >= leastTags)
    .map(([name, tags]) => ({ name, tags: [...tags].sort(byText) }))
    .sort((a, b) => byText(a.name, b.name));
}

/** An attribute of everybody. */
export interface Attribute {
  /** One of `attributeNames`, or `tag:` and the name of a group of tags. */
  readonly name: string;
  /** Every value that somebody has, in the order of `key`. */
  readonly values: readonly Value[];
  /** Which values each person has, as ascending indices into `values`; none: unknown. */
  readonly held: readonly (readonly number[])[];
}

export interface Value {
  /** What spellings are compared by. */
  readonly key: string;
  /** The commonest spelling. */
  readonly label: string;
}

/** The name of an attribute as it is compared: a group of tags is the same in any spelling. */
export function attributeKey(name: string): string {
  return name.startsWith('tag:') ? `tag:${keyOf(name.slice(4))}` : name;
}

/** The key of a value in an attribute: ids as they are, words as search takes them. */
export function valueKey(attribute: string, value: string): string {
  if (attribute === 'circle' || attribute === 'cluster') return value;
  return keyOf(attribute.startsWith('tag:') ? withoutGroup(attribute.slice(4), value) : value);
}

const peoplePerChunk = 1_000;

/** All attributes of the people, and the groups of tags after them. */
export function* attributesOf(
  people: readonly Person[],
  tagGroups: readonly TagGroup[],
): Chunked<Attribute[]> {
  const found: Attribute[] = [];
  const all = attributeNames.length + tagGroups.length;
  const add = function* (name: string, textsOf: (person: Person) => readonly string[]): Chunked<void> {
    found.push(yield* scaled(attributeOf(name, people, textsOf), found.length / all, 1 / all));
  };
  for (const name of attributeNames) yield* add(name, ({ values }) => values[name]);
  for (const { name, tags } of tagGroups) {
    const keys = new Set(tags.map(keyOf));
    yield* add(`tag:${name}`, (person) =>
      person.tags.filter((tag) => keys.has(keyOf(tag))).map((tag) => withoutGroup(name, tag)),
    );
  }
  return found;
}

function* attributeOf(
  name: string,
  people: readonly Person[],
  textsOf: (person: Person) => readonly string[],
): Chunked<Attribute> {
  const folded = new Map<string, string>();
  const spellings = new Map<string, Map<string, number>>();
  const keys: string[][] = [];
  for (const person of people) {
    const held = new Set<string>();
    for (const text of textsOf(person)) {
      const key = folded.get(text) ?? valueKey(name, text);
      folded.set(text, key);
      if (key === '') continue;
      held.add(key);
      const counts = spellings.get(key) ?? new Map<string, number>();
      spellings.set(key, counts);
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    keys.push([...held]);
    if (keys.length % peoplePerChunk === 0) yield keys.length / people.length;
  }
  const sorted = [...spellings.keys()].sort(byText);
  const place = new Map(sorted.map((key, index) => [key, index]));
  return {
    name,
    values: sorted.map((key) => ({ key, label: commonest(spellings.get(key)!) })),
    held: keys.map((own) => own.map((key) => place.get(key)!).sort((a, b) => a - b)),
  };
}

/** Blanks at the ends and between words do not make another spelling. */
function commonest(texts: ReadonlyMap<string, number>): string {
  const counts = new Map<string, number>();
  for (const [text, count] of texts) {
    const spelling = text.trim().replace(/\s+/gu, ' ');
    counts.set(spelling, (counts.get(spelling) ?? 0) + count);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]))[0]![0];
}

function keyOf(text: string): string {
  return fold(text).trim().replace(/\s+/gu, ' ');
}

/** "Rowing" of "club: Rowing" in the group `club`. */
function withoutGroup(name: string, tag: string): string {
  const colon = tag.indexOf(':');
  return colon > 0 && keyOf(tag.slice(0, colon)) === keyOf(name) ? tag.slice(colon + 1).trim() : tag;
}

/** The order of code units: the same on every machine. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
