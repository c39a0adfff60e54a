/** Edits, undo and batches through a host: what is taken back, what stays, and what callers hear of it. */
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import type { Host, HostEvent } from '../../shared/contract';
import type { JsonObject } from '../../shared/json';
import type { Patch } from '../../shared/model/patch';
import { parseEntity } from '../../shared/model/network';
import { testHost, type TestHost } from '../memory.testing';
import { eventsOf, memoryStore } from './store.testing';
import { SimulatedDisk } from './store/simulated-disk.testing';
import { bench, contentOf } from './store/store.testing';
import { undoLabel, Writing } from './writing';

const client = 'window';

interface Desk {
  readonly test: TestHost;
  readonly host: Host;
  readonly events: HostEvent[];
  edit(name: string, args: JsonObject): Promise<number>;
}

/** @param count how many people a sample brings that is loaded here. */
function desk(count = 3, options: Parameters<typeof testHost>[0] = {}): Desk {
  const people = Array.from({ length: count }, (_, at) => adding(`p${at}`));
  const test = testHost({ readSample: () => Promise.resolve(people), ...options });
  const host = hostOf(test.local);
  const events: HostEvent[] = [];
  host.subscribe((event) => events.push(event));
  const edit = async (name: string, args: JsonObject): Promise<number> =>
    (await host.call('edit', { client, name, args })).seq;
  return { test, host, events, edit };
}

const adding = (id: string): Patch => {
  const row = { id, name: { full: id }, createdAt: '2026-01-01T00:00:00.000Z' };
  return { table: 'contacts', id, before: null, after: { ...parseEntity('contacts', id, row) } };
};

/** Writes a batch as an import does. @returns its id. */
async function batchIn({ host, events }: Desk): Promise<string> {
  const { batch } = await host.call('loadSample', { client });
  events.length = 0;
  return batch;
}

describe('the label of an undo', () => {
  it('says what is taken back, and of an undo that it is done again', () => {
    expect(undoLabel('Add contact')).toBe('Undo: add contact');
    expect(undoLabel('Undo: add contact')).toBe('Redo: add contact');
    expect(undoLabel('Redo: add contact')).toBe('Undo: add contact');
  });
});

describe('a batch in several lines', () => {
  it('says of every edit but its last that more of it is on its way, also to whoever asks later', async () => {
    const one = desk(1_200);
    await one.host.call('loadSample', { client });
    await one.edit('contact.add', { id: 'ben', name: { full: 'Ben' } });
    const told = one.events.filter((event) => event.type === 'edit');
    const asked = (await one.host.call('changes', { after: 0 })).edits;
    for (const edits of [told, asked]) {
      const of = edits.filter(({ batch }) => batch !== undefined);
      expect(of.length).toBeGreaterThan(3);
      expect(of.map(({ more }) => more === true)).toEqual(of.map((_, i) => i < of.length - 1));
      expect(edits.at(-1)).not.toHaveProperty('more');
    }
  });
});

describe('an edit', () => {
  it('that changes nothing is not written, and nobody hears of it', async () => {
    const { host, events, edit } = desk();
    const seq = await edit('contact.add', { id: 'ana', name: { full: 'Ana' }, place: 'Bern' });
    const told = events.length;
    expect(await edit('contact.edit', { id: 'ana', place: 'Bern' })).toBe(seq);
    expect(events).toHaveLength(told);
    expect((await host.call('hello', {})).seq).toBe(seq);
  });
});

describe('undoing', () => {
  it('goes back and forth, and says which way', async () => {
    const { host, edit, test } = desk();
    const first = await edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    const undone = await host.call('undo', { client, seq: first });
    expect(undone.label).toBe('Undo: add contact');
    expect(test.store.network.has('contacts', 'ana')).toBe(false);
    const redone = await host.call('undo', { client, seq: undone.seq });
    expect(redone.label).toBe('Redo: add contact');
    expect(test.store.network.has('contacts', 'ana')).toBe(true);
  });

  it('what was taken back already writes nothing', async () => {
    const { host, edit, events } = desk();
    const seq = await edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    await host.call('undo', { client, seq });
    const told = eventsOf(events, 'edit').length;
    expect((await host.call('undo', { client, seq })).kept).toEqual([]);
    expect(eventsOf(events, 'edit')).toHaveLength(told);
  });

  it('one edit of an import takes the whole import back', async () => {
    const one = desk();
    await batchIn(one);
    const { seq } = one.test.store.entries[0]!;
    const { label, kept } = await one.host.call('undo', { client, seq });
    expect({ label, kept }).toEqual({ label: 'Undo: load the sample', kept: [] });
    expect(one.test.store.network.count('contacts')).toBe(0);
  });
});

