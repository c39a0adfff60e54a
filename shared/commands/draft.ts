/**
 * A draft of a network: reads fall through to the network, writes stay in the draft, and `patches` says what they
 * amount to. Lookups see the draft's own writes. Nothing is copied but the entities that are touched.
 */
import { KithmapError } from '../errors';
import type { JsonObject } from '../json';
import { pairKey } from '../model/indices';
import { parseEntity, type ReadonlyNetwork } from '../model/network';
import { difference, type Patch } from '../model/patch';
import { referencesOf, secretsOf, withoutReference } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import { type EntityOf, tables } from '../model/tables';
import { atOnce, type Steps } from '../steps';

/** What goes with an entity that is removed, by table; lists of people who only lose a member are `changed`. */
export interface Removal {
  readonly removed: Readonly<Partial<Record<TableName, readonly string[]>>>;
  readonly changed: Readonly<Partial<Record<TableName, readonly string[]>>>;
}

interface Touched {
  readonly table: TableName;
  readonly id: string;
  readonly before: JsonObject | null;
  after: JsonObject | null;
}

export class Draft {
  readonly #network: ReadonlyNetwork;
  /** By `table/id`, in the order of first touch. */
  readonly #touched = new Map<string, Touched>();
  /** Ids that the draft wrote into a table, by what they refer to or did: `table to/id`. */
  readonly #written = new Map<string, Set<string>>();

  constructor(network: ReadonlyNetwork) {
    this.#network = network;
  }

  get<T extends TableName>(table: T, id: string): EntityOf<T> | undefined {
    const touched = this.#touched.get(`${table}/${id}`);
    if (touched === undefined) return this.#network.get(table, id);
    return touched.after === null ? undefined : parseEntity(table, id, touched.after);
  }

  /** @throws KithmapError `not-found` */
  need<T extends TableName>(table: T, id: string): EntityOf<T> {
    const entity = this.get(table, id);
    if (entity === undefined) {
      throw new KithmapError('not-found', `This is no longer in your network (${table} ${id}).`);
    }
    return entity;
  }

  has(table: TableName, id: string): boolean {
    const touched = this.#touched.get(`${table}/${id}`);
    return touched === undefined ? this.#network.has(table, id) : touched.after !== null;
  }

  /** Every entity of a table, the draft's writes included. Costs the table: for small tables. */
  *all<T extends TableName>(table: T): IterableIterator<EntityOf<T>> {
    for (const entity of this.#network.all(table)) {
      const current = this.get(table, entity.id);
      if (current !== undefined) yield current;
    }
    for (const touched of this.#touched.values()) {
      if (touched.table !== table || touched.before !== null) continue;
      const current = this.get(table, touched.id);
      if (current !== undefined) yield current;
    }
  }

