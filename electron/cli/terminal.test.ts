import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hostOf } from '../../shared/answerer';
import { memoryLine } from '../memory.testing';
import { TestTerminal } from './terminal.testing';

const connections = `Notes:
"made up"

First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ana,Silva,https://www.linkedin.com/in/ana,,Acme,Engineer,12 Mar 2021
Jo,Park,https://www.linkedin.com/in/jo,jo@example.org,Acme,,13 Mar 2021
`;
const cards = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jo Park\r\nUID:jo\r\nEMAIL:JO@example.org\r\nTEL:+41 44 668 18 00\r\nEND:VCARD\r\n`;

/** Two fours of people, all of whom know each other, with one person in between. */
const bow = ['a', 'b'].flatMap((side) => {
  const people = [1, 2, 3, 4].map((number) => `${side}${number}`);
  return [
    ...people.flatMap((one, at) => people.slice(at + 1).map((other) => `${one},${other}`)),
    `${side}1,mid`,
  ];
});

function desk(files: Record<string, string> = {}): {
  terminal: TestTerminal;
  path: (name: string) => string;
} {
  const terminal = new TestTerminal();
  const path = (name: string): string => join(terminal.folder, name);
  for (const [name, text] of Object.entries(files)) writeFileSync(path(name), text);
  return { terminal, path };
}

describe('kithmap import', () => {
  it('answers with numbers, and with nothing new the second time', async () => {
    const { terminal, path } = desk({ 'Connections.csv': connections });
    const first = await terminal.run('import', path('Connections.csv'), '--json');
    expect(first.exit).toBe(0);
    const { batch, ...answer } = first.json();
    expect(batch).toMatch(/./);
    expect(answer).toEqual({
      format: 'linkedin',
      new: 2,
      met: 0,
      changed: 0,
      unchanged: 0,
      kept: 0,
      keptBesides: 0,
      possibleDuplicates: 0,
      ties: 0,
      interactions: 0,
      others: 0,
      intended: 0,
      skipped: [],
    });
    const again = await terminal.run('import', path('Connections.csv'), '--json');
    expect(again.json()).toMatchObject({ batch: null, new: 0, changed: 0, unchanged: 2 });
    expect(again.exit).toBe(0);
    expect(terminal.test.store.network.count('batches')).toBe(1);
  });

  it('takes several files of several formats, and says the same in words', async () => {
    const { terminal, path } = desk({ 'c.csv': connections, 'p.vcf': cards });
    const ran = await terminal.run('import', path('c.csv'), path('p.vcf'));
    expect(ran).toMatchObject({ exit: 0, out: '2 new, 1 changed, 0 unchanged\n', said: [] });
  });

  it('writes nothing in a trial run', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    const ran = await terminal.run('import', path('c.csv'), '--dry-run', '--me', 'Mara', '--json');
    expect(ran.json()).toMatchObject({ batch: null, new: 2 });
    expect(terminal.test.store.entries).toEqual([]);
    expect(ran.said.join()).toMatch(/of --me only addresses/);
  });

  it('ends with 1 where rows want a look, and lists them with their lines', async () => {
    const { terminal, path } = desk({ 'c.csv': `${connections},,,,,,14 Mar 2021\n` });
    const ran = await terminal.run('import', path('c.csv'), '--json');
    expect(ran.exit).toBe(1);
    expect(ran.json()).toMatchObject({
      new: 2,
      skipped: [{ line: 7, reason: expect.any(String) as string }],
    });
    const inWords = await terminal.run('import', path('c.csv'));
    expect(inWords).toMatchObject({ exit: 1, out: '0 new, 0 changed, 2 unchanged, 1 row skipped\n' });
    expect(inWords.said[0]).toMatch(/^line 7: /);
  });

  it('ends with 0 where mails are left out as they should be, and with 1 where one cannot be read', async () => {
    const mail = (from: string, more = ''): string =>
      `From a@b.c Mon Mar  2 09:30:00 2026\nFrom: ${from}\nTo: me@x.org\nDate: Mon, 2 Mar 2026 10:30:00 +0100\nSubject: ${from}\n${more}\nx\n\n`;
    const box = mail('ana@x.org') + mail('news@x.org', 'List-Id: <n.x.org>\n') + mail('noreply@x.org');
    const { terminal, path } = desk({
      'a.mbox': box,
      'b.mbox': `${box}From a@b.c Mon Mar  2 09:30:00 2026\nSubject: from nobody\n\nx\n`,
    });
    const all = ['import', path('a.mbox'), '--me', 'me@x.org'];
    const ran = await terminal.run(...all);
    expect(ran).toMatchObject({ exit: 0, out: '0 new, 0 changed, 0 unchanged, 3 left out as intended\n' });
    expect(ran.said.join('\n')).toMatch(/2 rows are left out as intended: To a list/);
    expect((await terminal.run('import', path('b.mbox'))).exit).toBe(1);
    const { terminal: stranger, path: there } = desk({ 'a.mbox': box });
    const unknown = await stranger.run('import', there('a.mbox'), '--json');
    expect(unknown.exit).toBe(1);
    const reason: unknown = expect.stringMatching(/does not know yet which addresses/);
    expect(unknown.json()['skipped']).toContainEqual({ line: 1, count: 1, reason });
  });

  it('refuses with 2 more files than one import takes', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    const ran = await terminal.run('import', ...Array.from({ length: 1_001 }, () => path('c.csv')));
    expect(ran).toMatchObject({ exit: 2, out: '' });
    expect(ran.said.at(-1)).toMatch(/^These are 1001 files, and one import takes 1000\./);
  });

  it('refuses with 2 and a sentence what it cannot read, before anything is written', async () => {
    const { terminal, path } = desk({
      'c.csv': connections,
      'photo.bin': '\u0000\u0001\u0002 not a network',
    });
    for (const bad of ['photo.bin', 'missing.csv']) {
      const ran = await terminal.run('import', path('c.csv'), path(bad), '--json');
      expect(ran).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.at(-1)).toMatch(/\w.*\.$/);
    }
    expect(terminal.test.store.entries).toEqual([]);
  });

  it('knows me by a mail address and by a name', async () => {
    const { terminal, path } = desk({ 'p.vcf': cards, 'e.csv': 'source,target\nIda Me,Ben\n' });
    const { network } = terminal.test.store;
    await terminal.run('import', path('p.vcf'), '--me', 'jo@example.org');
    const me = network.get('settings', 'settings')?.me ?? '';
    expect(network.get('contacts', me)).toMatchObject({
      name: { full: 'Jo Park' },
      phones: [{ value: '+41 44 668 18 00' }],
    });
    expect(network.count('contacts')).toBe(1);
    await terminal.run('import', path('e.csv'), '--me', ' Ida  Me ');
    expect(network.get('contacts', me)?.name.full).toBe('Ida Me');
    expect([...network.all('ties')].some(({ a, b }) => a === me || b === me)).toBe(true);
    const seq = terminal.test.store.seq;
    await terminal.run('import', path('e.csv'), '--me', 'Ida Me');
    await terminal.run('import', path('e.csv'), '--me', 'JO@example.org');
    expect(terminal.test.store.seq).toBe(seq);
    await terminal.run('import', path('e.csv'), '--me', 'linkedin.com/in/jo-park', '--me', 'jo@work.example');
    expect([...network.all('myAddresses')].map(({ kind, value }) => `${kind} ${value}`)).toEqual([
      'email jo@example.org',
      'url linkedin.com/in/jo-park',
      'email jo@work.example',
    ]);
  });

  it('takes a contact of my name for me, and asks where several have it', async () => {
    const { terminal, path } = desk({
      'c.csv': connections,
      'd.csv': connections.replaceAll('/in/', '/in/other-').replace('jo@', 'other@'),
    });
    const { network } = terminal.test.store;
    await terminal.run('import', path('c.csv'));
    expect((await terminal.run('import', path('c.csv'), '--me', 'Ana Silva')).exit).toBe(0);
    const me = network.get('settings', 'settings')?.me ?? '';
    expect(network.get('contacts', me)?.organisations[0]?.name).toBe('Acme');
    expect(network.count('contacts')).toBe(2);
    await terminal.run('import', path('d.csv'));
    expect((await terminal.run('import', path('c.csv'), '--me', 'Jo Park')).said.at(-1)).toMatch(
      /Several people/,
    );
  });

  it('reads lists of ties with their companion, their times, and from a pipe', async () => {
    const { terminal, path } = desk({
      'e.csv': 'source,target\n0,1\n1,0\n',
      'n.csv': 'id,name\n0,Ana\n1,Ben\n',
      'p.vcf': cards,
      't.csv': 'source,target,time\n0,1,1\n0,1,1\n0,1,2\n',
    });
    const { network } = terminal.test.store;
    await terminal.run('import', path('e.csv'), '--nodes', path('n.csv'));
    expect([...network.all('contacts')].map(({ name }) => name.full)).toEqual(['Ana', 'Ben']);
    await terminal.run('import', path('t.csv'), '--time-unit', 'days', '--time-origin', '2020-01-01');
    const days = [...network.all('evidence')].flatMap(({ day, count }) =>
      day === undefined ? [] : [[day, count]],
    );
    expect(days).toEqual([
      ['2020-01-02', 2],
      ['2020-01-03', 1],
    ]);
    terminal.piped = 'source,target\nQ,R\n';
    expect((await terminal.run('import', '-', '--guessed', '--json')).json()).toMatchObject({
      new: 2,
      ties: 1,
    });
    expect([...network.all('ties')].at(-1)?.state).toBe('inferred');
    const noList = await terminal.run('import', path('p.vcf'), '--nodes', path('n.csv'));
    expect(noList.exit).toBe(2);
  });

  it('stops when asked to, and keeps nothing', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    terminal.stop.abort();
    expect((await terminal.run('import', path('c.csv'))).exit).toBe(2);
    expect(terminal.test.store.entries).toEqual([]);
  });

  it('stops also when the file is read and nothing is written yet', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    terminal.onProgress = (text) => {
      if (text.startsWith('Comparing')) terminal.stop.abort();
    };
    const ran = await terminal.run('import', path('c.csv'));
    expect(ran).toMatchObject({ exit: 2, out: '', said: [expect.stringMatching(/was stopped/)] });
    expect(terminal.test.store.entries).toEqual([]);
  });
});

const AnalyzeReport = z.object({
  scope: z.record(z.string(), z.unknown()),
  contacts: z.array(
    z.looseObject({
      id: z.string(),
      name: z.string(),
      betweenness: z.number().nullable(),
      betweennessNormalized: z.number().nullable(),
    }),
  ),
  ties: z.array(
    z.looseObject({ a: z.string(), b: z.string(), betweenness: z.number(), bridge: z.boolean() }),
  ),
  clusters: z.array(
    z.looseObject({ id: z.string(), name: z.string(), size: z.int(), members: z.array(z.string()) }),
  ),
  modularity: z.number(),
  gaps: z.array(z.unknown()),
  cutTies: z.array(z.unknown()),
});

describe('kithmap analyze', () => {
  it('says who connects, which groups there are and the numbers behind them', async () => {
    const { terminal, path } = desk({ 'e.csv': `source,target\n${bow.join('\n')}\n` });
    await terminal.run('import', path('e.csv'));
    const ran = await terminal.run('analyze', '--json', '--at', '2026-05-04');
    expect(ran.exit).toBe(0);
    const report = AnalyzeReport.parse(ran.json());
    expect(report.scope).toMatchObject({
      people: 9,
      ties: 14,
      withMe: false,
      guessed: 0,
      asOf: '2026-05-04',
    });
    expect(report.clusters.map(({ size }) => size)).toEqual([5, 4]);
    expect(report.clusters.flatMap(({ members }) => members).sort()).toEqual(
      report.contacts.map(({ id }) => id).sort(),
    );
    const middle = report.contacts.find(({ name }) => name === 'mid');
    expect(middle).toMatchObject({
      betweenness: 16,
      degree: 2,
      constraint: 0.5,
      effectiveSize: 2,
      cutPerson: true,
      state: 'unknown',
      warmth: null,
    });
    expect(middle?.betweennessNormalized).toBeCloseTo(16 / 28);
    expect(report.cutTies).toHaveLength(2);
    expect(report.ties.filter(({ bridge }) => bridge)).toHaveLength(2);
    expect(report.modularity).toBeGreaterThan(0.3);
    const words = (await terminal.run('analyze')).out;
    expect(words).toMatch(/9 people, 14 ties/);
    expect(words).toMatch(/Cooling\n {2}Nobody/);
  });

  it('leaves me out unless asked, and guesses by what is asked', async () => {
    const { terminal, path } = desk({
      'e.csv': 'source,target\nMe,Ana\nMe,Ben\n',
      'g.csv': 'source,target\nAna,Ben\n',
    });
    await terminal.run('import', path('e.csv'), '--me', 'Me');
    await terminal.run('import', path('g.csv'), '--guessed');
    const scope = async (...args: string[]): Promise<unknown> =>
      (await terminal.run('analyze', '--json', ...args)).json()['scope'];
    expect(await scope()).toMatchObject({ people: 2, ties: 1, guessed: 1, guessedLeftOut: 0 });
    expect(await scope('--known-only')).toMatchObject({ people: 2, ties: 0, guessed: 0, guessedLeftOut: 1 });
    expect(await scope('--all-guesses')).toMatchObject({ people: 2, ties: 1, guessed: 1 });
    expect(await scope('--with-me', '--known-only')).toMatchObject({ people: 3, ties: 2, withMe: true });
    expect((await terminal.run('analyze', '--known-only', '--all-guesses')).exit).toBe(2);
    expect((await terminal.run('analyze', '--resolution', '0')).exit).toBe(2);
    expect((await terminal.run('analyze', '--seed', '1.5')).exit).toBe(2);
  });

  it('says that a star has nothing to measure', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    await terminal.run('import', path('c.csv'));
    expect((await terminal.run('analyze')).out).toMatch(
      /Nothing is recorded about who among them knows whom/,
    );
  });
});

describe('kithmap export', () => {
  it('writes a file whole, in place of one that was there', async () => {
    const { terminal, path } = desk({ 'c.csv': connections, 'out.json': 'old' });
    await terminal.run('import', path('c.csv'));
    const ran = await terminal.run('export', '--format', 'json', '-o', path('out.json'), '--json');
    expect(ran).toMatchObject({ exit: 0 });
    expect(ran.json()).toMatchObject({ file: path('out.json'), format: 'json' });
    expect(readFileSync(path('out.json'), 'utf8')).toMatch(/Ana/);
    expect(readdirSync(terminal.folder).filter((name) => name.startsWith('.'))).toEqual([]);
    expect((await terminal.run('export', '--format', 'vcard')).out).toMatch(/BEGIN:VCARD/);
  });

  it('refuses a place where it cannot write, and leaves nothing behind', async () => {
    const { terminal, path } = desk();
    mkdirSync(path('folder'));
    expect((await terminal.run('export', '--format', 'csv', '-o', path('folder'))).exit).toBe(2);
    expect((await terminal.run('export', '--format', 'csv', '-o', path('none/x.csv'))).said.at(-1)).toMatch(
      /folder is not there/,
    );
    expect(readdirSync(terminal.folder)).toEqual(['folder']);
    expect((await terminal.run('export', '--format', 'pdf')).exit).toBe(2);
    expect((await terminal.run('export')).exit).toBe(2);
  });

  it('takes along whom and what it is told to', async () => {
    const { terminal, path } = desk();
    const host = hostOf(memoryLine(terminal.test.local));
    const { client } = await host.call('hello', {});
    const edit = (name: string, args: Record<string, unknown>) => host.call('edit', { client, name, args });
    await edit('contact.add', { id: 'ana', name: { full: 'Ana' }, tags: ['Choir'], place: 'Bern' });
    await edit('contact.add', { id: 'ben', name: { full: 'Ben' } });
    await edit('note.add', { id: 'n', contact: 'ana', confidentialText: 'quetzal' });
    const csv = async (...options: string[]) => (await terminal.run('export', 'csv', ...options)).out;
    expect(await csv('--people', 'ben')).not.toContain('Ana');
    expect(await csv('--tag', 'choir')).toMatch(/Ana.*Bern/);
    expect(await csv('--tag', 'choir')).not.toContain('Ben');
    expect(await csv('--fields', 'names')).not.toContain('Bern');
    const refused = await terminal.run('export', 'csv', '--group', 'Rowers');
    expect(refused).toMatchObject({
      exit: 2,
      said: [expect.stringMatching(/no group “Rowers”. Groups are found once/)],
    });
    expect((await terminal.run('export', 'csv', '--fields', 'shoes')).said.at(-1)).toMatch(
      /names, addresses/,
    );
    expect((await terminal.run('export', 'csv', '--confidential')).said.at(-1)).toMatch(/own JSON alone/);
    expect((await terminal.run('export', 'json')).out).not.toContain('quetzal');
    const told = await terminal.run('export', 'json', '--confidential', '--out', path('all.json'));
    expect(told.said.at(-1)).toMatch(/Confidential texts are in it/);
    expect(readFileSync(path('all.json'), 'utf8')).toContain('quetzal');
  });

  it('writes notes into a new folder, and into none where somebody wrote', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    await terminal.run('import', path('c.csv'));
    const ran = await terminal.run('export', 'markdown', '--out', path('notes'), '--json');
    expect(ran.exit).toBe(0);
    expect(readdirSync(path('notes')).sort()).toEqual(['Kithmap.md', 'People']);
    const again = await terminal.run('export', 'markdown', '--out', path('notes'));
    expect(again).toMatchObject({ exit: 2, said: [expect.stringMatching(/is not empty/)] });
    expect((await terminal.run('export', 'markdown', '--out', path('c.csv'))).exit).toBe(2);
    expect((await terminal.run('export', 'markdown')).exit).toBe(2);
    expect(readdirSync(terminal.folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('writes a calendar of who is due, or one of the weekly review', async () => {
    const { terminal, path } = desk();
    const host = hostOf(memoryLine(terminal.test.local));
    const { client } = await host.call('hello', {});
    const add = (id: string, fields: Record<string, unknown>) =>
      host.call('edit', { client, name: 'contact.add', args: { id, name: { full: id }, ...fields } });
    await add('ana', { cadenceDays: 30 });
    const due = await terminal.run('export', '--format', 'ics', '--at', '2026-05-20');
    expect(due).toMatchObject({ exit: 0, said: [] });
    expect(due.out).toMatch(/^BEGIN:VCALENDAR\r\n[^]*UID:due-ana@kithmap\r\n[^]*END:VCALENDAR\r\n$/);
    const ran = await terminal.run('export', '--format', 'ics', '--weekly', '-o', path('week.ics'), '--json');
    expect(ran.json()).toMatchObject({ file: path('week.ics'), format: 'ics', findings: [] });
    expect(readFileSync(path('week.ics'), 'utf8').match(/UID:.*/g)).toEqual(['UID:weekly-review@kithmap']);
  });

  it('finds a calendar without anybody worth a look, and a review of other forms out of place', async () => {
    const { terminal, path } = desk();
    for (const kind of [[], ['--weekly']]) {
      const ran = await terminal.run('export', '--format', 'ics', ...kind, '-o', path('x.ics'));
      expect(ran.exit).toBe(1);
      expect(ran.said.at(-1)).toMatch(/^Nobody /);
      expect(readFileSync(path('x.ics'), 'utf8')).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/);
    }
    const refused = await terminal.run('export', '--format', 'csv', '--weekly', '-o', path('y.csv'));
    expect(refused).toMatchObject({ exit: 2, said: [expect.stringMatching(/--weekly is for calendars/)] });
    expect(existsSync(path('y.csv'))).toBe(false);
  });
});

describe('kithmap batches and undo-import', () => {
  it('lists what came in, opens one, and takes it back but for what was changed since', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    expect((await terminal.run('batches')).said).toEqual(['Nothing was imported yet.']);
    await terminal.run('import', path('c.csv'));
    const listed = await terminal.run('batches', '--json');
    expect(listed.json()['batches']).toMatchObject([{ label: 'c.csv' }]);
    const opened = await terminal.run('batches', 'latest');
    expect(opened.out.split('\n')[0]).toMatch(/^new {6}\S/);
    expect(opened.said.at(-1)).toMatch(/^c\.csv: \d+ contacts?, 0 ties, 0 interactions, 0 notes\.$/);
    const people = (await terminal.run('batches', 'latest', '--json')).json()['people'] as unknown;
    const [first] = z.array(z.object({ contact: z.string() })).parse(people);
    await terminal.give('contact.edit', { id: first?.contact, place: 'Bern' });
    const undone = await terminal.run('undo-import', 'latest');
    expect(undone).toMatchObject({
      exit: 0,
      said: [expect.stringMatching(/^c\.csv was taken back\. \d+ things? stayed/)],
    });
    expect([...terminal.test.store.network.all('contacts')].map(({ place }) => place)).toEqual(['Bern']);
    expect((await terminal.run('undo-import', 'latest')).exit).toBe(2);
    expect((await terminal.run('undo-import', 'nothing')).said.at(-1)).toMatch(/kithmap batches$/);
    expect((await terminal.run('batches')).out).toMatch(/taken back\n$/);
  });
});

describe('kithmap check, backup, restore, sample', () => {
  it('looks, keeps and puts back', async () => {
    const { terminal, path } = desk({ 'c.csv': connections });
    await terminal.run('import', path('c.csv'));
    expect((await terminal.run('check')).exit).toBe(0);
    const checked = (await terminal.run('check', '--json')).json();
    expect(checked).toMatchObject({ ok: true });
    const name = (await terminal.run('backup')).out.trim();
    expect((await terminal.run('restore')).out).toContain(name);
    expect((await terminal.run('restore', '--json')).json()).toHaveProperty('backups');
    expect((await terminal.run('restore', 'latest', '--json')).json()).toMatchObject({ restored: name });
    expect((await terminal.run('restore', 'no-such')).exit).toBe(2);
  });

  it('loads the sample into an empty network only', async () => {
    const { terminal } = desk();
    expect((await terminal.run('sample', '--json')).json()).toHaveProperty('batch');
    expect((await terminal.run('sample')).exit).toBe(2);
  });
});

describe('kithmap', () => {
  it('explains every command and option', async () => {
    const { terminal } = desk();
    const help = await terminal.run('--help');
    expect(help.exit).toBe(0);
    for (const name of ['import', 'analyze', 'export', 'check', 'backup', 'restore', 'sample']) {
      expect(help.out).toContain(name);
      const one = (await terminal.run(name, '--help')).out;
      for (const option of ['--data', '--at', '--json']) expect(one).toContain(option);
    }
    expect((await terminal.run('--version')).out).toBe('1.2.3\n');
  });

  it('refuses what it does not know, on the error output alone', async () => {
    const { terminal } = desk();
    for (const args of [
      ['fly'],
      ['import'],
      ['analyze', '--wings'],
      ['analyze', '--at', '2026-02-30'],
      ['backup', 'x'],
    ]) {
      const ran = await terminal.run(...args);
      expect(ran).toMatchObject({ exit: 2, out: '' });
      expect(ran.said.join('\n')).not.toBe('');
    }
  });

  it('does not make a folder that nobody asked to fill', async () => {
    const { terminal, path } = desk();
    const none = path('none');
    for (const name of ['analyze', 'check', 'backup', 'restore']) {
      const ran = await terminal.run(name, '--data', none);
      expect(ran.said.at(-1)).toContain(none);
      expect(ran.exit).toBe(2);
    }
    expect(existsSync(none)).toBe(false);
  });

  it('hands the day on to the host', async () => {
    const { terminal } = desk();
    await terminal.run('check', '--at', '2020-02-29');
    expect(terminal.opened.at(-1)?.environment).toMatchObject({ KITHMAP_TODAY: '2020-02-29' });
  });
});