describe.each([3, 1_200])('undoing an import of %i people', (count) => {
  it('takes back all of it but its record, which says so, and tells every caller each number', async () => {
    const one = desk(count);
    const batch = await batchIn(one);
    const { seq: before } = await one.host.call('hello', {});
    const { seq, kept } = await one.host.call('undoBatch', { client, batch });
    expect(kept).toEqual([]);
    const { network } = one.test.store;
    expect([network.count('contacts'), network.count('batches')]).toEqual([0, 1]);
    expect(network.get('batches', batch)?.undoneAt).toBe('2026-05-04T09:00:00.000Z');
    const edits = eventsOf(one.events, 'edit');
    expect(edits.map((event) => event.seq)).toEqual(
      Array.from({ length: seq - before }, (_, at) => before + at + 1),
    );
    expect(edits.flatMap(({ patches }) => patches)).toHaveLength(count + 1);
    for (const { patches } of edits) expect(patches.length).toBeLessThanOrEqual(500);
  });

  it('is refused the second time', async () => {
    const one = desk(count);
    const batch = await batchIn(one);
    await one.host.call('undoBatch', { client, batch });
    await expect(one.host.call('undoBatch', { client, batch })).rejects.toMatchObject({
      code: 'conflict',
      message: '"Sample network" has been taken back already.',
    });
  });

  it('keeps what was changed since, and says so', async () => {
    const one = desk(count);
    const batch = await batchIn(one);
    await one.edit('contact.edit', { id: 'p1', place: 'Bern' });
    const { kept } = await one.host.call('undoBatch', { client, batch });
    expect(kept).toEqual([{ table: 'contacts', id: 'p1', reason: 'changed-since' }]);
    expect([...one.test.store.network.all('contacts')].map(({ id }) => id)).toEqual(['p1']);
  });

  it('leaves all of it where the disk refuses, and can be tried again', async () => {
    const one = desk(count);
    const batch = await batchIn(one);
    one.test.store.failure = new Error('full');
    await expect(one.host.call('undoBatch', { client, batch })).rejects.toThrow();
    const { network } = one.test.store;
    expect(network.count('contacts')).toBe(count);
    expect(network.get('batches', batch)?.undoneAt).toBeUndefined();
    await one.host.call('undoBatch', { client, batch });
    expect(network.count('contacts')).toBe(0);
  });

  it('is itself undone as a whole', async () => {
    const one = desk(count);
    const batch = await batchIn(one);
    await one.host.call('undoBatch', { client, batch });
    const { label, seq } = one.test.store.entries.at(-1)!;
    expect(label).toBe('Undo: sample network');
    const { label: redone } = await one.host.call('undo', { client, seq });
    expect(redone).toBe('Redo: sample network');
    const { network } = one.test.store;
    expect([network.count('contacts'), network.get('batches', batch)?.undoneAt]).toEqual([count, undefined]);
  });
});

