/**
 * What can be looked up without walking a table: who refers to whom, the tie of a pair, the contact of an
 * imported key, the last contact with a person. The patches that change the network keep it; the cost of an edit
 * is that of the references it touches.
 */
import type { JsonObject } from '../json';
import type { Interaction } from './entities';
import { eachReference, secretsOf } from './references';
import type { TableName } from './table-names';

export interface ContactSummary {
  /** Day of the last interaction that really happened. */
  readonly last?: string;
  /** How many interactions really happened. */
  readonly count: number;
}

const noIds: ReadonlySet<string> = new Set();
const noSummary: ContactSummary = { count: 0 };

/** A pair of ids in one spelling, whichever way round. */
export function pairKey(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`;
}

export interface ReadonlyIndices {
  /** Ids of the entities in `table` that refer to entity `id` of table `to`. */
  referring(to: TableName, id: string, table: TableName): ReadonlySet<string>;
  /** The id of the tie between two contacts. */
  tieBetween(a: string, b: string): string | undefined;
  /** Ids of the sources with this format and key. */
  sourcesOf(format: string, key: string): ReadonlySet<string>;
  summary(contact: string): ContactSummary;
}

/** Ids by one that they have in common. */
class IdSets {
  readonly #sets = new Map<string, Set<string>>();

  get(key: string): ReadonlySet<string> {
    return this.#sets.get(key) ?? noIds;
  }

  add(key: string, id: string): void {
    const ids = this.#sets.get(key);
    if (ids === undefined) this.#sets.set(key, new Set([id]));
    else ids.add(id);
  }

  delete(key: string, id: string): void {
    const ids = this.#sets.get(key);
    ids?.delete(id);
    if (ids?.size === 0) this.#sets.delete(key);
  }
}

export class Indices implements ReadonlyIndices {
  /** By the table referred to, then the table that refers, then the id referred to. */
  readonly #referring = new Map<TableName, Map<TableName, IdSets>>();
  readonly #ties = new Map<string, string>();
  readonly #sources = new IdSets();
  readonly #summaries = new Map<string, ContactSummary>();
  readonly #interaction: (id: string) => Interaction | undefined;

  constructor(interaction: (id: string) => Interaction | undefined) {
    this.#interaction = interaction;
  }

  referring(to: TableName, id: string, table: TableName): ReadonlySet<string> {
    return this.#referring.get(to)?.get(table)?.get(id) ?? noIds;
  }

  tieBetween(a: string, b: string): string | undefined {
    return this.#ties.get(pairKey(a, b));
  }

  sourcesOf(format: string, key: string): ReadonlySet<string> {
    return this.#sources.get(`${format} ${key}`);
  }

  summary(contact: string): ContactSummary {
    return this.#summaries.get(contact) ?? noSummary;
  }

  /** One entity of a table changed from `before` to `after`; null stands for "not there". Called by the network alone. */
  changed(table: TableName, id: string, before: JsonObject | null, after: JsonObject | null): void {
    this.#changeReferences(table, id, before, after);
    if (table === 'ties') this.#changeKeyed(id, pairOf(before), pairOf(after));
    if (table === 'sources') this.#changeSource(id, sourceKeyOf(before), sourceKeyOf(after));
    if (table === 'interactions') this.#changeSummaries(before, after);
  }

  #changeReferences(table: TableName, id: string, before: JsonObject | null, after: JsonObject | null): void {
    if (before !== null) {
      const stays = new Set<string>();
      if (after !== null) eachTarget(table, after, (to, target) => stays.add(`${to}/${target}`));
      eachTarget(table, before, (to, target) => {
        if (!stays.has(`${to}/${target}`)) this.#setsOf(to, table).delete(target, id);
      });
    }
    if (after !== null) eachTarget(table, after, (to, target) => this.#setsOf(to, table).add(target, id));
  }

  #setsOf(to: TableName, table: TableName): IdSets {
    let byTable = this.#referring.get(to);
    if (byTable === undefined) this.#referring.set(to, (byTable = new Map<TableName, IdSets>()));
    let sets = byTable.get(table);
    if (sets === undefined) byTable.set(table, (sets = new IdSets()));
    return sets;
  }

  #changeKeyed(id: string, before: string | undefined, after: string | undefined): void {
    if (before === after) return;
    if (before !== undefined && this.#ties.get(before) === id) this.#ties.delete(before);
    if (after !== undefined) this.#ties.set(after, id);
  }

  #changeSource(id: string, before: string | undefined, after: string | undefined): void {
    if (before === after) return;
    if (before !== undefined) this.#sources.delete(before, id);
    if (after !== undefined) this.#sources.add(after, id);
  }

  #changeSummaries(before: JsonObject | null, after: JsonObject | null): void {
    eachMeeting(before, (contact, day) => {
      const { last, count } = this.summary(contact);
      const stays = last !== undefined && last > day ? last : this.#lastOf(contact);
      if (count <= 1) this.#summaries.delete(contact);
      else
        this.#summaries.set(contact, { count: count - 1, ...(stays === undefined ? {} : { last: stays }) });
    });
    eachMeeting(after, (contact, day) => {
      const { last, count } = this.summary(contact);
      this.#summaries.set(contact, {
        count: count + 1,
        last: last !== undefined && last > day ? last : day,
      });
    });
  }

  /** The latest day among a contact's interactions as they now are: only the one person's are walked. */
  #lastOf(contact: string): string | undefined {
    let last: string | undefined;
    for (const id of this.referring('contacts', contact, 'interactions')) {
      const interaction = this.#interaction(id);
      if (interaction === undefined || interaction.planned === true) continue;
      if (last === undefined || interaction.day > last) last = interaction.day;
    }
    return last;
  }
}

/** Everything that an entity refers to, a confidential text included. */
function eachTarget(
  table: TableName,
  entity: JsonObject,
  visit: (to: TableName, target: string) => void,
): void {
  eachReference(table, entity, (reference, target) => visit(reference.to, target));
  for (const secret of secretsOf(table, entity)) visit('confidential', secret);
}

function pairOf(tie: JsonObject | null): string | undefined {
  const a = tie?.['a'];
  const b = tie?.['b'];
  return typeof a === 'string' && typeof b === 'string' ? pairKey(a, b) : undefined;
}

function sourceKeyOf(source: JsonObject | null): string | undefined {
  const format = source?.['format'];
  const key = source?.['key'];
  return typeof format === 'string' && typeof key === 'string' ? `${format} ${key}` : undefined;
}

/** Everybody, once each, with whom an interaction really happened. */
function eachMeeting(interaction: JsonObject | null, visit: (contact: string, day: string) => void): void {
  const day = interaction?.['day'];
  const people: unknown = interaction?.['with'];
  if (typeof day !== 'string' || !Array.isArray(people) || interaction?.['planned'] === true) return;
  const named = people.length > 1 ? new Set<unknown>(people) : people;
  for (const contact of named) if (typeof contact === 'string') visit(contact, day);
}
