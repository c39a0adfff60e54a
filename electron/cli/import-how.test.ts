import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TestTerminal } from './terminal.testing';

function desk(files: Readonly<Record<string, string | Uint8Array>>): {
  terminal: TestTerminal;
  path: (name: string) => string;
} {
  const terminal = new TestTerminal();
  const path = (name: string): string => join(terminal.folder, name);
  for (const [name, content] of Object.entries(files)) writeFileSync(path(name), content);
  return { terminal, path };
}
const names = (terminal: TestTerminal): string[] =>
  [...terminal.test.store.network.all('contacts')].map(({ name }) => name.full).sort();

const club =
  'Who;Reach;Club;Paid\nAna Silva;ana@x.org;Chess;5\nBo Berg;bo@x.org;Rowing;6\nCem Aydin;cem@x.org;Chess;7\n';

it('asks for the columns of a table it does not know, takes them, and remembers them', async () => {
  const { terminal, path } = desk({
    'club.csv': club,
    'next.csv':
      'Who;Reach;Club;Paid\nDana Zulu;dana@x.org;Chess;8\nEva Ek;eva@x.org;Chess;9\nFay Ox;fay@x.org;Go;1\n',
  });
  const refused = await terminal.run('import', path('club.csv'));
  expect(refused.exit).toBe(2);
  expect(refused.said.join(' ')).toMatch(
    /columns are not known.*--map "Who=name,Reach=mail,Club=keep,Paid=keep"/,
  );
  const trial = await terminal.run('import', path('club.csv'), '--map', 'Who=name', '--dry-run', '--json');
  expect(trial.json()).toMatchObject({ new: 3 });
  expect((await terminal.run('import', path('next.csv'))).exit).toBe(2);

  const said = ['--map', 'who=name, Reach=mail', '--map', 'Club=tags,Paid=leave'];
  const ran = await terminal.run('import', path('club.csv'), ...said, '--json');
  expect(ran.json()).toMatchObject({ format: 'book', new: 3, skipped: [] });
  const [ana] = [...terminal.test.store.network.all('contacts')].filter(
    ({ name }) => name.full === 'Ana Silva',
  );
  expect(ana).toMatchObject({ tags: ['Chess'], emails: [{ value: 'ana@x.org' }], other: [] });
  expect((await terminal.run('import', path('club.csv'), '--json')).json()).toMatchObject({
    new: 0,
    unchanged: 3,
  });
  expect((await terminal.run('import', path('next.csv'), '--json')).json()).toMatchObject({ new: 3 });
  expect(terminal.test.store.network.count('importMappings')).toBe(1);
});

it('says what is wrong with a map', async () => {
  const { terminal, path } = desk({ 'club.csv': club, 'letter.txt': 'Dear Ana,\nhow are you?\nYours, Bo\n' });
  const saying = async (file: string, map: string): Promise<string> => {
    const ran = await terminal.run('import', path(file), '--map', map);
    expect(ran.exit).toBe(2);
    return ran.said.join(' ');
  };
  expect(await saying('club.csv', 'Who=shoe size')).toMatch(/is no Column=field. Fields are name, given/);
  expect(await saying('club.csv', 'What=name')).toMatch(/no column "What". The first row is: Who, Reach/);
  expect(await saying('club.csv', '#9=name')).toMatch(/no column "#9"/);
  expect(await saying('club.csv', 'Paid=note')).toMatch(/says who somebody is/);
  expect(await saying('letter.txt', 'Who=name')).toMatch(/is no table/);
  expect(terminal.test.store.network.count('importMappings')).toBe(0);
});

it('takes the first row for people where columns are numbered, and the letters that are said', async () => {
  const row = [0xcd, 0xe0, 0xe4, 0xff, 0x3b]; // Надя; in the code page of Russian
  const { terminal, path } = desk({
    'people.txt': new Uint8Array([...row, ...Buffer.from('7;n@x.org\nBo;8;bo@x.org\nAl;9;al@x.org\n')]),
  });
  const ran = await terminal.run(
    'import',
    path('people.txt'),
    '--map',
    '#1=name,#3=mail',
    '--letters',
    'windows-1251',
  );
  expect(ran.exit).toBe(0);
  expect(names(terminal)).toEqual(['Al', 'Bo', 'Надя']);
});

it('takes a file for what it is said to be', async () => {
  const { terminal, path } = desk({ 'ties.txt': 'Ana;Bo\nBo;Cem\n', 'note.txt': 'Dear Ana\n' });
  expect((await terminal.run('import', path('ties.txt'), '--as', 'edges', '--json')).json()).toMatchObject({
    ties: 2,
  });
  expect((await terminal.run('import', path('note.txt'), '--as', 'vcard')).said.join(' ')).toMatch(
    /holds no card/,
  );
});

it('reads lines in a code page, however late they come, by the letters that are said, and leaves those in UTF-8', async () => {
  const rows = Array.from({ length: 40 }, (_, at) => `Zoë ${at},zoe${at}@x.org,${'x'.repeat(2_000)}\n`);
  const late = Buffer.concat([
    Buffer.from(`Name,Email,Notes\n${rows.join('')}`),
    Buffer.from('cde0e4e5e6e4e0', 'hex'),
    Buffer.from(',n@x.org,\n'),
  ]);
  const { terminal, path } = desk({ 'late.csv': late });
  const guessed = await terminal.run('import', path('late.csv'), '--dry-run');
  expect(guessed.said.join(' ')).toMatch(/lines in a code page that nothing names.*say --letters/);
  expect((await terminal.run('import', path('late.csv'), '--letters', 'windows-1251')).exit).toBe(0);
  expect(names(terminal).at(-1)).toBe('Надежда');
  expect(names(terminal)).toContain('Zoë 39');
});
