/** What the folder's health says of each thing that can be wrong while the network is open. */
import { describe, expect, it } from 'vitest';
import type { Migration } from '../../../shared/model/migrations/migration';
import { SimulatedDisk } from './simulated-disk.testing';
import type { Store } from './store';
import { bench, type Bench, dataFolder, rewrite } from './store.testing';

const network = `${dataFolder}/network.json`;
const journal = `${dataFolder}/journal.ndjson`;

/** A folder with a snapshot of `ana`, a backup of it, history, and `ben` in the journal. */
async function opened(): Promise<{ disk: SimulatedDisk; b: Bench; store: Store }> {
  const disk = new SimulatedDisk();
  const b = bench(disk);
  const store = await b.open();
  await b.edit(store, 'contact.add', { id: 'ana', name: { full: 'Ana' } });
  await b.edit(store, 'note.add', { id: 'n1', contact: 'ana', text: 'Sings' });
  await store.backup('by hand');
  await b.edit(store, 'contact.add', { id: 'ben', name: { full: 'Ben' } });
  return { disk, b, store };
}

async function complaints(store: Store): Promise<string[]> {
  const { ok, checks } = await store.health();
  const found = checks.filter((check) => !check.ok).map(({ detail }) => detail);
  expect(ok).toBe(found.length === 0);
  return found;
}

describe('the health of a folder', () => {
  it('is well in a new one, and says that there is nothing yet', async () => {
    const store = await bench(new SimulatedDisk()).open();
    const { ok, checks } = await store.health();
    expect(ok).toBe(true);
    expect(checks.filter(({ detail }) => detail === 'There is none yet.')).toHaveLength(2);
  });

  it('is well in one that was worked in', async () => {
    const { store } = await opened();
    const { ok, checks } = await store.health();
    expect(ok).toBe(true);
    expect(checks.map(({ detail }) => detail)).toContain(
      'Both hold, and are what you see: 2 contacts, 3 journal lines so far.',
    );
  });

  it('says that network.json is damaged, and why', async () => {
    const { disk, store } = await opened();
    disk.flip(network, 8 * 90);
    expect(await complaints(store)).toEqual([
      'network.json is damaged: its checksum does not hold. Make a backup now.',
    ]);
  });

  it('says that the journal is damaged, and why', async () => {
    const { disk, store } = await opened();
    disk.put(journal, disk.text(journal).replace('"Ben"', '"Bob"'));
    expect(await complaints(store)).toEqual([
      'journal.ndjson is damaged: line 2 is not as it was written. Make a backup now.',
    ]);
    disk.remove(journal);
    disk.putFolder(journal);
    expect(await complaints(store)).toEqual([
      'journal.ndjson is damaged: it is a folder. Make a backup now.',
    ]);
  });

  it.each([
    ['fewer lines', (disk: SimulatedDisk) => disk.put(journal, `${disk.text(journal).split('\n')[0]}\n`)],
    [
      'another value',
      (disk: SimulatedDisk) =>
        rewrite(disk, network, ({ data, ...rest }) => ({
          ...rest,
          data: { ...data, notes: { n1: { ...data['notes']?.['n1'], text: 'Dances' } } },
        })),
    ],
    [
      'an entity less',
      (disk: SimulatedDisk) =>
        rewrite(disk, network, ({ data, ...rest }) => ({ ...rest, data: { ...data, notes: {} } })),
    ],
  ])('says that the disk has something else than what is seen: %s', async (_what, change) => {
    const { disk, store } = await opened();
    change(disk);
    expect(await complaints(store)).toEqual([
      'What is on the disk is not what you see. Make a backup now and open Kithmap again.',
    ]);
  });

  it('names what is not understood and what speaks of something that is not there', async () => {
    const { disk, store } = await opened();
    await store.close();
    rewrite(disk, network, ({ data, ...rest }) => ({
      ...rest,
      data: {
        ...data,
        notes: { n1: { ...data['notes']?.['n1'], contact: 'zoe' } },
        trips: { odd: { id: 'odd', place: 7 } },
      },
    }));
    const again = await bench(disk, {}, 100).open();
    expect(await complaints(again)).toEqual([
      expect.stringMatching(/^Something in your network is not understood and not shown: trips odd: /),
      'notes n1 speaks of contacts zoe, which is not there.',
    ]);
  });

  it('is well, and says so, where a newer Kithmap wrote the network', async () => {
    const { disk, store } = await opened();
    await store.close();
    const steps: readonly Migration[] = [{ to: 2, says: 'nothing', migrate: () => undefined }];
    await (await bench(disk, { migrations: steps }, 100).open()).close();
    const older = await bench(disk, {}, 200).open();
    const { ok, checks } = await older.health();
    expect(ok).toBe(true);
    expect(checks.map(({ detail }) => detail)).toContain(
      'Written by a newer Kithmap; it can be read and not changed.',
    );
  });

  it('names the rotated journal and the backup that are damaged', async () => {
    const { disk, store } = await opened();
    const [history = ''] = disk.paths(`${dataFolder}/history`);
    const [backup = ''] = disk.paths(`${dataFolder}/backups`);
    const lines = disk.text(history).split('\n');
    disk.put(history, `${lines.slice(0, -2).join('\n')}\n`);
    disk.put(backup, disk.text(backup).slice(0, 100));
    expect(await complaints(store)).toEqual([
      `${history} is damaged. Edits in it cannot be undone any more; nothing else is lost.`,
      expect.stringMatching(
        /^The backup .* is damaged: its end is missing\. Remove it and make a new one\.$/,
      ),
    ]);
  });

  it('lists damaged files that were kept aside, which is no fault', async () => {
    const { disk, store } = await opened();
    const aside = `${dataFolder}/network.damaged-2026-05-01T00-00-00-000Z.json`;
    disk.put(aside, 'x');
    disk.put(`${dataFolder}/my-own-file.json`, 'x');
    const { ok, checks } = await store.health();
    expect(ok).toBe(true);
    expect(checks.at(-1)?.detail).toBe(
      `Kept aside from earlier: ${aside}. Remove them when you are sure that nothing is missing.`,
    );
  });

  it('says what it could not look at, and looks at the rest', async () => {
    const { disk, store } = await opened();
    disk.before = (operation, path) => {
      if (operation === 'readdir' && path.endsWith('backups'))
        throw Object.assign(new Error('no'), { code: 'EIO' });
    };
    const { checks } = await store.health();
    expect(checks.filter(({ ok }) => !ok)).toMatchObject([
      { what: 'The backups', detail: expect.stringContaining('the disk reports a fault') as unknown },
    ]);
    expect(checks).toHaveLength(6);
  });
});
