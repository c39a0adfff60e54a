/** A store on a simulated disk, with a clock and ids that say the same every time. */
import { createHash } from 'node:crypto';
import { type CommandContext, type Outcome, run } from '../../../shared/commands/command';
import { commandNamed } from '../../../shared/commands/index';
import type { JsonObject } from '../../../shared/json';
import type { ReadonlyNetwork } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import { tableNames } from '../../../shared/model/table-names';
import type { FileOps } from './files';
import type { SimulatedDisk } from './simulated-disk.testing';
import { type JournalEntry, openStore, type Store, type StoreOptions } from './store';

export const dataFolder = '/home/ada/kithmap';

export interface Bench {
  readonly options: StoreOptions;
  readonly context: CommandContext;
  open(): Promise<Store>;
  run(store: Store, name: string, args: JsonObject): Outcome;
  patches(store: Store, name: string, args: JsonObject): readonly Patch[];
  /** Runs a command as a host does and writes what it did. */
  edit(store: Store, name: string, args: JsonObject): Promise<JournalEntry>;
}

export function bench(files: FileOps, more: Partial<StoreOptions> = {}, start = 0): Bench {
  let next = start;
  let time = Date.parse('2026-05-04T09:00:00.000Z') + start * 1_000;
  const newId = (): string => `id${(next++).toString(36)}`;
  const options: StoreOptions = {
    folder: dataFolder,
    files,
    clock: { now: () => new Date((time += 1_000)) },
    newId,
    appVersion: '0.1.0',
    ...more,
  };
  const context: CommandContext = {
    now: '2026-05-04T09:00:00.000Z',
    today: '2026-05-04',
    zone: 'Europe/Zurich',
    newId,
  };
  const outcome = (store: Store, name: string, args: JsonObject): Outcome =>
    run(store.network, commandNamed(name), args, context);
  return {
    options,
    context,
    open: () => openStore(options),
    run: outcome,
    patches: (store, name, args) => outcome(store, name, args).patches,
    edit: (store, name, args) => {
      const { patches } = outcome(store, name, args);
      return store.append({ by: 'window', name, label: commandNamed(name).label, patches });
    },
  };
}

/** Everything a network holds, in an order that does not depend on how it came about. */
export function contentOf(network: ReadonlyNetwork): string {
  const rows: string[] = [];
  for (const table of tableNames) {
    for (const entity of network.all(table)) rows.push(`${table} ${entity.id} ${stable(entity)}`);
  }
  return rows.sort().join('\n');
}

function stable(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}

/** Changes what a snapshot or a backup says, and gives it the checksum that goes with that; its layout is another. */
export function rewrite(
  disk: SimulatedDisk,
  path: string,
  change: (document: JsonObject & { data: Record<string, Record<string, JsonObject>> }) => JsonObject,
): void {
  const document = JSON.parse(disk.text(path)) as Parameters<typeof change>[0];
  const changed: Record<string, unknown> = { ...change(document) };
  delete changed['checksum'];
  sign(disk, path, JSON.stringify(changed).slice(0, -1));
}

/** Changes the text of a snapshot or a backup, which keeps its layout, and gives it the checksum that goes with that. */
export function retouch(disk: SimulatedDisk, path: string, change: (text: string) => string): void {
  const text = disk.text(path);
  const changed = change(text.slice(0, text.lastIndexOf(',\n"checksum"')));
  if (text.startsWith(changed)) throw new Error('nothing was changed');
  sign(disk, path, changed);
}

function sign(disk: SimulatedDisk, path: string, body: string): void {
  const sum = createHash('sha256').update(body).digest('hex');
  disk.put(path, `${body},\n"checksum": "sha256-${sum}"\n}\n`);
}
