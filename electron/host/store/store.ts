/**
 * The network on disk: one folder that one program holds. Edits are lines of a journal, acknowledged once they
 * are on the disk; snapshots keep the journal short; history, backups and recovery see to it that nothing is lost.
 *
 *   append --> does it fit? --> line, fdatasync --> network in memory --> acknowledged
 *   snapshot: slices of the network as it was --> fsync, rename, fsync folder --> the journal's lines go to history
 */
import { KithmapError } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import { migrateTables } from '../../../shared/model/document';
import { versionAfter, migrations } from '../../../shared/model/migrations/index';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import { inverses, type Patch } from '../../../shared/model/patch';
import { keepBackup, listBackups, readBackup, thinBackups } from './backups';
import { codeOf, diskError } from './disk-error';
import { encodeEntry, encodeMark, entryOf } from './entries';
import type { FileOps } from './files';
import { differences } from './differences';
import { Fitting, refuseShrink } from './fits';
import {
  beginForgetting,
  begunForgetting,
  endForgetting,
  forgetInFiles,
  forgetRows,
  forgettingPatches,
} from './forget';
import { checkHealth } from './health';
import { keepInHistory, listHistory, outlived, readSegment } from './history';
import { Journal } from './journal';
import { type JournalLine, type JournalScan, scanJournal } from './journal-lines';
import { openFolder, type Opened } from './opening';
import { type Paths, pathsOf } from './paths';
import { RecentEntries } from './recent';
import { loadNetwork } from './load';
import { FrozenView, type SnapshotContent } from './snapshot';
import type {
  BackupInfo,
  BatchOptions,
  BatchWriter,
  Health,
  JournalEntry,
  NewEntry,
  Saved,
  Store,
  StoreOptions,
} from './store-types';
import { Turns } from './turns';
import { removeQuietly } from './write-file';

export type {
  BackupInfo,
  BatchOptions,
  BatchWriter,
  Health,
  HealthCheck,
  JournalEntry,
  NewEntry,
  Saved,
  Store,
  StoreOptions,
} from './store-types';

/**
 * Opens a data folder, and makes it if it is not there. Hold it first (see `lock`).
 * @throws KithmapError `disk` where it cannot be made or read.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const steps = options.migrations ?? migrations;
  const paths = pathsOf(options.folder);
  const opened = await openFolder(options, paths, steps);
  const store = new FolderStore(options, paths, steps, opened);
  await store.start();
  return store;
}

interface Waiting {
  readonly entry: NewEntry;
  readonly resolve: (entry: JournalEntry) => void;
  readonly reject: (error: unknown) => void;
}

const usualSnapshotAfter = 1_000;
const usualHistoryDays = 730;
/** A journal line of a batch holds no more patches than this. */
const patchesPerLine = 500;

class FolderStore implements Store {
  readonly network: Network;
  readonly notices: string[];
  readonly #options: StoreOptions;
  readonly #files: FileOps;
  readonly #paths: Paths;
  readonly #steps: readonly Migration[];
  readonly #database: Opened['database'];
  readonly #mended: boolean;
  readonly #recent: RecentEntries;
  /** Whoever writes the journal or must see it at rest. */
  readonly #turns = new Turns();
  readonly #snapshotTurns = new Turns();
  readonly #views = new Set<FrozenView>();
  readonly #listeners = new Set<(saved: Saved) => void>();
  #journal: Journal | undefined;
  #readOnly: string | undefined;
  #seq: number;
  #snapshotSeq: number | undefined;
  #at: string | undefined;
  #trouble: string | undefined;
  #left: RawTables;
  #other: JsonObject;
  #waiting: Waiting[] = [];
  #snapshotDue: number;
  #closed = false;

  constructor(options: StoreOptions, paths: Paths, steps: readonly Migration[], opened: Opened) {
    this.#options = options;
    this.#files = options.files;
    this.#paths = paths;
    this.#steps = steps;
    this.network = opened.network;
    this.notices = [...opened.notices];
    this.#database = opened.database;
    this.#mended = opened.mended;
    this.#journal = opened.journal;
    this.#readOnly = opened.readOnly;
    this.#seq = opened.seq;
    this.#snapshotSeq = opened.snapshotSeq;
    this.#at = opened.at;
    this.#left = opened.left;
    this.#other = opened.other;
    this.#snapshotDue = options.snapshotAfterLines ?? usualSnapshotAfter;
    this.#recent = new RecentEntries(opened.journal?.after ?? opened.seq);
    const entries = opened.lines.flatMap((line) => entryOf(line, opened.linesVersion, steps) ?? []);
    this.#recent.add(entries.filter(({ seq }) => seq > this.#journalAfter));
  }

