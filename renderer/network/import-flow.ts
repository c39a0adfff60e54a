/**
 * Bringing files in, from the moment they are dropped until they are written or given up. Nothing is written before
 * the person has seen what would happen.
 *
 *   idle --add--> reading --> review --commit--> writing --> done      (reading can be paused)
 *                    \___________\________cancel______\--> idle
 *
 * Between the two, files are asked about that do not say how they are to be read.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Hello, Host, HostEvent, Result } from '../../shared/contract';
import { type ImportCounts, mostImportFiles } from '../../shared/imports/answers';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import type { FileQuestion } from '../../shared/formats/question';
import type { ReadHow } from '../../shared/formats/read-how';
import { many } from '../../shared/words';
import { type Asked, FileQuestions, type QuestionMemory } from './file-questions';
import { bundled } from './mail-bundle';
import { Pause } from './pause';
import type { KnownFile, ReadFiles } from './read-files';

/** A file that is not part of the import, and why. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export type AsksForMe = NonNullable<Result<'importReview'>['asks']>;

export type ImportState =
  | { readonly kind: 'idle' }
  | {
      readonly kind: 'reading';
      readonly name: string;
      readonly done: number;
      readonly total: number;
      /** The person wants it to wait. */
      readonly paused: boolean;
    }
  /** Something about a file that only the person knows. */
  | ({ readonly kind: 'asking' } & Asked)
  | {
      readonly kind: 'review';
      readonly id: string;
      /** Grows whenever it was compared with the network anew. */
      readonly look: number;
      readonly files: readonly KnownFile[];
      readonly refused: readonly RefusedFile[];
      readonly counts: ImportCounts;
      readonly hasTies: boolean;
      /** Which addresses may be the person's own, where that is open. */
      readonly asks?: AsksForMe | undefined;
    }
  | { readonly kind: 'writing'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done';
      readonly batch: string;
      readonly counts: ImportCounts;
      readonly hasTies: boolean;
    }
  | { readonly kind: 'failed'; readonly message: string };

/** What an import needs of a session. */
interface Around {
  readonly host: Host;
  readonly hello: Hello;
  subscribe(listener: (event: HostEvent) => void): () => void;
}

export class ImportFlow {
  readonly store: StoreApi<ImportState> = createStore<ImportState>(() => ({ kind: 'idle' }));
  readonly #around: Around;
  readonly #readFiles: ReadFiles;
  #files: readonly KnownFile[] = [];
  #open: string | undefined;
  #stop: AbortController | undefined;
  readonly #pause = new Pause();
  readonly #questions: FileQuestions;
  /** What was given last, as it was. */
  #given: readonly File[] = [];
  /** The file that is asked about anew. */
  #anew: File | undefined;

  constructor(around: Around, readFiles: ReadFiles, memory?: QuestionMemory) {
    this.#around = around;
    this.#readFiles = readFiles;
    this.#questions = new FileQuestions(memory);
  }

