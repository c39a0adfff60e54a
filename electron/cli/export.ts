/** `kithmap export`: the network in another form, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import type { Arguments, Host } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { ExportFormat } from '../../shared/formats/export-formats';
import { choiceOf, type ChoiceOptions } from './export-choice';
import { withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

export interface ExportOptions extends CommonOptions, ChoiceOptions {
  readonly format: Exclude<ExportFormat, 'ics-weekly' | 'ics-dates'>;
  /** Of a calendar: one review a week in place of an event for each person. */
  readonly weekly?: boolean;
  readonly dates?: boolean;
  /** Confidential texts go along, in Kithmap's own JSON. */
  readonly confidential?: boolean;
  /** A file, or a folder for notes; without one, or as `-`, the answer is the export itself. */
  readonly output?: string;
}

export function exportNetwork(terminal: Terminal, options: ExportOptions): Promise<Exit> {
  const { format, weekly = false, dates = false, confidential = false, output } = options;
  if ((weekly || dates) && format !== 'ics') {
    const option = weekly ? '--weekly' : '--dates';
    throw new KithmapError('bad-argument', `${option} is for calendars. Leave it out, or say --format ics.`);
  }
  const toScreen = output === undefined || output === '-';
  if (format === 'markdown' && toScreen) {
    throw new KithmapError('bad-argument', 'Notes are a folder. Say where it is to be: --out FOLDER.');
  }
  return withHost(terminal, options, async (session) => {
    const { host, today: day, terminal: screen } = session;
    const findings: string[] = [];
    const choice = await choiceOf(session, options);
    const asked = {
      format: weekly ? 'ics-weekly' : dates ? 'ics-dates' : format,
      day,
      choice,
      confidential,
    } as const;
    const texts = textsOf(host, asked, findings);
    if (toScreen) {
      for await (const text of texts) screen.out(text);
    } else {
      const file = resolve(output);
      const write = format === 'markdown' ? writeFolder : writeWhole;
      const bytes = await write(file, texts, screen.stop);
      const secret = confidential ? 'Confidential texts are in it: mind who gets it.' : notInIt;
      screen.say(`Written to ${file}. ${secret}`);
      if (options.json === true) screen.out(json({ file, format, bytes, findings }));
    }
    for (const finding of findings) screen.say(finding);
    return findings.length > 0 ? exits.findings : exits.done;
  });
}

const notInIt = 'Confidential texts are not in it.';

/** @param findings is given what was found wanting, once the texts are read to their end */
async function* textsOf(host: Host, asked: Arguments<'export'>, findings: string[]): AsyncGenerator<string> {
  let stream: string | undefined;
  for (;;) {
    const piece = await host.call('export', { ...asked, stream });
    if (piece.text !== '') yield piece.text;
    if (piece.done) {
      findings.push(...piece.findings);
      return;
    }
    stream = piece.stream;
  }
}

const NoteLine = z.object({ path: z.string(), text: z.string() });

/**
 * A folder of notes, in a new place: one that is there may hold what somebody wrote. It is made beside and then put in
 * its place, so that it is there whole or not at all.
 */
async function writeFolder(
  folder: string,
  texts: AsyncGenerator<string>,
  signal: AbortSignal,
): Promise<number> {
  if ((await entriesOf(folder)) > 0) {
    throw new KithmapError('bad-argument', `${folder} is not empty. Name a folder that is not there yet.`);
  }
  const temporary = join(dirname(folder), `.${basename(folder)}.${randomUUID()}`);
  let bytes = 0;
  try {
    await mkdir(temporary, { mode: 0o700 });
    let rest = '';
    for await (const text of texts) {
      if (signal.aborted) throw stopped();
      const lines = (rest + text).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) bytes += await writeNote(temporary, NoteLine.parse(JSON.parse(line)));
    }
    await rm(folder, { recursive: true, force: true });
    await rename(temporary, folder);
    return bytes;
  } catch (error) {
    await rm(temporary, { recursive: true, force: true });
    if (error instanceof KithmapError) throw error;
    throw new KithmapError('disk', `${folder} cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

async function writeNote(folder: string, { path, text }: z.infer<typeof NoteLine>): Promise<number> {
  const file = resolve(folder, path);
  // Names are made safe where they are written; a slip there must not lead out of the folder.
  if (!file.startsWith(folder + sep)) throw new KithmapError('bad-file', `${path} is no name for a note.`);
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(file, text, { mode: 0o600, flag: 'wx' });
  return Buffer.byteLength(text);
}

/** How much is in a folder; nothing where it is not there. */
async function entriesOf(folder: string): Promise<number> {
  try {
    return (await readdir(folder)).length;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw new KithmapError('disk', `${folder} cannot be written: a file of that name is there.`, {
      cause: error,
    });
  }
}

/** Beside the file first, then in its place: a file that was there stays whole until the new one is. */
async function writeWhole(file: string, texts: AsyncGenerator<string>, signal: AbortSignal): Promise<number> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomUUID()}`);
  const target = createWriteStream(temporary, { mode: 0o600, flags: 'wx', flush: true });
  try {
    await pipeline(Readable.from(texts), target, { signal });
    await rename(temporary, file);
    return target.bytesWritten;
  } catch (error) {
    await rm(temporary, { force: true });
    if (error instanceof KithmapError) throw error;
    if (signal.aborted) throw stopped();
    throw new KithmapError('disk', `${file} cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

function stopped(): KithmapError {
  return new KithmapError('cancelled', 'The export was stopped. Nothing was written.');
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'its folder is not there';
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : 'the disk refused';
}
