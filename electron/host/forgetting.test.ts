/** Forgetting for good on a real disk: every byte of the folder is looked through, after each backup was put back, too. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import type { Host, HostEvent } from '../../shared/contract';
import type { JsonObject } from '../../shared/json';
import { Contact } from '../../shared/model/entities/contact';
import type { TableName } from '../../shared/model/table-names';
import { openFolder } from './open-folder';

const client = 'c';
let folder: string;
let host: Host;
let events: HostEvent[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kithmap-forgetting-'));
  await open();
});
afterEach(async () => {
  await host.close();
  await rm(folder, { recursive: true, force: true });
});

async function open(): Promise<void> {
  const environment = {
    KITHMAP_TODAY: '2026-05-04',
    KITHMAP_NOW: '2026-05-04T09:00:00Z',
    TZ: 'Europe/Zurich',
  };
  const onFault = (error: unknown): void => {
    throw error;
  };
  host = hostOf(await openFolder({ folder, environment, appVersion: '1.0.0', onFault }));
  events = [];
  host.subscribe((event) => events.push(event));
}

async function edit(name: string, args: JsonObject): Promise<void> {
  await host.call('edit', { client, name, args });
}

/** Files of the folder in which something like this stands. */
async function filesWith(pattern: RegExp): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    if (pattern.test(await readFile(path, 'latin1'))) found.push(path.slice(folder.length));
  }
  return found;
}

const card = (name: string, email: string, more: JsonObject = {}): JsonObject => ({
  kind: 'contact',
  line: 1,
  key: `uid-${email}`,
  identity: [name],
  fields: { name: { full: name }, emails: [{ value: email }] },
  notes: [`${name} likes boats`],
  relations: [],
  ...more,
});

const mail = (at: number, day: string, from: string, to: string[]): JsonObject => ({
  kind: 'encounter',
  line: at,
  key: `mail-${at}`,
  sort: 'mail',
  channel: 'mail',
  day,
  title: `Letter ${at}`,
  participants: [
    { role: 'from', email: from, name: from },
    ...to.map((email) => ({ role: 'to', email, name: email })),
  ],
});

async function bring(
  format: 'vcard' | 'mail',
  items: JsonObject[],
): Promise<{ counts: Record<string, unknown>; skipped: (string | undefined)[] }> {
  const files = [{ name: `a ${format} file`, format }];
  const { import: id } = await host.call('importOpen', { client, files });
  await host.call('importAdd', { import: id, file: 0, items });
  const { rows } = await host.call('importReview', { import: id, kinds: ['skipped'] });
  const { counts } = await host.call('importCommit', { import: id });
  return { counts, skipped: rows.map(({ detail }) => detail) };
}

async function table(name: TableName): Promise<JsonObject[]> {
  const { tables } = await host.call('replica', {});
  return tables.flatMap((one) => (one.table === name ? one.rows : []));
}

const nameIn = ({ name }: JsonObject): string => Contact.shape.name.parse(name).full;

async function people(): Promise<string[]> {
  return (await table('contacts')).map(nameIn).filter((name) => name !== '');
}

const marks = /Marked|marked@|ana-x/;

async function withAna(): Promise<void> {
  await bring('vcard', [card('Ana Marked', 'marked@example.org'), card('Ben Boat', 'ben@example.org')]);
  await edit('contact.add', {
    id: 'ana-x',
    name: { full: 'Ana Marked-Two' },
    emails: [{ value: 'two@example.org' }],
  });
  await edit('contact.edit', { id: 'ana-x', cadenceDays: 7 });
  await edit('interaction.add', { with: ['ana-x'], day: '2026-01-02', channel: 'call' });
}

