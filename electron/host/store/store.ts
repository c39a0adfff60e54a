/**
 * The network on disk: one folder that one program holds. Edits are lines of a journal, acknowledged once they
 * are on the disk; snapshots keep the journal short; history, backups and recovery see to it that nothing is lost.
 *
 *   append --> does it fit? --> line, fdatasync --> network in memory --> acknowledged          (ledger)
 *   snapshot: the network as it was, in slices --> fsync, rename, fsync folder --> lines go to history  (keeper)
 */
import { KithmapError } from '../../../shared/errors';
import { migrateTables } from '../../../shared/model/document';
import { migrations } from '../../../shared/model/migrations/index';
import type { Migration } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import { readBackup } from './backups';
import { differences } from './differences';
import {
  beginForgetting,
  begunForgetting,
  endForgetting,
  forgetInFiles,
  forgetRows,
  forgettingPatches,
  withMerged,
} from './forget';
import { checkHealth } from './health';
import { Keeper } from './keeper';
import { Ledger } from './ledger';
import { loadNetwork } from './load';
import { openFolder, type Opened } from './opening';
import { type Paths, pathsOf } from './paths';
import { folderParts } from './sizes';
import { Status } from './status';
import type {
  BackupInfo,
  BatchOptions,
  BatchWriter,
  FolderPart,
  Health,
  JournalEntry,
  NewEntry,
  Saved,
  Store,
  StoreOptions,
} from './store-types';

export type {
  BackupInfo,
  BatchOptions,
  BatchWriter,
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
  const store = new FolderStore(options, paths, steps, await openFolder(options, paths, steps));
  await store.start();
  return store;
}

class FolderStore implements Store {
  readonly network: Network;
  readonly notices: string[];
  readonly #options: StoreOptions;
  readonly #paths: Paths;
  readonly #steps: readonly Migration[];
  readonly #status: Status;
  readonly #ledger: Ledger;
  readonly #keeper: Keeper;
  readonly #mended: boolean;
  #readOnly: string | undefined;
  #closed = false;

  constructor(options: StoreOptions, paths: Paths, steps: readonly Migration[], opened: Opened) {
    const { files, clock } = options;
    const { seq, at } = opened;
    this.#options = options;
    this.#paths = paths;
    this.#steps = steps;
    this.#mended = opened.mended;
    this.#readOnly = opened.readOnly;
    this.network = opened.network;
    this.notices = [...opened.notices];
    const status = new Status(at === undefined ? { seq } : { seq, at });
    const now = (): string => clock.now().toISOString();
    const grown = (): void => this.#keeper.planSnapshot();
    this.#status = status;
    this.#ledger = new Ledger({ files, paths, steps, status, now, grown }, opened);
    this.#keeper = new Keeper(options, paths, steps, opened, this.#ledger, status, (sentence) => {
      this.#readOnly ??= sentence;
    });
  }

  /** Finishes what was begun before the folder was closed, and keeps a copy of what was mended. */
  async start(): Promise<void> {
    if (this.#readOnly !== undefined) return;
    try {
      const begun = await begunForgetting(this.#options.files, this.#paths);
      if (begun !== undefined) await this.#forget(begun);
      if (this.#mended && this.network.count('contacts') > 0) await this.#keeper.backup('after mending');
    } catch (error) {
      this.notices.push(this.#status.refused(error, 'What was begun before').message);
    }
    this.#keeper.planSnapshot();
  }

  get seq(): number {
    return this.#ledger.seq;
  }

  get readOnly(): string | undefined {
    return this.#readOnly;
  }

  async append(entry: NewEntry): Promise<JournalEntry> {
    this.#refuseIfShut();
    return this.#ledger.append(entry);
  }

  async batch<T>(
    by: string,
    label: string,
    id: string,
    work: (write: BatchWriter) => Promise<T>,
    { allowShrink = false }: BatchOptions = {},
  ): Promise<{ result: T; entries: JournalEntry[] }> {
    this.#refuseIfShut();
    if (this.network.count('contacts') > 0) await this.#keeper.backupUnlessThere('before import');
    this.#refuseIfShut();
    return this.#ledger.batch({ by, label, batch: id, allowShrink }, work);
  }

  entry(seq: number): Promise<JournalEntry | undefined> {
    return this.#ledger.entry(seq);
  }

  entriesOfBatch(batch: string): Promise<JournalEntry[]> {
    return this.#ledger.entriesOfBatch(batch);
  }

  after(seq: number): JournalEntry[] | undefined {
    return this.#ledger.after(seq);
  }

  saved(): Saved {
    return this.#status.saved;
  }

  onSaved(listener: (saved: Saved) => void): () => void {
    return this.#status.subscribe(listener);
  }

  async snapshot(): Promise<void> {
    this.#refuseIfShut();
    return this.#keeper.snapshot();
  }

  async backup(reason: string): Promise<string> {
    this.#refuseIfShut();
    return this.#keeper.backup(reason);
  }

  backups(): Promise<BackupInfo[]> {
    return this.#keeper.backups();
  }

  async restore(name: string): Promise<string> {
    this.#refuseIfShut();
    const document = await readBackup(this.#options.files, this.#paths, name, this.#steps);
    migrateTables(document.tables, document.schemaVersion, this.#steps);
    const { network: wanted, left } = await loadNetwork(document.tables);
    const kept = await this.#keeper.backupUnlessThere('before restore');
    const head = {
      by: 'restore',
      label: 'Restore a backup',
      batch: this.#options.newId(),
      allowShrink: true,
    };
    await this.#ledger.batch(head, (write) => write('restore', differences(this.network, wanted)));
    this.#keeper.left = left;
    this.#keeper.other = document.other;
    await this.#keeper.snapshot();
    return kept;
  }

  health(): Promise<Health> {
    // At rest: nothing moves while it is looked at.
    return this.#keeper.atRest(() =>
      this.#ledger.atRest(() =>
        checkHealth(this.#options.files, this.#paths, this.#steps, this.network, this.#ledger.seq),
      ),
    );
  }

  folder(): Promise<FolderPart[]> {
    return folderParts(this.#options.files, this.#paths);
  }

  async forget(ids: readonly string[]): Promise<ReadonlySet<string>> {
    this.#refuseIfShut();
    try {
      const all = withMerged(this.network, ids);
      await beginForgetting(this.#options.files, this.#paths, all, this.#options.newId());
      return await this.#forget(all);
    } catch (error) {
      throw this.#status.refused(error, 'What is left of them');
    }
  }

  async #forget(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const { files } = this.#options;
    const patches = forgettingPatches(this.network, ids);
    if (patches.length > 0) {
      await this.append({ by: 'forget', name: 'forget', label: 'Forget', patches, allowShrink: true });
    }
    return this.#keeper.atRest(async () => {
      // What the journal says of them moves to the history first, and is rewritten there.
      await this.#keeper.writeSnapshot();
      const newId = (): string => this.#options.newId();
      const gone = await forgetInFiles(files, this.#paths, ids, this.#steps, newId);
      if (this.#keeper.left.size > 0) {
        forgetRows(this.#keeper.left, gone);
        await this.#keeper.writeSnapshot(true);
      }
      this.#ledger.forgetRecent();
      await endForgetting(files, this.#paths);
      return gone;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#keeper.close();
    await this.#ledger.atRest((journal) => journal?.close());
  }

  /** @throws KithmapError `read-only`, `unavailable` */
  #refuseIfShut(): void {
    if (this.#readOnly !== undefined) throw new KithmapError('read-only', this.#readOnly);
    if (this.#closed) throw new KithmapError('unavailable', 'Kithmap is closing; nothing was changed.');
  }
}
