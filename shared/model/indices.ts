/**
 * What can be looked up without walking a table: who refers to whom, the tie of a pair, the contact of an
 * imported key, the last contact with a person. The patches that change the network keep it; the cost of an edit
 * is that of the references it touches.
 */
import type { JsonObject } from '../json';
import type { Interaction } from './entities';
import { referencesOf } from './references';
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
  /** The tables in which something refers to entity `id` of table `to`. */
  referringTables(to: TableName, id: string): readonly TableName[];
  /** The id of the tie between two contacts. */
  tieBetween(a: string, b: string): string | undefined;
  /** Ids of the sources with this format and key. */
  sourcesOf(format: string, key: string): ReadonlySet<string>;
  summary(contact: string): ContactSummary;
}

export class Indices implements ReadonlyIndices {
  readonly #referring = new Map<string, Map<TableName, Set<string>>>();
  readonly #ties = new Map<string, string>();
  readonly #sources = new Map<string, Set<string>>();
  readonly #summaries = new Map<string, ContactSummary>();
  readonly #interaction: (id: string) => Interaction | undefined;

  constructor(interaction: (id: string) => Interaction | undefined) {
    this.#interaction = interaction;
  }

  referring(to: TableName, id: string, table: TableName): ReadonlySet<string> {
    return this.#referring.get(`${to}/${id}`)?.get(table) ?? noIds;
  }

  referringTables(to: TableName, id: string): readonly TableName[] {
    return [...(this.#referring.get(`${to}/${id}`)?.keys() ?? [])];
  }

  tieBetween(a: string, b: string): string | undefined {
    return this.#ties.get(pairKey(a, b));
  }

  sourcesOf(format: string, key: string): ReadonlySet<string> {
    return this.#sources.get(`${format} ${key}`) ?? noIds;
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
    const was = before === null ? [] : targets(table, before);
    const is = after === null ? [] : targets(table, after);
    for (const target of was) {
      if (is.includes(target)) continue;
      const byTable = this.#referring.get(target);
      const ids = byTable?.get(table);
      ids?.delete(id);
      if (ids?.size === 0) byTable?.delete(table);
      if (byTable?.size === 0) this.#referring.delete(target);
    }
    for (const target of is) {
      const byTable = this.#referring.get(target) ?? new Map<TableName, Set<string>>();
      this.#referring.set(target, byTable);
      const ids = byTable.get(table);
      if (ids === undefined) byTable.set(table, new Set([id]));
      else ids.add(id);
    }
  }

  #changeKeyed(id: string, before: string | undefined, after: string | undefined): void {
    if (before === after) return;
    if (before !== undefined && this.#ties.get(before) === id) this.#ties.delete(before);
    if (after !== undefined) this.#ties.set(after, id);
  }

  #changeSource(id: string, before: string | undefined, after: string | undefined): void {
    if (before === after) return;
    if (before !== undefined) {
      const ids = this.#sources.get(before);
      ids?.delete(id);
      if (ids?.size === 0) this.#sources.delete(before);
    }
    if (after !== undefined) {
      const ids = this.#sources.get(after);
      if (ids === undefined) this.#sources.set(after, new Set([id]));
      else ids.add(id);
    }
  }

  #changeSummaries(before: JsonObject | null, after: JsonObject | null): void {
    const was = happened(before);
    const is = happened(after);
    for (const contact of was.people) {
      const { last, count } = this.summary(contact);
      const stays = last !== undefined && last > was.day ? last : this.#lastOf(contact);
      if (count <= 1) this.#summaries.delete(contact);
      else
        this.#summaries.set(contact, { count: count - 1, ...(stays === undefined ? {} : { last: stays }) });
    }
    for (const contact of is.people) {
      const { last, count } = this.summary(contact);
      this.#summaries.set(contact, {
        count: count + 1,
        last: last !== undefined && last > is.day ? last : is.day,
      });
    }
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

function targets(table: TableName, entity: JsonObject): string[] {
  const found = referencesOf(table, entity).map(({ reference, id }) => `${reference.to}/${id}`);
  const secret = entity['confidential'];
  if (typeof secret === 'string') found.push(`confidential/${secret}`);
  return found;
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

function happened(interaction: JsonObject | null): { day: string; people: Set<string> } {
  const day = interaction?.['day'];
  const people = interaction?.['with'];
  if (typeof day !== 'string' || !Array.isArray(people) || interaction?.['planned'] === true) {
    return { day: '', people: new Set() };
  }
  return { day, people: new Set(people.filter((id: unknown) => typeof id === 'string')) };
}
