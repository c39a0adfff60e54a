/**
 * Opening a data folder: makes it if it is not there, finds the network, and mends what was found wrong. A bad file
 * is renamed aside before anything takes its place, and a good snapshot is on the disk before a bad journal goes.
 */
import { dirname } from 'node:path';
import type { Low } from 'lowdb';
import { KithmapError } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import { migrateTables } from '../../../shared/model/document';
import { versionAfter } from '../../../shared/model/migrations/index';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import type { Network } from '../../../shared/model/network';
import { keepBackup } from './backups';
import { diskError, refusesWriting } from './disk-error';
import type { FileOps } from './files';
import { keepInHistory } from './history';
import { Journal } from './journal';
import type { JournalLine } from './journal-lines';
import { loadNetwork } from './load';
import { ParserMark } from './parser-mark';
import type { Paths } from './paths';
import { type Recovered, recover } from './recovery';
import { FrozenView, type SnapshotContent, snapshotDatabase } from './snapshot';
import type { StoreOptions } from './store-types';
import { copyAside, putAside, sweepTemporaries } from './write-file';

export interface Opened {
  readonly network: Network;
  /** Rows that the network cannot hold; they stay in the file as they are. */
  readonly left: RawTables;
  readonly other: JsonObject;
  readonly seq: number;
  /** The `seq` that the snapshot on disk is of; undefined where there is none. */
  readonly snapshotSeq: number | undefined;
  readonly at: string | undefined;
  readonly notices: readonly string[];
  /** Lines of the journal that count, and the version they were written in. */
  readonly lines: readonly JournalLine[];
  readonly linesVersion: number;
  readonly database: Low<SnapshotContent>;
  readonly mark: ParserMark;
  /** Something was lost or rebuilt, so that a backup is due. */
  readonly mended: boolean;
  /** Undefined where nothing may be written. */
  readonly journal: Journal | undefined;
  readonly readOnly: string | undefined;
}

/** @throws KithmapError `disk` if the folder cannot be made or read. */
export async function openFolder(
  options: StoreOptions,
  paths: Paths,
  steps: readonly Migration[],
): Promise<Opened> {
  const { files } = options;
  await makeFolder(files, paths.folder);
  const recovered = await recover(files, paths, steps).catch((error: unknown) => {
    throw diskError(error, 'Your network', paths.folder);
  });
  if (!recovered.newer) migrateTables(recovered.tables, recovered.schemaVersion, steps);
  const mark = new ParserMark(options.appVersion, versionAfter(steps));
  const { tables, parsed } = recovered;
  const isOurs = parsed !== undefined && parsed.by === mark.text;
  const { network, left, leftOut } = await loadNetwork(tables, isOurs ? parsed.but : undefined);
  const mending = new Mending(options, paths, steps, recovered, network, left, mark);
  const notices = leftOut.map((sentence) => `${sentence} It stays in the file as it is.`);

  let readOnly = recovered.newer ? newerSentence(recovered.schemaVersion, versionAfter(steps)) : undefined;
  let journal: Journal | undefined;
  if (readOnly === undefined) {
    try {
      journal = await mending.run();
    } catch (error) {
      readOnly = readOnlySentence(error, paths);
    }
  }
  const { snapshot } = recovered;
  return {
    network,
    left,
    other: recovered.other,
    seq: mending.seq,
    snapshotSeq: mending.snapshotSeq ?? (snapshot.state === 'fine' ? snapshot.document.seq : undefined),
    at: recovered.at,
    notices: [...mending.notices, ...notices],
    lines:
      recovered.journal.state === 'fine'
        ? recovered.journal.scan.lines.slice(0, recovered.journal.scan.settledLines)
        : [],
    linesVersion: recovered.journal.state === 'fine' ? recovered.journal.version : 1,
    database: mending.database,
    mark,
    mended: mending.mended,
    journal,
    readOnly,
  };
}

function newerSentence(found: number, known: number): string {
  return `Your network was written by a newer Kithmap (version ${found} of its form; this one knows ${known}). You can look at it; update Kithmap to change it.`;
}

