/** `kithmap export`: the network in another form, whole or not at all. */
import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Arguments, Host } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { withHost } from './session';
import { type CommonOptions, type Exit, exits, json, type Terminal } from './terminal';

type Format = Arguments<'export'>['format'];

export interface ExportOptions extends CommonOptions {
  readonly format: Exclude<Format, 'ics-weekly'>;
  /** Of a calendar: one review a week in place of an event for each person. */
  readonly weekly?: boolean;
  /** A file; without one, or as `-`, the answer is the export itself. */
  readonly output?: string;
}

export function exportNetwork(
  terminal: Terminal,
  { format, weekly = false, output, ...options }: ExportOptions,
): Promise<Exit> {
  if (weekly && format !== 'ics') {
    throw new KithmapError('bad-argument', '--weekly is for calendars. Leave it out, or say --format ics.');
  }
  return withHost(terminal, options, async ({ host, today: day, terminal: screen }) => {
    const findings: string[] = [];
    const texts = textsOf(host, { format: weekly ? 'ics-weekly' : format, day }, findings);
    if (output === undefined || output === '-') {
      for await (const text of texts) screen.out(text);
    } else {
      const file = resolve(output);
      const bytes = await writeWhole(file, texts, screen.stop);
      screen.say(`Written to ${file}. Confidential texts are not in it.`);
      if (options.json === true) screen.out(json({ file, format, bytes, findings }));
    }
    for (const finding of findings) screen.say(finding);
    return findings.length > 0 ? exits.findings : exits.done;
  });
}

/** @param findings is given what was found wanting, once the texts are read to their end */
async function* textsOf(
  host: Host,
  asked: { format: Format; day: string },
  findings: string[],
): AsyncGenerator<string> {
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
    if (signal.aborted) throw new KithmapError('cancelled', 'The export was stopped. Nothing was written.');
    throw new KithmapError('disk', `${file} cannot be written: ${reasonOf(error)}.`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT') return 'its folder is not there';
  if (code === 'EISDIR' || code === 'ENOTEMPTY') return 'it is a folder';
  if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') return 'you may not write there';
  if (code === 'ENOSPC') return 'the disk is full';
  return error instanceof Error ? error.message : 'the disk refused';
}
