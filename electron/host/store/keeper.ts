/**
 * What stands behind the journal: snapshots that keep it short, the history that its lines go to, and backups. One
 * of these is done at a time, while edits go on.
 */
import type { Low } from 'lowdb';
import type { JsonObject } from '../../../shared/json';
import { versionAfter } from '../../../shared/model/migrations/index';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import { keepBackup, type KeptBackup, listBackups, thinBackups } from './backups';
import { diskError } from './disk-error';
import type { FileOps } from './files';
import { keepInHistory, listHistory, outlived } from './history';
import { Journal } from './journal';
import type { Ledger } from './ledger';
import type { Opened } from './opening';
import type { ParserMark } from './parser-mark';
import type { Paths } from './paths';
import type { FrozenView, SnapshotContent } from './snapshot';
import type { Status } from './status';
import type { StoreOptions } from './store-types';
import { Turns } from './turns';
import { removeQuietly } from './write-file';

const usualSnapshotAfter = 1_000;
const usualHistoryDays = 730;

interface Begun {
  readonly view: FrozenView;
  readonly content: SnapshotContent;
  readonly journal: Journal;
  readonly seq: number;
  /** What the journal held then. */
  readonly length: number;
  readonly lines: number;
}

export class Keeper {
  readonly #options: StoreOptions;
  readonly #files: FileOps;
  readonly #paths: Paths;
  readonly #steps: readonly Migration[];
  readonly #ledger: Ledger;
  readonly #status: Status;
  readonly #database: Low<SnapshotContent>;
  readonly #mark: ParserMark;
  readonly #stop: (sentence: string) => void;
  readonly #turns = new Turns();
  /** Rows and fields that the network does not hold; they are written as they came. */
  left: RawTables;
  other: JsonObject;
  #seq: number | undefined;
  /** A snapshot is due when the journal has this many lines. */
  #dueAt: number;
  #closed = false;

  /** @param stop is called when nothing may be written any more. */
  constructor(
    options: StoreOptions,
    paths: Paths,
    steps: readonly Migration[],
    opened: Opened,
    ledger: Ledger,
    status: Status,
    stop: (sentence: string) => void,
  ) {
    this.#options = options;
    this.#files = options.files;
    this.#paths = paths;
    this.#steps = steps;
    this.#ledger = ledger;
    this.#status = status;
    this.#database = opened.database;
    this.#mark = opened.mark;
    this.#stop = stop;
    this.left = opened.left;
    this.other = opened.other;
    this.#seq = opened.snapshotSeq;
    this.#dueAt = this.#snapshotAfter;
  }

  /** Does something while no snapshot, backup or rewriting goes on. The work must not ask for a turn itself. */
  atRest<T>(work: () => Promise<T>): Promise<T> {
    return this.#turns.run(work);
  }

  snapshot(): Promise<void> {
    return this.#turns.run(() => this.writeSnapshot());
  }

