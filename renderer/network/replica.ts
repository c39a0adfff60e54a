/**
 * The page's copy of the network: the tables of `replicaTables` and a summary per contact. It is filled slice by
 * slice, keeps up with the edits of all windows in the order of their `seq`, and asks for those it missed.
 *
 *   fill:  slices --load--> network         edits that come meanwhile wait
 *   then:  edit (seq + 1) --apply--> network --wake--> who looks at what changed
 *          edit (later)   --changes after seq--> the missing ones, or everything anew
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { type EditEvent, type Host, type HostEvent, replicaTables, type Result } from '../../shared/contract';
import { toErrorMessage } from '../../shared/errors';
import { type ContactSummary } from '../../shared/model/indices';
import { Network, type ReadonlyNetwork } from '../../shared/model/network';
import type { Patch } from '../../shared/model/patch';
import type { TableName } from '../../shared/model/table-names';
import type { EntityOf } from '../../shared/model/tables';
import { type SummaryChange, Summaries } from './summaries';
import { type Turns, turns } from './turns';
import { Watchers } from './watchers';

export type ReplicaTable = (typeof replicaTables)[number];

export type ReplicaState =
  | { readonly kind: 'filling'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly message: string };

/** What one edit, or one slice of a large one, did. */
export interface ReplicaChange {
  readonly seq: number;
  readonly patches: readonly Patch[];
  /** The next change is of the same batch. */
  readonly more?: boolean;
}

export function isReplicaTable(table: TableName): table is ReplicaTable {
  return replicaTables.some((name) => name === table);
}

export class Replica {
  readonly state: StoreApi<ReplicaState>;
  readonly #host: Host;
  readonly #watchers = new Watchers();
  readonly #summaries = new Summaries();
  readonly #lists = new Map<ReplicaTable, readonly unknown[]>();
  readonly #listeners = new Set<(change: ReplicaChange) => void>();
  #waiting: { seq: number; resolve: () => void }[] = [];
  #network = new Network();
  #queue: EditEvent[] = [];
  #seq = 0;
  #working = false;
  #generation = 0;

  constructor(host: Host) {
    this.#host = host;
    this.state = createStore<ReplicaState>(() => ({ kind: 'filling', done: 0, total: 0 }));
  }

  /** Entities of the replica's tables; the others are empty here. Another object after a `reload`. */
  get network(): ReadonlyNetwork {
    return this.#network;
  }

  /** Every edit up to here is in. */
  get seq(): number {
    return this.#seq;
  }

