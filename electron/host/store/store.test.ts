import { describe, expect, it } from 'vitest';
import { inverses, type Patch } from '../../../shared/model/patch';
import type { JsonObject } from '../../../shared/json';
import type { Migration } from '../../../shared/model/migrations/migration';
import { SimulatedDisk } from './simulated-disk.testing';
import type { Store } from './store';
import { bench, type Bench, contentOf, dataFolder, rewrite } from './store.testing';

const journal = `${dataFolder}/journal.ndjson`;
const network = `${dataFolder}/network.json`;

async function opened(
  more: Parameters<typeof bench>[1] = {},
): Promise<{ disk: SimulatedDisk; b: Bench; store: Store }> {
  const disk = new SimulatedDisk();
  const b = bench(disk, more);
  return { disk, b, store: await b.open() };
}

const contact = (id: string, more: JsonObject = {}): JsonObject => ({ id, name: { full: id }, ...more });

async function addMany(b: Bench, store: Store, count: number): Promise<void> {
  await store.batch('window', 'many', 'many', async (write) => {
    for (let i = 0; i < count; i++)
      await write('contact.add', b.patches(store, 'contact.add', contact(`p${i}`)));
  });
}

function counting(disk: SimulatedDisk): { syncs: number } {
  const counted = { syncs: 0 };
  disk.before = (operation) => {
    if (operation === 'fdatasync') counted.syncs++;
  };
  return counted;
}

