/** Where things lie in the data folder. */
import { join } from 'node:path';

export interface Paths {
  readonly folder: string;
  readonly network: string;
  readonly journal: string;
  readonly history: string;
  readonly backups: string;
  /** Only there while someone is being forgotten. */
  readonly forgetting: string;
}

export function pathsOf(folder: string): Paths {
  return {
    folder,
    network: join(folder, 'network.json'),
    journal: join(folder, 'journal.ndjson'),
    history: join(folder, 'history'),
    backups: join(folder, 'backups'),
    forgetting: join(folder, 'forgetting.json'),
  };
}

/** A file that is being written and does not count yet. */
export function temporaryName(path: string, id: string): string {
  return `${path}.${id}.tmp`;
}

export function isTemporary(name: string): boolean {
  return name.endsWith('.tmp');
}

const asideName = /\.damaged-[0-9TZ-]+(?:-\d+)?\.(?:json|ndjson)$/;

/** The name that a bad file gets: `network.damaged-2026-05-04T09-00-00-000Z.json`. */
export function damagedName(path: string, stamp: string, attempt: number): string {
  const again = attempt === 0 ? '' : `-${attempt}`;
  return path.replace(/\.(json|ndjson)$/, `.damaged-${stamp}${again}.$1`);
}

export function isDamagedName(name: string): boolean {
  return asideName.test(name);
}

/** A moment as it may stand in a file name on every system. */
export function stampOf(moment: Date): string {
  return moment.toISOString().replace(/[:.]/g, '-');
}

/** The moment that `stampOf` made a stamp of. */
export function momentOf(stamp: string): string {
  return stamp.replace(/T(\d\d)-(\d\d)-(\d\d)-/, 'T$1:$2:$3.');
}
