/** Same person?: who may be there twice is compared, merged by a key or all at once, kept apart, taken apart again. */
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { begin, go, row, said, title, undoButton } from './steps';

const card = (name: string, ...lines: string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `UID:${name}`, `FN:${name}`, ...lines, 'END:VCARD', ''].join('\r\n');
const cards = [
  card('Katarzyna Mazur', 'TEL:+48 601 234 567', 'ADR:;;;Gdynia;;;'),
  card('Kasia Mazur', 'TEL:0048601234567', 'EMAIL:kasia@example.org', 'ADR:;;;Gdańsk;;;'),
  card('Robert Hargreaves', 'TEL:+41 79 123 45 67'),
  card('Bob Hargreaves', 'TEL:0041 79 123 45 67'),
  card('Wei-Ling Tan', 'ORG:Halden'),
  card('Tan Wei-Ling', 'ORG:Halden Ltd'),
].join('');

test('two cards of one person are compared, merged, kept apart and taken apart', async ({ person }) => {
  await begin(person, 'Start empty');
  await go(person, 'Data');
  const [dialog] = await Promise.all([
    person.waitForEvent('filechooser'),
    person.getByRole('button', { name: 'Import files' }).click(),
  ]);
  await dialog.setFiles({ name: 'phone.vcf', mimeType: 'text/vcard', buffer: Buffer.from(cards) });
  await person.getByRole('button', { name: 'Import 6 people' }).click();
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await person.getByRole('button', { name: 'Compare' }).click();
  await expect(title(person, 'Same person?')).toBeVisible();

  // Surest first, with why; the keyboard is in the list at once.
  const list = person.getByRole('listbox', { name: 'Pairs that may be one person' });
  const pairs = list.getByRole('option');
  await expect(pairs).toHaveCount(3);
  await expect(list).toBeFocused();
  await person.keyboard.press((await pairs.first().textContent())?.includes('Mazur') === true ? 'Home' : 'j');
  const why = person.getByRole('list', { name: 'Why' });
  await expect(why).toContainText('The same number (+48601234567)');
  expect(await faultsOf(person)).toEqual([]);

  // A choice where both say something else, then one key.
  await person
    .getByRole('radiogroup', { name: 'Place' })
    .getByRole('radio', { name: /Gdańsk/ })
    .check();
  await person.keyboard.press('m');
  await expect(said(person, /Mazur and .* Mazur are one/)).toBeVisible();
  await expect(pairs).toHaveCount(2);

  // All that are certain, after a look at who they are.
  await person.getByRole('button', { name: 'Merge the one that is certain' }).click();
  const asked = person.getByRole('dialog', { name: 'Merge 1 pair?' });
  await expect(asked.getByRole('list')).toContainText('Hargreaves');
  await asked.getByRole('button', { name: 'Merge 1 pair' }).click();
  await expect(pairs).toHaveCount(1);
  await expect(pairs).toContainText('Tan');

  // Put off, it rests, also for whoever comes here again.
  await list.focus();
  await person.keyboard.press('l');
  await expect(person.getByText('1 pair is put off')).toBeVisible();
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await person.getByRole('button', { name: 'Compare' }).click();
  await person.getByRole('button', { name: 'Look at it now' }).click();
  await expect(pairs).toContainText('Tan');

  await list.focus();
  await person.keyboard.press('n');
  await expect(person.getByText('That was all of them')).toBeVisible();
  await undoButton(person).click();
  await expect(pairs).toHaveCount(1);

  // Taken apart on the person's page, with all that was theirs.
  await go(person, 'People');
  await expect(row(person, 'Mazur')).toHaveCount(1);
  await row(person, 'Mazur').click();
  await expect(person.getByRole('button', { name: 'Place: Gdańsk. Edit' })).toBeVisible();
  await person.getByRole('button', { name: /^Take .* apart$/ }).click();
  await expect(row(person, 'Mazur')).toHaveCount(2);

  // Somebody chosen by hand.
  await row(person, 'Tan Wei-Ling').click();
  await person.getByRole('button', { name: 'More to do' }).click();
  await person.getByRole('menuitem', { name: 'Merge with somebody' }).click();
  const choose = person.getByRole('dialog', { name: 'Tan Wei-Ling and somebody else are one person' });
  await choose.getByRole('textbox', { name: 'Who else is it?' }).fill('Wei-Ling');
  await person.getByRole('option', { name: /Wei-Ling Tan/ }).click();
  await choose.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect(row(person, 'Wei-Ling')).toHaveCount(1);
});