  /** Finishes what was begun before the folder was closed, and keeps a copy of what was mended. */
  async start(): Promise<void> {
    if (this.#readOnly !== undefined) return;
    try {
      const begun = await begunForgetting(this.#files, this.#paths);
      if (begun !== undefined) await this.#forget(begun);
      if (this.#mended && this.network.count('contacts') > 0) await this.backup('after mending');
    } catch (error) {
      this.#trouble = diskError(error, 'What was begun before').message;
      this.notices.push(this.#trouble);
    }
    this.#planSnapshot();
  }

  get seq(): number {
    return this.#seq;
  }

  get readOnly(): string | undefined {
    return this.#readOnly;
  }

  get #journalAfter(): number {
    return this.#journal?.after ?? 0;
  }

  append(entry: NewEntry): Promise<JournalEntry> {
    return new Promise((resolve, reject) => {
      this.#writable();
      this.#waiting.push({ entry, resolve, reject });
      // Those that come while one is being written share the next write.
      if (this.#waiting.length === 1) void this.#turns.run(() => this.#writeWaiting());
    });
  }

  async #writeWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    const fitting = new Fitting(this.network);
    const at = this.#now();
    const accepted: (Waiting & { readonly written: JournalEntry })[] = [];
    for (const waiting of group) {
      const { by, name, label, patches, undoes, batch, allowShrink = false } = waiting.entry;
      try {
        fitting.accept(patches, allowShrink);
      } catch (error) {
        waiting.reject(error);
        continue;
      }
      const seq = this.#seq + accepted.length + 1;
      accepted.push({ ...waiting, written: { seq, at, by, name, label, patches, undoes, batch } });
    }
    if (accepted.length === 0) return;
    try {
      const journal = await this.#readyJournal();
      await writeThrough(journal, async () => {
        await journal.write(encode(accepted.map(({ written }) => encodeEntry(written))));
        await journal.settle(accepted.length);
      });
    } catch (error) {
      const refused = this.#inTrouble(error, 'Your edit');
      for (const { reject } of accepted) reject(refused);
      return;
    }
    const entries = accepted.map(({ written }) => written);
    for (const { patches } of entries) this.#apply(patches);
    this.#settled(entries, this.#seq + entries.length, at);
    for (const { resolve, written } of accepted) resolve(written);
  }

  async batch<T>(
    by: string,
    label: string,
    id: string,
    work: (write: BatchWriter) => Promise<T>,
    options: BatchOptions = {},
  ): Promise<{ result: T; entries: JournalEntry[] }> {
    this.#writable();
    if (this.network.count('contacts') > 0) await this.#automaticBackup('before import');
    return this.#turns.run(() => this.#writeBatch(by, label, id, work, options));
  }

  async #writeBatch<T>(
    by: string,
    label: string,
    batch: string,
    work: (write: BatchWriter) => Promise<T>,
    { allowShrink = false }: BatchOptions,
  ): Promise<{ result: T; entries: JournalEntry[] }> {
    const journal = await this.#onDisk(this.#readyJournal());
    const contacts = this.network.count('contacts');
    const entries: JournalEntry[] = [];
    let seq = this.#seq;
    let failure: Error | undefined;
    const head = (name: string): Omit<JournalEntry, 'patches'> => {
      return { seq: ++seq, at: this.#now(), by, name, label, batch };
    };
    const writeOne = async (name: string, patches: readonly Patch[]): Promise<void> => {
      new Fitting(this.network).accept(patches, true);
      const entry = { ...head(name), patches };
      await this.#onDisk(journal.write(encode([encodeEntry(entry)])));
      this.#apply(patches);
      entries.push(entry);
    };
    const pieces = new Turns();
    const write: BatchWriter = (name, patches) =>
      pieces.run(async () => {
        if (failure !== undefined) throw failure;
        try {
          for (let from = 0; from < patches.length; from += patchesPerLine) {
            await writeOne(name, patches.slice(from, from + patchesPerLine));
          }
        } catch (error) {
          failure = error instanceof Error ? error : new Error(String(error));
          throw failure;
        }
      });

    try {
      return await writeThrough(journal, async () => {
        await this.#onDisk(journal.write(encode([encodeMark('begin', head('batch'))])));
        const result = await work(write);
        await pieces.run(() => Promise.resolve());
        if (failure !== undefined) throw failure;
        if (!allowShrink) refuseShrink(contacts, this.network.count('contacts'));
        await this.#onDisk(journal.write(encode([encodeMark('commit', head('batch'))])));
        await this.#onDisk(journal.settle(entries.length + 2));
        this.#settled(entries, seq, this.#now());
        return { result, entries };
      });
    } catch (error) {
      for (const { patches } of entries.reverse()) this.#apply(inverses(patches));
      throw error;
    }
  }

  async entry(seq: number): Promise<JournalEntry | undefined> {
    const recent = this.#recent.get(seq);
    if (recent !== undefined || seq > this.#seq || seq < 1) return recent;
    const found = await this.#search(
      (from, to) => from <= seq && seq <= to,
      (line) => line.seq === seq,
    );
    return found[0];
  }

  entriesOfBatch(batch: string): Promise<JournalEntry[]> {
    return this.#search(
      () => true,
      (line) => line.batch === batch,
    );
  }

  /** Entries of the history and the journal, oldest first. */
  async #search(
    files: (from: number, to: number) => boolean,
    lines: (line: JournalLine) => boolean,
    attempt = 1,
  ): Promise<JournalEntry[]> {
    const found = new Map<number, JournalEntry>();
    const take = (scan: JournalScan): void => {
      for (const line of scan.lines.slice(0, scan.settledLines).filter(lines)) {
        const entry = entryOf(line, scan.header?.schemaVersion ?? 1, this.#steps);
        if (entry !== undefined) found.set(entry.seq, entry);
      }
    };
    try {
      // The journal first: what moves from it to the history meanwhile is then found there, or in both.
      if (files(this.#journalAfter + 1, this.#seq)) {
        take(scanJournal(await this.#files.readFile(this.#paths.journal)));
      }
      for (const segment of await listHistory(this.#files, this.#paths)) {
        if (files(segment.from, segment.to)) take(await readSegment(this.#files, segment));
      }
    } catch (error) {
      // One file of the history was replaced by a longer one meanwhile.
      if (codeOf(error) === 'ENOENT' && attempt < 3) return this.#search(files, lines, attempt + 1);
      throw diskError(error, 'The history', this.#paths.history);
    }
    return [...found.values()].sort((a, b) => a.seq - b.seq);
  }

  after(seq: number): JournalEntry[] | undefined {
    return this.#recent.after(seq, this.#seq);
  }

  saved(): Saved {
    return {
      seq: this.#seq,
      ...(this.#at === undefined ? {} : { at: this.#at }),
      ...(this.#trouble === undefined ? {} : { trouble: this.#trouble }),
    };
  }

  onSaved(listener: (saved: Saved) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  snapshot(): Promise<void> {
    this.#writable();
    return this.#snapshotTurns.run(() => this.#writeSnapshot());
  }

  async #writeSnapshot(): Promise<void> {
    try {
      const begun = await this.#turns.run(() => Promise.resolve(this.#beginSnapshot()));
      if (begun === undefined) return;
      try {
        this.#database.data = begun.content;
        await this.#database.write();
      } finally {
        this.#views.delete(begun.view);
      }
      this.#snapshotSeq = begun.seq;
      await this.#rotate(begun);
      await this.#prune();
      this.#snapshotDue = this.#options.snapshotAfterLines ?? usualSnapshotAfter;
      if (this.#trouble !== undefined) this.#tell(undefined);
    } catch (error) {
      // Edits are safe in the journal; it is tried again when as many more have come.
      this.#snapshotDue =
        (this.#journal?.lines ?? 0) + (this.#options.snapshotAfterLines ?? usualSnapshotAfter);
      throw this.#inTrouble(error, 'The snapshot of your network');
    }
  }

  #beginSnapshot(): Begun | undefined {
    const journal = this.#journal;
    if (journal === undefined || (this.#snapshotSeq === this.#seq && journal.lines === 0)) return undefined;
    const view = new FrozenView(this.network, this.#left);
    this.#views.add(view);
    const content: SnapshotContent = {
      schemaVersion: versionAfter(this.#steps),
      appVersion: this.#options.appVersion,
      savedAt: this.#now(),
      seq: this.#seq,
      contacts: this.network.count('contacts'),
      other: this.#other,
      tables: view.tables(),
    };
    return { view, content, journal, seq: this.#seq, length: journal.length, lines: journal.lines };
  }

  /** The lines that the snapshot holds go to the history; those that came since stay in a new journal. */
  async #rotate({ journal, seq, length, lines }: Begun): Promise<void> {
    if (lines > 0) {
      const scanned = journal.content(0, length);
      const kept = {
        id: this.#options.newId(),
        day: this.#now().slice(0, 10),
        from: journal.after + 1,
        to: seq,
      };
      await keepInHistory(this.#files, this.#paths, kept, scanned);
    }
    await this.#turns.run(async () => {
      const carried: Uint8Array[] = [];
      for await (const piece of journal.content(length, journal.length)) carried.push(piece);
      await journal.close();
      const options = {
        id: this.#options.newId(),
        schemaVersion: versionAfter(this.#steps),
        after: seq,
        carried: { lines: journal.lines - lines, content: carried },
      };
      try {
        this.#journal = await Journal.create(this.#files, this.#paths, options);
      } catch (error) {
        // The old one goes on, unless its name was taken and the disk does not say for good.
        await journal.ready().catch(() => {
          this.#readOnly = diskError(error, 'The journal', this.#paths.journal).message;
        });
        throw error;
      }
    });
  }

  async #prune(): Promise<void> {
    const today = this.#now().slice(0, 10);
    const segments = await listHistory(this.#files, this.#paths);
    for (const { path } of outlived(segments, today, this.#options.historyDays ?? usualHistoryDays)) {
      await removeQuietly(this.#files, path);
    }
    if (this.network.count('contacts') === 0) return;
    const latest = (await listBackups(this.#files, this.#paths))[0];
    if (latest?.at.slice(0, 10) !== today) await this.#copySnapshot('daily');
  }

  #planSnapshot(): void {
    const journal = this.#journal;
    if (journal === undefined || this.#closed || journal.lines < this.#snapshotDue) return;
    this.#snapshotDue = Infinity;
    const work = async (): Promise<void> => {
      if (this.#closed) return;
      await this.snapshot().catch(() => undefined);
    };
    if (this.#options.idle === undefined) void work();
    else this.#options.idle(work);
  }

  async backup(reason: string): Promise<string> {
    this.#writable();
    return this.#snapshotTurns.run(async () => {
      await this.#writeSnapshot();
      return this.#copySnapshot(reason);
    });
  }

  /** A backup that the store makes by itself is not made twice of the same state. */
  async #automaticBackup(reason: string): Promise<string> {
    const latest = (await this.backups())[0];
    if (latest !== undefined && latest.seq === this.#seq) return latest.name;
    return this.backup(reason);
  }

  async #copySnapshot(reason: string): Promise<string> {
    const now = this.#options.clock.now();
    const name = await keepBackup(this.#files, this.#paths, {
      path: this.#paths.network,
      seq: this.#snapshotSeq ?? 0,
      reason,
      now,
      id: this.#options.newId(),
    });
    await thinBackups(this.#files, this.#paths, now);
    return name;
  }

  async backups(): Promise<(BackupInfo & { readonly seq: number })[]> {
    try {
      return await listBackups(this.#files, this.#paths);
    } catch (error) {
      throw diskError(error, 'The list of backups', this.#paths.backups);
    }
  }

  async restore(name: string): Promise<string> {
    this.#writable();
    const document = await readBackup(this.#files, this.#paths, name, this.#steps);
    migrateTables(document.tables, document.schemaVersion, this.#steps);
    const kept = await this.#automaticBackup('before restore');
    const { network: wanted, left } = await loadNetwork(document.tables);
    await this.#turns.run(async () => {
      const patches = differences(this.network, wanted);
      const write = (each: BatchWriter): Promise<void> => each('restore', patches);
      const id = this.#options.newId();
      await this.#writeBatch('restore', 'Restore a backup', id, write, { allowShrink: true });
      this.#left = left;
      this.#other = document.other;
    });
    await this.snapshot();
    return kept;
  }

  async health(): Promise<Health> {
    // At rest: nothing moves while it is looked at.
    const look = (): Promise<Health> =>
      checkHealth(this.#files, this.#paths, this.#steps, this.network, this.#seq);
    return this.#snapshotTurns.run(() => this.#turns.run(look));
  }

  async forget(ids: readonly string[]): Promise<void> {
    this.#writable();
    try {
      await beginForgetting(this.#files, this.#paths, ids, this.#options.newId());
      await this.#forget(ids);
    } catch (error) {
      throw this.#inTrouble(error, 'What is left of them');
    }
  }

  async #forget(ids: readonly string[]): Promise<void> {
    const patches = forgettingPatches(this.network, ids);
    if (patches.length > 0) {
      await this.append({ by: 'forget', name: 'forget', label: 'Forget', patches, allowShrink: true });
    }
    await this.#snapshotTurns.run(async () => {
      const newId = (): string => this.#options.newId();
      const rewrite = (): Promise<Set<string>> =>
        forgetInFiles(this.#files, this.#paths, ids, this.#steps, newId);
      // What the journal says of them moves to the history first, and is rewritten there.
      await this.#writeSnapshot();
      const gone = await rewrite();
      if (this.#left.size > 0) {
        forgetRows(this.#left, gone);
        this.#snapshotSeq = undefined;
        await this.#writeSnapshot();
      }
      this.#recent.clear(this.#seq);
      await endForgetting(this.#files, this.#paths);
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    const unsaved = this.#journal !== undefined && this.#journal.lines > 0;
    // A snapshot that fails now is written on the next opening; the journal holds everything.
    if (unsaved) await this.snapshot().catch(() => undefined);
    this.#closed = true;
    await this.#snapshotTurns.run(() => this.#turns.run(() => this.#journal?.close() ?? Promise.resolve()));
  }

  #writable(): void {
    if (this.#readOnly !== undefined) throw new KithmapError('read-only', this.#readOnly);
    if (this.#closed) throw new KithmapError('unavailable', 'Kithmap is closing; nothing was changed.');
  }

  async #readyJournal(): Promise<Journal> {
    if (this.#journal === undefined)
      throw new KithmapError('read-only', this.#readOnly ?? 'There is no journal.');
    await this.#journal.ready();
    return this.#journal;
  }

  #apply(patches: readonly Patch[]): void {
    for (const view of this.#views) view.note(patches);
    this.network.apply(patches);
  }

  #settled(entries: readonly JournalEntry[], seq: number, at: string): void {
    this.#seq = seq;
    this.#at = at;
    this.#recent.add(entries);
    this.#tell(undefined);
    this.#planSnapshot();
  }

  /** What the disk says to an import becomes a sentence; what others throw stays theirs. */
  async #onDisk<T>(done: Promise<T>): Promise<T> {
    try {
      return await done;
    } catch (error) {
      throw this.#inTrouble(error, 'The import');
    }
  }

  #inTrouble(error: unknown, what: string): KithmapError {
    const refused = diskError(error, what);
    if (refused.code === 'disk' || refused.code === 'busy') this.#tell(refused.message);
    return refused;
  }

  #tell(trouble: string | undefined): void {
    this.#trouble = trouble;
    for (const listener of this.#listeners) listener(this.saved());
  }

  #now(): string {
    return this.#options.clock.now().toISOString();
  }
}

interface Begun {
  readonly view: FrozenView;
  readonly content: SnapshotContent;
  readonly journal: Journal;
  readonly seq: number;
  readonly length: number;
  readonly lines: number;
}

const encoder = new TextEncoder();

function encode(lines: readonly string[]): Uint8Array {
  return encoder.encode(lines.join(''));
}

/** Does what writes to the journal; if it fails, what was written is taken off again. */
async function writeThrough<T>(journal: Journal, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    await journal.takeBack();
    throw error;
  }
}
