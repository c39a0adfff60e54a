/** The first start: one question that can be skipped, and three beginnings that lead somewhere. */
import { expect, test } from './fixtures';
import { begin, go, said, title } from './steps';

test('who I am is asked once; a card with my address would be me', async ({ person }) => {
  await expect(title(person, 'Who are you?')).toBeVisible();
  await person.getByRole('textbox', { name: 'Your name' }).fill('Robin Meier');
  const addresses = person.getByRole('textbox', { name: /mail addresses/ });
  await addresses.fill('robin');
  await expect(person.getByText(/Not a mail address.*robin/)).toBeVisible();
  await expect(person.getByRole('button', { name: 'Continue' })).toBeDisabled();
  await addresses.fill('robin@example.org, +41 61 555 01 02');
  await person.keyboard.press('Enter');
  await person.getByRole('button', { name: 'Start empty' }).click();
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
  await person.reload();
  await go(person, 'Settings');
  await expect(person.getByRole('textbox', { name: 'Your name' })).toHaveValue('Robin Meier');
  await expect(person.getByText('robin@example.org')).toBeVisible();
});

test('skipped, I am there without a name; Import leads to Data', async ({ person }) => {
  await person.getByRole('button', { name: 'Skip this' }).click();
  await person.getByRole('button', { name: /^Import/ }).click();
  await expect(title(person, 'Data')).toBeVisible();
  await expect(person.getByRole('button', { name: 'Import files' })).toBeEnabled();
  await go(person, 'People');
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
});

test('the sample says that it is one, and goes in one step', async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await expect(person.getByText('everybody in it is made up')).toBeVisible();
  await go(person, 'People');
  await expect(person.getByText('240 people', { exact: true })).toBeVisible();
  await person.getByRole('button', { name: 'Clear the sample' }).click();
  await expect(said(person, /The sample is gone/)).toBeVisible();
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
  await expect(person.getByText('everybody in it is made up')).toBeHidden();
});