function readOnlySentence(error: unknown, paths: Paths): string {
  const { message } = diskError(error, 'Your data folder', paths.folder);
  return refusesWriting(error)
    ? `${message} Until then you can look at your network and not change it.`
    : message;
}

/** Makes a folder and those above it that are missing. @throws KithmapError `disk` */
async function makeFolder(files: FileOps, folder: string): Promise<void> {
  try {
    const facts = await files.stat(folder);
    if (facts !== undefined && facts.kind !== 'folder') {
      throw new KithmapError(
        'disk',
        `Your data folder is a file (${folder}). Move it away, or choose another data folder.`,
      );
    }
    if (facts === undefined) {
      const above = dirname(folder);
      if (above !== folder) await makeFolder(files, above);
      await files.mkdir(folder);
      await files.fsyncFolder(above, 'folder');
    }
  } catch (error) {
    throw diskError(error, 'Your data folder', folder);
  }
}

/** Puts a folder in order, step by step, so that breaking off anywhere loses nothing. */
class Mending {
  readonly notices: string[] = [];
  readonly database: Low<SnapshotContent>;
  mended = false;
  seq: number;
  snapshotSeq: number | undefined;
  readonly #options: StoreOptions;
  readonly #paths: Paths;
  readonly #steps: readonly Migration[];
  readonly #found: Recovered;
  readonly #network: Network;
  readonly #left: RawTables;
  readonly #mark: ParserMark;