describe('undoing a large import', () => {
  /** Every look at the clock finds that a slice's time is over. */
  function hasty(count: number): Desk {
    let now = 0;
    return desk(count, { elapsed: () => (now += 1_000) });
  }

  it('lets others be answered meanwhile, which see the network as it was until it is written', async () => {
    const one = hasty(700);
    const batch = await batchIn(one);
    const { seq: before } = await one.host.call('hello', {});
    let done = false;
    const undoing = one.host.call('undoBatch', { client, batch }).finally(() => (done = true));
    for (let answered = 0; answered < 300; answered++) {
      await new Promise((resolve) => setImmediate(resolve));
      expect((await one.host.call('hello', {})).seq).toBe(before);
      expect(one.test.store.network.count('contacts')).toBe(700);
    }
    expect(done).toBe(false);
    await undoing;
    expect(one.test.store.network.count('contacts')).toBe(0);
  });

  it('lets an edit wait that comes meanwhile, and does not touch what it then changes', async () => {
    const one = hasty(700);
    const batch = await batchIn(one);
    const undoing = one.host.call('undoBatch', { client, batch });
    const edit = one.edit('contact.add', { id: 'p1', name: { full: 'Came in between' } });
    const [{ seq }, edited] = await Promise.all([undoing, edit]);
    expect(edited).toBeGreaterThan(seq);
    expect([...one.test.store.network.all('contacts')].map(({ name }) => name.full)).toEqual([
      'Came in between',
    ]);
    const seqs = eventsOf(one.events, 'edit').map((event) => event.seq);
    expect(seqs).toEqual([...seqs].sort((a, b) => a - b));
    expect(seqs.at(-1)).toBe(edited);
  });

  it('is told as it is written, also where each caller takes its time', async () => {
    const one = hasty(1_200);
    const batch = await batchIn(one);
    const { seq: before } = await one.host.call('hello', {});
    // Who says hello while it is told hears the rest of it.
    let heard: number[] | undefined;
    let from = 0;
    one.host.subscribe((event) => {
      if (event.type !== 'edit') return;
      if (heard === undefined) {
        heard = [];
        void one.host.call('hello', {}).then((hello) => (from = hello.seq));
      } else heard.push(event.seq);
    });
    const { seq } = await one.host.call('undoBatch', { client, batch });
    expect(from).toBe(before + 1);
    expect(heard).toEqual(Array.from({ length: seq - from }, (_, at) => from + at + 1));
  });
});

describe('undoing a large import on a disk', () => {
  it('is there as a whole after the next opening, or not at all where the disk fills up on the way', async () => {
    const disk = new SimulatedDisk();
    const b = bench(disk);
    const store = await b.open();
    const one = desk(1_200, { store });
    const batch = await batchIn(one);
    await store.backup('before the undo');
    const content = contentOf(store.network);
    disk.free = 300_000;
    await expect(one.host.call('undoBatch', { client, batch })).rejects.toMatchObject({ code: 'disk' });
    expect(disk.free).toBeLessThan(100_000);
    disk.free = Infinity;
    expect(contentOf(store.network)).toBe(content);
    const there = SimulatedDisk.after(disk.state(), () => 'kept');
    const failed = await bench(there, {}, 5_000).open();
    expect(contentOf(failed.network)).toBe(content);

    await one.host.call('undoBatch', { client, batch });
    expect(store.network.count('contacts')).toBe(0);
    const done = await bench(
      SimulatedDisk.after(disk.state(), () => 'lost'),
      {},
      9_000,
    ).open();
    expect(contentOf(done.network)).toBe(contentOf(store.network));
  });
});

describe('a write that is larger than what is kept at hand', () => {
  it('is told by one number that leaves a gap, so that everybody reads anew; an edit is told all the same', async () => {
    const one = desk(700);
    const batch = await batchIn(one);
    const { seq: before } = await one.host.call('hello', {});
    one.test.store.forgotten = Infinity;
    const { seq } = await one.host.call('undoBatch', { client, batch });
    expect(eventsOf(one.events, 'edit')).toMatchObject([
      { seq, client, name: 'undo', label: 'Undo: sample network', patches: [] },
    ]);
    expect(seq).toBeGreaterThan(before + 1);
    expect(await one.host.call('changes', { after: before })).toEqual({ reload: true, edits: [] });
    const edited = await one.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    expect(eventsOf(one.events, 'edit').at(-1)).toMatchObject({ seq: edited, patches: [{ id: 'ana' }] });
  });
});

describe('a batch without a record', () => {
  it('is taken back all the same', async () => {
    const { host, test } = desk();
    await test.store.batch('other', 'Restore', 'b1', (write) => write('restore', [adding('ana')]));
    await host.call('undoBatch', { client, batch: 'b1' });
    expect(test.store.network.count('contacts')).toBe(0);
    expect(test.store.entries.at(-1)?.label).toBe('Undo: import');
  });
});

describe('an import that is no longer kept', () => {
  it('cannot be taken back, and says why', async () => {
    const { host, edit, test } = desk();
    await edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    const row = { id: 'b9', label: 'old.csv', format: 'csv', at: '2020-01-01T00:00:00.000Z', counts: {} };
    test.store.network.load('batches', 'b9', row);
    await expect(host.call('undoBatch', { client, batch: 'b9' })).rejects.toThrow(
      'What this import did is no longer kept, so it cannot be taken back.',
    );
  });
});

