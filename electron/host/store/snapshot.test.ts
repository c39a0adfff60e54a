import { setImmediate as turn } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../../shared/json';
import { migrations } from '../../../shared/model/migrations/index';
import type { RawTables } from '../../../shared/model/migrations/migration';
import { Network, parseEntity } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import { SimulatedDisk } from './simulated-disk.testing';
import { FrozenView, judgeSnapshot } from './snapshot';
import type { Store } from './store';
import { bench, contentOf, dataFolder } from './store.testing';

const network = `${dataFolder}/network.json`;
const ids = ['ana', 'ben', 'cyd', 'dan', 'eve', 'fay'];
const contact = (id: string, place: string): JsonObject =>
  parseEntity('contacts', id, { id, name: { full: id }, place, createdAt: '2026-01-01T00:00:00.000Z' });

/** What makes the contact look like this, or takes it out, from whatever it is. */
function turning(present: Network, id: string, after: JsonObject | null): Patch[] {
  const before: JsonObject | null = present.get('contacts', id) ?? null;
  return [
    ...(before === null ? [] : [{ table: 'contacts' as const, id, before, after: null }]),
    ...(after === null ? [] : [{ table: 'contacts' as const, id, before: null, after }]),
  ];
}

function rowsOf(tables: Iterable<readonly [string, Iterable<readonly [string, JsonObject]>]>): RawTables {
  return new Map([...tables].map(([table, rows]) => [table, new Map(rows)]));
}

describe('a view of the network at one moment', () => {
  const edits = fc.array(
    fc.record({
      id: fc.constantFrom(...ids),
      place: fc.option(fc.constantFrom('Bern', 'Chur', 'Jena')),
      /** Taken out and put in again, or changed where it stands. */
      anew: fc.boolean(),
      rowsBefore: fc.nat({ max: 2 }),
    }),
    { maxLength: 14 },
  );

  it('stays what it was, once each, whatever is edited while it is read', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...ids)), edits, (there, sequence) => {
        const present = new Network();
        for (const id of there) present.load('contacts', id, contact(id, 'Basel'));
        const left: RawTables = new Map([['contacts', new Map([['odd', { id: 'odd', name: 7 }]])]]);
        const expected = rowsOf(new FrozenView(present, left).tables());

        const view = new FrozenView(present, left);
        const read = new Map<string, JsonObject[]>();
        for (const [table, rows] of view.tables()) {
          const queue = table === 'contacts' ? [...sequence] : [];
          let since = 0;
          for (const [id, row] of rows) {
            read.set(`${table}/${id}`, [...(read.get(`${table}/${id}`) ?? []), row]);
            since++;
            while (queue[0] !== undefined && queue[0].rowsBefore <= since) {
              const { id: edited, place, anew } = queue.shift()!;
              const was = present.get('contacts', edited);
              const patches =
                was !== undefined && place !== null && !anew
                  ? [
                      {
                        table: 'contacts' as const,
                        id: edited,
                        before: { place: was.place },
                        after: { place },
                      },
                    ]
                  : turning(present, edited, place === null ? null : contact(edited, place));
              view.note(patches);
              present.apply(patches);
              since = 0;
            }
          }
        }
        const wanted = [...expected].flatMap(([table, rows]) =>
          [...rows].map(([id, row]): [string, JsonObject[]] => [`${table}/${id}`, [row]]),
        );
        expect(new Map([...read].sort())).toEqual(new Map(wanted.sort()));
      }),
      { numRuns: 500 },
    );
  });

  it('shows what the network does not hold, but for what has come into its place since', () => {
    const present = new Network();
    present.load('contacts', 'ana', contact('ana', 'Basel'));
    const left: RawTables = new Map([
      [
        'contacts',
        new Map([
          ['ana', { id: 'ana', name: 7 }],
          ['odd', { id: 'odd', name: 7 }],
        ]),
      ],
      ['pets', new Map([['rex', { id: 'rex' }]])],
    ]);
    const shown = rowsOf(new FrozenView(present, left).tables());
    expect(shown.get('contacts')).toEqual(
      new Map<string, JsonObject>([
        ['ana', contact('ana', 'Basel')],
        ['odd', { id: 'odd', name: 7 }],
      ]),
    );
    expect(shown.get('pets')).toEqual(new Map([['rex', { id: 'rex' }]]));
  });
});

describe('a snapshot of many slices', () => {
  /** Enough text that its writing and copying takes several turns. */
  async function large(): Promise<{ disk: SimulatedDisk; b: ReturnType<typeof bench>; store: Store }> {
    const disk = new SimulatedDisk();
    const b = bench(disk);
    const store = await b.open();
    await store.batch('w', 'x', 'b', async (write) => {
      for (let at = 0; at < 500; at++) {
        await write('x', b.patches(store, 'contact.add', { id: `p${at}`, name: { full: 'n'.repeat(900) } }));
      }
    });
    return { disk, b, store };
  }

  it('shows one moment although edits are acknowledged between its slices', async () => {
    const { disk, b, store } = await large();
    const content = contentOf(store.network);
    const seq = store.seq;
    const state = { writing: true };
    let between = 0;
    const saving = store.snapshot().finally(() => {
      state.writing = false;
    });
    await turn();
    for (; state.writing && between < 100; between++) {
      await b.edit(store, 'contact.add', { id: `new${between}`, name: { full: 'New' } });
      await b.edit(store, 'contact.edit', { id: `p${499 - between}`, place: 'Chur' });
      await b.edit(store, 'contact.remove', { id: `p${200 - between}` });
      await turn();
    }
    await saving;
    expect(between).toBeGreaterThan(2);
    const then = new SimulatedDisk();
    for (const folder of ['/home', '/home/ada', dataFolder]) then.putFolder(folder);
    then.put(network, disk.bytes(network));
    const snapshot = await bench(then, {}, 5_000).open();
    expect(snapshot.seq).toBe(seq);
    expect(contentOf(snapshot.network)).toBe(content);
    expect(contentOf((await bench(disk, {}, 9_000).open()).network)).toBe(contentOf(store.network));
  });

  it('is copied into a backup byte for byte, and not where it ends too soon', async () => {
    const { disk, store } = await large();
    const name = await store.backup('by hand');
    expect(disk.text(`${dataFolder}/backups/${name}`)).toBe(disk.text(network));
    const before = (await store.backups()).length;
    const whole = disk.text(network);
    disk.put(network, whole.slice(0, -200));
    await expect(store.backup('again')).rejects.toMatchObject({ code: 'damaged' });
    disk.put(network, whole);
    let reads = 0;
    disk.before = (operation, path) => {
      // Its end has been looked at; then it is cut off.
      if (operation === 'read' && path === network && ++reads === 3) disk.put(network, whole.slice(0, 1_000));
    };
    await expect(store.backup('again')).rejects.toMatchObject({ code: 'damaged' });
    disk.before = () => undefined;
    disk.remove(network);
    await expect(store.backup('again')).rejects.toThrow(/The backup could not be found/);
    expect(await store.backups()).toHaveLength(before);
  });
});

describe('the bytes of a snapshot', () => {
  it.each([
    ['', 'it is empty'],
    ['{}\n', 'its end is missing'],
    ['{},\n"checksum": "sha256-00"\n}\n', 'its checksum does not hold'],
  ])('%j are damaged: %s', async (text, why) => {
    expect(await judgeSnapshot(new TextEncoder().encode(text), migrations)).toEqual({
      state: 'damaged',
      why,
    });
  });
});
