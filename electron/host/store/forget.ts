/**
 * Forgetting someone: every file that ever spoke of them is rewritten without them. What is to be forgotten is
 * written down first and struck off last, so that breaking off anywhere only means going on at the next opening.
 *
 * An entity goes with those that cannot stand without it (the notes of a contact, the evidence of a tie) and with
 * lists of people that never named anybody else. A name in a free text about somebody else is not found by this.
 */
import { join } from 'node:path';
import { z } from 'zod';
import { Draft } from '../../../shared/commands/draft';
import { KithmapError } from '../../../shared/errors';
import { type JsonObject, sameJson } from '../../../shared/json';
import type { Document } from '../../../shared/model/document';
import { Id } from '../../../shared/model/ids';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import type { ReadonlyNetwork } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import { referencesOf, secretsOf } from '../../../shared/model/references';
import { tableNames } from '../../../shared/model/table-names';
import type { Reference } from '../../../shared/model/tables';
import { listBackups } from './backups';
import type { FileOps } from './files';
import { listHistory, readSegment, type Segment } from './history';
import { encodeHeader, encodeLine, type JournalScan } from './journal-lines';
import { isDamagedName, type Paths } from './paths';
import { judgeSnapshot, snapshotBytes } from './snapshot';
import { patchWithout, Traces, withoutMentions } from './traces';
import { namesIn, readIfThere, writeWhole } from './write-file';

const Intent = z.object({ ids: z.array(Id) });
/** Whatever may be an id: looked up one by one, so that forgetting many costs no more than forgetting one. */
const idLike = /[A-Za-z0-9_-]+/g;
const encoder = new TextEncoder();

/** Writes down what is to be forgotten. */
export async function beginForgetting(
  files: FileOps,
  paths: Paths,
  ids: readonly string[],
  id: string,
): Promise<void> {
  const whole = { path: paths.forgetting, id, content: 'forgetting', name: 'forgetting name' } as const;
  await writeWhole(files, whole, [encoder.encode(`${JSON.stringify({ ids })}\n`)]);
}

/** What was to be forgotten when the folder was last closed. @throws KithmapError `damaged` */
export async function begunForgetting(files: FileOps, paths: Paths): Promise<string[] | undefined> {
  const bytes = await readIfThere(files, paths.forgetting);
  if (bytes === undefined) return undefined;
  try {
    return Intent.parse(JSON.parse(new TextDecoder().decode(bytes))).ids;
  } catch {
    throw new KithmapError(
      'damaged',
      `Who was to be forgotten cannot be read (${paths.forgetting}). Remove that file and forget them again.`,
    );
  }
}

/** Strikes it off. If the disk keeps the file all the same, it is done once more. */
export async function endForgetting(files: FileOps, paths: Paths): Promise<void> {
  await files.unlink(paths.forgetting);
}

/** Also those who became part of them by a merge: history and backups still know these by ids of their own. */
export function withMerged(network: ReadonlyNetwork, ids: readonly string[]): string[] {
  const all = new Set(ids);
  for (const { into, gone } of network.all('merges')) if (all.has(into)) all.add(String(gone['id']));
  return [...all];
}

/** The edit that takes them out of the network as it is. */
export function forgettingPatches(network: ReadonlyNetwork, ids: readonly string[]): Patch[] {
  const draft = new Draft(network);
  for (const id of ids) {
    for (const table of tableNames) if (table !== 'settings' && draft.has(table, id)) draft.remove(table, id);
  }
  const gone = new Set(ids);
  for (const { id, after } of draft.patches()) if (after === null) gone.add(id);
  for (const id of setAside(network, gone)) {
    gone.add(id);
    if (draft.has('confidential', id)) draft.delete('confidential', id);
  }
  for (const table of tableNames) {
    for (const { id } of network.all(table)) {
      const row: JsonObject | undefined = draft.get(table, id);
      if (row === undefined) continue;
      const left = withoutMentions(row, gone);
      if (sameJson(left, row)) continue;
      const dropped = Object.keys(row).filter((field) => !Object.hasOwn(left, field));
      draft.update(table, id, { ...left, ...Object.fromEntries(dropped.map((field) => [field, undefined])) });
    }
  }
  return draft.patches();
}

