/**
 * What every carrier of the contract must do, whatever it carries calls with. A carrier's own test calls
 * `contractSuite` with how to reach a host through it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answerer, hostOf } from '../shared/answerer';
import { contract, type Host, type HostEvent, messageLimit, type Method } from '../shared/contract';
import type { JsonObject } from '../shared/json';
import type { LocalHost } from './host/host';
import { eventsOf } from './host/store.testing';
import { testHost, type TestHost } from './memory.testing';

export interface Carrier {
  /** Brings one more caller to the host. */
  connect(): Promise<Answerer>;
  /** Calls as somebody who was not let in would: must be refused, by an error or by no connection at all. */
  intrude?(): Promise<unknown>;
  /** Ends the host as its owner does, where that is more than ending the host itself. */
  end?(): Promise<void>;
  /** Ends what it started. */
  stop(): Promise<void>;
}

export interface CarrierOptions {
  /** Methods that this carrier answers by itself or refuses. */
  readonly refuses?: readonly Method[];
}

export function contractSuite(
  name: string,
  carry: (host: LocalHost) => Promise<Carrier>,
  { refuses = [] }: CarrierOptions = {},
): void {
  describe(`the contract over ${name}`, () => {
    let test: TestHost;
    let carrier: Carrier;

    beforeEach(async () => {
      test = testHost();
      carrier = await carry(test.local);
    });
    afterEach(async () => {
      await carrier.stop();
      await test.local.end('The test is over.');
      expect(test.faults).toEqual([]);
    });

    const caller = async (): Promise<Caller> => newCaller(await carrier.connect());

    it('greets every caller with a name of its own', async () => {
      const [one, two] = [await caller(), await caller()];
      expect(one.client).not.toBe(two.client);
      const hello = await one.host.call('hello', {});
      expect(hello).toMatchObject({ today: '2026-05-04', zone: 'Europe/Zurich', seq: 0, notices: [] });
    });

    it('runs a command, tells all callers in order, and answers after that', async () => {
      const [one, two] = [await caller(), await caller()];
      const { seq, answer } = await one.edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
      expect(answer).toEqual({ id: 'ana' });
      expect(eventsOf(one.events, 'edit').map((event) => event.seq)).toEqual([seq]);
      await one.edit('contact.edit', { id: 'ana', place: 'Basel' });
      await two.edit('contact.edit', { id: 'ana', place: 'Bern' });
      await two.host.call('hello', {});
      await one.host.call('hello', {});
      for (const { events, client } of [one, two]) {
        const edits = eventsOf(events, 'edit');
        expect(edits.map((event) => event.seq)).toEqual([1, 2, 3]);
        expect(edits.map((event) => event.client === client)).toEqual(
          client === one.client ? [true, true, false] : [false, false, true],
        );
      }
      expect(eventsOf(two.events, 'edit')[2]).toMatchObject({
        name: 'contact.edit',
        label: 'Change contact',
        patches: [{ table: 'contacts', id: 'ana', before: { place: 'Basel' }, after: { place: 'Bern' } }],
      });
    });

    it('says what a command would do without doing it', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('tie.add', { id: 'tie', a: 'ana', b: 'ben' });
      const { answer } = await one.host.call('tryOut', { name: 'contact.remove', args: { id: 'ana' } });
      expect(answer).toMatchObject({ removed: { contacts: ['ana'], ties: ['tie'] } });
      expect(test.store.network.has('contacts', 'ana')).toBe(true);
    });

    it('gives the replica, then its changes', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('interaction.add', { id: 'call', channel: 'call', with: ['ana'], day: '2026-05-01' });
      const first = await one.host.call('replica', {});
      expect(first).toMatchObject({ seq: 3, done: true, total: 3 });
      expect(first.summaries).toEqual([{ contact: 'ana', last: '2026-05-01', count: 1 }]);
      expect(first.tables.flatMap(({ rows }) => rows.map((row) => row['id']))).toEqual(['ana', 'ben']);
      await one.edit('contact.edit', { id: 'ben', place: 'Basel' });
      const { reload, edits } = await one.host.call('changes', { after: first.seq });
      expect(reload).toBe(false);
      expect(edits.map(({ seq }) => seq)).toEqual([4]);
      test.store.forgotten = 3;
      expect(await one.host.call('changes', { after: 1 })).toEqual({ reload: true, edits: [] });
    });

    it('gives details, interactions in pages, evidence and texts to search', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('note.add', { id: 'note', contact: 'ana', text: 'Sings in a choir' });
      await one.edit('tie.add', { id: 'tie', a: 'ana', b: 'ben' });
      for (const day of ['2026-01-03', '2026-01-01', '2026-01-02']) {
        await one.edit('interaction.add', { id: `on-${day}`, channel: 'mail', with: ['ana'], day });
      }
      const { tables } = await one.host.call('details', { contact: 'ana' });
      expect(tables.find(({ table }) => table === 'notes')?.rows).toMatchObject([{ id: 'note' }]);
      const page = await one.host.call('interactions', { contact: 'ana', limit: 2 });
      expect(page.interactions.map((row) => row['day'])).toEqual(['2026-01-03', '2026-01-02']);
      const rest = await one.host.call('interactions', { contact: 'ana', limit: 2, before: page.next });
      expect(rest.interactions.map((row) => row['day'])).toEqual(['2026-01-01']);
      expect(rest.next).toBeUndefined();
      expect((await one.host.call('evidence', { tie: 'tie' })).evidence).toMatchObject([{ kind: 'said' }]);
      expect((await one.host.call('searchTexts', {})).texts).toEqual([
        { contact: 'ana', note: 'note', text: 'Sings in a choir' },
      ]);
    });

    it('feeds the analysis and writes exports, piece by piece', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('tie.add', { id: 'tie', a: 'ana', b: 'ben' });
      const { messages, seq, done } = await one.host.call('feed', {});
      expect(messages.map(({ type }) => type)).toEqual(['load', 'load', 'load', 'loaded']);
      expect({ seq, done }).toEqual({ seq: 3, done: true });
      for (const format of ['json', 'vcard', 'csv', 'graphml'] as const) {
        expect((await one.host.call('export', { format })).text).toContain('ana');
      }
    });

    it('stages an import, reviews it, writes it as one batch, and finds it unchanged the next time', async () => {
      const one = await caller();
      const stage = async (): Promise<string> => {
        const opened = await one.host.call('importOpen', {
          client: one.client,
          files: [{ name: 'cards.vcf', format: 'vcard' }],
        });
        const items = [card('Ana Reyes', 1), card('Ben Okafor', 9)];
        await one.host.call('importAdd', { import: opened.import, file: 0, items });
        return opened.import;
      };
      const first = await stage();
      const review = await one.host.call('importReview', { import: first, limit: 1 });
      expect(review).toMatchObject({ counts: { new: 2, unchanged: 0 }, total: 2, hasTies: false });
      expect(review.rows).toHaveLength(1);
      expect(test.store.network.count('contacts')).toBe(0);
      const { batch, counts } = await one.host.call('importCommit', { import: first });
      expect(counts.new).toBe(2);
      expect([...test.store.network.all('contacts')].map(({ name }) => name.full)).toEqual([
        'Ana Reyes',
        'Ben Okafor',
      ]);
      const progress = eventsOf(one.events, 'progress').filter(({ job }) => job === first);
      expect(progress.at(-1)?.done).toBe(progress.at(-1)?.total);
      const again = await one.host.call('importReview', { import: await stage() });
      expect(again.counts).toMatchObject({ new: 0, unchanged: 2 });
      await one.host.call('undoBatch', { client: one.client, batch });
      expect(test.store.network.count('contacts')).toBe(0);
    });

    it('forgets a staged import that is cancelled', async () => {
      const one = await caller();
      const files = [{ name: 'cards.vcf', format: 'vcard' as const }];
      const opened = await one.host.call('importOpen', { client: one.client, files });
      await one.host.call('importCancel', { import: opened.import });
      const committed = one.host.call('importCommit', { import: opened.import });
      await expect(committed).rejects.toMatchObject({ code: 'not-found' });
    });

    it('keeps a confidential text to itself until it is asked to reveal it', async () => {
      const one = await caller();
      await one.add('ana');
      const secret = 'a marker that stands nowhere else';
      await one.edit('note.add', { id: 'note', contact: 'ana', confidentialText: secret });
      const heard = JSON.stringify([
        one.events,
        await one.host.call('replica', {}),
        await one.host.call('searchTexts', {}),
        await one.host.call('details', { contact: 'ana' }),
        await one.host.call('changes', { after: 0 }),
      ]);
      expect(heard).not.toContain(secret);
      const id = test.store.network.get('notes', 'note')?.confidential ?? '';
      expect(await one.host.call('reveal', { id })).toEqual({ text: secret });
    });

    it('lets each of two callers take back what it did, and says what stays', async () => {
      const [one, two] = [await caller(), await caller()];
      await one.add('ana');
      const mine = await one.edit('contact.edit', { id: 'ana', place: 'Basel', industry: 'Music' });
      const yours = await two.edit('contact.edit', { id: 'ana', place: 'Bern' });
      const undone = await one.host.call('undo', { client: one.client, seq: mine.seq });
      expect(undone.label).toBe('Undo: change contact');
      expect(undone.kept).toEqual([
        { table: 'contacts', id: 'ana', field: 'place', reason: 'changed-since' },
      ]);
      expect(test.store.network.get('contacts', 'ana')).toMatchObject({ place: 'Bern' });
      expect(test.store.network.get('contacts', 'ana')?.industry).toBeUndefined();
      await two.host.call('undo', { client: two.client, seq: yours.seq });
      expect(test.store.network.get('contacts', 'ana')?.place).toBe('Basel');
      const redone = await one.host.call('undo', { client: one.client, seq: undone.seq });
      expect(redone.label).toBe('Redo: change contact');
      expect(test.store.network.get('contacts', 'ana')?.industry).toBe('Music');
    });

    it('loads the sample as one batch, which goes as a whole', async () => {
      const one = await caller();
      const { batch } = await one.host.call('loadSample', { client: one.client });
      expect(test.store.network.count('contacts')).toBe(3);
      await one.host.call('hello', {});
      const numbers = eventsOf(one.events, 'edit').map(({ seq }) => seq);
      expect(numbers).toEqual(numbers.map((_, at) => at + 1));
      await expect(one.host.call('loadSample', { client: one.client })).rejects.toMatchObject({
        code: 'conflict',
      });
      const { kept } = await one.host.call('undoBatch', { client: one.client, batch });
      expect(kept).toEqual([]);
      expect(test.store.network.count('contacts')).toBe(0);
      expect(test.store.network.get('batches', batch)?.undoneAt).toBeDefined();
      await expect(one.host.call('undoBatch', { client: one.client, batch })).rejects.toMatchObject({
        code: 'conflict',
      });
    });

    it('makes, lists and restores backups', async () => {
      const one = await caller();
      await one.add('ana');
      const { name } = await one.host.call('backup', {});
      await one.add('ben');
      expect((await one.host.call('backups', {})).backups).toMatchObject([{ name, contacts: 1 }]);
      if (refuses.includes('restore')) {
        const refused = one.host.call('restore', { name });
        await expect(refused).rejects.toMatchObject({ code: 'unavailable' });
        return;
      }
      const { kept } = await one.host.call('restore', { name });
      expect(kept).not.toBe(name);
      expect(test.store.network.count('contacts')).toBe(1);
      await one.host.call('hello', {});
      expect(eventsOf(one.events, 'reload')).toHaveLength(1);
      await one.add('cem');
      await one.host.call('hello', {});
      expect(eventsOf(one.events, 'edit').at(-1)).toMatchObject({ name: 'contact.add' });
    });

    it('tells about the folder, the day and the end', async () => {
      const one = await caller();
      expect(await one.host.call('health', {})).toMatchObject({ ok: true });
      test.setDay('2026-05-05');
      expect((await one.host.call('hello', {})).today).toBe('2026-05-05');
      expect(eventsOf(one.events, 'day')).toEqual([{ type: 'day', today: '2026-05-05' }]);
      const closing = one.next('closing');
      await (carrier.end?.() ?? test.local.end('Kithmap was closed.'));
      expect(await closing).toMatchObject({
        reason: expect.stringContaining('Kithmap was closed.') as unknown,
      });
      await expect(one.host.call('hello', {})).rejects.toMatchObject({ code: 'unavailable' });
    });

    it('says what it cannot find', async () => {
      const one = await caller();
      const client = one.client;
      const failures = [
        () => one.host.call('replica', { stream: 'nowhere' }),
        () => one.host.call('searchTexts', { stream: 'nowhere' }),
        () => one.host.call('feed', { stream: 'nowhere' }),
        () => one.host.call('export', { format: 'json', stream: 'nowhere' }),
        () => one.host.call('details', { contact: 'nobody' }),
        () => one.host.call('interactions', { contact: 'nobody' }),
        () => one.host.call('evidence', { tie: 'none' }),
        () => one.host.call('reveal', { id: 'none' }),
        () => one.host.call('undo', { client, seq: 99 }),
        () => one.host.call('undoBatch', { client, batch: 'none' }),
        () => one.host.call('importAdd', { import: 'none', file: 0, items: [] }),
        () => one.host.call('importReview', { import: 'none' }),
        () => one.host.call('importCommit', { import: 'none' }),
        () => one.host.call('importCancel', { import: 'none' }),
        () => one.host.call('edit', { client, name: 'contact.remove', args: { id: 'nobody' } }),
      ];
      for (const failure of failures) {
        await expect(failure()).rejects.toMatchObject({ code: 'not-found', message: sentence });
      }
    });

    it.each(Object.keys(contract))('refuses malformed arguments of %s with a sentence', async (method) => {
      const answerer = await carrier.connect();
      const malformed = [null, [], 'text', 7, { unexpected: {} }, { client: '../etc', seq: 'x' }];
      for (const args of needsNothing.has(method) ? malformed.slice(0, 4) : malformed) {
        await expect(answerer.answer(method, args)).rejects.toMatchObject({
          code: 'bad-argument',
          message: expect.stringMatching(/\.$/),
        });
      }
    });

    it.each(['', 'nothing', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'hello ', 'HELLO'])(
      'refuses the unknown method "%s"',
      async (method) => {
        const answerer = await carrier.connect();
        await expect(answerer.answer(method, {})).rejects.toMatchObject({ code: 'unknown-method' });
      },
    );

    it('refuses prototypes in arguments and stays what it was', async () => {
      const answerer = await carrier.connect();
      const args: unknown = JSON.parse(
        '{"__proto__": {"polluted": true}, "id": "ana", "name": {"full": "Ana"}}',
      );
      const { client } = newCaller(answerer, 'c');
      await answerer.answer('edit', { client, name: 'contact.add', args }).catch(() => undefined);
      expect(Reflect.get({}, 'polluted')).toBeUndefined();
      for (const contact of test.store.network.all('contacts')) {
        expect(Reflect.get(contact, 'polluted')).toBeUndefined();
        expect(Object.hasOwn(contact, '__proto__')).toBe(false);
      }
    });

    it('refuses a message over the limit and answers the next one', async () => {
      const answerer = await carrier.connect();
      const args = { client: 'c', name: 'contact.add', args: { text: 'x'.repeat(messageLimit + 1) } };
      await expect(answerer.answer('edit', args)).rejects.toMatchObject({ code: 'too-large' });
      expect(await answerer.answer('hello', {})).toMatchObject({ seq: 0 });
    });

    it('lets a failure of ours be a sentence without its cause', async () => {
      const one = await caller();
      test.store.failure = new Error('secret path /home/somebody');
      const failure = one.edit('contact.add', { name: { full: 'Ana' } });
      await expect(failure).rejects.toMatchObject({ code: 'internal' });
      await expect(failure).rejects.not.toMatchObject({ message: expect.stringContaining('somebody') });
      expect(test.faults).toHaveLength(1);
      test.faults.length = 0;
    });

    it('refuses to write when the network is read-only', async () => {
      const one = await caller();
      test.store.readOnly = 'A newer Kithmap wrote this.';
      const failure = one.edit('contact.add', { name: { full: 'Ana' } });
      await expect(failure).rejects.toMatchObject({
        code: 'read-only',
        message: 'A newer Kithmap wrote this.',
      });
    });

    it('turns away who was not let in', async (context) => {
      if (carrier.intrude === undefined) {
        context.skip('a line in memory has no outside');
        return;
      }
      await expect(carrier.intrude()).rejects.toThrow();
      expect(test.store.network.count('contacts')).toBe(0);
    });
  });
}