  /** All entities of a table; the same array until one of them changes. */
  list<T extends ReplicaTable>(table: T): readonly EntityOf<T>[] {
    const standing = this.#lists.get(table);
    if (standing !== undefined) return isListOf<T>(standing) ? standing : [];
    const list = [...this.#network.all(table)];
    this.#lists.set(table, list);
    return list;
  }

  summary(contact: string): ContactSummary {
    return this.#summaries.of(contact);
  }

  /** Wakes when the entity changes; without an id, when anything in the table does. @returns a function that ends it. */
  watch(table: ReplicaTable | 'summaries', id: string | undefined, listener: () => void): () => void {
    return this.#watchers.watch(id === undefined ? table : `${table}/${id}`, listener);
  }

  /** Wakes after each edit, whatever it changed. @returns a function that ends it. */
  watchAll(listener: () => void): () => void {
    return this.#watchers.watch('any', listener);
  }

  /** Hears every patch of every edit, also those of tables that are not held here. @returns a function that ends it. */
  onChange(listener: (change: ReplicaChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Reads everything. Called at the start and after a `reload`. */
  async fill(): Promise<void> {
    const generation = ++this.#generation;
    this.#working = true;
    this.state.setState({ kind: 'filling', done: 0, total: 0 }, true);
    try {
      const network = new Network();
      this.#summaries.clear();
      const seq = await this.#readSlices(network, generation);
      if (generation !== this.#generation) return;
      this.#network = network;
      this.#seq = seq;
      this.#working = false;
      this.#lists.clear();
      this.state.setState({ kind: 'ready' }, true);
      this.#watchers.wakeAll();
      this.#release();
      await this.#work();
    } catch (error) {
      if (generation !== this.#generation) return;
      this.state.setState({ kind: 'failed', message: toErrorMessage(error).message }, true);
    }
  }

  /** Takes in what a host tells. */
  receive(event: HostEvent): void {
    if (event.type === 'reload') void this.fill();
    if (event.type !== 'edit') return;
    this.#queue.push(event);
    if (!this.#working) void this.#work();
  }

  /** Resolves once the edit `seq` is in; asks for what is missing where it does not come by itself. */
  async reached(seq: number): Promise<void> {
    if (this.#seq >= seq) return;
    await new Promise<void>((resolve) => {
      this.#waiting.push({ seq, resolve });
      setTimeout(() => {
        if (this.#seq < seq && !this.#working) void this.catchUp();
      }, 500);
    });
  }

  /** Asks for the edits that were missed: after sleep, or when one came out of order. */
  async catchUp(): Promise<void> {
    const { reload, edits } = await this.#host.call('changes', { after: this.#seq });
    if (reload) return this.fill();
    this.#queue.push(...edits);
    if (!this.#working) await this.#work();
  }

  async #readSlices(network: Network, generation: number): Promise<number> {
    const turn = turns();
    let stream: string | undefined;
    /** Of the first slice: edits after it are applied again to what later slices may hold already. */
    let from: number | undefined;
    let read = 0;
    for (;;) {
      const slice: Result<'replica'> = await this.#host.call('replica', { stream });
      if (generation !== this.#generation) return slice.seq;
      stream = slice.stream;
      from ??= slice.seq;
      for (const { table, rows } of slice.tables) {
        for (const row of rows) {
          const id = row['id'];
          if (typeof id === 'string' && isReplicaTable(table)) network.load(table, id, row);
          read += 1;
          await turn.next();
        }
      }
      for (const { contact, last, count } of slice.summaries) this.#summaries.set(contact, { last, count });
      await turn.next();
      this.state.setState({ kind: 'filling', done: read, total: slice.total }, true);
      if (slice.done) return from;
    }
  }

  /** Applies what waits, in order. */
  async #work(): Promise<void> {
    if (this.state.getState().kind !== 'ready') return;
    this.#working = true;
    const generation = this.#generation;
    const turn = turns();
    try {
      for (;;) {
        this.#queue = this.#queue.filter(({ seq }) => seq > this.#seq).sort((a, b) => a.seq - b.seq);
        const next = this.#queue.shift();
        if (next === undefined) break;
        if (next.seq > this.#seq + 1) {
          this.#queue.unshift(next);
          const { reload, edits } = await this.#host.call('changes', { after: this.#seq });
          if (reload || edits.length === 0) {
            void this.fill();
            return;
          }
          this.#queue.push(...edits);
          continue;
        }
        await this.#apply(next, turn);
        if (generation !== this.#generation) return;
      }
    } catch (error) {
      this.state.setState({ kind: 'failed', message: toErrorMessage(error).message }, true);
    } finally {
      if (generation === this.#generation) this.#working = false;
    }
  }

  /**
   * A large edit is applied in turns. Listeners hear each piece as it is applied; who looks at an entity or a table
   * is woken once, at the end, so that what they draw is not drawn for every piece.
   */
  async #apply(edit: EditEvent, turn: Turns): Promise<void> {
    const keys = new Set<string>(['any']);
    let piece: Patch[] = [];
    const tell = (): void => {
      const summaries = this.#summaries.apply(piece);
      this.#collect(keys, piece, summaries);
      const change = { seq: edit.seq, patches: piece, ...(edit.more === true ? { more: true } : {}) };
      for (const listener of this.#listeners) listener(change);
      this.#askFor(summaries);
      piece = [];
    };
    for (const patch of edit.patches) {
      if (this.#applies(patch)) this.#network.apply([patch]);
      piece.push(patch);
      if (piece.length < pieceLength && turn.lasts()) continue;
      tell();
      await turn.next();
    }
    this.#seq = edit.seq;
    tell();
    this.#watchers.wake(keys);
    this.#release();
  }

  /** Resolves those who wait for an edit that is in now. */
  #release(): void {
    const due = this.#waiting.filter(({ seq }) => seq <= this.#seq);
    this.#waiting = this.#waiting.filter(({ seq }) => seq > this.#seq);
    for (const { resolve } of due) resolve();
  }

  #collect(keys: Set<string>, patches: readonly Patch[], summaries: SummaryChange): void {
    for (const { table, id } of patches) {
      if (!isReplicaTable(table)) continue;
      keys.add(table).add(`${table}/${id}`);
      this.#lists.delete(table);
    }
    for (const contact of summaries.changed) keys.add('summaries').add(`summaries/${contact}`);
  }

  /** Asks the host for summaries that the patches could not say. */
  #askFor({ unsure, unsureOfAll }: SummaryChange): void {
    if (unsureOfAll) void this.#readSummaries();
    else for (const contact of unsure) void this.#readSummary(contact);
  }

  async #readSummary(contact: string): Promise<void> {
    const page = await this.#host.call('interactions', { contact, limit: 200 }).catch(() => undefined);
    if (page === undefined) return;
    const happened = page.interactions.filter((interaction) => interaction['planned'] !== true);
    const last = happened[0]?.['day'];
    const planned = page.interactions.length - happened.length;
    const summary: ContactSummary =
      typeof last === 'string' ? { last, count: page.total - planned } : { count: 0 };
    this.#summaries.set(contact, summary);
    this.#watchers.wake(['summaries', `summaries/${contact}`]);
  }

  async #readSummaries(): Promise<void> {
    const keys = new Set(['summaries']);
    let stream: string | undefined;
    for (let done = false; !done;) {
      const slice: Result<'replica'> = await this.#host.call('replica', { stream });
      ({ stream, done } = slice);
      for (const { contact, last, count } of slice.summaries) {
        this.#summaries.set(contact, { last, count });
        keys.add(`summaries/${contact}`);
      }
    }
    this.#watchers.wake(keys);
  }

  /** Of a table that is held here; an entity that went meanwhile is not brought back in part. */
  #applies({ table, id, before, after }: Patch): boolean {
    if (!isReplicaTable(table)) return false;
    return before === null || after === null || this.#network.has(table, id);
  }
}

/** Patches that listeners hear of at once, at most. */
const pieceLength = 200;

/** Lists are kept under the name of the table they were made of. */
function isListOf<T extends ReplicaTable>(list: readonly unknown[]): list is readonly EntityOf<T>[] {
  return Array.isArray(list);
}
