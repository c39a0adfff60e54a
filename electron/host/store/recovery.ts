/**
 * Finding the network in a data folder: the newest snapshot whose checksum holds, then the journal. Nothing is
 * written here; what is found wrong is said, and mended in `opening`.
 */
import { KithmapError } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import {
  type Document,
  migratePatch,
  migrateTables,
  patchTables,
  readDocument,
} from '../../../shared/model/document';
import { versionAfter } from '../../../shared/model/migrations/index';
import type { Migration, RawPatch, RawTables } from '../../../shared/model/migrations/migration';
import { listBackups } from './backups';
import { diskError } from './disk-error';
import type { FileOps } from './files';
import { listHistory, readSegment, type Segment } from './history';
import { type JournalLine, type JournalScan, scanJournal } from './journal-lines';
import type { Touched } from './load';
import type { Paths } from './paths';
import { judgeSnapshot } from './snapshot';

/** What was found where the snapshot should be. */
export type FoundSnapshot =
  | { readonly state: 'missing' }
  | { readonly state: 'fine'; readonly document: Document }
  /** `rescued`: what it holds although its checksum does not. */
  | { readonly state: 'bad'; readonly why: string; readonly rescued?: Document };

export type FoundJournal =
  | { readonly state: 'missing' }
  | { readonly state: 'fine'; readonly scan: JournalScan; readonly after: number; readonly version: number }
  /** `applied`: its good beginning is in the tables. */
  | { readonly state: 'bad'; readonly why: string; readonly scan: JournalScan; readonly applied: boolean };

export interface Recovered {
  readonly snapshot: FoundSnapshot;
  readonly journal: FoundJournal;
  readonly tables: RawTables;
  readonly other: JsonObject;
  /** The line up to which the tables are. */
  readonly seq: number;
  /** No line was ever numbered higher. */
  readonly highest: number;
  readonly schemaVersion: number;
  /** Written by a newer Kithmap: to be looked at only. */
  readonly newer: boolean;
  /** When the last edit was made that is in the tables. */
  readonly at?: string;
  readonly base: 'snapshot' | 'backup' | 'journal' | 'rescued' | 'nothing';
  /** Every edit that is known of is in the tables. */
  readonly complete: boolean;
  /** Whose schemas read the rows before they were written, and which have changed since. */
  readonly parsed?: { readonly by: string; readonly but: Touched };
}

/** @throws KithmapError `disk` if a file cannot be read; nothing is known of it then. */
export async function recover(files: FileOps, paths: Paths, steps: readonly Migration[]): Promise<Recovered> {
  const current = versionAfter(steps);
  const snapshot = await findSnapshot(files, paths, steps);
  let journal = await findJournal(files, paths);
  const segments = await listHistory(files, paths);
  let highest = Math.max(0, ...segments.map(({ to }) => to));
  if (journal.state !== 'missing') highest = Math.max(highest, journal.scan.highest);

  let reached: Reached | undefined;
  const fromTheFirst =
    segments[0]?.from === 1 || (journal.state !== 'missing' && journal.scan.header?.after === 0);
  for await (const base of bases(files, paths, snapshot, fromTheFirst, steps)) {
    highest = Math.max(highest, base.document.seq);
    const attempt = await replay(files, base, segments, journal, steps);
    if (reached === undefined || attempt.seq > reached.seq || attempt.complete) reached = attempt;
    if (attempt.complete) break;
  }
  if (reached === undefined) throw new KithmapError('internal', 'No beginning was found for the network.');
  if (!reached.complete && journal.state === 'fine') {
    const why = `what came before line ${journal.after + 1} is missing`;
    journal = { state: 'bad', why, scan: journal.scan, applied: false };
  }
  const version = Math.max(reached.schemaVersion, journal.state === 'fine' ? journal.version : 0);
  return {
    ...reached,
    snapshot,
    journal,
    highest: Math.max(highest, reached.seq),
    newer: version > current,
    complete: reached.complete && journal.state !== 'bad',
  };
}

async function findSnapshot(
  files: FileOps,
  paths: Paths,
  steps: readonly Migration[],
): Promise<FoundSnapshot> {
  const found = await readFound(files, paths.network, 'Your network');
  if (found === undefined) return { state: 'missing' };
  if (found === 'folder') return { state: 'bad', why: 'it is a folder' };
  const reading = await judgeSnapshot(found, steps);
  if (reading.state !== 'damaged') return { state: 'fine', document: reading.document };
  const rescued = readDocument(new TextDecoder().decode(found), steps);
  return {
    state: 'bad',
    why: reading.why,
    ...(rescued.state === 'current' || rescued.state === 'older' ? { rescued: rescued.document } : {}),
  };
}

async function findJournal(files: FileOps, paths: Paths): Promise<FoundJournal> {
  const found = await readFound(files, paths.journal, 'The journal');
  if (found === undefined) return { state: 'missing' };
  if (found === 'folder') {
    return { state: 'bad', why: 'it is a folder', scan: await scanJournal(new Uint8Array()), applied: false };
  }
  const scan = await scanJournal(found);
  if (scan.header === undefined) {
    const why = found.length === 0 ? 'it is empty' : 'it does not begin as a journal does';
    return { state: 'bad', why, scan, applied: false };
  }
  if (scan.end === 'bad') {
    return {
      state: 'bad',
      why: `line ${scan.lines.length + 2} is not as it was written`,
      scan,
      applied: true,
    };
  }
  return { state: 'fine', scan, after: scan.header.after, version: scan.header.schemaVersion };
}