const sentence: unknown = expect.stringMatching(/^[A-Z].*\.$/);
function card(name: string, line: number): JsonObject {
  return {
    kind: 'contact',
    line,
    key: `uid-${line}`,
    identity: [name],
    fields: { name: { full: name } },
    notes: [],
    relations: [],
  };
}

/** Methods of which every argument may be left out; unknown ones are passed over. */
const needsNothing = new Set(['replica', 'feed', 'searchTexts']);

interface Caller {
  readonly host: Host;
  readonly client: string;
  readonly events: HostEvent[];
  edit(name: string, args: object): Promise<{ seq: number; answer: unknown }>;
  add(...ids: string[]): Promise<void>;
  next(type: HostEvent['type']): Promise<HostEvent>;
}

function newCaller(answerer: Answerer, client: string): Caller;
function newCaller(answerer: Answerer): Promise<Caller>;
function newCaller(answerer: Answerer, client?: string): Caller | Promise<Caller> {
  const host = hostOf(answerer);
  const events: HostEvent[] = [];
  host.subscribe((event) => events.push(event));
  const make = (name: string): Caller => ({
    host,
    client: name,
    events,
    edit: (command, args) => host.call('edit', { client: name, name: command, args: { ...args } }),
    async add(...ids) {
      for (const id of ids) {
        await host.call('edit', { client: name, name: 'contact.add', args: { id, name: { full: id } } });
      }
    },
    next: (type) =>
      new Promise((resolve) => {
        const stop = host.subscribe((event) => {
          if (event.type !== type) return;
          stop();
          resolve(event);
        });
      }),
  });
  return client === undefined ? host.call('hello', {}).then((hello) => make(hello.client)) : make(client);
}
