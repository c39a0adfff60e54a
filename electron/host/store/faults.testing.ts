/** A folder with something of everything in it, for tests of what goes wrong with it. */
import { KithmapError } from '../../../shared/errors';
import { SimulatedDisk } from './simulated-disk.testing';
import type { Store } from './store';
import { bench, contentOf, dataFolder } from './store.testing';

export const journal = `${dataFolder}/journal.ndjson`;
export const network = `${dataFolder}/network.json`;
export const contact = (id: string, full = id): { id: string; name: { full: string } } => ({
  id,
  name: { full },
});

/** A folder with a snapshot, a backup, history, and a journal with edits in it. */
export async function folder(): Promise<{ disk: SimulatedDisk; content: string; snapshotContent: string }> {
  const disk = new SimulatedDisk();
  const { open, edit } = bench(disk);
  const store = await open();
  await edit(store, 'contact.add', contact('ana'));
  await store.backup('by hand');
  await edit(store, 'contact.add', contact('ben'));
  await store.snapshot();
  const snapshotContent = contentOf(store.network);
  await edit(store, 'contact.add', contact('cyd'));
  await edit(store, 'contact.edit', { id: 'cyd', place: 'Chur' });
  return { disk, content: contentOf(store.network), snapshotContent };
}

export async function reopen(disk: SimulatedDisk): Promise<Store> {
  return bench(disk, {}, 500).open();
}

export function texts(disk: SimulatedDisk): string[] {
  return disk.paths().map((path) => disk.text(path));
}

export async function refusal(work: Promise<unknown>): Promise<KithmapError> {
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof KithmapError)) throw new Error(`no refusal: ${String(error)}`);
  return error;
}
