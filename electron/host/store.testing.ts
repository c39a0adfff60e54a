/** A store in memory with the promises of the real one, and nothing of its disk. */
import type { HostEvent } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { Network } from '../../shared/model/network';
import { inverses } from '../../shared/model/patch';
import { tableNames } from '../../shared/model/table-names';
import type { BackupInfo, BatchWriter, JournalEntry, NewEntry, Saved, Store } from './store/store';

export interface MemoryStore extends Store {
  readonly entries: JournalEntry[];
  readOnly: string | undefined;
  /** Edits up to here are no longer at hand. */
  forgotten: number;
  /** The next write fails with this. */
  failure: Error | undefined;
  closed: boolean;
}

export function memoryStore(now: () => Date = () => new Date('2026-05-04T09:00:00Z')): MemoryStore {
  const listeners = new Set<(saved: Saved) => void>();
  const kept = new Map<string, { info: BackupInfo; data: ReturnType<Network['toData']> }>();
  let network = new Network();
  let seq = 0;

  const write = (entry: NewEntry): JournalEntry => {
    if (store.failure !== undefined) {
      const failure = store.failure;
      store.failure = undefined;
      throw failure;
    }
    const gone = entry.patches.filter(({ table, after }) => table === 'contacts' && after === null).length;
    if (entry.allowShrink !== true && gone > 1 && gone * 2 > network.count('contacts')) {
      throw new KithmapError('conflict', 'More than half of your contacts would go.');
    }
    network.apply(entry.patches);
    seq += 1;
    const written = { ...entry, seq, at: now().toISOString() };
    delete written.allowShrink;
    return written;
  };
  const saved = (): Saved => ({ seq, at: now().toISOString() });
  const tellSaved = (): void => {
    for (const listener of listeners) listener(saved());
  };

  const store: MemoryStore = {
    entries: [],
    notices: [],
    readOnly: undefined,
    forgotten: 0,
    failure: undefined,
    closed: false,
    get network() {
      return network;
    },
    get seq() {
      return seq;
    },
    async append(entry) {
      await Promise.resolve();
      const written = write(entry);
      store.entries.push(written);
      tellSaved();
      return written;
    },
    async batch<T>(
      by: string,
      label: string,
      id: string,
      work: (write: BatchWriter) => Promise<T>,
    ): Promise<{ result: T; entries: JournalEntry[] }> {
      const before = seq;
      // Like the journal: begin and commit take a number each and are nobody's edit.
      seq += 1;
      const entries: JournalEntry[] = [];
      try {
        const result = await work(async (name, patches) => {
          await Promise.resolve();
          entries.push(write({ by, label, name, patches, batch: id, allowShrink: true }));
        });
        seq += 1;
        store.entries.push(...entries);
        tellSaved();
        return { result, entries };
      } catch (error) {
        network.apply(inverses(entries.flatMap(({ patches }) => patches)));
        seq = before;
        throw error;
      }
    },
    entry: (wanted) => Promise.resolve(store.entries.find((entry) => entry.seq === wanted)),
    entriesOfBatch: (batch) => Promise.resolve(store.entries.filter((entry) => entry.batch === batch)),
    after: (from) => (from < store.forgotten ? undefined : store.entries.filter((entry) => entry.seq > from)),
    saved,
    onSaved(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    snapshot: () => Promise.resolve(),
    backup(reason) {
      const name = `backup-${kept.size + 1}.json`;
      const contacts = network.count('contacts');
      kept.set(name, {
        info: { name, at: now().toISOString(), contacts, bytes: 1, reason },
        data: network.toData(),
      });
      return Promise.resolve(name);
    },
    backups: () => Promise.resolve([...kept.values()].map(({ info }) => info)),
    async restore(name) {
      const backup = kept.get(name);
      if (backup === undefined) throw new KithmapError('not-found', `There is no backup called ${name}.`);
      const before = await store.backup('before restoring');
      network = new Network();
      for (const table of tableNames) {
        for (const [id, row] of Object.entries(backup.data[table] ?? {})) network.load(table, id, row);
      }
      seq += 1;
      store.forgotten = seq;
      return before;
    },
    health: () => Promise.resolve({ ok: true, checks: [{ what: 'memory', ok: true, detail: 'Is fine.' }] }),
    folder: () => Promise.resolve([]),
    forget: () => Promise.resolve(new Set()),
    close() {
      store.closed = true;
      return Promise.resolve();
    },
  };
  return store;
}

/** The events of one kind among all that were told. */
export function eventsOf<T extends HostEvent['type']>(
  events: readonly HostEvent[],
  type: T,
): Extract<HostEvent, { type: T }>[] {
  return events.filter((event): event is Extract<HostEvent, { type: T }> => event.type === type);
}
