/**
 * Files that are several, or not as they should be: a folder of mails that are a file each, an archive of which a file is
 * damaged, a table that turns out late to be in a code page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { contactOf, exported, some } from '../shared/formats/monica.testing';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, chooseFiles, title } from './steps';

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 650 },
];

/** Monica's export, and cards that are damaged. */
function archive(): Uint8Array {
  const people = ['Nour', 'Rosa'].map((name) => contactOf(name, { first_name: name, last_name: 'Haddad' }));
  const bytes = zipSync({
    'monica.json': strToU8(exported([some('contact', ...people)])),
    'cards.vcf': strToU8(`BEGIN:VCARD\nFN:Ana\nNOTE:${'xyz'.repeat(99)}\nEND:VCARD\n`),
  });
  const from = Buffer.from(bytes).indexOf('cards.vcf') + 20;
  bytes.fill(0x5a, from, from + 8);
  return bytes;
}

/** Seventy kilobytes in ASCII, then a name in the Windows code page of Russian. */
function lateTable(): Uint8Array {
  const long = 'x'.repeat(700);
  const rows = Array.from({ length: 100 }, (_, at) => `Bo ${at},bo${at}@x.example,${long}\n`).join('');
  const name = Buffer.from('cde0e4e5e6e4e0', 'hex');
  return Buffer.concat([Buffer.from(`Name,Email,Notes\n${rows}`), name, Buffer.from(',n@x.example,\n')]);
}

test('a folder of single mails comes in as one, an archive as far as it is whole, a table in its letters', async ({
  person,
}, info) => {
  const folder = info.outputPath('Maildir');
  mkdirSync(join(folder, 'cur'), { recursive: true });
  for (let i = 0; i < 40; i++) {
    const [from, to] = i % 2 === 0 ? ['ana@x.example', 'me@x.example'] : ['me@x.example', 'ana@x.example'];
    const head = `From: ${i % 2 === 0 ? 'Ana Silva ' : ''}<${from}>\nTo: <${to}>\nDate: ${1 + (i % 28)} Mar 2026 10:${10 + i} +0000`;
    writeFileSync(join(folder, 'cur', `${i}:2,S`), `${head}\nSubject: About ${i}\n\nHello\n`);
  }
  writeFileSync(join(folder, 'cur', '40'), 'Subject: nobody wrote this\nMIME-Version: 1.0\n\n');
  writeFileSync(join(folder, 'ties.csv'), 'source,target\nBo Berg,Cem Aydin\n');

  await begin(person, 'Start empty');
  await person.keyboard.press('Control+k');
  await person.getByRole('combobox', { name: 'Find a person, or do something' }).fill('import a folder');
  const [dialog] = await Promise.all([
    person.waitForEvent('filechooser'),
    person.getByRole('option', { name: 'Import a folder' }).click(),
  ]);
  await dialog.setFiles(folder);
  await expect(title(person, 'What this import would do')).toBeVisible();
  await expect(person.getByText('41 mails')).toBeVisible();
  await expect(person.getByText('ties.csv')).toBeVisible();
  const yours = person.getByRole('region', { name: 'Which of these addresses are yours?' });
  await yours.getByRole('checkbox', { name: /^ana@x.example/ }).uncheck();
  await yours.getByRole('checkbox', { name: /^me@x.example/ }).check();
  await yours.getByRole('button', { name: 'This is mine' }).click();
  await expect(yours).toBeHidden();
  await person.getByRole('tab', { name: 'Left out' }).click();
  await expect(person.getByText('40: The mail does not say who wrote it.')).toBeVisible();

  const files = [join(folder, '..', 'a.zip'), join(folder, '..', 'late.csv')] as const;
  writeFileSync(files[0], archive());
  writeFileSync(files[1], lateTable());
  await chooseFiles(person, person.getByRole('button', { name: 'Add a file' }), [...files]);
  await expect(title(person, 'Which letters is late.csv written in?')).toBeVisible();
  await person.getByRole('combobox', { name: 'Letters' }).selectOption('Cyrillic (Windows)');
  await expect(person.getByText('Надежда,n@x.example')).toBeVisible();
  await picture(person, 'import-late-letters', { sizes });
  await person.getByRole('button', { name: 'Read it so' }).click();
  await expect(title(person, 'What this import would do')).toBeVisible();
  await expect(person.getByRole('alert')).toHaveText('Damaged in a.zip, and left out: cards.vcf.');
  await expect(person.getByText('monica.json')).toBeVisible();
  await picture(person, 'import-damaged-archive', { sizes });
  await person.getByRole('tab', { name: 'New' }).click();
  await expect(person.getByRole('cell', { name: 'Nour Haddad' })).toBeVisible();
});
