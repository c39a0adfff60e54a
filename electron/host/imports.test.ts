/** Staged imports where they can go wrong: stopped, failing, and the network changing meanwhile. */
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import type { Host, HostEvent } from '../../shared/contract';
import type { JsonObject } from '../../shared/json';
import { letter } from '../../shared/imports/encounters.testing';
import { testHost, type TestHost } from '../memory.testing';
import { eventsOf } from './store.testing';

const card = (at: number): JsonObject => ({
  kind: 'contact',
  line: at,
  key: `uid-${at}`,
  identity: [`Person ${at}`],
  fields: { name: { full: `Person ${at}` } },
  notes: [],
  relations: [],
});

async function staged(
  count: number,
  options: Parameters<typeof testHost>[0] = {},
): Promise<{ test: TestHost; host: Host; id: string; events: HostEvent[] }> {
  const test = testHost(options);
  const host = hostOf(test.local);
  const events: HostEvent[] = [];
  host.subscribe((event) => events.push(event));
  const files = [{ name: 'cards.vcf', format: 'vcard' as const }];
  const { import: id } = await host.call('importOpen', { client: 'c', files });
  for (let from = 0; from < count; from += 1_000) {
    const items = Array.from({ length: Math.min(1_000, count - from) }, (_, at) => card(from + at + 1));
    const { received } = await host.call('importAdd', { import: id, file: 0, items });
    expect(received).toBe(from + items.length);
  }
  return { test, host, id, events };
}

describe('an import of mails that name none of my addresses', () => {
  const mails = ['ana', 'ben', 'cem'].map((who, at) => ({
    ...letter(`2026-04-0${at + 1}`, `${who}@x.org`, ['mara@y.org']),
  }));

  it('asks which is mine, and takes an answer, also that none is', async () => {
    const host = hostOf(testHost().local);
    const files = [{ name: 'a.mbox', format: 'mail' as const }];
    const { import: id } = await host.call('importOpen', { client: 'c', files });
    await host.call('importAdd', { import: id, file: 0, items: mails });
    const { asks } = await host.call('importReview', { import: id });
    expect(asks?.records).toBe(3);
    expect(asks?.candidates[0]).toEqual({ kind: 'email', value: 'mara@y.org', name: '', times: 3 });

    const none = await host.call('importReview', { import: id, noneMine: true });
    expect(none).toMatchObject({ counts: { new: 1, interactions: 0 } });
    expect(none.asks).toBeUndefined();
    expect((await host.call('importReview', { import: id })).asks).toBeUndefined();

    const addresses = [{ kind: 'email', value: 'mara@y.org' }];
    const ana = { name: { full: 'Ana' }, emails: [{ value: 'ana@x.org' }] };
    await host.call('edit', { client: 'c', name: 'me.set', args: { addresses } });
    await host.call('edit', { client: 'c', name: 'contact.add', args: ana });
    expect(await host.call('importReview', { import: id })).toMatchObject({
      counts: { new: 0, interactions: 1 },
    });
  });
});

