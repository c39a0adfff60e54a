/** A network that goes out whole and comes back. */
import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import type { Host } from '../../shared/contract';
import type { ImportCounts } from '../../shared/imports/answers';
import { kithmapReader, readKithmapExport } from '../../shared/formats/kithmap';
import { bytesOf, options } from '../../shared/formats/reading.testing';
import { testHost } from '../memory.testing';

async function exported(host: Host, confidential = true): Promise<string> {
  let piece = await host.call('export', { format: 'json', confidential });
  let text = piece.text;
  while (!piece.done) {
    piece = await host.call('export', { format: 'json', stream: piece.stream });
    text += piece.text;
  }
  return text;
}

async function bringIn(
  host: Host,
  file: string,
  commit = true,
): Promise<{ batch: string; note: string; counts: ImportCounts }> {
  const { client } = await host.call('hello', {});
  const files = [{ name: 'all.json', format: 'kithmap' as const }];
  const { import: id } = await host.call('importOpen', { client, files });
  const reader = kithmapReader(options);
  const items = [...reader.push(bytesOf(file)), ...reader.end()].map((item) => ({ ...item }));
  for (let at = 0; at < items.length; at += 2_000) {
    await host.call('importAdd', { import: id, file: 0, items: items.slice(at, at + 2_000) });
  }
  const { rows, counts } = await host.call('importReview', { import: id, kinds: ['note', 'skipped'] });
  const { batch } = commit ? await host.call('importCommit', { import: id }) : { batch: '' };
  return { batch, counts, note: rows.map(({ detail }) => detail).join('\n') };
}

/** What an export holds, without what says how it came in. */
const dataOf = (file: string) => {
  const { batches, ...data } = readKithmapExport(file);
  expect(batches).toBeDefined();
  return data;
};

/** A network that somebody began and put nobody into. */
async function begun(callers = 0): Promise<Host> {
  const host = hostOf(testHost().local);
  for (let i = 0; i < callers; i++) await host.call('hello', {});
  const { client } = await host.call('hello', {});
  const edit = (name: string, args: Record<string, unknown>) => host.call('edit', { client, name, args });
  await edit('me.set', { name: { full: 'Mara' }, addresses: [{ kind: 'email', value: 'mara@x.example' }] });
  return host;
}

describe('a whole network', () => {
  it('comes back as it went out, confidential texts and all, and can be taken back', async () => {
    // Ids are counted: I am another one here than there.
    const host = await begun(3);
    const { client } = await host.call('hello', {});
    await host.call('loadSample', { client });
    const edit = (name: string, args: Record<string, unknown>) => host.call('edit', { client, name, args });
    await edit('contact.add', { id: 'ana', name: { full: 'Ana' }, tags: ['choir'] });
    await edit('note.add', { id: 'secret', contact: 'ana', confidentialText: 'quetzal' });
    await edit('interaction.add', { id: 'i', channel: 'call', with: ['ana'], day: '2026-03-01' });
    await edit('commitment.add', { id: 'p', contact: 'ana', by: 'me', text: 'slides', interaction: 'i' });
    await edit('goal.add', { id: 'goal', text: 'Meet more people' });
    await edit('atlas.pin', { id: 'ana', x: 1.5, y: 2 });
    const file = await exported(host);

    const other = await begun();
    const before = dataOf(await exported(other));
    const { batch, note } = await bringIn(other, file);
    expect(note).toMatch(/^A whole network: .* 1 confidential text, plans, settings/);
    expect(dataOf(await exported(other))).toEqual(dataOf(file));

    // Once more, where people are now: nothing is new.
    const again = await bringIn(other, file, false);
    expect(again.counts).toMatchObject({
      new: 0,
      changed: 0,
      ties: 0,
      interactions: 0,
      possibleDuplicates: 0,
    });
    expect(again.counts.unchanged).toBeGreaterThan(1);

    const { client: me } = await other.call('hello', {});
    expect((await other.call('undoBatch', { client: me, batch })).kept).toEqual([]);
    expect(dataOf(await exported(other))).toEqual(before);
  });

  it('gives people and ties alone to a network that has people', async () => {
    const host = await begun();
    const { client } = await host.call('hello', {});
    const edit = (name: string, args: Record<string, unknown>) => host.call('edit', { client, name, args });
    await edit('contact.add', { id: 'ana', name: { full: 'Ana' } });
    await edit('goal.add', { id: 'goal', text: 'Meet more people' });
    const file = await exported(host);
    const other = await begun();
    const there = await other.call('hello', {});
    await other.call('edit', {
      client: there.client,
      name: 'contact.add',
      args: { id: 'x', name: { full: 'X' } },
    });
    await bringIn(other, file);
    const data = readKithmapExport(await exported(other));
    expect(JSON.stringify(data.contacts)).toContain('Ana');
    expect(data.goals).toEqual({});
  });

  it('leaves behind what is damaged, and what hangs on it, and says so', async () => {
    const host = await begun();
    const file = JSON.stringify({
      format: 'kithmap-export',
      version: 1,
      data: {
        contacts: {
          ana: { id: 'ana', name: { full: 'Ana' }, createdAt: '2026-05-01T10:00:00Z' },
          bad: { id: 'bad', name: 7 },
        },
        notes: {
          n: { id: 'n', contact: 'bad', text: 'x', at: '2026-05-01T10:00:00Z', day: '2026-05-01' },
        },
        interactions: { i: { id: 'i', day: '2026-05-01', channel: 'call', with: ['ana', 'bad'] } },
      },
    });
    const { note } = await bringIn(host, file);
    expect(note).toMatch(/Damaged, and left out: contacts bad/);
    expect(note).toMatch(/One of notes is left out/);
    const data = readKithmapExport(await exported(host));
    expect(Object.values(data.contacts ?? {}).map(({ name }) => name)).toMatchObject([
      { full: 'Mara' },
      { full: 'Ana' },
    ]);
    expect(data.interactions?.['i']).toMatchObject({ with: ['ana'] });
  });
});
