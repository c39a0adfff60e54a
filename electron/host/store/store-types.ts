/** What the store promises, and what it needs. */
import type { Migration } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import type { FileOps } from './files';

export interface StoreOptions {
  /** Absolute path of the data folder; made if it is not there. */
  folder: string;
  files: FileOps;
  clock: { now(): Date };
  newId(): string;
  appVersion: string;
  /** Runs work that can wait (a snapshot) when little else is going on; at once if not given. `work` never fails. */
  idle?: (work: () => Promise<void>) => void;
  /** A snapshot is written after this many journal lines. */
  snapshotAfterLines?: number;
  /** For how long old batches can be undone. */
  historyDays?: number;
  /** The steps from older versions to this one; those of this Kithmap if not given. */
  migrations?: readonly Migration[];
}

export interface JournalEntry {
  /** Grows with every entry; a number may be left out. */
  readonly seq: number;
  /** UTC. */
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly label: string;
  readonly batch?: string;
  readonly patches: readonly Patch[];
  /** The entry that this one takes back. */
  readonly undoes?: number;
}

export interface NewEntry {
  readonly by: string;
  readonly name: string;
  readonly label: string;
  readonly patches: readonly Patch[];
  readonly undoes?: number;
  readonly batch?: string;
  /** The person has been asked: more than half of the contacts may go. */
  readonly allowShrink?: boolean;
}

export interface BatchOptions {
  /** The person has been asked: more than half of the contacts may go. */
  readonly allowShrink?: boolean;
}

/** Writes one bounded piece of a batch; `store.network` shows it once the promise is kept. */
export type BatchWriter = (name: string, patches: readonly Patch[]) => Promise<void>;

/** What a part of the data folder takes. */
export interface FolderPart {
  readonly part: 'network' | 'journal' | 'history' | 'backups';
  readonly files: number;
  readonly bytes: number;
}

export interface BackupInfo {
  /** The file's name in `backups/`. */
  readonly name: string;
  readonly at: string;
  readonly contacts: number;
  readonly bytes: number;
  readonly reason: string;
}

export interface HealthCheck {
  readonly what: string;
  readonly ok: boolean;
  readonly detail: string;
}

export interface Health {
  readonly ok: boolean;
  readonly checks: HealthCheck[];
}

export interface Saved {
  /** Everything up to here is on disk. */
  readonly seq: number;
  readonly at?: string;
  /** Why something could not be written, as a sentence. */
  readonly trouble?: string;
}

export interface Store {
  /** What is acknowledged; during a batch, what it has written so far as well. */
  readonly network: Network;
  readonly seq: number;
  /** What was found and mended on opening, as sentences. */
  readonly notices: readonly string[];
  /** Why nothing can be changed, as a sentence. */
  readonly readOnly: string | undefined;
  /**
   * Writes the entry to disk, then applies it to `network`. Calls are done in order; several that wait share one
   * write. @throws KithmapError `disk`, `read-only`, `busy`, or `conflict` where the patches do not fit the network
   * as it then is, or more than half of the contacts would go: then nothing changed.
   */
  append(entry: NewEntry): Promise<JournalEntry>;
  /**
   * Many bounded lines that count together or not at all. Other edits wait until it is over. If `work` throws,
   * nothing of the batch stays, in memory either, and the error is passed on. Of a long one the latest entries are
   * answered.
   */
  batch<T>(
    by: string,
    label: string,
    id: string,
    work: (write: BatchWriter) => Promise<T>,
    options?: BatchOptions,
  ): Promise<{ result: T; entries: JournalEntry[] }>;
  /** One entry, also long after; undefined when its journal is no longer kept. */
  entry(seq: number): Promise<JournalEntry | undefined>;
  /** What a batch did, oldest first. */
  entriesOfBatch(batch: string): Promise<JournalEntry[]>;
  /** The entries after `seq`; undefined when they are no longer at hand: read the network anew. */
  after(seq: number): JournalEntry[] | undefined;
  saved(): Saved;
  /** @returns a function that ends the subscription. */
  onSaved(listener: (saved: Saved) => void): () => void;
  /** Writes what the journal holds into a new snapshot. */
  snapshot(): Promise<void>;
  /** @returns the backup's name. */
  backup(reason: string): Promise<string>;
  backups(): Promise<BackupInfo[]>;
  /** Puts a backup's content in place, as one edit. @returns the name of the backup that keeps what was there. */
  restore(name: string): Promise<string>;
  health(): Promise<Health>;
  folder(): Promise<FolderPart[]>;
  /** Removes what is left of these entities, and rewrites every file that ever spoke of them. @returns all that went. */
  forget(ids: readonly string[]): Promise<ReadonlySet<string>>;
  close(): Promise<void>;
}
