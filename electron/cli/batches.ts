/** `kithmap batches` and `undo-import`: what came in, and taking one of it back. */
import type { Host } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { wordsFor } from '../../shared/imports/fields';
import { Batch } from '../../shared/model/entities/upkeep';
import type { Batch as BatchEntity } from '../../shared/model/entities';
import { withHost } from './session';
import { type CommonOptions, counted, type Exit, exits, json, type Terminal } from './terminal';

/** Latest first. */
async function batchesOf(host: Host): Promise<BatchEntity[]> {
  const found: BatchEntity[] = [];
  let piece = await host.call('replica', {});
  for (;;) {
    for (const { table, rows } of piece.tables) {
      if (table === 'batches') found.push(...rows.map((row) => Batch.parse(row)));
    }
    if (piece.done) return found.sort((a, b) => (a.at < b.at ? 1 : -1));
    piece = await host.call('replica', { stream: piece.stream });
  }
}

/** With a batch, whom it brought or changed. */
export function batches(terminal: Terminal, id: string | undefined, options: CommonOptions): Promise<Exit> {
  return withHost(terminal, options, async ({ host, terminal: screen }) => {
    const all = await batchesOf(host);
    if (id !== undefined) {
      const { label, id: batch } = chosen(all, id);
      const answer = await host.call('batch', { batch, limit: 100_000 });
      if (options.json === true) screen.out(json(answer));
      else {
        for (const { name = 'removed since', what, fields } of answer.people) {
          screen.out(`${what.padEnd(7)}  ${name}${fields.length === 0 ? '' : `: ${wordsFor(fields)}`}\n`);
        }
      }
      const { ties, interactions, notes } = answer.added;
      screen.say(
        `${label}: ${counted(answer.total, 'contact')}, ${counted(ties, 'tie')}, ${counted(interactions, 'interaction')}, ${counted(notes, 'note')}.`,
      );
      return exits.done;
    }
    if (options.json === true) screen.out(json({ batches: all }));
    else {
      for (const one of all) {
        const undone = one.undoneAt === undefined ? '' : '  taken back';
        screen.out(`${one.id}  ${one.at}  ${one.label}${undone}\n`);
      }
    }
    if (all.length === 0) screen.say('Nothing was imported yet.');
    return exits.done;
  });
}

/** Leaves alone what was changed since, and says what stays. */
export function undoImport(terminal: Terminal, id: string, options: CommonOptions): Promise<Exit> {
  return withHost(
    terminal,
    options,
    async ({ host, hello, terminal: screen }) => {
      const batch = chosen(await batchesOf(host), id);
      const { kept } = await host.call('undoBatch', { client: hello.client, batch: batch.id });
      const stays = `${counted(kept.length, 'thing')} stayed: changed since, or needed by what came since.`;
      screen.say(`${batch.label} was taken back.${kept.length === 0 ? '' : ` ${stays}`}`);
      screen.out(options.json === true ? json({ undone: batch.id, kept }) : `${batch.id}\n`);
      return exits.done;
    },
    { mayRepeat: false },
  );
}

/** @throws KithmapError `not-found` */
function chosen(all: readonly BatchEntity[], id: string): BatchEntity {
  const found =
    id === 'latest' ? all.find(({ undoneAt }) => undoneAt === undefined) : all.find((one) => one.id === id);
  if (found !== undefined) return found;
  throw new KithmapError(
    'not-found',
    id === 'latest'
      ? 'There is no import that could be taken back.'
      : `There is no import "${id}". The list is that of: kithmap batches`,
  );
}