  constructor(
    options: StoreOptions,
    paths: Paths,
    steps: readonly Migration[],
    found: Recovered,
    network: Network,
    left: RawTables,
    mark: ParserMark,
  ) {
    this.#options = options;
    this.#paths = paths;
    this.#steps = steps;
    this.#found = found;
    this.#network = network;
    this.#left = left;
    this.#mark = mark;
    // Where lines were lost, their numbers are not given again: they may come back from a copy.
    this.seq = found.complete ? found.seq : found.highest;
    this.database = snapshotDatabase(options.files, paths.network, () => options.newId(), this.#content());
  }

  async run(): Promise<Journal> {
    await this.#tidy();
    const { snapshot, journal, schemaVersion, complete } = this.#found;
    const current = versionAfter(this.#steps);
    this.mended = snapshot.state === 'bad' || !complete;
    this.#sayTorn();
    await this.#keepBadSnapshot();
    if (schemaVersion < current && snapshot.state === 'fine') {
      await this.#backupBeforeMigration(snapshot.document.seq);
    }
    if (this.mended || this.#needsSnapshot(current)) {
      this.database.data = { ...this.#content(), ...this.#mark.of(this.#left) };
      await this.database.write();
      this.snapshotSeq = this.seq;
      return this.#startJournal();
    }
    if (journal.state !== 'fine') return this.#startJournal();
    return Journal.open(this.#options.files, this.#paths, {
      after: journal.after,
      lines: journal.scan.settledLines,
      length: journal.scan.settledBytes,
      unclosed: journal.scan.end === 'unclosed',
    });
  }

  /** The journal that is there cannot be carried on as it is. */
  #needsSnapshot(current: number): boolean {
    const { snapshot, journal, schemaVersion } = this.#found;
    if (journal.state === 'bad') return true;
    if (this.seq > 0 && schemaVersion < current) return true;
    if (journal.state === 'missing') return snapshot.state === 'missing' && this.seq > 0;
    const last = journal.scan.lines[journal.scan.settledLines - 1]?.seq ?? journal.after;
    return (
      last < this.seq || journal.version < current || (snapshot.state === 'missing' && journal.after > 0)
    );
  }

  #content(): SnapshotContent {
    const { clock, appVersion } = this.#options;
    return {
      schemaVersion: versionAfter(this.#steps),
      appVersion,
      savedAt: clock.now().toISOString(),
      seq: this.seq,
      contacts: this.#network.count('contacts'),
      other: this.#found.other,
      tables: new FrozenView(this.#network, this.#left).tables(),
    };
  }

  /** Folders that belong here, nothing half written, nobody else's business. */
  async #tidy(): Promise<void> {
    const { files } = this.#options;
    const { folder, history, backups, network, journal } = this.#paths;
    for (const inner of [history, backups]) {
      if ((await files.stat(inner)) === undefined) await files.mkdir(inner);
    }
    for (const each of [folder, history, backups]) await sweepTemporaries(files, each);
    for (const path of [folder, history, backups, network, journal]) {
      const facts = await files.stat(path);
      if (facts === undefined || (facts.mode & 0o077) === 0) continue;
      await files.chmod(path, facts.kind === 'folder' ? 0o700 : 0o600);
    }
  }

  async #keepBadSnapshot(): Promise<void> {
    const { snapshot, base, complete, at } = this.#found;
    const { files, clock } = this.#options;
    const { network } = this.#paths;
    if (snapshot.state === 'bad') {
      const now = clock.now();
      const isFile = (await files.stat(network))?.kind === 'file';
      const aside = isFile
        ? await copyAside(files, network, now, this.#options.newId())
        : await putAside(files, network, now);
      this.notices.push(`network.json is damaged: ${snapshot.why}. It is kept as ${aside}.`);
    }
    const until = at === undefined ? '' : ` The last edit that is there is of ${at}.`;
    if (base === 'rescued') {
      this.notices.push(
        `What it holds could still be read and is shown. Look whether something is missing.${until}`,
      );
    } else if (base === 'nothing') {
      this.notices.push(
        'No backup and no journal was found to rebuild your network from, so it begins empty.',
      );
    } else if (base !== 'snapshot' && snapshot.state === 'bad') {
      const source = base === 'backup' ? 'a backup and the journals' : 'the journals';
      const verdict = complete ? ' Nothing is missing.' : ` Later edits are missing.${until}`;
      this.notices.push(`Your network was rebuilt from ${source}.${verdict}`);
    } else if (base === 'backup') {
      this.notices.push(
        `network.json was not there. Your network was rebuilt from a backup.${complete ? '' : until}`,
      );
    }
  }

  async #backupBeforeMigration(seq: number): Promise<void> {
    const { files, clock } = this.#options;
    const id = this.#options.newId();
    const source = { path: this.#paths.network, seq, reason: 'before migration', now: clock.now(), id };
    await keepBackup(files, this.#paths, source);
  }

  /** Keeps what is good of the journal that is there, puts it aside if it is bad, and begins a new one. */
  async #startJournal(): Promise<Journal> {
    const { files, clock } = this.#options;
    const { journal, snapshot } = this.#found;
    if (journal.state === 'missing' && (snapshot.state !== 'missing' || this.seq > 0)) {
      this.notices.push('journal.ndjson was not there. Edits made since the last save may be missing.');
    }
    if (journal.state === 'fine' || (journal.state === 'bad' && journal.applied)) {
      const lines = journal.scan.lines.slice(0, journal.scan.settledLines);
      const [first, last] = [lines[0], lines.at(-1)];
      if (first !== undefined && last !== undefined) {
        const bytes = await files.readFile(this.#paths.journal);
        const day = clock.now().toISOString().slice(0, 10);
        const kept = { id: this.#options.newId(), day, from: first.seq, to: last.seq };
        await keepInHistory(files, this.#paths, kept, [bytes.subarray(0, journal.scan.settledBytes)]);
      }
    }
    if (journal.state === 'bad') {
      const aside = await putAside(files, this.#paths.journal, clock.now());
      const kept = journal.applied ? ' What is before it was kept.' : '';
      this.notices.push(
        `journal.ndjson is damaged: ${journal.why}.${kept} The whole file is kept as ${aside}.`,
      );
    }
    return Journal.create(files, this.#paths, {
      id: this.#options.newId(),
      schemaVersion: versionAfter(this.#steps),
      after: this.seq,
    });
  }

  #sayTorn(): void {
    const { journal } = this.#found;
    if (journal.state !== 'fine') return;
    if (journal.scan.unfinished) {
      this.notices.push(
        'An import broke off before it was done. Nothing of it was kept; import the file again.',
      );
    }
    if (journal.scan.end === 'torn') {
      this.notices.push('The last line of the journal broke off before it was saved, and was left out.');
    }
  }
}