  /** Plans a snapshot if the journal has grown long. */
  planSnapshot(): void {
    if (this.#ledger.lines < this.#dueAt) return;
    this.#dueAt = Infinity;
    const work = async (): Promise<void> => {
      // What goes wrong is in the status.
      if (!this.#closed) await this.snapshot().catch(() => undefined);
    };
    if (this.#options.idle === undefined) void work();
    else this.#options.idle(work);
  }

  /** Writes what the journal holds into a last snapshot. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#turns.run(async () => {
      // One that fails now is written another time; the journal holds everything.
      if (this.#ledger.lines > 0) await this.writeSnapshot().catch(() => undefined);
    });
  }

  /** Only while at rest. @param anew also where nothing was edited since the last one. */
  async writeSnapshot(anew = false): Promise<void> {
    try {
      const begun = await this.#ledger.atRest((journal) => this.#begin(journal, anew));
      if (begun !== undefined) {
        try {
          this.#database.data = begun.content;
          await this.#database.write();
        } finally {
          this.#ledger.letGo(begun.view);
        }
        this.#seq = begun.seq;
        await this.#rotate(begun);
        await this.#prune();
        this.#status.cleared();
      }
      this.#dueAt = this.#snapshotAfter;
    } catch (error) {
      // Edits are safe in the journal; it is tried again when as many more have come.
      this.#dueAt = this.#ledger.lines + this.#snapshotAfter;
      throw this.#status.refused(error, 'The snapshot of your network');
    }
  }

  #begin(journal: Journal | undefined, anew: boolean): Begun | undefined {
    const { seq, network } = this.#ledger;
    if (journal === undefined || (this.#seq === seq && journal.lines === 0 && !anew)) return undefined;
    const view = this.#ledger.freeze(this.left);
    const content: SnapshotContent = {
      schemaVersion: versionAfter(this.#steps),
      appVersion: this.#options.appVersion,
      savedAt: this.#now().toISOString(),
      seq,
      contacts: network.count('contacts'),
      ...this.#mark.of(this.left),
      other: this.other,
      tables: view.tables(),
    };
    return { view, content, journal, seq, length: journal.length, lines: journal.lines };
  }

  /** The lines that the snapshot holds go to the history; those that came since stay in a new journal. */
  async #rotate({ journal, seq, length, lines }: Begun): Promise<void> {
    if (lines > 0) {
      const kept = { id: this.#options.newId(), day: this.#today(), from: journal.after + 1, to: seq };
      await keepInHistory(this.#files, this.#paths, kept, journal.content(0, length));
    }
    await this.#ledger.atRest(async () => {
      const content: Uint8Array[] = [];
      for await (const piece of journal.content(length, journal.length)) content.push(piece);
      await journal.close();
      const options = {
        id: this.#options.newId(),
        schemaVersion: versionAfter(this.#steps),
        after: seq,
        carried: { lines: journal.lines - lines, content },
      };
      try {
        this.#ledger.useJournal(await Journal.create(this.#files, this.#paths, options));
      } catch (error) {
        // The old one goes on, unless its name was taken and the disk does not say for good.
        await journal.ready().catch(() => {
          this.#stop(diskError(error, 'The journal', this.#paths.journal).message);
        });
        throw error;
      }
    });
  }

  async #prune(): Promise<void> {
    const segments = await listHistory(this.#files, this.#paths);
    const days = this.#options.historyDays ?? usualHistoryDays;
    for (const { path } of outlived(segments, this.#today(), days)) await removeQuietly(this.#files, path);
    if (this.#ledger.network.count('contacts') === 0) return;
    const [latest] = await listBackups(this.#files, this.#paths);
    if (latest?.at.slice(0, 10) !== this.#today()) await this.#copy('daily');
  }

  backup(reason: string): Promise<string> {
    return this.#turns.run(async () => {
      await this.writeSnapshot();
      return this.#copy(reason);
    });
  }

  /** A backup that nobody asked for is not made twice of the same state. */
  async backupUnlessThere(reason: string): Promise<string> {
    const [latest] = await this.backups();
    return latest !== undefined && latest.seq === this.#ledger.seq ? latest.name : this.backup(reason);
  }

  async backups(): Promise<KeptBackup[]> {
    try {
      return await listBackups(this.#files, this.#paths);
    } catch (error) {
      throw diskError(error, 'The list of backups', this.#paths.backups);
    }
  }

  async #copy(reason: string): Promise<string> {
    const now = this.#now();
    const source = { path: this.#paths.network, seq: this.#seq ?? 0, reason, now, id: this.#options.newId() };
    const name = await keepBackup(this.#files, this.#paths, source);
    await thinBackups(this.#files, this.#paths, now);
    return name;
  }

  get #snapshotAfter(): number {
    return this.#options.snapshotAfterLines ?? usualSnapshotAfter;
  }

  #now(): Date {
    return this.#options.clock.now();
  }

  #today(): string {
    return this.#now().toISOString().slice(0, 10);
  }
}
