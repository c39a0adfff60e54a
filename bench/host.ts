/** The host's side: what one edit costs, how long opening takes, what stops the thread, how much memory. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { clockFrom } from '../electron/host/clock';
import { type LocalHost, makeHost } from '../electron/host/host';
import { realFiles } from '../electron/host/store/real-files';
import { openStore, type Store } from '../electron/host/store/store';
import { parseEntity } from '../shared/model/network';
import type { Patch } from '../shared/model/patch';
import { benchToday, makeNetwork } from './make-network';
import { type Figure, median, percentile } from './report';

const environment = { KITHMAP_TODAY: benchToday, TZ: 'Europe/Zurich' };

/** Who the network belongs to: without, the page would ask. */
const owner: readonly Patch[] = [
  {
    table: 'contacts',
    id: 'me',
    before: null,
    after: { id: 'me', name: { full: 'Bench' }, createdAt: '2026-05-04T09:00:00.000Z' },
  },
  { table: 'settings', id: 'settings', before: null, after: { id: 'settings', me: 'me' } },
];

/** A folder with a network of this size in it, snapshot written. */
export async function makeFolder(people: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), `kithmap-bench-${people}-`));
  const store = await open(folder);
  await store.batch('bench', 'Bench', 'bench', async (write) => {
    for (const piece of makeNetwork(people).pieces) await write('bench', piece);
    await write('bench', owner);
  });
  await store.snapshot();
  await store.close();
  return folder;
}

function open(folder: string): Promise<Store> {
  let ids = 0;
  return openStore({
    folder,
    files: realFiles,
    clock: clockFrom(environment),
    newId: () => `b${Date.now().toString(36)}${(ids++).toString(36)}`,
    appVersion: 'bench',
  });
}

function hostOver(store: Store, folder: string): LocalHost {
  let ids = 0;
  return makeHost({
    store,
    clock: clockFrom(environment),
    newId: () => `h${Date.now().toString(36)}${(ids++).toString(36)}`,
    appVersion: 'bench',
    dataFolder: folder,
    elapsed: () => performance.now(),
    every: () => () => undefined,
    readSample: () => Promise.resolve([]),
    onFault: (error) => {
      throw error;
    },
  });
}

const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const began = performance.now();
  await work();
  return performance.now() - began;
};

/** Figures of one size; `keep` gets the folder for the page's half before it is removed. */
export async function measureHost(people: number, folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  const say = (what: string, value: number, unit: Figure['unit'], against?: string): void => {
    figures.push({ what, people, value, unit, ...(against === undefined ? {} : { against }) });
  };
  const text = await readFile(join(folder, 'network.json'), 'utf8');
  const plain: number[] = [];
  for (let run = 0; run < 3; run++) plain.push(await timed(() => Promise.resolve(JSON.parse(text))));
  global.gc?.();
  const before = process.memoryUsage().heapUsed;
  let store: Store | undefined;
  const stops = monitorEventLoopDelay({ resolution: 1 });
  stops.enable();
  const opening = await timed(async () => (store = await open(folder)));
  stops.disable();
  if (store === undefined) throw new Error('The store did not open.');
  say('open the network', opening, 'ms');
  say('open the network', opening / median(plain), 'times', 'JSON.parse of the same bytes');
  say('longest stop while opening the network', stops.max / 1e6, 'ms');
  global.gc?.();
  say('memory of the open network', (process.memoryUsage().heapUsed - before) / 1e6, 'MB');
  say('its file', text.length / 1e6, 'MB');

  const host = hostOver(store, folder);
  const client = 'bench';
  const edit = (i: number): Promise<unknown> =>
    host.answer('edit', {
      client,
      name: 'contact.edit',
      args: { id: `p${(i * 7) % people}`, place: `Place ${i}` },
    });
  for (let i = 0; i < 20; i++) await edit(i);
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const edits: number[] = [];
  delay.enable();
  for (let i = 0; i < 200; i++) edits.push(await timed(() => edit(i)));
  say('one edit, command to acknowledged: median', median(edits), 'ms');
  say('one edit, command to acknowledged: 95 %', percentile(edits, 0.95), 'ms');
  await store.snapshot();
  delay.disable();
  say('longest stop of the host while editing and writing a snapshot', delay.max / 1e6, 'ms');
  await host.end('bench');
  const undo = await measureUndo(people);
  say('take back an import of everybody', undo.took, 'ms');
  say('longest stop of the host meanwhile', undo.stop, 'ms');
  say('longest stop of the host meanwhile', undo.stop / undo.took, 'share', 'all the time it takes');
  return figures;
}

/** An import of everybody, with notes and ties, into a network with one person in it, and taking that back. */
async function measureUndo(people: number): Promise<{ took: number; stop: number }> {
  const folder = await mkdtemp(join(tmpdir(), `kithmap-bench-undo-${people}-`));
  try {
    const store = await open(folder);
    const host = hostOver(store, folder);
    const name = { full: 'Somebody' };
    await host.answer('edit', { client: 'bench', name: 'contact.add', args: { id: 'somebody', name } });
    await store.batch('bench', 'Import', 'import', async (write) => {
      for (const piece of makeNetwork(people, 0).pieces) await write('import', piece.map(asWritten));
    });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const took = await timed(() => host.answer('undoBatch', { client: 'bench', batch: 'import' }));
    delay.disable();
    if (store.network.count('contacts') !== 1) throw new Error('The import was not taken back.');
    await host.end('bench');
    return { took, stop: delay.max / 1e6 };
  } finally {
    await removeFolder(folder);
  }
}

/** With the defaults that its table fills in, as commands write it: an undo compares with what was written. */
function asWritten(patch: Patch): Patch {
  return { ...patch, after: { ...parseEntity(patch.table, patch.id, patch.after) } };
}

export const removeFolder = (folder: string): Promise<void> => rm(folder, { recursive: true, force: true });