describe('an import', () => {
  it('that is stopped while it is written leaves nothing, and tells nobody of an edit', async () => {
    const { test, host, id, events } = await staged(3_000);
    let cancelled: Promise<unknown> | undefined;
    host.subscribe(({ type }) => {
      if (type === 'progress') cancelled ??= host.call('importCancel', { import: id });
    });
    await expect(host.call('importCommit', { import: id })).rejects.toMatchObject({ code: 'cancelled' });
    await cancelled;
    expect(test.store.network.count('contacts')).toBe(0);
    expect(test.store.network.count('batches')).toBe(0);
    expect(eventsOf(events, 'edit')).toEqual([]);
    expect((await host.call('hello', {})).seq).toBe(0);
    await expect(host.call('importReview', { import: id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('that is stopped while it is compared writes nothing, and lets others be answered between its slices', async () => {
    let now = 0;
    // Every look at the clock finds that a slice's time is over.
    const { test, host, id, events } = await staged(3_000, { elapsed: () => (now += 1_000) });
    const commit = expect(host.call('importCommit', { import: id })).rejects.toMatchObject({
      code: 'cancelled',
    });
    expect((await host.call('hello', {})).seq).toBe(0);
    await host.call('importCancel', { import: id });
    await commit;
    expect(eventsOf(events, 'progress')).toEqual([]);
    expect(test.store.network.count('contacts')).toBe(0);
  });

  it('that fails on the disk leaves nothing and can be tried again', async () => {
    const { test, host, id } = await staged(10);
    test.store.failure = new Error('full');
    await expect(host.call('importCommit', { import: id })).rejects.toThrow();
    expect(test.store.network.count('contacts')).toBe(0);
    expect((await host.call('importCommit', { import: id })).counts.new).toBe(10);
    expect(test.store.network.count('contacts')).toBe(10);
  });

  it('is compared anew when the network changed after the review', async () => {
    const first = await staged(5);
    await first.host.call('importCommit', { import: first.id });
    const { host, test } = first;
    const files = [{ name: 'again.vcf', format: 'vcard' as const }];
    const { import: id } = await host.call('importOpen', { client: 'c', files });
    await host.call('importAdd', { import: id, file: 0, items: [card(1), card(2)] });
    expect((await host.call('importReview', { import: id })).counts).toMatchObject({ new: 0, unchanged: 2 });
    const [contact] = [...test.store.network.all('contacts')];
    await host.call('edit', { client: 'c', name: 'contact.remove', args: { id: contact?.id } });
    expect((await host.call('importReview', { import: id })).counts).toMatchObject({ new: 1, unchanged: 1 });
  });

  it('takes a backup first where there is something to lose', async () => {
    const { host, test, id } = await staged(2);
    await host.call('importCommit', { import: id });
    expect(await test.store.backups()).toEqual([]);
    const files = [{ name: 'more.vcf', format: 'vcard' as const }];
    const { import: more } = await host.call('importOpen', { client: 'c', files });
    await host.call('importAdd', { import: more, file: 0, items: [card(9)] });
    await host.call('importCommit', { import: more });
    expect(await test.store.backups()).toMatchObject([{ reason: 'before an import', contacts: 2 }]);
  });

  it('that changes nothing writes nothing', async () => {
    const { host, id } = await staged(2);
    await host.call('importCommit', { import: id });
    const { seq } = await host.call('hello', {});
    const files = [{ name: 'same.vcf', format: 'vcard' as const }];
    const { import: same } = await host.call('importOpen', { client: 'c', files });
    await host.call('importAdd', { import: same, file: 0, items: [card(1), card(2)] });
    expect((await host.call('importCommit', { import: same })).counts).toMatchObject({
      new: 0,
      unchanged: 2,
    });
    expect((await host.call('hello', {})).seq).toBe(seq);
  });

  it('refuses rows that no reader yields, files that it does not have, and work while it is written', async () => {
    const { host, id } = await staged(1_500);
    const rows = (items: JsonObject[], file = 0): Promise<unknown> =>
      host.call('importAdd', { import: id, file, items });
    await expect(rows([{ kind: 'something' }])).rejects.toMatchObject({ code: 'bad-argument' });
    await expect(rows([card(1)], 1)).rejects.toMatchObject({ code: 'bad-argument' });
    const commit = host.call('importCommit', { import: id });
    await new Promise<void>((resolve) => host.subscribe(({ type }) => type === 'progress' && resolve()));
    await expect(rows([card(1)])).rejects.toMatchObject({ code: 'busy' });
    await commit;
  });

  it('that is the ninth to be opened ends the oldest', async () => {
    const { host, id } = await staged(1);
    const files = [{ name: 'x.vcf', format: 'vcard' as const }];
    for (let count = 0; count < 8; count++) await host.call('importOpen', { client: 'c', files });
    await expect(host.call('importReview', { import: id })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('ends with the host', async () => {
    const { test, host, id } = await staged(3_000);
    const commit = expect(host.call('importCommit', { import: id })).rejects.toMatchObject({
      code: 'cancelled',
    });
    await new Promise<void>((resolve) => host.subscribe(({ type }) => type === 'progress' && resolve()));
    await test.local.end('Kithmap was closed.');
    await commit;
    expect(test.store.closed).toBe(true);
    expect(test.store.network.count('contacts')).toBe(0);
  });
});
