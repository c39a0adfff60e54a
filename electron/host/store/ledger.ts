/**
 * The network in memory together with the journal that makes it last: whatever changes the one is a line of the
 * other first. Work on them is done one after the other.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { KithmapError } from '../../../shared/errors';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import { type BatchHead, BatchWriting } from './batch-writing';
import { codeOf, diskError } from './disk-error';
import { encodeEntry, entryOf } from './entries';
import type { FileOps } from './files';
import { Fitting } from './fits';
import { listHistory, readSegment } from './history';
import type { Journal } from './journal';
import { type JournalLine, type JournalScan, scanJournal } from './journal-lines';
import type { Opened } from './opening';
import type { Paths } from './paths';
import { RecentEntries } from './recent';
import { FrozenView } from './snapshot';
import type { Status } from './status';
import type { BatchWriter, JournalEntry, NewEntry } from './store-types';
import { Turns } from './turns';

interface Waiting {
  readonly entry: NewEntry;
  readonly resolve: (entry: JournalEntry) => void;
  readonly reject: (error: unknown) => void;
}

export interface LedgerPlace {
  readonly files: FileOps;
  readonly paths: Paths;
  readonly steps: readonly Migration[];
  readonly status: Status;
  now(): string;
  /** Called after each edit. */
  grown(): void;
}

export class Ledger {
  readonly network: Network;
  readonly #place: LedgerPlace;
  readonly #turns = new Turns();
  readonly #recent: RecentEntries;
  readonly #views = new Set<FrozenView>();
  #journal: Journal | undefined;
  #seq: number;
  #waiting: Waiting[] = [];

  constructor(place: LedgerPlace, opened: Opened) {
    this.#place = place;
    this.network = opened.network;
    this.#journal = opened.journal;
    this.#seq = opened.seq;
    this.#recent = new RecentEntries(opened.journal?.after ?? opened.seq);
    const after = opened.journal?.after ?? Infinity;
    for (const line of opened.lines) {
      const entry = line.seq > after ? entryOf(line, opened.linesVersion, place.steps) : undefined;
      if (entry !== undefined) this.#recent.add([entry]);
    }
  }

  get seq(): number {
    return this.#seq;
  }

  /** How many lines the journal holds; none where there is no journal. */
  get lines(): number {
    return this.#journal?.lines ?? 0;
  }

  append(entry: NewEntry): Promise<JournalEntry> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ entry, resolve, reject });
      // Those that come while one is being written share the next write.
      if (this.#waiting.length === 1) void this.#turns.run(() => this.#writeWaiting());
    });
  }

  async #writeWaiting(): Promise<void> {
    const group = this.#waiting;
    this.#waiting = [];
    const fitting = new Fitting(this.network);
    const at = this.#place.now();
    const accepted: (Waiting & { readonly written: JournalEntry })[] = [];
    for (const waiting of group) {
      const { allowShrink = false, ...entry } = waiting.entry;
      try {
        fitting.accept(entry.patches, allowShrink);
      } catch (error) {
        waiting.reject(error);
        continue;
      }
      accepted.push({ ...waiting, written: { ...entry, seq: this.#seq + accepted.length + 1, at } });
    }
    if (accepted.length === 0) return;
    try {
      const journal = await this.#ready();
      try {
        await journal.write(accepted.map(({ written }) => encodeEntry(written)).join(''));
        await journal.settle(accepted.length);
      } catch (error) {
        await journal.takeBack();
        throw error;
      }
    } catch (error) {
      const refusal = this.#place.status.refused(error, 'Your edit');
      for (const { reject } of accepted) reject(refusal);
      return;
    }
    const entries = accepted.map(({ written }) => written);
    for (const { patches } of entries) this.#apply(patches);
    this.#settled(entries, this.#seq + entries.length, at);
    for (const { resolve, written } of accepted) resolve(written);
  }

  batch<T>(
    head: BatchHead,
    work: (write: BatchWriter) => Promise<T>,
  ): Promise<{ result: T; entries: JournalEntry[] }> {
    return this.#turns.run(async () => {
      const { status } = this.#place;
      const refused = (error: unknown): KithmapError => status.refused(error, 'The import');
      const journal = await this.#ready().catch((error: unknown) => {
        throw refused(error);
      });
      const writing = new BatchWriting(head, {
        journal,
        network: this.network,
        seq: this.#seq,
        now: () => this.#place.now(),
        apply: (patches) => this.#apply(patches),
        refused,
      });
      const result = await writing.write(work);
      if (writing.left !== undefined) this.#recent.clear(writing.left);
      this.#settled(writing.entries, writing.seq, this.#place.now());
      return { result, entries: writing.entries };
    });
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

  after(seq: number): JournalEntry[] | undefined {
    return this.#recent.after(seq, this.#seq);
  }

  /** Nothing before now is at hand any more. */
  forgetRecent(): void {
    this.#recent.clear(this.#seq);
  }

  /** Entries of the history and the journal, oldest first. */
  async #search(
    files: (from: number, to: number) => boolean,
    lines: (line: JournalLine) => boolean,
    attempt = 1,
  ): Promise<JournalEntry[]> {
    const found = new Map<number, JournalEntry>();
    const take = async (scan: JournalScan): Promise<void> => {
      for (const line of scan.lines.slice(0, scan.settledLines).filter(lines)) {
        const entry = entryOf(line, scan.header?.schemaVersion ?? 1, this.#place.steps);
        if (entry !== undefined) found.set(entry.seq, entry);
        if (line.patches.length > 100) await turn();
      }
    };
    const { files: disk, paths } = this.#place;
    try {
      // The journal first: what moves from it to the history meanwhile is then found there, or in both.
      if (files((this.#journal?.after ?? 0) + 1, this.#seq))
        await take(await scanJournal(await disk.readFile(paths.journal)));
      for (const segment of await listHistory(disk, paths)) {
        if (files(segment.from, segment.to)) await take(await readSegment(disk, segment));
      }
    } catch (error) {
      // One file of the history was replaced by a longer one meanwhile.
      if (codeOf(error) === 'ENOENT' && attempt < 3) return this.#search(files, lines, attempt + 1);
      throw diskError(error, 'The history', paths.history);
    }
    return [...found.values()].sort((a, b) => a.seq - b.seq);
  }

  /** Does something while nothing is written. The work must not ask for a turn itself. */
  atRest<T>(work: (journal: Journal | undefined) => T | Promise<T>): Promise<T> {
    return this.#turns.run(async () => work(this.#journal));
  }

  /** From now on lines go to this journal. Only while at rest. */
  useJournal(journal: Journal): void {
    this.#journal = journal;
  }

  /** The network as it is now, to be read while edits go on; give it back with `letGo`. Only while at rest. */
  freeze(left: RawTables): FrozenView {
    const view = new FrozenView(this.network, left);
    this.#views.add(view);
    return view;
  }

  letGo(view: FrozenView): void {
    this.#views.delete(view);
  }

  async #ready(): Promise<Journal> {
    if (this.#journal === undefined)
      throw new KithmapError('read-only', 'Your network can only be looked at.');
    await this.#journal.ready();
    return this.#journal;
  }

  #apply(patches: readonly Patch[]): void {
    for (const view of this.#views) view.note(patches);
    this.network.apply(patches);
  }

  #settled(entries: readonly JournalEntry[], seq: number, at: string): void {
    this.#seq = seq;
    this.#recent.add(entries);
    this.#place.status.settled(seq, at);
    this.#place.grown();
  }
}
