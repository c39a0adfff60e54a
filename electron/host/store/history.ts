/**
 * Rotated journals: `history/journal-<day>-<from>-<to>.ndjson`. They let old batches be undone, and a backup be
 * brought up to the present when the snapshot is damaged.
 */
import { join } from 'node:path';
import type { FileOps } from './files';
import { type JournalScan, scanJournal } from './journal-lines';
import type { Paths } from './paths';
import { namesIn, removeQuietly, writeWhole } from './write-file';

export interface Segment {
  readonly name: string;
  readonly path: string;
  /** The day on which it was rotated. */
  readonly day: string;
  readonly from: number;
  readonly to: number;
}

const pattern = /^journal-(\d{4}-\d{2}-\d{2})-(\d{12})-(\d{12})\.ndjson$/;

function segmentName(day: string, from: number, to: number): string {
  return `journal-${day}-${String(from).padStart(12, '0')}-${String(to).padStart(12, '0')}.ndjson`;
}

/** Every rotated journal, oldest first. */
export async function listHistory(files: FileOps, paths: Paths): Promise<Segment[]> {
  const segments: Segment[] = [];
  for (const name of await namesIn(files, paths.history)) {
    const match = pattern.exec(name);
    if (match === null) continue;
    const [, day = '', from, to] = match;
    segments.push({ name, path: join(paths.history, name), day, from: Number(from), to: Number(to) });
  }
  return segments.sort((a, b) => a.from - b.from || a.to - b.to);
}

export async function readSegment(files: FileOps, segment: Segment): Promise<JournalScan> {
  return scanJournal(await files.readFile(segment.path));
}

/** Keeps a journal's content. Shorter copies of the same lines, left by a rotation that broke off, go. */
export async function keepInHistory(
  files: FileOps,
  paths: Paths,
  kept: { id: string; day: string; from: number; to: number },
  content: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<void> {
  const name = segmentName(kept.day, kept.from, kept.to);
  const whole = {
    path: join(paths.history, name),
    id: kept.id,
    content: 'history',
    name: 'history name',
  } as const;
  await writeWhole(files, whole, content);
  for (const segment of await listHistory(files, paths)) {
    if (segment.name !== name && segment.from === kept.from && segment.to <= kept.to) {
      await removeQuietly(files, segment.path);
    }
  }
}

/** The rotated journals that are older than the time for which batches can be undone. The newest always stays. */
export function outlived(segments: readonly Segment[], today: string, days: number): Segment[] {
  const oldest = Date.parse(`${today}T00:00:00Z`) - days * 86_400_000;
  return segments.slice(0, -1).filter(({ day }) => Date.parse(`${day}T00:00:00Z`) < oldest);
}
