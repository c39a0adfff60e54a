/** What a person does in the app, in the words of its screens. */
import { expect, type Locator, type Page } from '@playwright/test';

export type Screen =
  'Atlas' | 'Today' | 'People' | 'Introductions' | 'Give and ask' | 'Insights' | 'Data' | 'Settings';
export type Beginning = 'Import' | 'Look around in a sample' | 'Start empty';

/** The first start: says who one is, and chooses where to begin. */
export async function begin(page: Page, where: Beginning, name = 'Mara Lindqvist'): Promise<void> {
  await page.getByRole('textbox', { name: 'Your name' }).fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: where }).click();
  // The sample is a network of three years, and the machine may be busy.
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible({ timeout: 30_000 });
}

export async function go(page: Page, screen: Screen): Promise<void> {
  // What is left to do may stand beside a name: "Today, 5 people left".
  const name = new RegExp(`^${screen}(?:,|$)`);
  const entry = page.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name });
  await entry.click();
  await expect(entry).toHaveAttribute('aria-current', 'page');
}

/** The headings of the screens that have one of their own. */
export const title = (page: Page, name: string | RegExp): Locator =>
  page.getByRole('heading', { name, exact: true });

/** Adds a person by hand and waits until they are selected. */
export async function addPerson(page: Page, name: string, place = ''): Promise<void> {
  await page.getByRole('button', { name: 'Add a person' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await dialog.getByRole('textbox', { name: 'Place' }).fill(place);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

/** A person's row in People. */
export const row = (page: Page, name: string): Locator =>
  page.getByRole('grid', { name: 'People' }).getByRole('row').filter({ hasText: name });

/** Writes another place for the person who is selected. */
export async function writePlace(page: Page, place: string): Promise<void> {
  await page.getByRole('button', { name: /^Place: .* Edit$/ }).click();
  const field = page.getByRole('group', { name: 'Place' }).getByRole('textbox', { name: 'Place' });
  await field.fill(place);
  await field.press('Enter');
  await expect(page.getByRole('button', { name: `Place: ${place}. Edit` })).toBeVisible();
}

/** The button at the top that takes back what this window did last. */
export const undoButton = (page: Page): Locator =>
  page.getByRole('group', { name: 'Undo and redo' }).getByRole('button', { name: /^Undo/ });

/** What was just said at the bottom of the window. */
export const said = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('region', { name: 'What was just done' }).getByText(text);

/** Chooses files in the dialog that a button opens. */
export async function chooseFiles(page: Page, button: Locator, files: string | string[]): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await dialog.setFiles(files);
}