describe('what a caller missed', () => {
  it('is told in order, with a number for all that it cannot see; or it reads anew', async () => {
    const one = desk();
    await batchIn(one);
    await one.edit('contact.edit', { id: 'p1', place: 'Bern' });
    const missed = async (after: number): Promise<[number, number][]> =>
      (await one.host.call('changes', { after })).edits.map(({ seq, patches }) => [seq, patches.length]);
    // The ends of a batch have numbers and change nothing.
    expect(await missed(0)).toEqual([
      [1, 0],
      [2, 4],
      [3, 0],
      [4, 1],
    ]);
    expect(await missed(4)).toEqual([]);
    expect(await one.host.call('changes', { after: 99 })).toEqual({ reload: true, edits: [] });
    one.test.store.forgotten = 3;
    expect(await one.host.call('changes', { after: 2 })).toEqual({ reload: true, edits: [] });
    expect(await missed(3)).toEqual([[4, 1]]);
  });
});

describe('a long look at the network', () => {
  function writing() {
    const store = memoryStore();
    let now = 0;
    let ids = 0;
    const clock = {
      now: () => new Date(),
      today: () => '2026-05-04',
      zone: 'Europe/Zurich',
      locale: 'en-GB',
    };
    // Every step takes a whole turn.
    const elapsed = (): number => (now += 10);
    const writes = new Writing({ store, clock, newId: () => `id-${++ids}`, tell: () => undefined, elapsed });
    const add = (id: string) => writes.edit(client, 'contact.add', { id, name: { full: id } }, false);
    const people = (): number => store.network.count('contacts');
    let looks = 0;
    /** Counts people at each of five steps. @param at what happens meanwhile */
    const look = (at: (step: number) => void = () => undefined): Promise<number[]> =>
      writes.beside(function* () {
        looks++;
        const seen: number[] = [];
        for (let step = 1; step <= 5; step++) {
          at(step);
          seen.push(people());
          yield;
        }
        return seen;
      });
    return { store, writes, add, look, people, looks: () => looks };
  }

  it('holds up no write, and begins anew after one', async () => {
    const { add, look, looks } = writing();
    const order: string[] = [];
    let written: Promise<unknown> | undefined;
    const seen = await look((step) => {
      if (step === 2) written ??= add('ana').then(() => order.push('written'));
    });
    order.push('seen');
    await written;
    expect(order).toEqual(['written', 'seen']);
    expect(seen).toEqual([1, 1, 1, 1, 1]);
    expect(looks()).toBe(2);
  });

  it('takes its turn among the writes where they keep coming', async () => {
    const { add, look, looks } = writing();
    const added: Promise<unknown>[] = [];
    const seen = await look((step) => {
      if (step === 2) added.push(add(`p${added.length}`));
    });
    await Promise.all(added);
    expect(added).toHaveLength(4);
    expect(looks()).toBe(4);
    // What was asked for during the last look waited for its end.
    expect(seen).toEqual([3, 3, 3, 3, 3]);
  });

  it('never sees a batch that is half written', async () => {
    const { store, writes, look, people } = writing();
    const halves: number[] = [];
    const importing = (fails: boolean): Promise<void> =>
      writes.alone(() =>
        store
          .batch(client, 'Import', 'b1', async (write) => {
            for (const id of ['ana', 'ben']) {
              await write('import', [adding(id)]);
              halves.push(people());
              await new Promise((resolve) => setTimeout(resolve));
            }
            if (fails) throw new Error('given up');
          })
          .then(() => undefined),
      );
    let imported: Promise<unknown> | undefined;
    const first = await look((step) => {
      if (step === 3) imported ??= importing(true).catch(() => undefined);
    });
    await imported;
    const [second] = await Promise.all([look(), importing(false)]);
    // The test is one only where somebody else could have seen half of it.
    expect(halves).toEqual([1, 2, 1, 2]);
    expect(first).toEqual([0, 0, 0, 0, 0]);
    expect([0, 2]).toContain(second[0]);
    expect(new Set(second).size).toBe(1);
  });

  it('that fails is told to whoever looked, and holds up nothing', async () => {
    const { writes, look } = writing();
    const broken = writes.beside(() => {
      throw new Error('there is nobody');
    });
    await expect(broken).rejects.toThrow('there is nobody');
    expect(await look()).toEqual([0, 0, 0, 0, 0]);
  });
});
