/**
 * What every carrier of the contract must do, whatever it carries calls with. A carrier's own test calls
 * `contractSuite` with how to reach a host through it.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Answerer, hostOf } from '../shared/answerer';
import { contract, type Host, type HostEvent, messageLimit, type Method } from '../shared/contract';
import type { JsonObject } from '../shared/json';
import type { LocalHost } from './host/host';
import { exportFormats } from '../shared/formats/export-formats';
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

    it('gives the list of the week and who is due, as of a day, and follows each edit', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('contact.edit', { id: 'ana', cadenceDays: 30 });
      await one.edit('interaction.add', { id: 'old', channel: 'call', with: ['ana'], day: '2026-03-01' });
      const week = await one.host.call('week', {});
      expect(week).toMatchObject({ from: '2026-05-04', to: '2026-05-10', limit: 5 });
      expect(week.contacts).toMatchObject([{ id: 'ana', state: 'open' }]);
      expect(await one.host.call('due', {})).toMatchObject({
        total: 1,
        due: [{ id: 'ana', due: '2026-03-31' }],
      });
      expect((await one.host.call('due', { day: '2026-03-30' })).total).toBe(0);
      await one.edit('interaction.add', { id: 'new', channel: 'call', with: ['ana'] });
      expect((await one.host.call('due', {})).total).toBe(0);
      expect((await one.host.call('week', {})).contacts).toMatchObject([{ id: 'ana', state: 'done' }]);
    });

    it('says who might care for something, before it is kept and after, and who had it', async () => {
      const one = await caller();
      await one.add('ana', 'ben', 'cy');
      for (const id of ['ana', 'ben']) await one.edit('contact.edit', { id, interests: ['birding'] });
      const asked = { title: 'A spring of birding' };
      const who = await one.host.call('whoCares', asked);
      expect(who).toMatchObject({ total: 2, leftOut: [], people: [{ why: 'Likes birding.' }, {}] });
      expect((await one.host.call('whoCares', { ...asked, limit: 1 })).people).toHaveLength(1);
      await one.edit('shareable.add', { id: 'article', ...asked });
      await one.edit('shareable.send', { id: 'article', contacts: ['ana'] });
      expect(await one.host.call('whoCares', { shareable: 'article', day: '2026-05-05' })).toMatchObject({
        people: [{ id: 'ben', draft: { subject: 'A spring of birding' } }],
        leftOut: [{ id: 'ana', why: 'Had it yesterday.' }],
      });
      const nobody = { people: [], total: 0, nobody: sentence };
      expect(await one.host.call('whoCares', { title: '' })).toMatchObject(nobody);
      await expect(one.host.call('whoCares', { shareable: 'gone' })).rejects.toMatchObject({
        code: 'not-found',
      });
      const long = { title: 'x', text: 'x'.repeat(1_000_000) };
      await expect(one.host.call('whoCares', long)).rejects.toMatchObject({ code: 'bad-argument' });
    });

    it('says who can help, whether to ask them now, what was asked, and who knows what I do', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      await one.edit('contact.edit', { id: 'ana', canHelpWith: ['grant writing'], circle: 'inner' });
      for (const day of ['2026-04-01', '2026-05-01'])
        await one.edit('interaction.add', { channel: 'call', with: ['ana'], day });
      await one.edit('note.add', { contact: 'ben', confidentialText: 'grant' });
      expect(await one.host.call('whoCanHelp', { need: 'a grant for the choir' })).toMatchObject({
        words: ['grant', 'choir'],
        total: 1,
        people: [
          { id: 'ana', why: 'Can help with “grant writing”.', moment: 'good', headline: 'A good moment' },
        ],
      });
      expect(await one.host.call('whoCanHelp', { need: 'of the' })).toEqual({
        words: [],
        people: [],
        total: 0,
      });
      await one.edit('request.add', { id: 'r', contact: 'ana', text: 'a look at the grant' });
      expect(await one.host.call('readiness', { contact: 'ana' })).toMatchObject({
        moment: 'not-yet',
        better: [{ act: { kind: 'write-answer', id: 'r' } }],
      });
      await expect(one.host.call('readiness', { contact: 'gone' })).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(await one.host.call('asked', {})).toMatchObject({ open: [{ id: 'r' }], thanks: [], past: [] });
      await one.edit('request.answer', { id: 'r', answer: 'yes' });
      expect(await one.host.call('asked', {})).toMatchObject({ open: [], thanks: [{ id: 'r' }] });
      expect((await one.host.call('whoKnows', {})).ought).toMatchObject([{ id: 'ana' }]);
      await one.edit('contact.bulk', { ids: ['ana'], knowsMyWork: '2026-05-04' });
      expect(await one.host.call('whoKnows', {})).toMatchObject({ ought: [], knows: [{ id: 'ana' }] });
    });

    it('counts the weeks against the goals that are set, and follows each edit', async () => {
      const one = await caller();
      expect(await one.host.call('weeks', {})).toEqual({ goals: [], weeks: [] });
      await one.add('ana');
      await one.edit('settings.change', { weekGoals: { contacts: 1 } });
      const now = async (): Promise<unknown> => (await one.host.call('weeks', {})).goals[0]?.weeks.at(-1);
      expect(await now()).toEqual({ value: 0, reached: false, text: '0' });
      await one.edit('interaction.add', { channel: 'call', with: ['ana'], day: '2026-05-04' });
      expect(await now()).toEqual({ value: 1, reached: true, text: '1' });
      const { goals, weeks } = await one.host.call('weeks', { day: '2026-05-12' });
      expect(weeks.at(-2)).toEqual({ from: '2026-05-04', to: '2026-05-10' });
      expect(goals[0]?.weeks.slice(-2).map(({ value }) => value)).toEqual([1, 0]);
    });

    it('gives the words of the day from the hour that was chosen', async () => {
      const one = await caller();
      expect(await one.host.call('digest', { hour: 23 })).toEqual({ due: false });
      await one.edit('settings.change', { digestHour: 9 });
      expect(await one.host.call('digest', { hour: 8 })).toEqual({ due: false });
      expect(await one.host.call('digest', { hour: 9 })).toEqual({ due: true });
      await one.add('ana');
      await one.edit('owed-reply.add', { contact: 'ana', since: '2026-05-01' });
      const text = '1 person this week: ana.';
      expect(await one.host.call('digest', { hour: 10 })).toEqual({ due: true, text });
    });

    it('gives warm paths to somebody, follows each edit, and says what would make one', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      const to = { kind: 'contact', id: 'ana' } as const;
      expect(await one.host.call('paths', { to })).toMatchObject({ paths: [], none: sentence });
      await one.edit('interaction.add', { id: 'call', channel: 'call', with: ['ben'], day: '2026-05-01' });
      await one.edit('tie.add', { id: 'tie', a: 'ana', b: 'ben' });
      const { paths, none } = await one.host.call('paths', { to });
      expect(paths).toMatchObject([{ contacts: [{}, { id: 'ben' }, { id: 'ana' }], hands: 1 }]);
      expect(none).toBeNull();
      expect((await one.host.call('paths', { to, avoid: ['ben'] })).paths).toEqual([]);
      expect((await one.host.call('paths', { to, day: '2026-04-30' })).paths).toEqual([]);
      for (const bad of [{ to, from: 'ana' }, { to: { kind: 'tag', value: 'choir' } as const }]) {
        await expect(one.host.call('paths', bad)).rejects.toMatchObject({ message: sentence });
      }
      await one.edit('contact.edit', { id: 'ana', archived: true });
      await expect(one.host.call('paths', { to })).rejects.toMatchObject({ code: 'conflict' });
    });

    it('suggests whom to bring together, the same all week, and never whom I decided about', async () => {
      const one = await caller();
      expect(await one.host.call('suggestions', {})).toMatchObject({ suggestions: [], none: sentence });
      await one.add('ana', 'ben', 'cem');
      for (const id of ['ana', 'ben', 'cem']) {
        await one.edit('interaction.add', { channel: 'call', with: [id], day: '2026-05-01' });
      }
      await one.edit('contact.edit', { id: 'ana', lookingFor: ['piano teacher'] });
      await one.edit('contact.edit', { id: 'ben', canHelpWith: ['piano lessons'] });
      const now = async (more = {}): Promise<string[]> =>
        (await one.host.call('suggestions', more)).suggestions.map(({ a, b }) => `${a.id} ${b.id}`);
      expect(await now()).toEqual(['ana ben']);
      expect(await now({ limit: 0 })).toEqual([]);
      expect(await now({ day: '2026-05-10' })).toEqual(['ana ben']);
      // Seen this week, it rests in the next; a glance at what is to come changes nothing.
      expect(await now({ day: '2026-05-12' })).toEqual([]);
      const { seq } = await one.edit('pair.never', { a: 'ben', b: 'ana' });
      expect(await now()).toEqual([]);
      await one.host.call('undo', { client: one.client, seq });
      expect(await now()).toEqual(['ana ben']);
      await expect(one.host.call('suggestions', { limit: 31 })).rejects.toMatchObject({
        code: 'bad-argument',
      });
    });

    it('tells how much is asked of people, and from when on they may be asked again', async () => {
      const one = await caller();
      await one.add('ana', 'ben');
      const contacts = ['ana', 'ben', 'gone'];
      expect(await one.host.call('load', { contacts })).toEqual({ limit: 1, loads: [] });
      await one.edit('request.add', { contact: 'ana', text: 'the visa' });
      await one.edit('settings.change', { askLimit: 2 });
      const { limit, loads } = await one.host.call('load', { contacts });
      expect(limit).toBe(2);
      expect(loads).toMatchObject([
        {
          contact: 'ana',
          text: expect.stringMatching(/^ana was asked once/) as string,
          freeFrom: null,
          asks: [{}],
        },
      ]);
      await expect(
        one.host.call('load', { contacts: Array.from({ length: 1_001 }, () => 'ana') }),
      ).rejects.toMatchObject({ code: 'bad-argument' });
    });

    it('answers who is where a plan leads to, and which introductions would reach the most', async () => {
      const one = await caller();
      await one.add('ana', 'ben', 'cem');
      await one.edit('plan.add', { id: 'plan', title: 'Ana to Basel', person: 'ana', places: ['Basel'] });
      expect(await one.host.call('plan', { plan: 'plan' })).toMatchObject({
        there: { people: [], inAll: 0 },
        proposals: [],
        none: sentence,
      });
      await one.edit('contact.edit', { id: 'ben', place: 'Basel, Switzerland' });
      for (const id of ['ana', 'ben', 'cem']) {
        await one.edit('interaction.add', { channel: 'call', with: [id], day: '2026-05-01' });
      }
      expect(await one.host.call('plan', { plan: 'plan' })).toMatchObject({
        there: { people: [{ id: 'ben', isMine: true, steps: null }], inAll: 1 },
        proposals: [{ a: { id: 'ana' }, b: { id: 'ben' }, by: null, meets: 1 }],
        none: null,
      });
      await one.edit('introduction.start', { a: 'ana', b: 'ben', plan: 'plan' });
      expect(await one.host.call('plan', { plan: 'plan' })).toMatchObject({ underWay: 1, proposals: [] });
      await expect(one.host.call('plan', { plan: 'gone' })).rejects.toMatchObject({ code: 'not-found' });
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
      await one.edit('contact.edit', { id: 'ana', cadenceDays: 30, birthday: '--05-05' });
      await one.edit('interaction.add', { channel: 'call', with: ['ana'], day: '2026-03-01' });
      for (const format of exportFormats) {
        expect((await one.host.call('export', { format })).text).toContain('ana');
      }
      const calendar = await one.host.call('export', { format: 'ics', day: '2026-06-01' });
      expect(calendar.text).toContain('DTSTART;VALUE=DATE:20260601');
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
        () => one.host.call('paths', { to: { kind: 'contact', id: 'nobody' } }),
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
const needsNothing = new Set([
  'replica',
  'feed',
  'searchTexts',
  'week',
  'due',
  'weeks',
  'whoCares',
  'suggestions',
  'duplicates',
  'guesses',
]);

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