describe('a store', () => {
  it('gives back what was written, after closing and opening again', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', { name: { full: 'Ana Núñez' } });
    await b.edit(store, 'contact.add', { name: { full: '王小明' } });
    const content = contentOf(store.network);
    await store.close();
    const again = await bench(disk, {}, 100).open();
    expect(contentOf(again.network)).toBe(content);
    expect(again.seq).toBe(2);
    expect(again.notices).toEqual([]);
  });

  it('acknowledges an edit when it is in the journal, and shows it only then', async () => {
    const { disk, b, store } = await opened();
    let shown: boolean | undefined;
    disk.before = (operation) => {
      if (operation === 'fdatasync') shown = store.network.has('contacts', 'ana');
    };
    const entry = await b.edit(store, 'contact.add', contact('ana'));
    expect(shown).toBe(false);
    expect(entry).toMatchObject({ seq: 1, by: 'window', name: 'contact.add', label: 'Add contact' });
    expect(store.network.has('contacts', 'ana')).toBe(true);
    expect(disk.text(journal)).toContain('"ana"');
    expect(store.saved()).toMatchObject({ seq: 1, at: entry.at });
  });

  it('writes edits that wait together with one sync', async () => {
    const { disk, b, store } = await opened();
    const counted = counting(disk);
    const edits = Array.from({ length: 50 }, (_, i) => b.edit(store, 'contact.add', contact(`p${i}`)));
    const entries = await Promise.all(edits);
    expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 50 }, (_, i) => i + 1));
    expect(counted.syncs).toBeLessThanOrEqual(2);
  });

  it('writes as much for an edit in a large network as in a small one', async () => {
    const written = async (people: number): Promise<number> => {
      const { disk, b, store } = await opened();
      await b.edit(store, 'contact.add', contact('ana'));
      await addMany(b, store, people);
      await store.snapshot();
      const before = disk.bytes(journal).length;
      let operations = 0;
      disk.before = () => operations++;
      await b.edit(store, 'contact.edit', { id: 'ana', place: 'Basel' });
      expect(operations).toBeLessThan(6);
      return disk.bytes(journal).length - before;
    };
    expect(Math.abs((await written(400)) - (await written(4)))).toBeLessThan(10);
  });

  it('refuses patches that do not fit what is there any more, and changes nothing', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana', { place: 'Bern' }));
    const patches = b.patches(store, 'contact.edit', { id: 'ana', place: 'Basel' });
    await b.edit(store, 'contact.edit', { id: 'ana', place: 'Chur' });
    const text = disk.text(journal);
    await expect(store.append({ by: 'w', name: 'x', label: 'x', patches })).rejects.toMatchObject({
      code: 'conflict',
    });
    const removal = b.patches(store, 'contact.remove', { id: 'ana' });
    const twice = [
      store.append({ by: 'w', name: 'x', label: 'x', patches: removal }),
      store.append({ by: 'w', name: 'x', label: 'x', patches: removal }),
    ];
    const [first, second] = await Promise.allSettled(twice);
    expect([first?.status, second?.status]).toEqual(['fulfilled', 'rejected']);
    expect(disk.text(journal).split('\n')).toHaveLength(text.split('\n').length + 1);
  });

  it('refuses patches that would leave something that is not valid', async () => {
    const { store } = await opened();
    const patches = [{ table: 'contacts' as const, id: 'ana', before: null, after: { id: 'ana', name: 7 } }];
    await expect(store.append({ by: 'w', name: 'x', label: 'x', patches })).rejects.toMatchObject({
      code: 'damaged',
    });
    expect(store.seq).toBe(0);
  });

  it('asks before more than half of the contacts go', async () => {
    const { b, store } = await opened();
    await addMany(b, store, 12);
    const ids = Array.from({ length: 7 }, (_, i) => `p${i}`);
    const patches = b.patches(store, 'contact.remove-many', { ids });
    await expect(store.append({ by: 'w', name: 'x', label: 'x', patches })).rejects.toThrow(
      '7 of your 12 contacts',
    );
    const inBatch = store.batch('w', 'x', 'b', (write) => write('x', patches));
    await expect(inBatch).rejects.toMatchObject({ code: 'conflict' });
    expect(store.network.count('contacts')).toBe(12);
    await store.append({ by: 'w', name: 'x', label: 'x', patches, allowShrink: true });
    expect(store.network.count('contacts')).toBe(5);
  });

  it('says what is saved, and tells those who want to know', async () => {
    const { b, store } = await opened();
    const heard: number[] = [];
    store.onSaved(() => {
      throw new Error('not the concern of the store');
    });
    const stop = store.onSaved(({ seq }) => heard.push(seq));
    await b.edit(store, 'contact.add', contact('ana'));
    stop();
    await b.edit(store, 'contact.add', contact('ben'));
    expect(heard).toEqual([1]);
  });

  it('says what stood in the way until it does not any more', async () => {
    const { disk, b, store } = await opened();
    const fails = (): void => {
      disk.before = (operation, path) => {
        if (operation === 'open' && path.includes('network.json'))
          throw Object.assign(new Error('no'), { code: 'EIO' });
      };
    };
    await b.edit(store, 'contact.add', contact('ana'));
    fails();
    await expect(store.snapshot()).rejects.toMatchObject({ code: 'disk' });
    expect(store.saved()).toMatchObject({
      seq: 1,
      trouble: expect.stringMatching(/^The snapshot of/) as unknown,
    });
    disk.before = () => undefined;
    await store.snapshot();
    expect(store.saved().trouble).toBeUndefined();
  });

  it('takes nothing any more once it is closed', async () => {
    const { b, store } = await opened();
    await store.close();
    await store.close();
    await expect(b.edit(store, 'contact.add', contact('ana'))).rejects.toMatchObject({ code: 'unavailable' });
    await expect(store.snapshot()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('a batch', () => {
  it('shows each piece to the next, and counts as a whole', async () => {
    const { disk, b, store } = await opened();
    const { result, entries } = await store.batch('window', 'Connections.csv', 'b1', async (write) => {
      await write('contact.add', b.patches(store, 'contact.add', contact('ana')));
      await write('contact.add', b.patches(store, 'contact.add', contact('ben')));
      await write('tie.add', b.patches(store, 'tie.add', { a: 'ana', b: 'ben' }));
      return 'done';
    });
    expect(result).toBe('done');
    expect(entries.map(({ batch, label }) => [batch, label])).toEqual(
      Array.from({ length: 3 }, () => ['b1', 'Connections.csv']),
    );
    const again = await bench(disk, {}, 100).open();
    expect(contentOf(again.network)).toBe(contentOf(store.network));
    expect(again.seq).toBe(store.seq);
  });

  it('leaves nothing behind, in memory or on disk, when it throws or is given up', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana', { place: 'Bern' }));
    const content = contentOf(store.network);
    const text = (): string => disk.text(journal);
    await store.snapshot();
    const before = text();
    const given = store.batch('window', 'x', 'b1', async (write) => {
      await write('contact.edit', b.patches(store, 'contact.edit', { id: 'ana', place: 'Basel' }));
      await write('contact.add', b.patches(store, 'contact.add', contact('ben')));
      // A piece that nobody waits for must not come after the end.
      void write('contact.add', b.patches(store, 'contact.add', contact('cyd'))).catch(() => undefined);
      throw new Error('given up');
    });
    await expect(given).rejects.toThrow('given up');
    expect(contentOf(store.network)).toBe(content);
    expect(text()).toBe(before);
    await b.edit(store, 'contact.add', contact('dan'));
    expect((await bench(disk, {}, 100).open()).notices).toEqual([]);
  });

  it('fails where a piece failed, even if its writer goes on', async () => {
    const { b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana'));
    const again = b.patches(store, 'contact.edit', { id: 'ana', place: 'Basel' });
    await b.edit(store, 'contact.edit', { id: 'ana', place: 'Chur' });
    const batch = store.batch('window', 'x', 'b1', async (write) => {
      await write('x', again).catch(() => undefined);
    });
    await expect(batch).rejects.toMatchObject({ code: 'conflict' });
  });

  it('that throws something that is no error, or is written to when it is over, changes nothing', async () => {
    const { b, store } = await opened();
    let late: ((name: string, patches: ReturnType<typeof b.patches>) => Promise<void>) | undefined;
    const odd: unknown = 'just a text';
    await expect(
      store.batch('window', 'x', 'b1', async (write) => {
        await write('contact.add', b.patches(store, 'contact.add', contact('ana')));
        throw odd;
      }),
    ).rejects.toBe(odd);
    expect(store.network.count('contacts')).toBe(0);
    await store.batch('window', 'x', 'b2', async (write) => {
      late = write;
      await write('contact.add', b.patches(store, 'contact.add', contact('ben')));
    });
    await expect(late?.('x', b.patches(store, 'contact.add', contact('cyd')))).rejects.toMatchObject({
      code: 'conflict',
    });
    expect([...store.network.all('contacts')].map(({ id }) => id)).toEqual(['ben']);
  });

  it('keeps of a long one the latest entries, and takes all of it back where it fails', async () => {
    const { b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana', { place: 'Place 0' }));
    const before = contentOf(store.network);
    const places = (from: number): Patch[] =>
      Array.from({ length: 500 }, (_, at) => ({
        ...{ table: 'contacts', id: 'ana' },
        ...{ before: { place: `Place ${from + at}` }, after: { place: `Place ${from + at + 1}` } },
      }));
    const failing = store.batch('window', 'x', 'b1', async (write) => {
      for (let from = 0; from < 1_500; from += 500) await write('x', places(from));
      await write('contact.add', b.patches(store, 'contact.add', contact('ben')));
      throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect(contentOf(store.network)).toBe(before);

    const { entries } = await store.batch('window', 'x', 'b2', async (write) => {
      for (let from = 0; from < 21_000; from += 500) await write('x', places(from));
    });
    expect(entries).toHaveLength(40);
    expect(entries.at(-1)?.seq).toBe(store.seq - 1);
    expect(store.after(1)).toBeUndefined();
    expect(store.after(store.seq - 2)).toHaveLength(1);
    expect(await store.entriesOfBatch('b2')).toHaveLength(42);
    expect(store.network.get('contacts', 'ana')?.place).toBe('Place 21000');
  });

  it('lets other edits wait', async () => {
    const { b, store } = await opened();
    const other = b.patches(store, 'contact.add', contact('other'));
    let edit: Promise<unknown> = Promise.resolve();
    const { entries } = await store.batch('window', 'x', 'b1', async (write) => {
      edit = store.append({ by: 'w', name: 'x', label: 'x', patches: other });
      for (const id of ['ana', 'ben'])
        await write('contact.add', b.patches(store, 'contact.add', contact(id)));
      expect(store.network.has('contacts', 'other')).toBe(false);
    });
    await edit;
    expect(entries.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(store.seq).toBe(5);
  });

  it('is written in bounded lines', async () => {
    const { disk, b, store } = await opened();
    const patches = Array.from({ length: 1_200 }, (_, i) =>
      b.patches(store, 'contact.add', contact(`p${i}`)),
    ).flat();
    const { entries } = await store.batch('window', 'x', 'b1', (write) => write('import', patches));
    expect(entries.map((entry) => entry.patches.length)).toEqual([500, 500, 200]);
    expect(disk.text(journal).trim().split('\n')).toHaveLength(1 + 1 + 3 + 1);
  });

  it('comes after a backup, where there is something to lose', async () => {
    const { b, store } = await opened();
    await addMany(b, store, 1);
    expect(await store.backups()).toEqual([]);
    await store.batch('window', 'x', 'b1', async (write) => {
      await write('contact.add', b.patches(store, 'contact.add', contact('ana')));
    });
    const reasons = (await store.backups()).map(({ reason, contacts }) => [reason, contacts]);
    expect(reasons).toContainEqual(['before import', 1]);
  });
});

describe('what was done', () => {
  it('can be looked up by number and by batch, from memory, journal and history', async () => {
    const { disk, b, store } = await opened();
    const first = await b.edit(store, 'contact.add', contact('ana'));
    await addMany(b, store, 3);
    await store.snapshot();
    const last = await b.edit(store, 'contact.add', contact('ben'));
    await store.close();
    const again = await bench(disk, {}, 100).open();
    for (const entry of [first, last]) expect(await again.entry(entry.seq)).toEqual(entry);
    // The ends of a batch are lines and no entries.
    expect(await again.entry(2)).toBeUndefined();
    expect(await again.entry(99)).toBeUndefined();
    expect((await again.entriesOfBatch('many')).map(({ seq }) => seq)).toEqual([3, 4, 5]);
    expect(await again.entriesOfBatch('none')).toEqual([]);
  });

  it('is at hand for a window that missed some, as far back as the journal goes', async () => {
    const { disk, b, store } = await opened();
    for (const id of ['a', 'b', 'c']) await b.edit(store, 'contact.add', contact(id));
    expect(store.after(1)?.map(({ seq }) => seq)).toEqual([2, 3]);
    expect(store.after(3)).toEqual([]);
    expect(store.after(4)).toBeUndefined();
    await store.snapshot();
    expect(store.after(0)).toHaveLength(3);
    await b.edit(store, 'contact.add', contact('d'));
    const again = await bench(disk, {}, 100).open();
    expect(again.after(3)?.map(({ seq }) => seq)).toEqual([4]);
    expect(again.after(2)).toBeUndefined();
  });

  it('is undone by an edit of its own, which says what it undoes', async () => {
    const { disk, b, store } = await opened();
    const { seq, patches } = await b.edit(store, 'contact.add', contact('ana'));
    await store.append({ by: 'w', name: 'undo', label: 'Undo', patches: inverses(patches), undoes: seq });
    const again = await bench(disk, {}, 100).open();
    expect(again.network.count('contacts')).toBe(0);
    expect((await again.entry(2))?.undoes).toBe(1);
  });
});

describe('a snapshot', () => {
  it('shows the network as it was when its writing began, whatever is edited meanwhile', async () => {
    const { disk, b, store } = await opened();
    await addMany(b, store, 300);
    const contents = new Map([[store.seq, contentOf(store.network)]]);
    const saving = store.snapshot();
    const busy = (async () => {
      for (let i = 0; i < 40; i++) {
        await b.edit(store, 'contact.add', contact(`new${i}`));
        contents.set(store.seq, contentOf(store.network));
        await b.edit(store, 'contact.edit', { id: `p${i * 7}`, place: `P${i}` });
        contents.set(store.seq, contentOf(store.network));
        await b.edit(store, 'contact.remove', { id: `p${i * 7 + 1}` });
        contents.set(store.seq, contentOf(store.network));
      }
    })();
    await saving;
    const then = new SimulatedDisk();
    then.putFolder('/home');
    then.putFolder('/home/ada');
    then.putFolder(dataFolder);
    then.put(network, disk.bytes(network));
    const snapshot = await bench(then, {}, 1_000).open();
    expect(snapshot.seq).toBeLessThan(store.seq);
    expect(contentOf(snapshot.network)).toBe(contents.get(snapshot.seq));
    await busy;
    const again = await bench(disk, {}, 2_000).open();
    expect(contentOf(again.network)).toBe(contentOf(store.network));
  });

  it('is planned when the journal has grown long, and on closing', async () => {
    const planned: (() => Promise<void>)[] = [];
    const { disk, b, store } = await opened({ snapshotAfterLines: 3, idle: (work) => planned.push(work) });
    for (const id of ['a', 'b']) await b.edit(store, 'contact.add', contact(id));
    expect(planned).toHaveLength(0);
    for (const id of ['c', 'd', 'e']) await b.edit(store, 'contact.add', contact(id));
    expect(planned).toHaveLength(1);
    await planned[0]?.();
    expect(disk.text(network)).toContain('"seq": 5');
    await b.edit(store, 'contact.add', contact('f'));
    await store.close();
    expect(disk.text(network)).toContain('"seq": 6');
    await planned[0]?.();
  });

  it('is not written again where nothing was edited', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('a'));
    await store.snapshot();
    const bytes = disk.bytes(network);
    await store.snapshot();
    expect(disk.bytes(network)).toBe(bytes);
  });

  it('takes a backup on the first of each day and lets old history go', async () => {
    let now = Date.parse('2026-05-04T09:00:00Z');
    const { b, disk, store } = await opened({ clock: { now: () => new Date(now) }, historyDays: 30 });
    for (const [id, days] of [
      ['a', 0],
      ['b', 0],
      ['c', 1],
      ['d', 40],
    ] as const) {
      now += days * 86_400_000;
      await b.edit(store, 'contact.add', contact(id));
      await store.snapshot();
    }
    expect((await store.backups()).map(({ at, reason }) => [at.slice(0, 10), reason])).toEqual([
      ['2026-06-14', 'daily'],
      ['2026-05-05', 'daily'],
      ['2026-05-04', 'daily'],
    ]);
    expect(disk.paths(`${dataFolder}/history`).map((path) => path.slice(-45))).toEqual([
      '/journal-2026-06-14-000000000004-000000000004.ndjson'.slice(-45),
    ]);
  });
});

describe('a network of another version', () => {
  const steps: readonly Migration[] = [
    {
      to: 2,
      says: 'everybody gets a place',
      migrate(tables) {
        for (const [id, row] of tables.get('contacts') ?? []) {
          tables.get('contacts')?.set(id, { ...row, place: 'somewhere' });
        }
      },
      patch: (patch) => ({
        ...patch,
        ...(patch.after === null ? {} : { after: { ...patch.after, place: 'somewhere' } }),
      }),
    },
  ];

  it('is migrated after a backup, once', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana'));
    await store.snapshot();
    await b.edit(store, 'contact.add', contact('ben'));
    const newer = await bench(disk, { migrations: steps }, 100).open();
    expect([...newer.network.all('contacts')].map(({ place }) => place)).toEqual(['somewhere', 'somewhere']);
    expect((await newer.backups()).map(({ reason }) => reason)).toContain('before migration');
    expect(disk.text(network)).toContain('"schemaVersion": 2');
    expect((await newer.entry(2))?.patches[0]?.after).toMatchObject({ place: 'somewhere' });
    await b.edit(newer, 'contact.edit', { id: 'ana', place: 'Basel' });
    const again = await bench(disk, { migrations: steps }, 200).open();
    expect(again.network.get('contacts', 'ana')?.place).toBe('Basel');
    expect(again.notices).toEqual([]);
  });

  it('opens read-only where it is newer, and stays as it is', async () => {
    const { disk } = await opened();
    const b = bench(disk, { migrations: steps });
    const store = await b.open();
    await b.edit(store, 'contact.add', contact('ana'));
    await store.close();
    const files = new Map(disk.paths().map((path) => [path, disk.text(path)]));
    const older = await bench(disk, {}, 100).open();
    expect(older.readOnly).toMatch(/written by a newer Kithmap/);
    expect(older.network.has('contacts', 'ana')).toBe(true);
    await expect(b.edit(older, 'contact.add', contact('ben'))).rejects.toMatchObject({ code: 'read-only' });
    await older.close();
    expect(new Map(disk.paths().map((path) => [path, disk.text(path)]))).toEqual(files);
  });

  it('keeps what this one does not know: fields, tables, and rows it cannot read', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana', {}));
    await store.close();
    rewrite(disk, network, ({ data, ...rest }) => ({
      ...rest,
      colour: 'blue',
      data: { ...data, pets: { rex: { id: 'rex' } }, notes: { n1: { id: 'n1', odd: true } } },
    }));
    const b2 = bench(disk, {}, 100);
    const again = await b2.open();
    expect(again.notices.join()).toMatch(/notes n1.*It stays in the file as it is/);
    await b2.edit(again, 'contact.add', contact('ben'));
    await again.close();
    expect(JSON.parse(disk.text(network))).toMatchObject({
      colour: 'blue',
      data: {
        pets: { rex: { id: 'rex' } },
        notes: { n1: { id: 'n1', odd: true } },
        contacts: { ben: { id: 'ben' } },
      },
    });
  });
});

describe('a backup', () => {
  it('is restored as an edit, and what was there is kept', async () => {
    const { disk, b, store } = await opened();
    await addMany(b, store, 20);
    const content = contentOf(store.network);
    const name = await store.backup('Before I try something');
    await b.edit(store, 'contact.edit', { id: 'p0', place: 'Basel' });
    const ids = Array.from({ length: 15 }, (_, i) => `p${i + 1}`);
    const patches = b.patches(store, 'contact.remove-many', { ids });
    await store.append({ by: 'w', name: 'x', label: 'x', patches, allowShrink: true });
    const later = contentOf(store.network);
    const kept = await store.restore(name);
    expect(contentOf(store.network)).toBe(content);
    expect((await store.backups()).map((backup) => [backup.name, backup.contacts, backup.reason])).toEqual(
      expect.arrayContaining([
        [name, 20, 'before i try something'],
        [kept, 5, 'before restore'],
      ]),
    );
    await store.restore(kept);
    expect(contentOf(store.network)).toBe(later);
    await store.close();
    expect(contentOf((await bench(disk, {}, 900).open()).network)).toBe(later);
  });

  it('that is not there, or damaged, or newer, is refused with the reason', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana'));
    const name = await store.backup('by hand');
    for (const bad of ['../network.json', 'nothing.json', '']) {
      await expect(store.restore(bad)).rejects.toMatchObject({ code: 'not-found' });
    }
    disk.flip(`${dataFolder}/backups/${name}`, 8 * 90);
    await expect(store.restore(name)).rejects.toMatchObject({ code: 'damaged' });
    expect(store.network.has('contacts', 'ana')).toBe(true);
  });

  it('is not made of a snapshot that does not hold', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana'));
    await store.snapshot();
    const before = (await store.backups()).length;
    disk.flip(network, 8 * 90);
    await expect(store.backup('by hand')).rejects.toMatchObject({ code: 'damaged' });
    expect(await store.backups()).toHaveLength(before);
  });
});
