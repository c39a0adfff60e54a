/** The one who is selected: found, edited, tied, logged with, removed, and all of it taken back. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin } from './steps';

const aboutWho = (page: Page): Locator => page.getByRole('complementary', { name: 'About who is selected' });

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Find a person/ }).click();
  await page.getByRole('combobox', { name: /^Find a person/ }).fill(name);
  const found = page.getByRole('listbox', { name: 'What was found' });
  await found.getByRole('option', { name: new RegExp(name) }).click();
  await expect(aboutWho(page).getByRole('heading', { level: 2, name })).toBeVisible();
}

const who = 'Signe Aurland';

test.beforeEach(async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await find(person, who);
});

test('a field is changed in its place, kept through a reload, and undone', async ({ person }) => {
  const place = aboutWho(person).getByRole('button', { name: /^Place: .* Edit$/ });
  const before = (await place.textContent()) ?? '';
  await place.click();
  await aboutWho(person).getByRole('textbox', { name: 'Place' }).fill('Tromsø');
  await person.keyboard.press('Enter');
  await expect(aboutWho(person).getByRole('button', { name: 'Place: Tromsø. Edit' })).toBeVisible();
  await person.reload();
  await find(person, who);
  await aboutWho(person).getByRole('button', { name: 'Place: Tromsø. Edit' }).click();
  await aboutWho(person).getByRole('textbox', { name: 'Place' }).fill('Ålesund');
  await person.keyboard.press('Enter');
  await expect(aboutWho(person).getByRole('button', { name: 'Place: Ålesund. Edit' })).toBeVisible();
  await person.keyboard.press('Control+z');
  await expect(aboutWho(person).getByRole('button', { name: 'Place: Tromsø. Edit' })).toBeVisible();
  expect(before).not.toBe('');
});

test('what happened is logged with a key, shows at once, and can be removed', async ({ person }) => {
  await person.keyboard.press('l');
  const dialog = person.getByRole('dialog');
  await dialog.getByLabel('What about').fill('Talked about the boats');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  const entry = aboutWho(person).getByRole('article').first();
  await expect(entry).toContainText('Talked about the boats');
  await expect(aboutWho(person).getByText(/last in touch today/)).toBeVisible();
  await entry.getByRole('button', { name: /^Remove/ }).click();
  await expect(aboutWho(person).getByText('Talked about the boats')).toHaveCount(0);
});

test('a tie is added with its kind, asked why, and removed', async ({ person }) => {
  await aboutWho(person).getByRole('button', { name: 'Add a tie' }).click();
  const dialog = person.getByRole('dialog');
  await dialog.getByLabel('Knows').fill('Camille Cohen');
  await person
    .getByRole('listbox', { name: 'Knows' })
    .getByRole('option', { name: /^Camille Cohen/ })
    .click();
  await dialog.getByLabel('How', { exact: true }).fill('sailing club');
  await dialog.getByRole('button', { name: 'Keep it' }).click();
  await expect(person.getByText(`${who} and Camille Cohen know each other`)).toBeVisible();
  const show = aboutWho(person).getByRole('button', { name: /^Show \d+ more/ });
  if (await show.isVisible()) await show.click();
  await expect(aboutWho(person).getByText('sailing club')).toBeVisible();
  await aboutWho(person).getByRole('button', { name: 'The tie to Camille Cohen' }).click();
  await person.getByRole('menuitem', { name: 'What it rests on' }).click();
  await expect(aboutWho(person).getByText(/^You said so/)).toBeVisible();
  await aboutWho(person).getByRole('button', { name: 'The tie to Camille Cohen' }).click();
  await person.getByRole('menuitem', { name: 'Remove the tie' }).click();
  await expect(aboutWho(person).getByText('sailing club')).toHaveCount(0);
});

test('removing says what goes along, and undo brings it back', async ({ person }) => {
  await aboutWho(person).getByRole('button', { name: 'Remove from the network' }).click();
  await expect(aboutWho(person).getByText(/^With them go \d+ ties/)).toBeVisible();
  await aboutWho(person)
    .getByRole('button', { name: `Remove ${who}` })
    .click();
  await expect(person.getByText(`${who} is removed`)).toBeVisible();
  await person.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await find(person, who);
});

test('a note is written and read again', async ({ person }) => {
  await aboutWho(person).getByRole('button', { name: 'Add a note' }).click();
  await aboutWho(person).getByRole('textbox', { name: 'Note' }).fill('Prefers the phone.');
  await person.keyboard.press('Control+Enter');
  await expect(aboutWho(person).getByText('Prefers the phone.')).toBeVisible();
});
