/**
 * Small things beside the network in its folder, whose loss does no harm: who was on the lists that were looked at, which pairs were suggested,
 * the day of the last notification. They are written without waiting for the disk, and what fails is left.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface SideFile {
  /** Undefined where there is none that can be read. */
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export function sideFile(folder: string, name: 'lists.json' | 'pairs.json' | 'notified.json'): SideFile {
  const path = join(folder, name);
  return {
    async read() {
      try {
        return await readFile(path, 'utf8');
      } catch {
        return undefined; // nothing was written yet, or a disk that is not ours to judge
      }
    },
    async write(text) {
      try {
        await writeFile(`${path}.tmp`, text, { mode: 0o600 });
        await rename(`${path}.tmp`, path);
      } catch {
        // A full or failing disk is told of where an edit needs it.
      }
    },
  };
}
