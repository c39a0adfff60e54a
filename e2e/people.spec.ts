/** People as a table: found, sorted, narrowed down, changed several at once, by keyboard. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin, go, row, said, undoButton } from './steps';

const grid = (page: Page): Locator => page.getByRole('grid', { name: 'People' });
const firstName = (page: Page): Locator =>
  grid(page).getByRole('row').nth(1).locator('[role=gridcell]').nth(1);
const howMany = (page: Page, words: string): Locator => page.getByText(words, { exact: true });

test.beforeEach(async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await go(person, 'People');
  await expect(howMany(person, '240 people')).toBeVisible();
});

test('only the rows in view are drawn, and all are counted for who listens', async ({ person }) => {
  await expect(grid(person)).toHaveAttribute('aria-rowcount', '241');
  expect(await grid(person).getByRole('row').count()).toBeLessThan(60);
  await grid(person).focus();
  await person.keyboard.press('End');
  await expect(person.locator('[aria-rowindex="241"]')).toBeVisible();
});

test('columns sort, and turn round when pressed again', async ({ person }) => {
  const name = grid(person).getByRole('columnheader', { name: 'Name' });
  await expect(name).toHaveAttribute('aria-sort', 'ascending');
  const first = await firstName(person).textContent();
  await name.getByRole('button').click();
  await expect(name).toHaveAttribute('aria-sort', 'descending');
  await expect(firstName(person)).not.toHaveText(first ?? '');
  await grid(person).getByRole('columnheader', { name: 'Last contact' }).getByRole('button').click();
  await expect(grid(person).getByRole('row').nth(1)).toContainText('today');
});

test('a text and a filter narrow down together, and one button shows everybody again', async ({ person }) => {
  const text = person.getByRole('textbox', { name: 'Filter by text' });
  await text.fill('afonso');
  await expect(howMany(person, '3 of 240 people')).toBeVisible();
  await text.fill('nobody-of-this-name');
  await expect(person.getByText('Nobody fits')).toBeVisible();
  await person.getByRole('button', { name: 'Show everybody' }).click();
  await expect(howMany(person, '240 people')).toBeVisible();
  await person.getByRole('combobox', { name: 'Circle' }).click();
  await person.getByRole('option', { name: 'Inner' }).click();
  await expect(person.getByText(/^\d+ of 240 people$/)).toBeVisible();
});

test('people picked by keyboard get a circle and a tag, are archived, and all of it is undone', async ({
  person,
}) => {
  // Its keys are the list's at once.
  await expect(grid(person)).toBeFocused();
  for (const key of ['j', 'x', 'j', 'x', 'j', 'x']) await person.keyboard.press(key);
  const toolbar = person.getByRole('toolbar', { name: 'With those picked' });
  await expect(toolbar).toContainText('3 people picked');
  await expect(grid(person).locator('[aria-selected=true]')).toHaveCount(3);

  await toolbar.getByRole('button', { name: 'Circle' }).click();
  await person.getByRole('menuitem', { name: 'Inner' }).click();
  await expect(said(person, '3 people now in Inner')).toBeVisible();

  await toolbar.getByRole('button', { name: 'Tags' }).click();
  const dialog = person.getByRole('dialog', { name: 'Tags of 3 people' });
  await dialog.getByLabel('Add', { exact: true }).fill('spring');
  await person.keyboard.press('Enter');
  await dialog.getByRole('button', { name: 'Change tags' }).click();
  await expect(grid(person).getByText('spring')).toHaveCount(3);

  await toolbar.getByRole('button', { name: 'Archive' }).click();
  await expect(howMany(person, '237 people')).toBeVisible();
  await person.getByRole('button', { name: 'Archived', exact: true }).click();
  await expect(howMany(person, '3 people, archived')).toBeVisible();
  await person.getByRole('button', { name: 'Archived', exact: true }).click();

  for (let step = 0; step < 3; step += 1) {
    const before = (await undoButton(person).getAttribute('aria-label')) ?? '';
    await undoButton(person).click();
    await expect(undoButton(person)).not.toHaveAttribute('aria-label', step < 2 ? 'Undo' : before);
  }
  await expect(howMany(person, '240 people')).toBeVisible();
  await expect(grid(person).getByText('spring')).toHaveCount(0);
});

test('several are removed and come back, and most of the network goes only when one was asked', async ({
  person,
}) => {
  await grid(person).focus();
  await person.keyboard.press('j');
  await person.keyboard.press('Shift+ArrowDown');
  await person.keyboard.press('Delete');
  await expect(howMany(person, '238 people')).toBeVisible();
  await person.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(howMany(person, '240 people')).toBeVisible();
  await grid(person).focus();
  await person.keyboard.press('Control+a');
  await person.keyboard.press('Delete');
  const dialog = person.getByRole('dialog', { name: 'Remove 240 people?' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(howMany(person, '240 people')).toBeVisible();
});

test('a person is added by hand, with whom they know', async ({ person }) => {
  await person.keyboard.press('n');
  const dialog = person.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('王小明');
  await dialog.getByRole('textbox', { name: 'Place' }).fill('Taipei');
  await dialog.getByRole('textbox', { name: 'Whom they know' }).fill('afonso mour');
  await person.getByRole('option', { name: /Afonso Mourão/ }).click();
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(person.getByRole('heading', { name: '王小明' })).toBeVisible();
  await person.getByRole('textbox', { name: 'Filter by text' }).fill('小明');
  await expect(row(person, '王小明')).toContainText('Taipei');
  await expect(person.getByRole('complementary').getByText('Afonso Mourão').first()).toBeVisible();
});
