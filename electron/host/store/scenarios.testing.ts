/** Lives of a data folder in which every promise to the disk is needed. */
import { Network } from '../../../shared/model/network';
import { Witness } from './crash.testing';
import type { SyncPoint } from './files';
import { type DiskOptions, SimulatedDisk } from './simulated-disk.testing';
import { bench, contentOf, dataFolder } from './store.testing';

type Scenario = (options?: DiskOptions) => Promise<Witness>;

const journal = `${dataFolder}/journal.ndjson`;
const network = `${dataFolder}/network.json`;

const contact = (id: string, full = id): { id: string; name: { full: string } } => ({ id, name: { full } });

/** Edits one by one, together, and in a batch; a snapshot while edits go on; a backup; closed and opened again. */
async function ordinaryLife(options: DiskOptions = {}): Promise<Witness> {
  const witness = new Witness(options);
  let store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('ana', 'Ana Núñez'));
  await witness.edit(store, 'contact.add', contact('ben'));
  await Promise.all(['c1', 'c2', 'c3'].map((id) => witness.edit(store, 'contact.add', contact(id))));
  await witness.batch(
    store,
    [
      (now) => witness.bench.patches(now, 'contact.add', contact('d1')),
      (now) => witness.bench.patches(now, 'tie.add', { id: 't1', a: 'ana', b: 'd1' }),
    ],
    'batch1',
  );
  const saving = store.snapshot();
  await witness.edit(store, 'contact.edit', { id: 'ana', place: 'Basel' });
  await witness.edit(store, 'contact.remove', { id: 'c1' });
  await saving;
  await witness.edit(store, 'contact.add', contact('e1'));
  await witness.backup(store);
  await witness.edit(store, 'note.add', { contact: 'ana', confidentialText: 'between us' });
  await store.close();
  witness.note('opening again');
  store = await witness.bench.open();
  await witness.edit(store, 'contact.edit', { id: 'ben', place: 'Zürich' });
  witness.note('the end');
  return witness;
}

/** The disk refuses a long edit, and takes a shorter one afterwards. */
async function refusedEdit(options: DiskOptions = {}): Promise<Witness> {
  const witness = new Witness(options);
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('ana'));
  let refusals = 1;
  witness.watch((operation, path) => {
    if (operation === 'fdatasync' && refusals-- > 0) throw Object.assign(new Error(path), { code: 'EIO' });
  });
  await witness.refused(
    store,
    'contact.add',
    witness.bench.patches(
      store,
      'contact.add',
      contact('long', 'A name that is rather long, so that it reaches on'),
    ),
  );
  await witness.edit(store, 'contact.add', contact('b'));
  await witness.edit(store, 'contact.add', contact('c'));
  witness.note('the end');
  return witness;
}

/** A folder with something in it, left as if power had gone. */
async function folderWithEdits(): Promise<{ disk: SimulatedDisk; network: Network }> {
  const disk = new SimulatedDisk();
  const { open, edit } = bench(disk);
  const store = await open();
  await edit(store, 'contact.add', contact('ana'));
  await edit(store, 'contact.add', contact('ben'));
  await store.snapshot();
  await edit(store, 'contact.add', contact('cyd'));
  return { disk, network: store.network };
}

/** The end of the journal broke off; edits go on after it. */
async function tornJournal(options: DiskOptions = {}): Promise<Witness> {
  const found = await folderWithEdits();
  found.disk.put(
    journal,
    `${found.disk.text(journal)}{"seq":4,"at":"2026-05-04T10:00:00.000Z","by":"window","na`,
  );
  const witness = new Witness(options, {}, found.disk);
  witness.begin(found.network);
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.edit', { id: 'ana', archived: true });
  witness.note('the end');
  return witness;
}

/** A bit of the snapshot changed. The bad file is kept and the network rebuilt. */
async function damagedSnapshot(options: DiskOptions = {}): Promise<Witness> {
  const found = await folderWithEdits();
  found.disk.flip(network, 8 * 180);
  const witness = new Witness(options, {}, found.disk);
  witness.begin(found.network);
  witness.mustKeep(found.disk.text(network), true);
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('dan'));
  witness.note('the end');
  return witness;
}

/** A bit of the last journal line changed, with its line break in place. */
async function damagedJournal(options: DiskOptions = {}): Promise<Witness> {
  const found = await folderWithEdits();
  found.disk.flip(journal, 8 * (found.disk.text(journal).length - 40));
  const kept = new Network();
  kept.apply(
    [...found.network.all('contacts')]
      .filter(({ id }) => id !== 'cyd')
      .map((row) => ({ table: 'contacts', id: row.id, before: null, after: row })),
  );
  const witness = new Witness(options, {}, found.disk);
  witness.begin(kept);
  witness.mustKeep(found.disk.text(journal));
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('dan'));
  witness.note('the end');
  return witness;
}

/** Someone is forgotten who is in the snapshot, the journal, the history and a backup. */
async function forgetting(options: DiskOptions = {}): Promise<Witness> {
  const witness = new Witness(options);
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('ana-marked', 'Marked name'));
  await witness.edit(store, 'contact.add', contact('ben'));
  await store.backup('by hand');
  await witness.edit(store, 'note.add', { contact: 'ana-marked', text: 'Marked note' });
  await witness.edit(store, 'tie.add', { id: 't1', a: 'ana-marked', b: 'ben' });
  await witness.forget(store, 'ana-marked', ['ana-marked', 'Marked']);
  witness.note('forgotten');
  await witness.edit(store, 'contact.add', contact('dan'));
  witness.note('the end');
  return witness;
}

/** A backup is put back in place. */
async function restoring(options: DiskOptions = {}): Promise<Witness> {
  const witness = new Witness(options);
  const store = await witness.bench.open();
  await witness.edit(store, 'contact.add', contact('ana'));
  const then = contentOf(store.network);
  const name = await store.backup('by hand');
  await witness.edit(store, 'contact.edit', { id: 'ana', place: 'Basel' });
  await witness.edit(store, 'contact.add', contact('ben'));
  const done = witness.replaced(then);
  await store.restore(name);
  done();
  witness.note('the end');
  return witness;
}

export const scenarios = {
  'an ordinary life': ordinaryLife,
  'an edit that the disk refuses': refusedEdit,
  'a journal that broke off': tornJournal,
  'a damaged snapshot': damagedSnapshot,
  'a damaged journal': damagedJournal,
  'forgetting someone': forgetting,
  'restoring a backup': restoring,
} satisfies Record<string, Scenario>;

/** For each promise of the disk a life in which something is lost without it. */
export const neededIn: Readonly<Record<SyncPoint, keyof typeof scenarios>> = {
  'journal line': 'an ordinary life',
  'journal cut': 'an edit that the disk refuses',
  'new journal': 'an ordinary life',
  'new journal name': 'an ordinary life',
  history: 'an ordinary life',
  'history name': 'an ordinary life',
  snapshot: 'an ordinary life',
  'snapshot name': 'an ordinary life',
  aside: 'a damaged snapshot',
  'aside name': 'a damaged journal',
  backup: 'an ordinary life',
  'backup name': 'an ordinary life',
  forgetting: 'forgetting someone',
  'forgetting name': 'forgetting someone',
  folder: 'an ordinary life',
};
