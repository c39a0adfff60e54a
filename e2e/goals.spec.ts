/** What one wants of a week: set in Settings, counted at the foot of Today, and never held against anybody. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, go, said, title, undoButton } from './steps';

const field = (page: Page, name: string | RegExp): Locator => page.getByRole('textbox', { name });
const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

test('goals are set from Today, and counted there with what is logged', async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await go(person, 'Today');
  await press(person, 'Set goals for a week');
  await expect(title(person, 'Settings')).toBeVisible();
  await expect(field(person, 'People to be in touch with')).toBeFocused();
  await person.keyboard.type('0');
  await expect(person.getByText('From 1 to 200 people, or leave it empty.')).toBeVisible();
  await expect(person.getByRole('button', { name: 'Keep goals' })).toBeDisabled();
  await field(person, 'People to be in touch with').fill('3');
  await field(person, 'Meetings and calls, of all interactions').fill('40');
  await field(person, 'New connections outside your organisation').fill('1');
  await person.keyboard.press('Enter');
  await expect(said(person, 'Goals were changed')).toBeVisible();

  await go(person, 'Today');
  const strip = person.getByRole('region', { name: 'The last twelve weeks' });
  await expect(strip.getByRole('listitem')).toHaveCount(3);
  const inTouch = strip.getByText(
    /^In touch with 1 of 3 people this week; \w+ of the last \d+ weeks reached it\.$/,
  );
  await expect(inTouch).toBeVisible();
  await person.getByRole('list', { name: 'People of the week' }).getByRole('article').last().click();
  await person.keyboard.press('l');
  await expect(strip.getByText(/^In touch with 2 of 3 people this week/)).toBeVisible();
  await undoButton(person).click();
  await expect(inTouch).toBeVisible();

  await strip.getByText('As a table').click();
  const rows = strip.getByRole('row');
  await expect(rows).toHaveCount(13);
  await expect(rows.nth(1)).toContainText(/Monday,? (4 May|May 4)/);
  await strip.scrollIntoViewIfNeeded();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'goals-240');
});

test('the limit, the thresholds and cadences by tag say what is wrong, hold, and are taken back', async ({
  person,
}) => {
  await begin(person, 'Look around in a sample');
  await go(person, 'Settings');
  const limit = field(person, 'People a week, at most');
  await limit.fill('0');
  await expect(person.getByText('From 1 to 100 people a week.')).toBeVisible();
  await expect(person.getByRole('button', { name: 'Keep these' })).toBeDisabled();
  await limit.fill('3');
  await field(person, /^Too late/).fill('100');
  await expect(person.getByText('With a cadence of 30 days: too late after 60 days')).toBeVisible();
  await field(person, /^Due, beyond/).fill('120');
  await expect(person.getByText('Nobody can be too late before they are due.')).toBeVisible();
  await field(person, /^Due, beyond/).fill('0');
  await press(person, 'Keep these');
  await expect(said(person, 'Today asks for 3 people a week at most')).toBeVisible();

  await press(person, 'Add a tag');
  await person.getByRole('combobox', { name: 'Tag 1' }).fill('choir');
  const often = field(person, 'How often with choir');
  await often.fill('now and then');
  await expect(person.getByText(/^Write it as “every month”/)).toBeVisible();
  await often.fill('daily');
  await expect(person.getByText('From 7 days to 5 years.')).toBeVisible();
  await often.fill('2 months');
  await often.scrollIntoViewIfNeeded();
  await press(person, 'Keep cadences');
  await expect(often).toHaveValue('every 2 months');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'settings-keeping');

  // A page in a browser cannot notify; it says what can.
  await expect(person.getByRole('combobox', { name: 'At', exact: true })).toHaveCount(0);
  await expect(person.getByRole('button', { name: 'A file for your calendar' })).toBeVisible();

  await undoButton(person).click();
  await expect(often).toHaveCount(0);
  await undoButton(person).click();
  await expect(limit).toHaveValue('5');
});
