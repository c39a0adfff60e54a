/** The ways in which the store writes files: whole ones that appear at once or not at all, and ones put aside. */
import { dirname, join } from 'node:path';
import type { FileOps, OpenFile, SyncPoint } from './files';
import { codeOf } from './disk-error';
import { damagedName, isTemporary, stampOf, temporaryName } from './paths';

/** Writes all bytes from `position` on, however few the disk takes at a time. */
export async function writeAll(file: OpenFile, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const taken = await file.write(done === 0 ? bytes : bytes.subarray(done), position + done);
    if (taken <= 0) throw Object.assign(new Error('the disk takes no more'), { code: 'ENOSPC' });
    done += taken;
  }
}

export interface WholeFile {
  readonly path: string;
  /** Makes the name of the temporary file unique. */
  readonly id: string;
  readonly content: SyncPoint;
  readonly name: SyncPoint;
}

/**
 * Writes a file so that its name stands for the old content or for all of the new one, whatever happens: temporary
 * file, fsync, rename, fsync of the folder. @returns how many bytes.
 */
export async function writeWhole(
  files: FileOps,
  { path, id, content, name }: WholeFile,
  pieces: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
): Promise<number> {
  const temporary = temporaryName(path, id);
  const file = await files.open(temporary, 'create');
  let length = 0;
  try {
    try {
      for await (const piece of pieces) {
        await writeAll(file, piece, length);
        length += piece.length;
      }
      await file.fsync(content);
    } finally {
      await file.close();
    }
    await files.rename(temporary, path);
  } catch (error) {
    await removeQuietly(files, temporary);
    throw error;
  }
  await files.fsyncFolder(dirname(path), name);
  return length;
}

/** Removes a file that nobody needs; that it stays does no harm. */
export async function removeQuietly(files: FileOps, path: string): Promise<void> {
  try {
    await files.unlink(path);
  } catch {
    // It is swept away on the next opening.
  }
}

/** Gives a bad file (or a folder in its place) another name, under which it is kept. @returns that name's path. */
export async function putAside(files: FileOps, path: string, now: Date): Promise<string> {
  const aside = await freeAside(files, path, now);
  await files.rename(path, aside);
  await files.fsyncFolder(dirname(path), 'aside name');
  return aside;
}

/** Keeps a copy of a bad file that is about to be replaced. @returns the copy's path. */
export async function copyAside(files: FileOps, path: string, now: Date, id: string): Promise<string> {
  const aside = await freeAside(files, path, now);
  const bytes = await files.readFile(path);
  await writeWhole(files, { path: aside, id, content: 'aside', name: 'aside name' }, [bytes]);
  return aside;
}

async function freeAside(files: FileOps, path: string, now: Date): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const aside = damagedName(path, stampOf(now), attempt);
    if ((await files.stat(aside)) === undefined) return aside;
  }
}

/** Reads a file that may not be there. */
export async function readIfThere(files: FileOps, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Removes what a program that was stopped left half written in a folder. */
export async function sweepTemporaries(files: FileOps, folder: string): Promise<void> {
  for (const name of await namesIn(files, folder)) {
    if (isTemporary(name)) await removeQuietly(files, join(folder, name));
  }
}

/** What is in a folder; nothing where there is no such folder. */
export async function namesIn(files: FileOps, folder: string): Promise<string[]> {
  try {
    return await files.readdir(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  }
}