  /** Reads files, with those that are under review already, and compares them with the network. */
  async add(added: readonly File[]): Promise<void> {
    const { kind } = this.store.getState();
    if (added.length === 0 || kind === 'writing') return;
    // While one is asked about, others join those that wait behind it.
    const files = kind === 'asking' ? [...this.#given, ...added] : added;
    this.#given = files;
    const stop = this.#begin();
    try {
      const gathered = await bundled(files, stop.signal, (looked) => {
        if (!stop.signal.aborted) this.#reading('what was given', looked, files.length);
      });
      const { known, refused } = await this.#recognise(gathered, stop.signal);
      const { taken: all, beyond } = atMost([...this.#files, ...known]);
      if (beyond !== undefined) refused.unshift(beyond);
      const [only] = refused;
      if (all.length === 0 && only !== undefined) throw new KithmapError('bad-file', noneRead(only, refused));
      await this.#discard();
      if (all.length === 0) {
        this.#set({ kind: 'idle' }); // the only one was left out
        return;
      }
      const { host, hello } = this.#around;
      const named = all.map(({ file, format }) => ({ name: file.name, format }));
      const opened = await host.call('importOpen', { client: hello.client, files: named });
      this.#open = opened.import;
      await this.#read(opened.import, all, stop.signal);
      stop.signal.throwIfAborted();
      const { counts, hasTies, asks } = await host.call('importReview', { import: opened.import, limit: 0 });
      stop.signal.throwIfAborted();
      this.#files = all;
      this.#set({
        ...{ kind: 'review', id: opened.import, look: 0, files: all, refused },
        ...{ counts, hasTies, asks },
      });
    } catch (error) {
      await this.#fail(error, stop);
    } finally {
      if (this.#stop === stop) this.#readFiles.rest();
    }
  }

  /**
   * Compares what was read with the network as it is now: the person said something that makes a difference.
   * @param noneMine they said that none of the addresses they were asked about is theirs
   */
  async lookAgain(noneMine = false): Promise<void> {
    const state = this.store.getState();
    if (state.kind !== 'review') return;
    const stop = this.#begin();
    try {
      const { counts, hasTies, asks } = await this.#around.host.call('importReview', {
        import: state.id,
        limit: 0,
        noneMine,
      });
      stop.signal.throwIfAborted();
      this.#set({ ...state, look: state.look + 1, counts, hasTies, asks });
    } catch (error) {
      await this.#fail(error, stop);
    }
  }

  /** Says how the file that is asked about is to be read. @param how undefined leaves it out */
  answer(how: ReadHow | undefined): void {
    this.#questions.answer(how);
  }

  /** Asks what a file under review holds that was read by itself, or as one of its kind was before. */
  async askAnew(file: File): Promise<void> {
    this.#files = this.#files.filter((known) => known.file !== file);
    this.#anew = file;
    await this.add([file]);
  }

