/** `kithmap import`: reads files as a stream, shows what they would change, and writes it as one batch. */
import type { Host, Result } from '../../shared/contract';
import { type ImportRow, mostImportFiles } from '../../shared/imports/answers';
import { KithmapError } from '../../shared/errors';
import type { TimeUnit } from '../../shared/formats/edge-times';
import { readNodes } from '../../shared/formats/nodes';
import { beginning, readFile } from '../../shared/formats/read';
import type { ReadHow } from '../../shared/formats/read-how';
import type { Chunks, FormatName, ImportItem, ReadOptions } from '../../shared/formats/record';
import { type HowOptions, howToRead } from './import-how';
import { type ImportSource, sourcesOf } from './import-sources';
import { addressOf, setMe } from './me';
import { type Session, withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

export interface ImportOptions extends CommonOptions, HowOptions {
  /** Addresses or a name of the owner. */
  readonly me?: readonly string[];
  readonly nodes?: string;
  readonly guessed?: boolean;
  readonly timeUnit?: TimeUnit;
  readonly timeOrigin?: string;
}

/** Records in one call, and characters of JSON: well below what a message may hold. */
const mostItems = 2_000;
const mostCharacters = 1_000_000;
/** Rows of a kind that are listed on the terminal; all of them are in `--json`. */
const listed = 20;

type Review = Pick<Result<'importReview'>, 'counts' | 'rows' | 'asks'>;

export function importFiles(
  terminal: Terminal,
  paths: readonly string[],
  options: ImportOptions,
): Promise<Exit> {
  return withHost(
    terminal,
    options,
    async (session) => {
      const files = await openFiles(session, paths, options);
      try {
        const { me: whoIAm = [], dryRun = false } = options;
        if (!dryRun) for (const me of whoIAm) await setMe(session, me);
        else if (whoIAm.some((me) => addressOf(me) === undefined)) {
          terminal.say('A trial run writes nothing, so of --me only addresses are taken into account.');
        }
        return await stage(session, files, options);
      } finally {
        for (const { items } of files) await items.return?.();
      }
    },
    // What is piped in comes once.
    { mayMake: options.dryRun !== true, mayRepeat: !paths.includes('-') },
  );
}

/** A file whose beginning was read, so that its format is known. */
interface OpenFile {
  readonly name: string;
  readonly format: FormatName;
  readonly first: IteratorResult<ImportItem>;
  readonly items: AsyncIterator<ImportItem>;
}

/** Looks at every file before anything is done: one that cannot be read stops the whole. */
async function openFiles(
  session: Session,
  paths: readonly string[],
  options: ImportOptions,
): Promise<OpenFile[]> {
  const files: OpenFile[] = [];
  const sources = await sourcesOf(session.terminal, paths);
  if (sources.length > mostImportFiles) {
    throw new KithmapError(
      'too-large',
      `These are ${counted(sources.length, 'file')}, and one import takes ${mostImportFiles}. Import their folders one by one.`,
    );
  }
  for (const source of sources) {
    const { head, all } = await beginning(source.bytes());
    const how = await howToRead(session, source, head, options);
    files.push(await openFile(session, { ...source, bytes: () => all }, { ...options, how }, readFile));
  }
  if (options.nodes === undefined) return files;
  if (!files.some(({ format }) => format === 'edges')) {
    throw new KithmapError(
      'bad-argument',
      '--nodes describes the people of a list of ties; none of the files is one.',
    );
  }
  const nodes = await sourcesOf(session.terminal, [options.nodes]);
  for (const source of nodes) files.push(await openFile(session, source, options, readNodes));
  return files;
}

async function openFile(
  { terminal, today, hello }: Session,
  { name, bytes }: ImportSource,
  { timeUnit, timeOrigin, as, how }: ImportOptions & { how?: ReadHow | undefined },
  read: (chunks: Chunks, options: ReadOptions) => AsyncIterator<ImportItem>,
): Promise<OpenFile> {
  let format: FormatName = 'edges';
  const items = read(bytes(), {
    fileName: name,
    today,
    zone: hello.zone,
    timeUnit,
    timeOrigin,
    as,
    how,
    signal: terminal.stop,
    onFormat: (found) => {
      format = found;
    },
    onProgress: (read) => terminal.progress(`Reading ${name}: ${Math.round(read / 1_000)} kB`),
  });
  const first = await items.next();
  return { name, format, first, items };
}

async function stage(session: Session, files: readonly OpenFile[], options: ImportOptions): Promise<Exit> {
  const { host, hello, terminal } = session;
  const { import: id } = await host.call('importOpen', {
    client: hello.client,
    files: files.map(({ name, format }) => ({ name, format })),
    tiesAre: options.guessed === true ? 'inferred' : 'known',
    // Without a trial run they are known by now.
    mine: (options.me ?? []).flatMap((me) => addressOf(me) ?? []),
  });
  let written = false;
  const stop = (): void => {
    void host.call('importCancel', { import: id }).catch(() => undefined);
  };
  terminal.stop.addEventListener('abort', stop);
  try {
    for (const [at, file] of files.entries()) await send(host, id, at, file);
    terminal.progress('Comparing with the network');
    checkStopped(terminal);
    const review = await reviewOf(host, id);
    // What comes from here on stops the writing itself.
    checkStopped(terminal);
    const { counts } = review;
    const changes = counts.new + counts.changed + counts.ties + counts.interactions > 0;
    let batch: string | null = null;
    if (changes && options.dryRun !== true) {
      batch = await commit(session, id);
      written = true;
    }
    terminal.progress('');
    answer(terminal, files, review, batch, options);
    sayWhoMayBeMe(terminal, review);
    const { skipped, intended, kept, keptBesides, possibleDuplicates } = counts;
    const toSee = skipped - intended + kept + keptBesides + possibleDuplicates;
    return toSee > 0 ? exits.findings : exits.done;
  } catch (error) {
    checkStopped(terminal);
    throw error;
  } finally {
    terminal.stop.removeEventListener('abort', stop);
    terminal.progress('');
    // The host may be gone; what was staged then is, too.
    if (!written) await host.call('importCancel', { import: id }).catch(() => undefined);
  }
}

/** How to answer which addresses are mine, where the files leave it open. */
function sayWhoMayBeMe(terminal: Terminal, { asks }: Review): void {
  const [likely] = asks?.candidates ?? [];
  if (likely === undefined) return;
  terminal.say(`If ${likely.value} is you, import again with --me ${likely.value}.`);
}

function checkStopped({ stop }: Terminal): void {
  if (stop.aborted) throw new KithmapError('cancelled', 'The import was stopped. Nothing of it was kept.');
}

/** Sends a file's records in pieces. */
async function send(host: Host, id: string, file: number, { first, items }: OpenFile): Promise<void> {
  let piece: Record<string, unknown>[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (piece.length > 0) await host.call('importAdd', { import: id, file, items: piece });
    piece = [];
    characters = 0;
  };
  for (let next = first; next.done !== true; next = await items.next()) {
    piece.push({ ...next.value });
    characters += JSON.stringify(next.value).length;
    if (piece.length >= mostItems || characters >= mostCharacters) await flush();
  }
  await flush();
}

/** The counts, and the rows that say more than a number. */
async function reviewOf(host: Host, id: string): Promise<Review> {
  const rows: ImportRow[] = [];
  for (;;) {
    const page = await host.call('importReview', {
      import: id,
      kinds: ['skipped', 'possible', 'kept', 'note'],
      offset: rows.length,
      limit: 1_000,
    });
    rows.push(...page.rows);
    const { counts, asks } = page;
    if (page.rows.length === 0 || rows.length >= page.total) return { counts, rows, asks };
  }
}

async function commit({ host, terminal }: Session, id: string): Promise<string> {
  const unsubscribe = host.subscribe((event) => {
    if (event.type === 'progress' && event.job === id)
      terminal.progress(`${event.note}: ${event.done} of ${event.total}`);
  });
  try {
    return (await host.call('importCommit', { import: id })).batch;
  } finally {
    unsubscribe();
  }
}

/** What is left out as it should be is told by the reason, not row by row. */
function sayIntended(terminal: Terminal, rows: readonly ImportRow[]): void {
  const byReason = new Map<string, number>();
  for (const { kind, detail, count = 1, intended } of rows) {
    if (kind !== 'skipped' || intended !== true) continue;
    byReason.set(detail, (byReason.get(detail) ?? 0) + count);
  }
  for (const [reason, count] of [...byReason].slice(0, listed)) {
    terminal.say(`${counted(count, 'row is', 'rows are')} left out as intended: ${reason}`);
  }
}

function answer(
  terminal: Terminal,
  files: readonly OpenFile[],
  { counts, rows }: Review,
  batch: string | null,
  options: ImportOptions,
): void {
  const place = ({ file, line }: ImportRow): string =>
    files.length === 1 ? `line ${line}` : `${files[file]?.name ?? ''}, line ${line}`;
  const skipped = rows.filter(({ kind }) => kind === 'skipped');
  if (options.json === true) {
    terminal.out(
      json({
        batch,
        format: [...new Set(files.map(({ format }) => format))].join(', '),
        new: counts.new,
        met: counts.met,
        changed: counts.changed,
        unchanged: counts.unchanged,
        kept: counts.kept,
        keptBesides: counts.keptBesides,
        possibleDuplicates: counts.possibleDuplicates,
        ties: counts.ties,
        interactions: counts.interactions,
        others: counts.others,
        intended: counts.intended,
        skipped: skipped.map((row) => ({
          line: row.line,
          ...(row.count === undefined ? {} : { count: row.count }),
          ...(row.intended === true ? { intended: true } : {}),
          reason: files.length === 1 ? row.detail : `${files[row.file]?.name ?? ''}: ${row.detail}`,
        })),
      }),
    );
    return;
  }
  for (const kind of ['skipped', 'possible', 'kept', 'note'] as const) {
    const some = rows.filter((row) => row.kind === kind && row.intended !== true);
    for (const row of some.slice(0, listed)) {
      terminal.say(`${place(row)}: ${row.person === '' ? '' : `${row.person}: `}${row.detail}`);
    }
    if (some.length > listed) terminal.say(`... and ${some.length - listed} more like this`);
  }
  sayIntended(terminal, rows);
  const parts = [
    `${counts.new} new`,
    `${counts.changed} changed`,
    `${counts.unchanged} unchanged`,
    ...(counts.ties > 0 ? [counted(counts.ties, 'tie')] : []),
    ...(counts.interactions > 0 ? [counted(counts.interactions, 'interaction')] : []),
    ...(counts.others > 0 ? [`${counts.others} among others`] : []),
    ...(counts.kept > 0 ? [`${counts.kept} kept yours`] : []),
    ...(counts.keptBesides > 0 ? [`${counts.keptBesides} changed and kept yours in part`] : []),
    ...(counts.possibleDuplicates > 0 ? [counted(counts.possibleDuplicates, 'possible duplicate')] : []),
    ...(counts.skipped > counts.intended
      ? [counted(counts.skipped - counts.intended, 'row skipped', 'rows skipped')]
      : []),
    ...(counts.intended > 0 ? [`${counts.intended} left out as intended`] : []),
  ];
  terminal.out(`${parts.join(', ')}\n`);
  if (options.dryRun === true) terminal.say('This was a trial run. Nothing was written.');
  else if (batch === null) terminal.say('There was nothing to write.');
}
