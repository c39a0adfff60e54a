/** The file operations on the real disk. */
import { constants } from 'node:fs';
import * as fs from 'node:fs/promises';
import { codeOf } from './disk-error';
import type { FileFacts, FileOps, OpenFile } from './files';

const ownerOnlyFile = 0o600;
const ownerOnlyFolder = 0o700;

const modes = {
  read: constants.O_RDONLY,
  change: constants.O_RDWR,
  create: constants.O_RDWR | constants.O_CREAT | constants.O_EXCL,
} as const;

class RealFile implements OpenFile {
  readonly #handle: fs.FileHandle;

  constructor(handle: fs.FileHandle) {
    this.#handle = handle;
  }

  async read(position: number, length: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(length);
    const { bytesRead } = await this.#handle.read(bytes, 0, length, position);
    return bytes.subarray(0, bytesRead);
  }

  async write(bytes: Uint8Array, position: number): Promise<number> {
    const { bytesWritten } = await this.#handle.write(bytes, 0, bytes.length, position);
    return bytesWritten;
  }

  truncate(length: number): Promise<void> {
    return this.#handle.truncate(length);
  }

  fdatasync(): Promise<void> {
    return this.#handle.datasync();
  }

  fsync(): Promise<void> {
    return this.#handle.sync();
  }

  close(): Promise<void> {
    return this.#handle.close();
  }
}

async function stat(path: string): Promise<FileFacts | undefined> {
  try {
    const facts = await fs.stat(path);
    const kind = facts.isFile() ? 'file' : facts.isDirectory() ? 'folder' : 'other';
    return { kind, size: facts.size, mode: facts.mode & 0o777, inode: facts.ino };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

export const realFiles: FileOps = {
  open: async (path, how) => new RealFile(await fs.open(path, modes[how], ownerOnlyFile)),
  readFile: (path) => fs.readFile(path),
  readdir: (path) => fs.readdir(path),
  mkdir: (path) => fs.mkdir(path, { mode: ownerOnlyFolder }),
  stat,
  rename: (from, to) => fs.rename(from, to),
  unlink: (path) => fs.unlink(path),
  chmod: (path, mode) => fs.chmod(path, mode),
  async fsyncFolder(path) {
    // Windows has no way to ask for this: it keeps names with the files' own records.
    if (process.platform === 'win32') return;
    const folder = await fs.open(path, constants.O_RDONLY);
    try {
      await folder.sync();
    } finally {
      await folder.close();
    }
  },
};
