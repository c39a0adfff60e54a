/** How much the files of a data folder take. */
import { join } from 'node:path';
import type { FileOps } from './files';
import type { Paths } from './paths';
import type { FolderPart } from './store-types';
import { namesIn } from './write-file';

/** Parts without any file are left out. */
export async function folderParts(files: FileOps, paths: Paths): Promise<FolderPart[]> {
  const inside = async (folder: string): Promise<string[]> =>
    (await namesIn(files, folder)).map((name) => join(folder, name));
  const parts: FolderPart[] = [];
  for (const [part, all] of [
    ['network', [paths.network]],
    ['journal', [paths.journal]],
    ['history', await inside(paths.history)],
    ['backups', await inside(paths.backups)],
  ] as const) {
    const found = (await Promise.all(all.map((path) => files.stat(path)))).filter(
      (facts) => facts?.kind === 'file',
    );
    if (found.length === 0) continue;
    parts.push({
      part,
      files: found.length,
      bytes: found.reduce((sum, facts) => sum + (facts?.size ?? 0), 0),
    });
  }
  return parts;
}
