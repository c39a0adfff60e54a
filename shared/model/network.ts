/**
 * The network in memory: one map per table, of frozen entities, and the indices that the same patches keep.
 * It is changed by `apply` alone, whether the patches come from a command, the journal, an undo or a host.
 */
import { KithmapError } from '../errors';
import { deepFreeze, freezeFresh, isObject, type JsonObject } from '../json';
import type { Entities } from './entities';
import { Indices, type ReadonlyIndices } from './indices';
import { type Patch, patched } from './patch';
import { type TableName, tableNames } from './table-names';
import { type EntityOf, tables } from './tables';

type TableMaps = { readonly [T in TableName]: Map<string, Entities[T]> };

/** What may be read of a network. */
export interface ReadonlyNetwork {
  get<T extends TableName>(table: T, id: string): EntityOf<T> | undefined;
  has(table: TableName, id: string): boolean;
  all<T extends TableName>(table: T): IterableIterator<EntityOf<T>>;
  count(table: TableName): number;
  readonly index: ReadonlyIndices;
}

/** The tables that exports, drafts, search, analysis and notifications may see: all but the confidential texts. */
export type OpenTableName = Exclude<TableName, 'confidential'>;

/** A network without the confidential texts, so that leaking them does not compile. */
export interface OpenNetwork {
  get<T extends OpenTableName>(table: T, id: string): EntityOf<T> | undefined;
  has(table: OpenTableName, id: string): boolean;
  all<T extends OpenTableName>(table: T): IterableIterator<EntityOf<T>>;
  count(table: OpenTableName): number;
  readonly index: ReadonlyIndices;
}

function emptyMaps(): TableMaps {
  return {
    settings: new Map(),
    myAddresses: new Map(),
    contacts: new Map(),
    notes: new Map(),
    facts: new Map(),
    sources: new Map(),
    ties: new Map(),
    evidence: new Map(),
    glimpses: new Map(),
    interactions: new Map(),
    confidential: new Map(),
    commitments: new Map(),
    exchanges: new Map(),
    introductions: new Map(),
    plans: new Map(),
    goals: new Map(),
    shareables: new Map(),
    requests: new Map(),
    owedReplies: new Map(),
    snoozes: new Map(),
    pauses: new Map(),
    groupReminders: new Map(),
    trips: new Map(),
    stays: new Map(),
    pairDecisions: new Map(),
    merges: new Map(),
    diversityTargets: new Map(),
    templates: new Map(),
    drafts: new Map(),
    clusters: new Map(),
    positions: new Map(),
    savedViews: new Map(),
    importMappings: new Map(),
    forgotten: new Map(),
    removed: new Map(),
    batches: new Map(),
  };
}

/** Parses one entity by the schema of its table and freezes it. @throws KithmapError `damaged` with where and why. */
export function parseEntity<T extends TableName>(table: T, id: string, value: unknown): EntityOf<T> {
  const parsed = tables[table].schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const field = issue?.path.join('.') ?? '';
    throw new KithmapError('damaged', `${table} ${id}: ${field} ${issue?.message ?? 'is not valid'}.`);
  }
  if (!isObject(parsed.data) || parsed.data['id'] !== id) {
    throw new KithmapError('damaged', `${table} ${id}: its id is another one.`);
  }
  return deepFreeze(parsed.data);
}

/** Whether a row that was an entity of this table when it was written still is the one with this id. */
function isOwn<T extends TableName>(_table: T, row: JsonObject, id: string): row is EntityOf<T> & JsonObject {
  return row['id'] === id;
}

export class Network implements ReadonlyNetwork, OpenNetwork {
  readonly #maps: TableMaps = emptyMaps();
  readonly index = new Indices((id) => this.#maps.interactions.get(id));

  get<T extends TableName>(table: T, id: string): EntityOf<T> | undefined {
    return this.#maps[table].get(id);
  }

  has(table: TableName, id: string): boolean {
    return this.#maps[table].has(id);
  }

  all<T extends TableName>(table: T): IterableIterator<EntityOf<T>> {
    return this.#maps[table].values();
  }

  count(table: TableName): number {
    return this.#maps[table].size;
  }

  /**
   * Applies patches in order. Each resulting entity is parsed, so no patch from anywhere can leave an entity
   * that its schema refuses. @throws KithmapError `damaged`; patches before the bad one stay applied.
   */
  apply(patches: readonly Patch[]): void {
    for (const patch of patches) {
      const before: JsonObject | null = this.get(patch.table, patch.id) ?? null;
      this.#set(patch.table, patch.id, patched(before, patch));
    }
  }

  /** Puts an entity as read from a snapshot. */
  load(table: TableName, id: string, value: unknown): void {
    this.#set(table, id, isObject(value) ? value : {});
  }

  /**
   * Puts an entity that its schema read before it was written to where it now comes from: an object that JSON was
   * just read into, which becomes the network's own. @returns false, and nothing is put, where it has another id or
   * a field named as a prototype is: then it was not written by us, and `load` is the way in.
   */
  take(table: TableName, id: string, row: JsonObject): boolean {
    if (!isOwn(table, row, id) || !freezeFresh(row)) return false;
    this.#put(table, id, row);
    return true;
  }

  #set(table: TableName, id: string, value: JsonObject | null): void {
    if (value !== null) {
      this.#put(table, id, parseEntity(table, id, value));
      return;
    }
    const before = this.#maps[table].get(id);
    this.#maps[table].delete(id);
    this.index.changed(table, id, before ?? null, null);
  }

  #put<T extends TableName>(table: T, id: string, entity: EntityOf<T>): void {
    const map: Map<string, EntityOf<T>> = this.#maps[table];
    const before = map.get(id);
    map.set(id, entity);
    this.index.changed(table, id, before ?? null, entity);
  }

  /** Every entity by table and id, as a snapshot holds them; empty tables are there, too. */
  toData(): Record<string, Record<string, JsonObject>> {
    const data: Record<string, Record<string, JsonObject>> = {};
    for (const table of tableNames) {
      const rows: Record<string, JsonObject> = {};
      for (const [id, entity] of this.#maps[table]) rows[id] = entity;
      data[table] = rows;
    }
    return data;
  }
}
