/** A folder is what lies in it: mails that are a file each are read as one, and what else is there beside them. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from './fixtures';
import { begin, title } from './steps';

test('a folder of single mails comes in as one', async ({ person }, info) => {
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
});
