/** Files without ties say so, and "Who of these knows ...?" adds them as fast as one can tick. */
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures';
import { begin, chooseFiles, title } from './steps';

const connections = fileURLToPath(new URL('files/Connections.csv', import.meta.url));

test('an address book without ties leads to saying who knows whom', async ({ person }) => {
  await begin(person, 'Import');
  await chooseFiles(person, person.getByRole('button', { name: 'Import files' }), connections);
  await expect(title(person, 'These files hold no ties between your contacts')).toBeVisible();
  await person.getByRole('button', { name: 'Import and start' }).click();

  const list = person.getByRole('listbox', { name: /^Who knows/ });
  await expect(list.getByRole('option')).toHaveCount(3);
  await list.focus();
  for (const key of ['x', 'j', 'x']) await person.keyboard.press(key);
  await expect(list.getByRole('option', { selected: true })).toHaveCount(2);
  await person.keyboard.press('Enter');

  // The next is one of those ticked.
  await expect(person.getByText('1 tie is known already.')).toBeVisible();
  await expect(list.getByText('known', { exact: true })).toHaveCount(1);
  await person.keyboard.press('Control+z');
  await expect(list.getByText('known', { exact: true })).toHaveCount(0);
});