  /** Ids of the entities in `table` that refer to entity `id` of `to`, the draft's writes included. */
  referring(to: TableName, id: string, table: TableName): string[] {
    const found: string[] = [];
    for (const owner of this.#network.index.referring(to, id, table)) {
      if (!this.#touched.has(`${table}/${owner}`)) found.push(owner);
    }
    for (const owner of this.#written.get(`${table} ${to}/${id}`) ?? []) {
      const after = this.#touched.get(`${table}/${owner}`)?.after ?? null;
      if (after !== null && refersTo(table, after, to, id)) found.push(owner);
    }
    return found;
  }

  /** The tie between two contacts, if there is one. */
  tieBetween(a: string, b: string): EntityOf<'ties'> | undefined {
    // The cost is that of what the draft wrote for `a`, not of all the ties that `a` has.
    const pair = pairKey(a, b);
    const ids = [this.#network.index.tieBetween(a, b), ...(this.#written.get(`ties contacts/${a}`) ?? [])];
    for (const id of ids) {
      if (id === undefined) continue;
      const touched = this.#touched.get(`ties/${id}`);
      const tie: JsonObject | null =
        touched === undefined ? (this.#network.get('ties', id) ?? null) : touched.after;
      if (tie === null || pairKey(String(tie['a']), String(tie['b'])) !== pair) continue;
      return this.get('ties', id);
    }
    return undefined;
  }

  /**
   * Adds an entity. `confidential` aside, every id it refers to must be there.
   * @throws KithmapError `conflict` if the id is taken, `not-found` for a reference to nothing.
   */
  create(table: TableName, entity: JsonObject & { readonly id: string }): void {
    if (this.has(table, entity.id)) {
      throw new KithmapError('conflict', `This is in your network already (${table} ${entity.id}).`);
    }
    this.#write(table, entity.id, entity);
  }

  /**
   * Changes fields of an entity; a field set to undefined is taken out.
   * @throws KithmapError `not-found`
   */
  update(table: TableName, id: string, fields: JsonObject): void {
    this.#write(table, id, { ...this.need(table, id), ...fields });
  }

  /** Removes one entity and nothing else. @throws KithmapError `not-found` */
  delete(table: TableName, id: string): void {
    this.need(table, id);
    this.#touch(table, id).after = null;
  }

  /**
   * Removes an entity and what cannot stand without it, and takes it out of what can (see `tables`).
   * Confidential texts that nothing refers to any more go, too. Answers what went.
   */
  remove(table: TableName, id: string): Removal {
    const removed: Partial<Record<TableName, string[]>> = {};
    const changed: Partial<Record<TableName, string[]>> = {};
    const queue: { table: TableName; id: string }[] = [{ table, id }];
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const { table: from, id: gone } = next;
      const entity = this.get(from, gone);
      if (entity === undefined) continue;
      this.#touch(from, gone).after = null;
      (removed[from] ??= []).push(gone);
      for (const secret of secretsOf(from, entity)) this.#releaseSecret(secret, removed);
      for (const owner of tableNames) {
        for (const reference of tables[owner].references) {
          if (reference.to !== from) continue;
          for (const ownerId of this.referring(from, gone, owner)) {
            const holder: JsonObject | undefined = this.get(owner, ownerId);
            if (holder === undefined) continue;
            const references = referencesOf(owner, holder);
            if (!references.some((r) => r.reference === reference && r.id === gone)) continue;
            // A tie of the one who goes goes too, whatever else in it names them.
            const goesToo = references.some(
              (r) => r.reference.onRemove === 'remove' && !this.has(r.reference.to, r.id),
            );
            const without = goesToo ? null : withoutReference(holder, reference, gone);
            if (without === null) {
              queue.push({ table: owner, id: ownerId });
            } else {
              this.#write(owner, ownerId, without);
              (changed[owner] ??= []).push(ownerId);
            }
          }
        }
      }
    }
    return { removed, changed };
  }

  #releaseSecret(secret: string, removed: Partial<Record<TableName, string[]>>): void {
    if (!this.has('confidential', secret)) return;
    for (const owner of tableNames) {
      if (this.referring('confidential', secret, owner).length > 0) return;
    }
    this.#touch('confidential', secret).after = null;
    (removed['confidential'] ??= []).push(secret);
  }

  /** What the draft did, one patch per entity that ends up different. */
  patches(): Patch[] {
    return atOnce(this.patchSteps());
  }

  /** The same, an entity at a time, for many of them. */
  *patchSteps(): Steps<Patch[]> {
    const patches: Patch[] = [];
    for (const { table, id, before, after } of this.#touched.values()) {
      const patch = difference(table, id, before, after);
      if (patch !== undefined) patches.push(patch);
      yield;
    }
    return patches;
  }

  #write(table: TableName, id: string, entity: JsonObject): void {
    const clean: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(entity)) if (value !== undefined) clean[key] = value;
    const parsed: JsonObject = parseEntity(table, id, clean);
    for (const { reference, id: target } of referencesOf(table, parsed)) {
      if (!this.has(reference.to, target)) {
        throw new KithmapError('not-found', `This is no longer in your network (${reference.to} ${target}).`);
      }
    }
    this.#put(table, id, parsed);
  }

  #put(table: TableName, id: string, entity: JsonObject): void {
    this.#touch(table, id).after = entity;
    const targets = referencesOf(table, entity).map((found) => `${found.reference.to}/${found.id}`);
    for (const secret of secretsOf(table, entity)) targets.push(`confidential/${secret}`);
    for (const target of targets) {
      const owners = this.#written.get(`${table} ${target}`);
      if (owners === undefined) this.#written.set(`${table} ${target}`, new Set([id]));
      else owners.add(id);
    }
  }

  /**
   * Puts an entity back as it was, without looking at what it refers to: for undo, which restores several that
   * refer to each other and checks them together.
   */
  restore(table: TableName, id: string, entity: JsonObject): void {
    this.#put(table, id, parseEntity(table, id, entity));
  }

  #touch(table: TableName, id: string): Touched {
    const key = `${table}/${id}`;
    let touched = this.#touched.get(key);
    if (touched === undefined) {
      const before: JsonObject | null = this.#network.get(table, id) ?? null;
      touched = { table, id, before, after: before };
      this.#touched.set(key, touched);
    }
    return touched;
  }
}

function refersTo(table: TableName, entity: JsonObject, to: TableName, id: string): boolean {
  if (to === 'confidential') return secretsOf(table, entity).includes(id);
  return referencesOf(table, entity).some((found) => found.reference.to === to && found.id === id);
}