  /** Writes what was reviewed, as one batch. */
  async commit(): Promise<void> {
    const state = this.store.getState();
    if (state.kind !== 'review') return;
    const { host } = this.#around;
    const stop = this.#begin();
    this.#set({ kind: 'writing', done: 0, total: 0 });
    const end = this.#around.subscribe((event) => {
      if (event.type !== 'progress' || event.job !== state.id) return;
      this.#set({ kind: 'writing', done: event.done, total: event.total });
    });
    try {
      const { batch, counts } = await host.call('importCommit', { import: state.id });
      this.#open = undefined;
      this.#files = [];
      this.#set({ kind: 'done', batch, counts, hasTies: state.hasTies });
    } catch (error) {
      await this.#fail(error, stop);
    } finally {
      end();
    }
  }

  /** Lets reading wait, or go on. */
  setPaused(paused: boolean): void {
    const state = this.store.getState();
    if (state.kind !== 'reading') return;
    if (paused) this.#pause.shut();
    else this.#pause.open();
    this.#set({ ...state, paused });
  }

  /** Gives up whatever goes on; nothing of it stays. */
  async cancel(): Promise<void> {
    this.#stop?.abort();
    this.#pause.open();
    this.#files = [];
    await this.#discard();
    this.#set({ kind: 'idle' });
  }

  /** A fresh start with the way out of what goes on. */
  #begin(): AbortController {
    this.#stop?.abort();
    this.#pause.open();
    const stop = new AbortController();
    this.#stop = stop;
    return stop;
  }

  async #recognise(
    files: readonly File[],
    signal: AbortSignal,
  ): Promise<{ known: KnownFile[]; refused: RefusedFile[] }> {
    const known: KnownFile[] = [];
    const refused: RefusedFile[] = [];
    for (const file of files) {
      signal.throwIfAborted();
      this.#reading(file.name, 0, file.size);
      try {
        const asTable = file === this.#anew;
        const {
          files: found,
          leftOut,
          question,
        } = await this.#readFiles.recognise(file, { asTable, signal });
        known.push(...(await mailsAsOne(found, signal)));
        if (question !== undefined) known.push(...(await this.#asked(file, question, signal)));
        if (leftOut !== undefined) refused.push({ name: file.name, reason: leftOut });
      } catch (error) {
        signal.throwIfAborted();
        refused.push({ name: file.name, reason: toErrorMessage(error).message });
      }
    }
    return { known, refused };
  }

  /** A file whose reader needs a person's word; none where they leave it out. */
  async #asked(file: File, question: FileQuestion, signal: AbortSignal): Promise<KnownFile[]> {
    const answered = await this.#questions.ask(file, question, {
      anew: file === this.#anew,
      signal,
      show: (asked) => this.#set({ kind: 'asking', ...asked }),
    });
    this.#anew = undefined;
    return answered === undefined ? [] : [{ file, format: question.format ?? 'book', ...answered }];
  }

  async #read(id: string, files: readonly KnownFile[], signal: AbortSignal): Promise<void> {
    const { host, hello } = this.#around;
    const total = files.reduce((sum, { file }) => sum + file.size, 0);
    let before = 0;
    for (const [index, { file, how }] of files.entries()) {
      const onProgress = (bytes: number): void => {
        if (!signal.aborted) this.#reading(file.name, before + bytes, total);
      };
      onProgress(0);
      await this.#readFiles.read(
        file,
        { today: hello.today, zone: hello.zone, how, signal, onProgress },
        async (items) => {
          await this.#pause.passed();
          signal.throwIfAborted();
          const plain = items.map((item) => ({ ...item }));
          if (plain.length > 0) await host.call('importAdd', { import: id, file: index, items: plain });
        },
      );
      before += file.size;
    }
  }

  /** Forgets what is staged on the host. */
  async #discard(): Promise<void> {
    const id = this.#open;
    this.#open = undefined;
    if (id !== undefined) await this.#around.host.call('importCancel', { import: id }).catch(() => undefined);
  }

  async #fail(error: unknown, stop: AbortController): Promise<void> {
    if (stop.signal.aborted) return; // given up, or overtaken by other files
    this.#files = [];
    await this.#discard();
    this.#set({ kind: 'failed', message: toErrorMessage(error).message });
  }

  #reading(name: string, done: number, total: number): void {
    this.#set({ kind: 'reading', name, done, total, paused: this.#pause.isShut });
  }

  #set(state: ImportState): void {
    this.store.setState(state, true);
  }
}

/** What lies in an archive, with its single mails as one. */
async function mailsAsOne(found: readonly KnownFile[], signal: AbortSignal): Promise<readonly KnownFile[]> {
  const mails = found.filter(({ format }) => format === 'mail').map(({ file }) => file);
  if (mails.length < 2) return found;
  const files = await bundled(mails, signal, () => undefined);
  return [
    ...found.filter(({ format }) => format !== 'mail'),
    ...files.map((file) => ({ file, format: 'mail' as const })),
  ];
}

/** Why nothing could be read. */
function noneRead({ reason }: RefusedFile, { length }: readonly RefusedFile[]): string {
  return length === 1
    ? reason
    : `${reason} ${many(length - 1, 'more file', 'more files')} could not be read either.`;
}

/** The files that one import takes, and what to say of the others. */
function atMost(files: readonly KnownFile[]): { taken: readonly KnownFile[]; beyond?: RefusedFile } {
  const [first, ...more] = files.slice(mostImportFiles);
  if (first === undefined) return { taken: files };
  const { name } = first.file;
  const rest = more.length === 0 ? `${name} is` : `${name} and ${more.length.toLocaleString('en')} more are`;
  const reason = `One import takes ${mostImportFiles.toLocaleString('en')} files: ${rest} left for the next one.`;
  return { taken: files.slice(0, mostImportFiles), beyond: { name, reason } };
}
