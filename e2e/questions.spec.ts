/** What a file does not say, a person does: what its columns hold and in which letters it is; archives are what is in them. */
import { strToU8, zipSync } from 'fflate';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, said, title, undoButton } from './steps';

const sizes = [
  { width: 1280, height: 800 },
  { width: 900, height: 650 },
];
const club = [
  'Who;Reach;Club;Joined;Sponsor',
  'Ana Silva;ana@example.org;Chess;12.03.2019;Ben Okoro',
  'Ben Okoro;ben@example.org;Rowing;04.05.2020;',
  'Cem Aydin;cem@example.org;Chess;30.11.2021;Ana Silva',
].join('\n');
const nextYear = club.replaceAll('Cem Aydin', 'Dana Zulu').replace('cem@', 'dana@');
/** A book in the code page of Central Europe. */
const czech = Buffer.concat([
  Buffer.from('Name,Email\n'),
  Buffer.from([0xd8, 0xe1, 0xe8, 0xe1, 0x6b]), // Řáčák
  Buffer.from(',racak@example.org\nJan,jan@example.org\n'),
]);
const archive = zipSync({
  'Basic/Connections.csv': strToU8(
    'Notes:\n\nFirst Name,Last Name,URL,Company,Connected On\nEva,Ek,https://www.linkedin.com/in/eva,Acme,12 Mar 2021\n',
  ),
  'Basic/Profile.csv': strToU8('First Name,Last Name,Headline\nMara,Lindqvist,\n'),
  'Basic/x.ics': strToU8('BEGIN:VCALENDAR\nEND:VCALENDAR\n'),
});

test('columns, letters and archives', async ({ person }) => {
  await begin(person, 'Import');
  const give = async (name: string, content: string | Uint8Array): Promise<void> => {
    const button = person.getByRole('button', { name: /^(?:Import files|Add a file)/ }).first();
    const [dialog] = await Promise.all([person.waitForEvent('filechooser'), button.click()]);
    await dialog.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  };

  await give('club.csv', club);
  await expect(title(person, 'What do the columns of club.csv hold?')).toBeVisible();
  const column = (name: string) => person.getByRole('combobox', { name: `What ${name} holds` });
  await expect(column('Who')).toHaveValue('name');
  await expect(column('Reach')).toHaveValue('mail');
  const people = person.getByRole('listitem').filter({ hasText: 'Ana Silva' });
  await expect(people.first()).toContainText('Club: Chess');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'columns', { sizes });
  await column('Club').selectOption('Tags');
  await expect(people.first()).toContainText('#Chess');
  await column('Sponsor').selectOption('Leave out');
  await expect(person.getByText('Sponsor: Ben Okoro')).toBeHidden();
  // Without anything that says who somebody is, there is nothing to read.
  await column('Who').selectOption('Leave out');
  await column('Reach').selectOption('Leave out');
  await expect(person.getByRole('button', { name: 'Read it so' })).toBeDisabled();
  await column('Who').selectOption('Full name');
  await column('Reach').selectOption('Mail address');
  await person.getByRole('switch', { name: 'The first row names the columns' }).click();
  await expect(person.getByRole('columnheader', { name: 'Column 1' })).toBeVisible();
  await person.getByRole('switch', { name: 'The first row names the columns' }).click();
  await person.getByRole('button', { name: 'Read it so' }).click();
  await expect(title(person, 'What this import would do')).toBeVisible();

  // The next file of the kind is read as this one was, and can be read differently.
  await give('next.csv', nextYear);
  await expect(person.getByText('read as last time')).toBeVisible();
  await person.getByRole('button', { name: 'Read next.csv differently' }).click();
  await expect(title(person, 'What do the columns of next.csv hold?')).toBeVisible();
  await expect(column('Club')).toHaveValue('tags');
  await person.getByRole('button', { name: 'Read it so' }).click();
  await expect(title(person, 'What this import would do')).toBeVisible();

  await give('czech.csv', czech);
  await expect(title(person, 'Which letters is czech.csv written in?')).toBeVisible();
  await person.getByRole('combobox', { name: 'Letters' }).selectOption('Central European (Windows)');
  await expect(person.getByText('Řáčák,racak@example.org')).toBeVisible();
  await picture(person, 'letters', { sizes });
  await person.getByRole('button', { name: 'Read it so' }).click();

  await expect(title(person, 'What this import would do')).toBeVisible();
  await give('Basic_LinkedInDataExport.zip', archive);
  await expect(person.getByText('Left out of Basic_LinkedInDataExport.zip: Profile.csv.')).toBeVisible();
  await expect(person.getByRole('listitem').filter({ hasText: 'Connections.csv' })).toBeVisible();
  await picture(person, 'import-archive', { sizes });
  // A file that is left out leaves nothing behind.
  await give('other.csv', 'Wer;Wo;Was\nA B;x;1\nC D;y;2\nE F;z;3\nG H;z;4\nI J;z;5\n');
  await person.getByRole('button', { name: 'Leave this file out' }).click();
  await person.getByRole('button', { name: 'Import 7 people' }).click();
  await expect(title(person, '7 more people in your network')).toBeVisible();

  // What was said is one step, as all else is: it can be taken back.
  await undoButton(person).click();
  await expect(said(person, /^Undone: /)).toBeVisible();
});
