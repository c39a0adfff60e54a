/** A command's time with a host: opens it, says what it has to say, and closes it whatever happens. */
import { stat } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import type { Host, Hello } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import { Day } from '../../shared/time';
import { dataFolder } from '../host/data-folder';
import type { CommonOptions, Exit, Terminal } from './terminal';

export interface Session {
  readonly terminal: Terminal;
  readonly host: Host;
  readonly hello: Hello;
  /** `--at`, or the host's today. */
  readonly today: Day;
}

/** How often a command begins anew because whoever answered it ended, and milliseconds in between, growing. */
const attempts = 12;
const pause = 50;

interface SessionOptions {
  /** The folder may be made; otherwise one that is not there is a slip of the pen. */
  readonly mayMake?: boolean;
  /** The command may begin anew where whoever answered it went away. */
  readonly mayRepeat?: boolean;
}

/** @throws KithmapError `bad-argument` for a day that is none, `not-found` for a folder that is not there. */
export async function withHost(
  terminal: Terminal,
  options: CommonOptions,
  work: (session: Session) => Promise<Exit>,
  { mayMake = false, mayRepeat = true }: SessionOptions = {},
): Promise<Exit> {
  const at = dayOption(options.at);
  const folder = dataFolder(options.data, terminal.environment);
  if (!mayMake && !(await isFolder(folder))) {
    throw new KithmapError(
      'not-found',
      `There is no network in ${folder}. Import a file first, or name another folder with --data.`,
    );
  }
  const environment =
    at === undefined ? terminal.environment : { ...terminal.environment, KITHMAP_TODAY: at };
  let answered = false;
  const attentive: Terminal = {
    ...terminal,
    out(text) {
      answered = true;
      terminal.out(text);
    },
  };
  for (let attempt = 1; ; attempt++) {
    try {
      return await once(attentive, { folder, environment, at }, work);
    } catch (error) {
      // Most often another command had the folder open and ended before this one: its place is free now, or soon.
      const again = error instanceof KithmapError && error.code === 'unavailable' && mayRepeat && !answered;
      if (!again || attempt === attempts) throw error;
      await setTimeout(attempt * pause);
    }
  }
}

interface Place {
  readonly folder: string;
  readonly environment: Terminal['environment'];
  readonly at: Day | undefined;
}

async function once(
  terminal: Terminal,
  { folder, environment, at }: Place,
  work: (session: Session) => Promise<Exit>,
): Promise<Exit> {
  const host = await terminal.openHost(folder, environment);
  try {
    const hello = await host.call('hello', {});
    for (const notice of hello.notices) terminal.say(notice);
    return await work({ terminal, host, hello, today: at ?? hello.today });
  } finally {
    await host.close();
  }
}

function dayOption(at: string | undefined): Day | undefined {
  const parsed = z.optional(Day).safeParse(at);
  if (parsed.success) return parsed.data;
  throw new KithmapError('bad-argument', `--at takes a day such as 2026-05-04, and "${at ?? ''}" is none.`);
}

async function isFolder(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true; // what else it may be is for the store to say
  } catch {
    return false;
  }
}

/** Every entity of one of the replica's tables. */
export async function rowsOf(host: Host, ...tables: readonly string[]): Promise<Map<string, JsonObject[]>> {
  const rows = new Map<string, JsonObject[]>(tables.map((table) => [table, []]));
  let stream: string | undefined;
  for (;;) {
    const slice = await host.call('replica', { stream });
    for (const { table, rows: some } of slice.tables) rows.get(table)?.push(...some);
    if (slice.done) return rows;
    stream = slice.stream;
  }
}
