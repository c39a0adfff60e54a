/**
 * Backups: copies of a snapshot that was read back and found whole, in `backups/`. Which of them are kept is a pure
 * function: the last few, one a day, one a week.
 */
import { join } from 'node:path';
import { KithmapError } from '../../../shared/errors';
import type { Document } from '../../../shared/model/document';
import type { Migration } from '../../../shared/model/migrations/migration';
import { diskError } from './disk-error';
import type { FileOps } from './files';
import { momentOf, type Paths, stampOf } from './paths';
import { judgeSnapshot, wholeSnapshot } from './snapshot';
import type { BackupInfo } from './store-types';
import { namesIn, removeQuietly, writeWhole } from './write-file';

export interface Retention {
  /** The latest ones, whatever their age. */
  readonly last: number;
  /** For so many days back, the latest of each day. */
  readonly days: number;
  /** For so many weeks back, the latest of each week. */
  readonly weeks: number;
}

export const usualRetention: Retention = { last: 5, days: 14, weeks: 26 };

const dayLength = 86_400_000;
/** 1970-01-05 was a Monday. */
const firstMonday = 4 * dayLength;

/** The names of the backups to keep. Those that are dated in the future stay. */
export function backupsToKeep(
  backups: readonly { readonly name: string; readonly at: string }[],
  now: Date,
  retention: Retention,
): Set<string> {
  const newestFirst = [...backups].sort((a, b) => b.at.localeCompare(a.at) || b.name.localeCompare(a.name));
  const kept = new Set(newestFirst.slice(0, retention.last).map(({ name }) => name));
  const today = Math.floor(now.getTime() / dayLength);
  const thisWeek = Math.floor((now.getTime() - firstMonday) / (7 * dayLength));
  const taken = new Set<string>();
  for (const { name, at } of newestFirst) {
    const time = Date.parse(at);
    const day = Math.floor(time / dayLength);
    const week = Math.floor((time - firstMonday) / (7 * dayLength));
    if (time > now.getTime()) kept.add(name);
    for (const [period, age, limit] of [
      [`day ${day}`, today - day, retention.days],
      [`week ${week}`, thisWeek - week, retention.weeks],
    ] as const) {
      if (age < 0 || age >= limit || taken.has(period)) continue;
      taken.add(period);
      kept.add(name);
    }
  }
  return kept;
}

const namePattern = /^(\d{4}-\d{2}-\d{2}T\d{2}-\d{2}-\d{2}-\d{3}Z)\.(\d{12})\.([a-z0-9-]+)\.json$/;
/** Enough of a backup's beginning to hold its header. */
const headLength = 4_096;

export interface KeptBackup extends BackupInfo {
  readonly path: string;
  readonly seq: number;
}

/** Every backup by its name and header, newest first. */
export async function listBackups(files: FileOps, paths: Paths): Promise<KeptBackup[]> {
  const found: KeptBackup[] = [];
  for (const name of await namesIn(files, paths.backups)) {
    const match = namePattern.exec(name);
    if (match === null) continue;
    const [, stamp = '', seq, reason = ''] = match;
    const path = join(paths.backups, name);
    const facts = await files.stat(path);
    if (facts?.kind !== 'file') continue;
    found.push({
      name,
      path,
      at: momentOf(stamp),
      contacts: await countedIn(files, path),
      bytes: facts.size,
      reason: reason.replace(/-/g, ' '),
      seq: Number(seq),
    });
  }
  return found.sort((a, b) => b.seq - a.seq || b.name.localeCompare(a.name));
}

async function countedIn(files: FileOps, path: string): Promise<number> {
  const file = await files.open(path, 'read');
  try {
    const text = new TextDecoder().decode(await file.read(0, headLength));
    return Number(/\n"contacts": (\d{1,9}),\n/.exec(text)?.[1] ?? 0);
  } finally {
    await file.close();
  }
}

export interface BackupSource {
  /** The snapshot's path and the `seq` it is of. */
  readonly path: string;
  readonly seq: number;
  readonly reason: string;
  readonly now: Date;
  readonly id: string;
}

/**
 * Copies a snapshot, if its checksum holds.
 * @returns the backup's name. @throws KithmapError `damaged` for one that does not hold, `disk`
 */
export async function keepBackup(files: FileOps, paths: Paths, source: BackupSource): Promise<string> {
  const name = `${stampOf(source.now)}.${String(source.seq).padStart(12, '0')}.${slugOf(source.reason)}.json`;
  try {
    const whole = {
      path: join(paths.backups, name),
      id: source.id,
      content: 'backup',
      name: 'backup name',
    } as const;
    await writeWhole(files, whole, wholeSnapshot(files, source.path));
  } catch (error) {
    throw diskError(error, 'The backup', paths.backups);
  }
  return name;
}

function slugOf(reason: string): string {
  const slug = reason
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'by-hand' : slug;
}

/** Removes the backups that need not be kept. */
export async function thinBackups(files: FileOps, paths: Paths, now: Date): Promise<void> {
  const backups = await listBackups(files, paths);
  const kept = backupsToKeep(backups, now, usualRetention);
  for (const { name, path } of backups) if (!kept.has(name)) await removeQuietly(files, path);
}

/** Reads one backup by its name. @throws KithmapError `not-found`, `damaged`, `newer-version`, `disk` */
export async function readBackup(
  files: FileOps,
  paths: Paths,
  name: string,
  steps: readonly Migration[],
): Promise<Document> {
  const backup = (await listBackups(files, paths)).find((each) => each.name === name);
  if (backup === undefined) throw new KithmapError('not-found', `There is no backup called "${name}".`);
  let bytes: Uint8Array;
  try {
    bytes = await files.readFile(backup.path);
  } catch (error) {
    throw diskError(error, 'The backup', backup.path);
  }
  const reading = await judgeSnapshot(bytes, steps);
  if (reading.state === 'damaged') {
    throw new KithmapError('damaged', `The backup "${name}" is damaged: ${reading.why}. Choose another one.`);
  }
  if (reading.state === 'newer') {
    throw new KithmapError(
      'newer-version',
      `The backup "${name}" was written by a newer Kithmap. Update Kithmap and try again.`,
    );
  }
  return reading.document;
}
