/** Finding people and doing things by typing; the keys, and switching them off. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addPerson, begin, go, said } from './steps';

const palette = (page: Page): Locator => page.getByRole('combobox', { name: /^Find a person/ });

test.beforeEach(async ({ person }) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'José Núñez', 'Lund');
  await addPerson(person, '王小明', 'Taipei');
});

test('people are found however they are typed, and opened with Enter', async ({ person }) => {
  for (const [typed, name] of [
    ['nunez jos', 'José Núñez'],
    ['小明', '王小明'],
    ['taipei', '王小明'],
    ['nunes', 'José Núñez'],
  ] as const) {
    await person.keyboard.press('Control+k');
    // Keys that come before the field does are not lost, and do nothing else; what is composed needs a field first.
    if (!/^[a-z ]+$/.test(typed)) await expect(palette(person)).toBeFocused();
    await person.keyboard.type(typed);
    await expect(palette(person)).toHaveValue(typed);
    await expect(person.getByRole('option').first()).toContainText(name);
    await person.keyboard.press('Enter');
    await expect(person.getByRole('heading', { name })).toBeVisible();
  }
});

test('actions stand below people, and the arrow keys walk both', async ({ person }) => {
  await person.keyboard.press('Control+k');
  await palette(person).fill('settings');
  await expect(person.getByRole('option', { selected: true })).toContainText('Go to settings');
  await person.keyboard.press('Enter');
  await expect(person.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await person.keyboard.press('Control+k');
  await palette(person).fill('zzzz');
  await expect(person.getByText('Nobody and nothing fits “zzzz”')).toBeVisible();
  await person.keyboard.press('Escape');
  await expect(palette(person)).toBeHidden();
});

test('letter keys lead everywhere, are listed, and can be switched off', async ({ person }) => {
  await person.keyboard.press('g');
  await person.keyboard.press('d');
  await expect(person.getByRole('heading', { name: 'Data', exact: true })).toBeVisible();
  await person.keyboard.press('?');
  const keys = person.getByRole('dialog', { name: 'Keys' });
  await expect(keys.getByText('Note what happened')).toBeVisible();
  await person.keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await go(person, 'Settings');
  await person.getByRole('switch', { name: /^Letter keys/ }).click();
  await expect(person.getByRole('switch', { name: /^Letter keys/ })).not.toBeChecked();
  await person.getByRole('heading', { name: 'Settings' }).click();
  await person.keyboard.press('c');
  await expect(person.getByRole('dialog')).toHaveCount(0);
  await person.keyboard.press('Control+k');
  await expect(palette(person)).toBeVisible();
});

test('what happened is noted with l, with whoever is selected and others, and undone from the toast', async ({
  person,
}) => {
  await go(person, 'Data');
  await person.keyboard.press('l');
  const dialog = person.getByRole('dialog', { name: 'Note what happened' });
  await dialog.getByRole('button', { name: 'More fields' }).click();
  const whom = dialog.getByRole('textbox', { name: 'With whom' });
  await whom.fill('nunez');
  await person.getByRole('option', { name: /José Núñez/ }).click();
  await dialog.getByRole('textbox', { name: 'What about' }).fill('Wants to meet in May');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(said(person, 'Noted with 2 people')).toBeVisible();
  await person.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(said(person, 'Undone: log what happened.')).toBeVisible();
});
