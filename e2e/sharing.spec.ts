/** Something worth sharing: kept, seen who might care and why, marked as sent, found in a story, and taken back. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, said } from './steps';

const form = (page: Page): Locator => page.getByRole('form', { name: 'Something worth sharing' });
const caring = (page: Page): Locator =>
  page.getByRole('list', { name: 'Who might care' }).getByRole('listitem');
const field = (page: Page, name: string): Locator => form(page).getByRole('textbox', { name });

async function openSharing(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: /^Find a person/ }).fill('share something');
  await expect(page.getByRole('option', { selected: true })).toContainText('Share something…');
  await page.keyboard.press('Enter');
  await expect(form(page)).toBeVisible();
}

async function paste(into: Locator, text: string): Promise<void> {
  await into.evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

test.beforeEach(async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await openSharing(person);
});

test('an article is kept, sent to two who might care, found in a story, and taken back', async ({
  person,
}) => {
  const keep = person.getByRole('button', { name: 'Keep it, and see who might care' });
  await field(person, 'Link').fill('javascript:alert(1)');
  await keep.click();
  await expect(form(person).getByText(/^This is no address of the web/)).toBeVisible();
  await expect(form(person).getByText(/^Give it a title/)).toBeVisible();

  await field(person, 'Link').fill('');
  await paste(field(person, 'Title'), 'https://example.org/cold-water');
  await expect(field(person, 'Link')).toHaveValue('https://example.org/cold-water');
  await field(person, 'Title').fill('Cold swimming through the winter');
  await form(person).getByLabel('Tags', { exact: true }).fill('choir');
  await person.keyboard.press('Enter');
  await keep.click();

  // Whoever came here by the keyboard goes on along the list.
  await expect(caring(person).first()).toBeFocused();
  await expect(
    caring(person)
      .first()
      .getByText(/^(?:Likes|Has your tag) /),
  ).toBeVisible();
  const before = await caring(person).allTextContents();
  await person.keyboard.press('x');
  await person.keyboard.press('j');
  await person.keyboard.press('Space');
  const [one, two] = await caring(person).evaluateAll((all) =>
    all.slice(0, 2).map((line) => line.getAttribute('aria-label') ?? ''),
  );
  await person.keyboard.press('Enter');
  await expect(
    caring(person)
      .nth(1)
      .getByText(/^Dear /),
  ).toContainText('https://example.org/cold-water');
  await expect(caring(person).nth(1).getByRole('button', { name: 'Copy the draft' })).toBeVisible();
  await person.keyboard.press('Enter');

  await person.getByRole('button', { name: 'Mark as sent to 2' }).click();
  const toast = said(person, 'Marked as sent to 2 people');
  await expect(toast).toBeVisible();
  await expect(caring(person).filter({ hasText: one ?? '' })).toHaveCount(0);
  await person.getByText('2 people left out, and why').click();
  await expect(person.getByText('Had it today.')).toHaveCount(2);
  await person
    .getByRole('region', { name: 'Cold swimming through the winter' })
    .getByRole('button', { name: two })
    .click();
  const beside = person.getByRole('complementary', { name: 'The person selected' });
  await expect(beside.getByRole('heading', { name: two, exact: true })).toBeVisible();
  await expect(beside.getByText('Sent: Cold swimming through the winter').first()).toBeVisible();

  await toast.locator('..').getByRole('button', { name: 'Undo' }).click();
  await expect(person.getByText('Not sent to anybody yet.')).toBeVisible();
  await expect(beside.getByText('Sent: Cold swimming through the winter')).toHaveCount(0);
  await expect(caring(person)).toHaveText(before);
});

test('is free of faults in both themes, and narrow', async ({ person }) => {
  await picture(person, 'sharing-new');
  expect(await faultsOf(person)).toEqual([]);
  await person
    .getByRole('list', { name: 'Kept before' })
    .getByRole('button', { name: 'How small harbours store wind power' })
    .click();
  await caring(person).first().getByRole('button').first().click();
  await caring(person).first().getByRole('checkbox').check();
  await expect(
    caring(person)
      .first()
      .getByText(/^Dear /),
  ).toBeVisible();
  await picture(person, 'sharing-240');
  expect(await faultsOf(person)).toEqual([]);
  await person.setViewportSize({ width: 480, height: 900 });
  await picture(person, 'sharing-240');
  expect(await isTooWide(person)).toBe(false);
  expect(await faultsOf(person)).toEqual([]);
});