/** What cannot stand without them and is no longer there, but for a merge that would bring it back when it is split. */
function setAside(network: ReadonlyNetwork, gone: ReadonlySet<string>): Set<string> {
  const found = new Set<string>();
  for (const { rows } of network.all('merges')) {
    // What refers to something comes after it in the order of the tables.
    for (const table of tableNames) {
      for (const [id, { before }] of Object.entries(rows[table] ?? {})) {
        const leans = ({ reference, id: on }: { reference: Reference; id: string }): boolean =>
          reference.onRemove === 'remove' && (gone.has(on) || found.has(on));
        if (before === null || !referencesOf(table, before).some(leans)) continue;
        for (const one of [id, ...secretsOf(table, before)]) found.add(one);
      }
    }
  }
  return found;
}

/** Takes them out of rows that the network does not hold. */
export function forgetRows(tables: RawTables, gone: ReadonlySet<string>): void {
  for (const rows of tables.values()) {
    for (const [id, row] of rows) {
      if (gone.has(id)) rows.delete(id);
      else rows.set(id, withoutMentions(row, gone));
    }
  }
}

/** Rewrites history and backups, and removes damaged files that speak of them. @returns all that went. */
export async function forgetInFiles(
  files: FileOps,
  paths: Paths,
  ids: readonly string[],
  steps: readonly Migration[],
  newId: () => string,
): Promise<Set<string>> {
  const segments = await listHistory(files, paths);
  const backups = await listBackups(files, paths);
  const traces = new Traces();
  for (const segment of segments) {
    for (const line of (await readSegment(files, segment)).lines) {
      for (const patch of line.patches) traces.seePatch(patch);
    }
  }
  for (const { path } of backups) {
    const reading = await judgeSnapshot(await files.readFile(path), steps);
    if (reading.state !== 'damaged') seeRows(traces, reading.document.tables);
  }
  const gone = traces.goneWith(ids);
  for (const segment of segments) await forgetInSegment(files, segment, gone, newId());
  for (const { path } of backups) await forgetInBackup(files, path, gone, steps, newId());
  await removeDamagedWith(files, paths, gone);
  return gone;
}

function seeRows(traces: Traces, tables: RawTables): void {
  for (const [table, rows] of tables) for (const [id, row] of rows) traces.see(table, id, row);
}

async function forgetInSegment(
  files: FileOps,
  segment: Segment,
  gone: ReadonlySet<string>,
  id: string,
): Promise<void> {
  const bytes = await files.readFile(segment.path);
  if (!speaksOf(bytes, gone)) return;
  const scan = await readSegment(files, segment);
  const whole = { path: segment.path, id, content: 'history', name: 'history name' } as const;
  await writeWhole(files, whole, linesWithout(scan, gone));
}

/** Every line stays in its place, so that the numbers have no gap. */
function* linesWithout(scan: JournalScan, gone: ReadonlySet<string>): Generator<Uint8Array, void, undefined> {
  yield encodeHeader(scan.header?.schemaVersion ?? 1, scan.header?.after ?? 0);
  for (const line of scan.lines.slice(0, scan.settledLines)) {
    const patches = line.patches.flatMap((patch) => patchWithout(patch, gone) ?? []);
    yield encoder.encode(encodeLine({ ...line, patches }));
  }
}

async function forgetInBackup(
  files: FileOps,
  path: string,
  gone: ReadonlySet<string>,
  steps: readonly Migration[],
  id: string,
): Promise<void> {
  const bytes = await files.readFile(path);
  if (!speaksOf(bytes, gone)) return;
  const reading = await judgeSnapshot(bytes, steps);
  // A backup that does not hold cannot be rewritten, and is of no use but for what must go.
  if (reading.state === 'damaged') return files.unlink(path);
  const { document } = reading;
  forgetRows(document.tables, gone);
  const whole = { path, id, content: 'backup', name: 'backup name' } as const;
  await writeWhole(files, whole, snapshotBytes({ ...document, contacts: contactsIn(document) }));
}

function contactsIn({ tables }: Document): number {
  return tables.get('contacts')?.size ?? 0;
}

async function removeDamagedWith(files: FileOps, paths: Paths, gone: ReadonlySet<string>): Promise<void> {
  for (const name of await namesIn(files, paths.folder)) {
    if (!isDamagedName(name)) continue;
    const path = join(paths.folder, name);
    if ((await files.stat(path))?.kind === 'file' && speaksOf(await files.readFile(path), gone)) {
      await files.unlink(path);
    }
  }
}

function speaksOf(bytes: Uint8Array, gone: ReadonlySet<string>): boolean {
  for (const [word] of new TextDecoder().decode(bytes).matchAll(idLike)) if (gone.has(word)) return true;
  return false;
}
