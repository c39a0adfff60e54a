/**
 * The journal that is being written: what came since the last snapshot. Bytes are written, then settled (on the
 * disk, acknowledged) or taken back; there is never anything unsettled in it when the next edit begins.
 */
import { KithmapError } from '../../../shared/errors';
import { diskError } from './disk-error';
import type { FileOps, OpenFile } from './files';
import { encodeHeader } from './journal-lines';
import type { Paths } from './paths';
import { writeAll, writeWhole } from './write-file';

const copySlice = 1 << 18;

/** Lines that stay in the journal when what came before them goes to the history. */
export interface Carried {
  readonly lines: number;
  readonly content: readonly Uint8Array[];
}

export class Journal {
  readonly #files: FileOps;
  readonly #path: string;
  #file: OpenFile | undefined;
  #inode: number;
  /** Bytes that count. */
  #settled: number;
  #written: number;
  /** Something after `#settled` could not be taken back. */
  #unclean = false;
  /** The `seq` after which this journal begins. */
  readonly after: number;
  /** How many lines count. */
  lines: number;

  private constructor(
    files: FileOps,
    path: string,
    after: number,
    lines: number,
    length: number,
    inode: number,
  ) {
    this.#files = files;
    this.#path = path;
    this.after = after;
    this.lines = lines;
    this.#settled = length;
    this.#written = length;
    this.#inode = inode;
  }

  /** Puts a new journal in the place of whatever was there, with the lines of the old one that it carries on. */
  static async create(
    files: FileOps,
    paths: Paths,
    options: { id: string; schemaVersion: number; after: number; carried?: Carried },
  ): Promise<Journal> {
    const { id, schemaVersion, after, carried } = options;
    const header = encodeHeader(schemaVersion, after);
    const whole = { path: paths.journal, id, content: 'new journal', name: 'new journal name' } as const;
    const length = await writeWhole(files, whole, [header, ...(carried?.content ?? [])]);
    return Journal.open(files, paths, { after, lines: carried?.lines ?? 0, length });
  }

  /** Opens the journal that is there. What follows `length` is taken off. */
  static async open(
    files: FileOps,
    paths: Paths,
    known: { after: number; lines: number; length: number; unclosed?: boolean },
  ): Promise<Journal> {
    const facts = await files.stat(paths.journal);
    const journal = new Journal(
      files,
      paths.journal,
      known.after,
      known.lines,
      known.length,
      facts?.inode ?? -1,
    );
    const file = await journal.#open();
    if (known.unclosed === true) await writeAll(file, new TextEncoder().encode('\n'), known.length - 1);
    if (known.unclosed === true || facts?.size !== known.length) await journal.#cut(file);
    return journal;
  }

  /** Makes sure that the file is as we left it. @throws KithmapError `busy`, `disk` */
  async ready(): Promise<void> {
    const file = await this.#open();
    if (this.#unclean) {
      await this.#cut(file);
      this.#unclean = false;
    }
    const facts = await this.#files.stat(this.#path);
    if (facts === undefined) {
      throw new KithmapError('disk', `The journal is gone (${this.#path}). Close Kithmap and open it again.`);
    }
    if (facts.inode !== this.#inode || facts.size !== this.#settled) {
      throw new KithmapError(
        'busy',
        `Another program has changed the journal (${this.#path}). Nothing was written. Close Kithmap and open it again.`,
      );
    }
  }

  /** Writes lines after what is there; they do not count until they are settled. Call `ready` before the first. */
  async write(lines: string): Promise<void> {
    const bytes = new TextEncoder().encode(lines);
    await writeAll(await this.#open(), bytes, this.#written);
    this.#written += bytes.length;
  }

  /** What was written is on the disk and counts. */
  async settle(lines: number): Promise<void> {
    const file = await this.#open();
    await file.fdatasync('journal line');
    this.#settled = this.#written;
    this.lines += lines;
  }

  /** Takes off what was written and not settled. Where the disk refuses, `ready` tries again and refuses edits until then. */
  async takeBack(): Promise<void> {
    this.#written = this.#settled;
    try {
      await this.#cut(await this.#open());
    } catch {
      this.#unclean = true;
    }
  }

  /** How many bytes count. */
  get length(): number {
    return this.#settled;
  }

  /** Bytes that count, in slices. */
  async *content(from: number, to: number): AsyncGenerator<Uint8Array, void, undefined> {
    const file = await this.#open();
    for (let at = from; at < to;) {
      const slice = await file.read(at, Math.min(copySlice, to - at));
      if (slice.length === 0)
        throw new KithmapError('damaged', `The journal is shorter than it was (${this.#path}).`);
      yield slice;
      at += slice.length;
    }
  }

  async close(): Promise<void> {
    const file = this.#file;
    this.#file = undefined;
    await file?.close();
  }

  async #open(): Promise<OpenFile> {
    try {
      this.#file ??= await this.#files.open(this.#path, 'change');
    } catch (error) {
      throw diskError(error, 'The journal', this.#path);
    }
    return this.#file;
  }

  /** Takes off what does not count, for good: a later line would else be followed by what was taken back. */
  async #cut(file: OpenFile): Promise<void> {
    await file.truncate(this.#settled);
    await file.fsync('journal cut');
  }
}
