/**
 * What `kithmap import` is given, as files to read: a folder is what lies in it, and the mails in it that are a file
 * each (Maildir, folders of .eml) are one.
 */
import { createReadStream } from 'node:fs';
import { open, readdir, stat } from 'node:fs/promises';
import { basename, join, relative } from 'node:path';
import { KithmapError } from '../../shared/errors';
import { lookInto, unpacked, unpackedMails } from '../../shared/formats/archive';
import { bundleMark, inBundle, mostOfEach } from '../../shared/formats/mail-bundle';
import { fitsBundle, mailBytes, recognise, recognisedBytes } from '../../shared/formats/recognise';
import type { Chunks } from '../../shared/formats/record';
import { beginsLikeArchive } from '../../shared/formats/unpacker';
import { counted, type Terminal } from './terminal';

/** Something to read. */
export interface ImportSource {
  /** For sentences; never a path. */
  readonly name: string;
  /** What is piped in comes once; a file can be opened anew. */
  readonly once?: boolean;
  bytes(): Chunks;
}

/** Files that one folder may hold. */
const mostFiles = 500_000;
const bytesAtOnce = 256 * 1024;
/** Of the files of a folder that are none of ours, so many are named. */
const mostNamed = 5;
const stopped = 'Stopped. Nothing was changed.';

/** @throws KithmapError `bad-file` where there is no such file or folder, or nothing in a folder that can be read. */
export async function sourcesOf(terminal: Terminal, paths: readonly string[]): Promise<ImportSource[]> {
  const sources: ImportSource[] = [];
  for (const path of paths) {
    if (path === '-') sources.push({ name: 'standard input', once: true, bytes: () => terminal.input() });
    else if (await isFolder(path)) sources.push(...(await inFolder(terminal, path)));
    else sources.push(...(await filesAt(terminal, path)));
  }
  return sources;
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    throw unreadable(path, error);
  }
}

/** A file, or those in an archive that can be read. */
async function filesAt(terminal: Terminal, path: string): Promise<ImportSource[]> {
  const { head } = await beginningOf(path, 4);
  if (!beginsLikeArchive(head)) return [fileAt(path)];
  const archive = basename(path);
  const { files, leftOut } = await lookInto(watched(terminal, archive, bytesOf(path)), archive);
  if (leftOut !== undefined) terminal.say(leftOut);
  const mails = new Set(files.filter(({ isMail }) => isMail).map(({ at }) => at));
  if (mails.size < 2) mails.clear();
  const alone = files.filter(({ at }) => !mails.has(at));
  return [
    ...alone.map(({ at, name }) => ({ name, bytes: () => unpacked(bytesOf(path), archive, at) })),
    ...(mails.size === 0
      ? []
      : [
          {
            name: `${archive} (${counted(mails.size, 'mail')})`,
            bytes: () => unpackedMails(bytesOf(path), archive, mails),
          },
        ]),
  ];
}

/** Bytes of a file that is looked into: says how far it is, and stops where that is wished. */
async function* watched(terminal: Terminal, name: string, chunks: Chunks): AsyncGenerator<Uint8Array> {
  let read = 0;
  for await (const chunk of chunks) {
    if (terminal.stop.aborted) throw new KithmapError('cancelled', stopped);
    read += chunk.length;
    terminal.progress(`Looking into ${name}: ${Math.round(read / 1_000)} kB`);
    yield chunk;
  }
}

/** One of many: of which nothing can be read is said, and does not stop the others. */
async function inArchive(terminal: Terminal, path: string): Promise<ImportSource[]> {
  try {
    return await filesAt(terminal, path);
  } catch (error) {
    if (!(error instanceof KithmapError) || error.code !== 'bad-file') throw error;
    terminal.say(error.message);
    return [];
  }
}

function fileAt(path: string): ImportSource {
  return { name: basename(path), bytes: () => bytesOf(path) };
}

async function inFolder(terminal: Terminal, folder: string): Promise<ImportSource[]> {
  const files: ImportSource[] = [];
  const mails: string[] = [];
  const others: string[] = [];
  let looked = 0;
  for (const path of await filesIn(folder)) {
    if (terminal.stop.aborted) throw new KithmapError('cancelled', stopped);
    looked += 1;
    if (looked % 500 === 0) terminal.progress(`Looking into ${basename(folder)}: ${looked} files`);
    const { head, size } = await beginningOf(path, mailBytes);
    if (size === 0) continue;
    if (fitsBundle(head, size)) mails.push(path);
    else if (beginsLikeArchive(head)) files.push(...(await inArchive(terminal, path)));
    else if ('format' in recognise((await beginningOf(path, recognisedBytes)).head)) files.push(fileAt(path));
    else others.push(relative(folder, path));
  }
  const [only] = mails;
  if (only !== undefined && mails.length === 1) files.push(fileAt(only));
  else if (mails.length > 1) {
    files.push({
      name: `${basename(folder)} (${counted(mails.length, 'mail')})`,
      bytes: () => bundleOf(folder, mails),
    });
  }
  if (files.length === 0) {
    throw new KithmapError('bad-file', `${folder} holds no file that is in a format that is understood.`);
  }
  if (others.length > 0) {
    const more = others.length > mostNamed ? ` and ${others.length - mostNamed} more` : '';
    terminal.say(
      `Left out of ${basename(folder)}, in no format that is understood: ${others.slice(0, mostNamed).join(', ')}${more}.`,
    );
  }
  return files;
}

/** Every file below a folder, in the order of their names; what a Maildir is only writing is not there yet. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  if (entries.length > mostFiles) {
    throw new KithmapError(
      'too-large',
      `${folder} holds more than ${mostFiles} files. Import its folders one by one.`,
    );
  }
  return entries
    .filter((entry) => entry.isFile() && basename(entry.parentPath) !== 'tmp')
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

async function beginningOf(path: string, most: number): Promise<{ head: Uint8Array; size: number }> {
  try {
    const file = await open(path);
    try {
      const { size } = await file.stat();
      const head = new Uint8Array(Math.min(size, most));
      const { bytesRead } = await file.read(head, 0, head.length, 0);
      return { head: head.subarray(0, bytesRead), size };
    } finally {
      await file.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* bundleOf(folder: string, paths: readonly string[]): Chunks & AsyncGenerator<Uint8Array> {
  for (const path of paths) {
    const { head } = await beginningOf(path, mostOfEach);
    yield Buffer.concat([Buffer.from(bundleMark(relative(folder, path))), inBundle(head)]);
  }
}

async function* bytesOf(path: string): Chunks & AsyncGenerator<Uint8Array> {
  try {
    for await (const chunk of createReadStream(path, { highWaterMark: bytesAtOnce })) {
      if (chunk instanceof Uint8Array) yield chunk;
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

function unreadable(path: string, error: unknown): KithmapError {
  return new KithmapError('bad-file', `${path} cannot be read: ${reasonOf(error)}.`, { cause: error });
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'you may not read it';
  return error instanceof Error ? error.message : 'the disk refused';
}