describe('forgetting somebody', () => {
  it('says first what would go, and who is named in what is written about others', async () => {
    await edit('contact.add', { id: 'ana-x', name: { full: 'Ana Marked' } });
    await edit('contact.add', { id: 'ben', name: { full: 'Ben Boat' } });
    await edit('tie.add', { id: 'tie', a: 'ana-x', b: 'ben' });
    await edit('note.add', { contact: 'ana-x', text: 'hers' });
    await edit('note.add', { contact: 'ben', text: 'Met through ana marked.' });
    await edit('interaction.add', { with: ['ana-x'], day: '2026-05-01', channel: 'call' });
    await edit('interaction.add', { with: ['ana-x', 'ben'], day: '2026-05-01', channel: 'meal' });
    const what = { kind: 'contact', contact: 'ana-x' } as const;
    expect(await host.call('forget', { what, remember: true, dry: true })).toEqual({
      done: false,
      goes: { interactions: 1, ties: 1, evidence: 1, promises: 0, notes: 1 },
      naming: ['ben'],
    });
    expect(await people()).toContain('Ana Marked');
    const nobody = { kind: 'contact', contact: 'nobody' } as const;
    await expect(host.call('forget', { what: nobody, remember: true })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('leaves no byte of them, in no backup either, and imports leave them out until that is lifted', async () => {
    await withAna();
    await host.call('week', {});
    await host.call('suggestions', {});
    await host.call('backup', {});
    const ids = (await table('contacts')).flatMap((one) =>
      /Marked/.test(nameIn(one)) ? [String(one['id'])] : [],
    );
    expect(ids).toHaveLength(2);
    expect(await filesWith(marks)).toEqual(expect.arrayContaining(['/lists.json', '/network.json']));
    for (const contact of ids) {
      await host.call('forget', { what: { kind: 'contact', contact }, remember: true });
    }
    const gone = new RegExp(`${marks.source}|two@example|${ids.join('|')}`);
    expect(await filesWith(gone)).toEqual([]);
    expect(events.filter(({ type }) => type === 'reload')).toHaveLength(2);
    expect(await people()).toEqual(['Ben Boat']);

    for (const { name } of (await host.call('backups', {})).backups) {
      await host.call('restore', { name });
      expect(await filesWith(gone)).toEqual([]);
      await host.close();
      await open();
      expect(await filesWith(gone)).toEqual([]);
    }
    const again = await bring('vcard', [
      card('Ana Marked', 'marked@example.org'),
      card('Cem Sea', 'cem@example.org', { relations: [{ kind: 'spouse', email: 'two@example.org' }] }),
    ]);
    expect(again.skipped).toEqual(['You forgot them for good.']);
    expect(await people()).not.toContain('Ana Marked');
    expect(await filesWith(gone)).toEqual([]);

    for (const { id } of await table('forgotten')) await edit('forgotten.lift', { id });
    await bring('vcard', [card('Ana Marked', 'marked@example.org')]);
    expect(await people()).toContain('Ana Marked');
  });

  it('leaves nothing of an introduction that a merge keeps for taking two apart again', async () => {
    for (const id of ['one', 'two', 'dan-x']) await edit('contact.add', { id, name: { full: `${id} Boat` } });
    await edit('introduction.add', {
      id: 'self',
      ...{ a: 'one', b: 'dan-x', by: 'two', stage: 'met' },
      confidentialText: 'Marked by a quarrel',
      history: [{ day: '2026-03-01', stage: 'met', note: 'Marked again' }],
    });
    await edit('contact.merge', { into: 'one', gone: 'two' });
    await host.call('backup', {});
    expect(await filesWith(/Marked/)).not.toEqual([]);
    const what = { kind: 'contact', contact: 'dan-x' } as const;
    await host.call('forget', { what, remember: false });
    expect(await filesWith(/Marked|dan-x/)).toEqual([]);
    for (const { name } of (await host.call('backups', {})).backups) {
      await host.call('restore', { name });
      expect(await filesWith(/Marked|dan-x/)).toEqual([]);
    }
  });

  it('leaves nothing of those who were only seen with others', async () => {
    const all = Array.from({ length: 10 }, (_, at) => `p${at}@example.org`);
    await bring(
      'vcard',
      all.map((address) => card(address, address, { notes: [] })),
    );
    await bring('mail', [mail(1, '2026-03-02', 'list-keeper@example.com', all)]);
    await host.call('backup', {});
    const contact = String((await table('contacts')).find((one) => nameIn(one) === all[3])?.['id']);
    const seen = new RegExp(`"${contact}"`);
    expect(await filesWith(seen)).not.toEqual([]);
    await host.call('forget', { what: { kind: 'contact', contact }, remember: false });
    expect(await filesWith(seen)).toEqual([]);
    for (const { name } of (await host.call('backups', {})).backups) {
      await host.call('restore', { name });
      expect(await filesWith(seen)).toEqual([]);
      expect(await filesWith(/"glimpses"/)).not.toEqual([]);
      expect(await people()).toContain(all[4]);
    }
  });

  it('keeps no digest where that is not wished, and never forgets me', async () => {
    await edit('me.set', {
      name: { full: 'Mara' },
      addresses: [{ kind: 'email', value: 'mara@example.org' }],
    });
    await withAna();
    await host.call('forget', { what: { kind: 'contact', contact: 'ana-x' }, remember: false });
    expect(await table('forgotten')).toEqual([]);
    const me = String((await table('settings'))[0]?.['me']);
    await expect(
      host.call('forget', { what: { kind: 'contact', contact: me }, remember: true }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('forgetting mails before a day', () => {
  it('takes what imports made of them, and leaves later ones and what was written by hand', async () => {
    await edit('me.set', {
      name: { full: 'Mara' },
      addresses: [{ kind: 'email', value: 'mara@example.org' }],
    });
    await bring('vcard', [card('Ana Sea', 'ana@example.org'), card('Ben Boat', 'ben@example.org')]);
    const all = ['2025-01-07', '2025-02-03', '2026-02-03', '2026-03-09'].map((day, at) =>
      mail(at + 1, day, 'mara@example.org', ['ana@example.org', 'ben@example.org']),
    );
    const first = await bring('mail', all);
    expect(first.counts).toMatchObject({ interactions: 4 });
    const ana = (await table('contacts')).find((one) => nameIn(one) === 'Ana Sea');
    await edit('interaction.add', {
      with: [String(ana?.['id'])],
      day: '2025-01-20',
      channel: 'mail',
      summary: 'by hand',
    });
    const what = { kind: 'mail', before: '2026-01-01' } as const;
    const { goes } = await host.call('forget', { what, remember: true });
    expect(goes).toMatchObject({ interactions: 2 });
    expect(await filesWith(/Letter [12]\b|2025-02-03/)).toEqual([]);
    const { interactions } = await host.call('interactions', { contact: String(ana?.['id']) });
    expect(interactions.map(({ summary }) => summary)).toEqual(['Letter 4', 'Letter 3', 'by hand']);
    const again = await bring('mail', all);
    expect(again.skipped).toEqual(Array(2).fill('You forgot mails from before 2026-01-01 for good.'));
    expect(again.counts).toMatchObject({ interactions: 0 });
    expect(await filesWith(/Letter [12]\b/)).toEqual([]);
  });
});

describe('taking the sample out', () => {
  it('leaves no trace of it, but what was changed in it', async () => {
    await edit('me.set', { name: { full: 'Mara' } });
    await host.call('loadSample', { client });
    await host.call('backup', {});
    await host.call('week', {});
    expect(await filesWith(/Signe Aurland/)).not.toEqual([]);
    const contacts = await table('contacts');
    const yaa = contacts.find((one) => nameIn(one).startsWith('Yaa Asantewaa'));
    await edit('contact.edit', { id: String(yaa?.['id']), place: 'Home' });
    const { kept } = await host.call('clearSample', { client });
    expect(kept.length).toBeGreaterThan(0);
    expect(await people()).toEqual(['Mara', expect.stringMatching(/^Yaa/)]);
    expect(await filesWith(/Signe Aurland/)).toEqual([]);
    await expect(host.call('clearSample', { client })).rejects.toMatchObject({ code: 'not-found' });
  });
});
