/** Which rows of a snapshot are read by the schemas again, and that it makes no difference to what is opened. */
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { steps, takeStep, testContext } from '../../../shared/commands/random-commands.testing';
import { Network } from '../../../shared/model/network';
import { tableNames } from '../../../shared/model/table-names';
import { tables } from '../../../shared/model/tables';
import { SimulatedDisk } from './simulated-disk.testing';
import type { Store, StoreOptions } from './store';
import { bench, contentOf, dataFolder, retouch, rewrite } from './store.testing';

const network = `${dataFolder}/network.json`;

afterEach(() => vi.restoreAllMocks());

/** A closed folder with ana, ben and a note on ana in its snapshot. */
async function closed(): Promise<SimulatedDisk> {
  const disk = new SimulatedDisk();
  const b = bench(disk);
  const store = await b.open();
  await b.edit(store, 'contact.add', { id: 'ana', name: { full: 'Ana' } });
  await b.edit(store, 'contact.add', { id: 'ben', name: { full: 'Ben' } });
  await b.edit(store, 'note.add', { id: 'n1', contact: 'ana', text: 'Sings' });
  await store.close();
  return disk;
}

/** Opens it, and says which contacts a schema read meanwhile. */
async function readOnOpening(
  disk: SimulatedDisk,
  more: Partial<StoreOptions> = {},
): Promise<{ read: string[]; store: Store }> {
  const spy = vi.spyOn(tables.contacts.schema, 'safeParse');
  const store = await bench(disk, more, 500).open();
  const read = spy.mock.calls.map(([row]) => (row as { id: string }).id);
  spy.mockRestore();
  return { read, store };
}

describe('rows that were read before they were written', () => {
  it('are taken as they are, frozen, and indexed', async () => {
    const { read, store } = await readOnOpening(await closed());
    expect(read).toEqual([]);
    expect(Object.isFrozen(store.network.get('contacts', 'ana')?.name)).toBe(true);
    expect([...store.network.index.referring('contacts', 'ana', 'notes')]).toEqual(['n1']);
  });

  it('are read again where the journal has changed them since', async () => {
    const disk = await closed();
    const b = bench(disk, {}, 100);
    const store = await b.open();
    await b.edit(store, 'contact.edit', { id: 'ben', place: 'Bern' });
    const { read, store: again } = await readOnOpening(disk);
    expect(read).toEqual(['ben']);
    expect(contentOf(again.network)).toBe(contentOf(store.network));
  });

  it.each<[string, (disk: SimulatedDisk) => void, Partial<StoreOptions>]>([
    ['by another version of the app', () => undefined, { appVersion: '0.2.0' }],
    [
      'by a version of the document that is older',
      () => undefined,
      { migrations: [{ to: 2, says: '', migrate: () => undefined }] },
    ],
    [
      'by other schemas',
      (disk) =>
        retouch(disk, network, (text) => text.replace(/"parsedBy": "[0-9a-f]{4}/, '"parsedBy": "0000')),
      {},
    ],
    [
      'by whoever does not say',
      (disk) => retouch(disk, network, (text) => text.replace(/"parsedBy": .*\n/, '')),
      {},
    ],
    ['in another layout', (disk) => rewrite(disk, network, (document) => document), {}],
  ])('are read again where they were written %s', async (_who, change, options) => {
    const disk = await closed();
    const content = contentOf((await bench(disk, {}, 100).open()).network);
    change(disk);
    const { read, store } = await readOnOpening(disk, options);
    expect(read).toEqual(expect.arrayContaining(['ana', 'ben']));
    expect(contentOf(store.network)).toBe(content);
  });

  it('are read again where the file was edited by hand, and the bad one is left out', async () => {
    const disk = await closed();
    for (const path of disk.paths()) if (/history|backups/.test(path)) disk.remove(path);
    disk.put(network, disk.text(network).replace('{"full":"Ana"}', '7'));
    const { read, store } = await readOnOpening(disk);
    expect(read).toEqual(expect.arrayContaining(['ana', 'ben']));
    expect(store.network.has('contacts', 'ana')).toBe(false);
    expect(store.notices.join()).toMatch(/checksum does not hold/);
  });

  it('are read again, one by one, where they have another id or a field named as a prototype is', async () => {
    const disk = await closed();
    retouch(disk, network, (text) =>
      text
        .replace('"ana": {"id":"ana"', '"ana": {"id":"eva"')
        .replace('"ben": {', '"ben": {"__proto__":{"polluted":true},'),
    );
    const { read, store } = await readOnOpening(disk);
    expect(read).toEqual(['eva', 'ben']);
    expect(store.network.has('contacts', 'ana')).toBe(false);
    expect(store.notices.join()).toMatch(/contacts ana: its id is another one\. It stays in the file/);
    expect(Reflect.get({ ...store.network.get('contacts', 'ben') }, 'polluted')).toBeUndefined();
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });
});

describe('a row that no schema understands', () => {
  it('is said at each opening, stays in the file, and keeps the others from being taken unread', async () => {
    const disk = await closed();
    rewrite(disk, network, ({ data, ...rest }) => ({
      ...rest,
      data: { ...data, notes: { n2: { id: 'n2', odd: true } } },
    }));
    for (const start of [100, 200]) {
      const b = bench(disk, {}, start);
      const store = await b.open();
      expect(store.notices.join()).toMatch(/notes n2: .*It stays in the file as it is/);
      await b.edit(store, 'contact.edit', { id: 'ben', place: `Bern ${start}` });
      await store.close();
      expect(disk.text(network)).toContain('"n2": {"id":"n2","odd":true}');
    }
    expect((await readOnOpening(disk)).read).toEqual(expect.arrayContaining(['ana', 'ben']));
  });
});

describe('fields and tables that nobody knows', () => {
  it('survive being taken as they are', async () => {
    const disk = await closed();
    retouch(disk, network, (text) =>
      text
        .replace('"ana": {', '"ana": {"shoe":{"size":[41]},')
        .replace('"data": {', '"colour": "blue",\n"data": {\n  "pets": {\n    "rex": {"id":"rex"}\n  },'),
    );
    const { read, store } = await readOnOpening(disk);
    expect(read).toEqual([]);
    const b = bench(disk, {}, 900);
    await b.edit(store, 'contact.edit', { id: 'ana', place: 'Bern' });
    await store.close();
    expect(JSON.parse(disk.text(network))).toMatchObject({
      colour: 'blue',
      data: { pets: { rex: { id: 'rex' } }, contacts: { ana: { shoe: { size: [41] }, place: 'Bern' } } },
    });
  });
});

describe('any network', () => {
  it('is the same whether its rows are taken as they are or read again', async () => {
    await fc.assert(
      fc.asyncProperty(steps(30), async (sequence) => {
        const disk = new SimulatedDisk();
        const store = await bench(disk).open();
        const copy = new Network();
        const context = testContext();
        await store.batch('w', 'x', 'b', async (write) => {
          for (const step of sequence) await write('x', takeStep(copy, step, context) ?? []);
        });
        await store.close();
        expect(disk.text(network)).toMatch(/^"parsedBy": "[0-9a-f]{32}",$/m);
        const taken = await bench(disk, {}, 500).open();
        const read = await bench(disk, { appVersion: '0.2.0' }, 500).open();
        expect(contentOf(taken.network)).toBe(contentOf(store.network));
        expect(contentOf(read.network)).toBe(contentOf(store.network));
        for (const table of tableNames) {
          for (const row of taken.network.all(table)) expect(Object.isFrozen(row)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });
});
