/** Forgetting someone: nothing on the disk speaks of them any more, and everybody else is as they were. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json';
import { SimulatedDisk } from './simulated-disk.testing';
import type { Store } from './store';
import { bench, type Bench, contentOf, dataFolder, rewrite } from './store.testing';

const network = `${dataFolder}/network.json`;

async function opened(): Promise<{ disk: SimulatedDisk; b: Bench; store: Store }> {
  const disk = new SimulatedDisk();
  const b = bench(disk);
  return { disk, b, store: await b.open() };
}

const contact = (id: string): JsonObject => ({ id, name: { full: id } });

describe('forgetting someone', () => {
  it('takes them out of every file, and leaves everybody else as they were', async () => {
    const { disk, b, store } = await opened();
    const mark = 'MARKED';
    await b.edit(store, 'contact.add', contact('ben'));
    await b.edit(store, 'contact.add', contact('cyd'));
    await b.edit(store, 'contact.add', {
      id: 'ana-x',
      name: { full: `${mark} name` },
      emails: [{ value: `${mark}@example.org` }],
    });
    await b.edit(store, 'note.add', { id: 'note-x', contact: 'ana-x', text: mark });
    await b.edit(store, 'note.add', { contact: 'ana-x', confidentialText: `${mark} secret` });
    await b.edit(store, 'tie.add', { id: 'tie-x', a: 'ana-x', b: 'ben', note: mark });
    await b.edit(store, 'interaction.add', {
      id: 'both',
      with: ['ana-x', 'ben'],
      day: '2026-05-01',
      channel: 'meal',
    });
    await b.edit(store, 'interaction.add', {
      id: 'alone',
      with: ['ana-x'],
      day: '2026-05-02',
      channel: 'call',
      summary: mark,
    });
    await b.edit(store, 'contact.edit', { id: 'cyd', howMet: { through: 'ana-x', text: 'a party' } });
    await store.backup('by hand');
    await b.edit(store, 'contact.edit', { id: 'ana-x', place: mark });
    await b.edit(store, 'contact.edit', { id: 'ben', place: 'Basel' });
    disk.put(`${dataFolder}/network.damaged-2026-05-01T00-00-00-000Z.json`, `{"ana-x": "${mark}`);
    await store.forget(['ana-x']);
    const speak = (): string[] =>
      disk.paths().filter((path) => /MARKED|ana-x|note-x|tie-x/.test(disk.text(path)));
    expect(speak()).toEqual([]);
    expect(store.network.get('interactions', 'both')?.with).toEqual(['ben']);
    expect(store.network.has('interactions', 'alone')).toBe(false);
    expect(store.network.get('contacts', 'cyd')?.howMet).toEqual({ text: 'a party' });
    expect(store.after(3)).toBeUndefined();
    expect(await store.health()).toMatchObject({ ok: true });
    const content = contentOf(store.network);
    await store.close();
    expect(speak()).toEqual([]);

    // The history still leads from a backup to the present.
    disk.flip(network, 8 * 90);
    const again = await bench(disk, {}, 900).open();
    expect(contentOf(again.network)).toBe(content);
    expect((await again.entry(1))?.name).toBe('contact.add');
  });

  it('takes along whoever was merged into them, and leaves other merges fit to be taken apart', async () => {
    const { disk, b, store } = await opened();
    for (const id of ['ana-x', 'ben', 'cyd', 'dan']) await b.edit(store, 'contact.add', contact(id));
    await b.edit(store, 'contact.add', { id: 'bea-x', name: { full: 'MARKED' }, place: 'MARKED' });
    await b.edit(store, 'tie.add', { id: 'x-cyd', a: 'ana-x', b: 'cyd', note: 'MARKED' });
    await b.edit(store, 'tie.add', { id: 'x-dan', a: 'ana-x', b: 'dan' });
    await b.edit(store, 'interaction.add', {
      with: ['dan', 'ana-x', 'cyd'],
      day: '2026-05-01',
      channel: 'meal',
    });
    await store.backup('by hand');
    await b.edit(store, 'contact.merge', { into: 'dan', gone: 'cyd' });
    await b.edit(store, 'contact.merge', { into: 'ana-x', gone: 'bea-x' });
    await store.forget(['ana-x']);
    expect(disk.paths().filter((path) => /MARKED|ana-x|bea-x|x-cyd/.test(disk.text(path)))).toEqual([]);
    expect(await store.health()).toMatchObject({ ok: true });
    const [merge] = [...store.network.all('merges')];
    await b.edit(store, 'contact.split', { merge: merge?.id });
    expect([...store.network.all('contacts')].map(({ id }) => id).sort()).toEqual(['ben', 'cyd', 'dan']);
    expect([...store.network.all('interactions')].map((each) => [...each.with].sort())).toEqual([
      ['cyd', 'dan'],
    ]);
  });

  it('of someone who left long ago finds what the history and backups still hold', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', { id: 'ana-x', name: { full: 'MARKED' } });
    await store.backup('by hand');
    await b.edit(store, 'contact.remove', { id: 'ana-x' });
    await store.close();
    const again = await bench(disk, {}, 100).open();
    await again.forget(['ana-x']);
    expect(disk.paths().filter((path) => /MARKED|ana-x/.test(disk.text(path)))).toEqual([]);
  });

  it('goes on at the next opening where it broke off', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', { id: 'ana-x', name: { full: 'MARKED' } });
    await b.edit(store, 'contact.add', contact('ben'));
    await store.backup('by hand');
    disk.before = (operation, path) => {
      if (operation === 'readFile' && path.includes('backups'))
        throw Object.assign(new Error('no'), { code: 'EIO' });
    };
    await expect(store.forget(['ana-x'])).rejects.toThrow(/What is left of them could not be/);
    disk.before = () => undefined;
    const speak = (): string[] => disk.paths().filter((path) => /MARKED|ana-x/.test(disk.text(path)));
    expect(speak().length).toBeGreaterThan(0);
    const again = await bench(disk, {}, 100).open();
    expect(again.notices).toEqual([]);
    expect(speak()).toEqual([]);
    expect([...again.network.all('contacts')].map(({ id }) => id)).toEqual(['ben']);
  });

  it('says so where who was to be forgotten cannot be read, and forgets nobody', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana'));
    await store.close();
    disk.put(`${dataFolder}/forgetting.json`, '{"ids": 7}');
    const again = await bench(disk, {}, 100).open();
    expect(again.notices).toEqual([
      expect.stringMatching(
        /Who was to be forgotten cannot be read .* Remove that file and forget them again/,
      ),
    ]);
    expect(again.network.has('contacts', 'ana')).toBe(true);
    expect(again.readOnly).toBeUndefined();
  });

  it('removes a backup that speaks of them and does not hold, and rows that are not understood', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana-x'));
    await b.edit(store, 'contact.add', contact('ben'));
    const bad = `${dataFolder}/backups/${await store.backup('by hand')}`;
    await store.close();
    disk.put(bad, disk.text(bad).replace('"ben"', '"Ben"'));
    rewrite(disk, network, ({ data, ...rest }) => ({
      ...rest,
      data: {
        ...data,
        pets: { rex: { id: 'rex', owner: 'ana-x', legs: 4 }, 'ana-x': { id: 'ana-x' } },
        settings: { settings: { id: 'settings', me: 'ana-x', odd: 1 } },
      },
    }));
    disk.put(`${dataFolder}/network.damaged-2026-05-01T00-00-00-000Z.json`, 'speaks of nobody');
    const again = await bench(disk, {}, 100).open();
    await again.forget(['ana-x']);
    await again.close();
    expect(disk.paths().filter((path) => disk.text(path).includes('ana-x'))).toEqual([]);
    expect(disk.has(bad)).toBe(false);
    expect(disk.has(`${dataFolder}/network.damaged-2026-05-01T00-00-00-000Z.json`)).toBe(true);
    expect(JSON.parse(disk.text(network))).toMatchObject({
      data: { pets: { rex: { id: 'rex', legs: 4 } }, settings: { settings: { id: 'settings', odd: 1 } } },
    });
  });

  it('takes a confidential text along that was theirs alone, also where the note went long before', async () => {
    const { disk, b, store } = await opened();
    await b.edit(store, 'contact.add', contact('ana-x'));
    await b.edit(store, 'contact.add', contact('ben'));
    await b.edit(store, 'note.add', { id: 'n-x', contact: 'ana-x', confidentialText: 'MARKED' });
    await b.edit(store, 'note.add', { id: 'n-b', contact: 'ben', confidentialText: 'KEPT' });
    await b.edit(store, 'note.remove', { id: 'n-x' });
    await store.snapshot();
    await store.forget(['ana-x', 'settings']);
    const all = disk
      .paths()
      .map((path) => disk.text(path))
      .join();
    expect(all).not.toMatch(/MARKED|ana-x|n-x/);
    expect(all).toMatch(/KEPT/);
    const secret = store.network.get('notes', 'n-b')?.confidential;
    expect(store.network.get('confidential', secret ?? '')?.text).toBe('KEPT');
  });
});