async function readFound(
  files: FileOps,
  path: string,
  what: string,
): Promise<Uint8Array | 'folder' | undefined> {
  try {
    const facts = await files.stat(path);
    if (facts === undefined) return undefined;
    return facts.kind === 'file' ? await files.readFile(path) : 'folder';
  } catch (error) {
    throw diskError(error, what, path);
  }
}

interface Base {
  readonly from: Recovered['base'];
  readonly document: Document;
}

/** What the network can be built on, best first. */
async function* bases(
  files: FileOps,
  paths: Paths,
  snapshot: FoundSnapshot,
  fromTheFirst: boolean,
  steps: readonly Migration[],
): AsyncGenerator<Base, void, undefined> {
  if (snapshot.state === 'fine') {
    yield { from: 'snapshot', document: snapshot.document };
    return;
  }
  for (const backup of await listBackups(files, paths)) {
    const reading = await judgeSnapshot(await readBytes(files, backup.path), steps);
    if (reading.state === 'current' || reading.state === 'older') {
      yield { from: 'backup', document: reading.document };
      break;
    }
  }
  if (snapshot.state === 'missing' || fromTheFirst) yield { from: 'journal', document: nothing() };
  if (snapshot.state === 'bad' && snapshot.rescued !== undefined) {
    yield { from: 'rescued', document: snapshot.rescued };
  }
  yield { from: 'nothing', document: nothing() };
}

function nothing(): Document {
  const savedAt = new Date(0).toISOString();
  return { schemaVersion: 1, appVersion: '', savedAt, seq: 0, tables: new Map(), other: {} };
}

async function readBytes(files: FileOps, path: string): Promise<Uint8Array> {
  try {
    return await files.readFile(path);
  } catch (error) {
    throw diskError(error, 'A backup', path);
  }
}

interface Reached {
  readonly base: Recovered['base'];
  readonly tables: RawTables;
  readonly other: JsonObject;
  readonly seq: number;
  readonly schemaVersion: number;
  readonly at?: string;
  /** No line is missing between the base and the end of the journal. */
  readonly complete: boolean;
  readonly parsed?: Recovered['parsed'];
}

/** Brings a base up to the present with every line that follows it without a gap. */
async function replay(
  files: FileOps,
  { from, document }: Base,
  segments: readonly Segment[],
  journal: FoundJournal,
  steps: readonly Migration[],
): Promise<Reached> {
  const { tables, other } = document;
  const { parsedBy } = document;
  let { seq, schemaVersion } = document;
  const touched = new Map<string, Set<string>>();
  let at: string | undefined = document.seq === 0 ? undefined : document.savedAt;

  const take = (lines: readonly JournalLine[], version: number): void => {
    if (version > schemaVersion) {
      const upTo = steps.filter((step) => step.to <= version);
      migrateTables(tables, schemaVersion, upTo);
      schemaVersion = version;
    }
    for (const line of lines) {
      if (line.seq !== seq + 1) continue;
      const patches = patchesAt(line, version, schemaVersion, steps);
      patchTables(tables, patches);
      for (const { table, id } of patches) {
        const ids = touched.get(table);
        if (ids === undefined) touched.set(table, new Set([id]));
        else ids.add(id);
      }
      seq = line.seq;
      at = line.at;
    }
  };

  const journalAfter = journal.state === 'missing' ? undefined : journal.scan.header?.after;
  if (journalAfter === undefined || journalAfter > seq) {
    for (const segment of segments) {
      if (segment.to <= seq) continue;
      const scan = await readSegment(files, segment);
      if (scan.header !== undefined) take(scan.lines.slice(0, scan.settledLines), scan.header.schemaVersion);
    }
  }
  const reaches = journalAfter === undefined || journalAfter <= seq;
  if (journal.state !== 'missing' && reaches && journal.scan.header !== undefined) {
    take(journal.scan.lines.slice(0, journal.scan.settledLines), journal.scan.header.schemaVersion);
  }
  const last = segments.at(-1)?.to ?? 0;
  // Without a journal only the snapshot itself can say where the network ends; in a new folder there is nothing.
  const endKnown = from === 'snapshot' || journalAfter !== undefined || (from === 'journal' && last === 0);
  return {
    base: from,
    tables,
    other,
    seq,
    schemaVersion,
    ...(at === undefined ? {} : { at }),
    complete: endKnown && reaches && seq >= last && from !== 'rescued' && from !== 'nothing',
    ...(parsedBy === undefined ? {} : { parsed: { by: parsedBy, but: touched } }),
  };
}

function patchesAt(
  line: JournalLine,
  version: number,
  wanted: number,
  steps: readonly Migration[],
): readonly RawPatch[] {
  if (version >= wanted) return line.patches;
  return line.patches.flatMap((patch) => migratePatch(patch, version, steps) ?? []);
}
