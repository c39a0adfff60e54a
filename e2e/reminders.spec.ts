/** What has a date beside people's own clocks: reminders for several, trips, stays, replies owed. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { addPerson, begin, go, row, said, undoButton } from './steps';

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const dialog = (page: Page, name: string): Locator => page.getByRole('dialog', { name });

/** Opens one of the entries under "Add" on Today. */
async function add(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Add', exact: true }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

async function choose(field: Locator, name: string): Promise<void> {
  await field.fill(name);
  await field.page().getByRole('option', { name }).click();
}

async function lookAt(page: Page, name: string): Promise<void> {
  expect(await faultsOf(page)).toEqual([]);
  await picture(page, name);
}

test.beforeEach(async ({ person }) => {
  await begin(person, 'Start empty');
  await go(person, 'People');
  await addPerson(person, 'Ana Silva', 'Lisbon');
  await addPerson(person, 'Ben Okafor', 'Seoul, Korea');
});

test('a reminder for several people is made from those picked, met, skipped, changed and removed', async ({
  person,
}) => {
  await row(person, 'Ana Silva').getByRole('checkbox').check();
  await row(person, 'Ben Okafor').getByRole('checkbox').check();
  await person.getByRole('button', { name: 'Reminder for several people' }).click();
  const form = dialog(person, 'Reminder for several people');
  await form.getByRole('textbox', { name: 'What it is' }).fill('Class of 2005');
  await form.getByLabel('Next on').fill('2026-05-01');
  await expect(form.getByText('Choose today or a day after it.')).toBeVisible();
  await expect(form.getByRole('button', { name: 'Remind me' })).toBeDisabled();
  await form.getByLabel('Next on').fill('2026-05-10');
  await form.getByRole('textbox', { name: 'How often' }).fill('now and then');
  await expect(form.getByText(/Write it as/)).toBeVisible();
  await form.getByRole('textbox', { name: 'How often' }).fill('every 5 years');
  await lookAt(person, 'group-form');
  await form.getByRole('button', { name: 'Remind me' }).click();
  await expect(said(person, 'You will be reminded of Class of 2005')).toBeVisible();

  await go(person, 'Today');
  const together = part(person, 'Together');
  await expect(together.getByText('2 people: Ana Silva, Ben Okafor')).toBeVisible();
  await together.getByRole('button', { name: 'We met: Class of 2005' }).click();
  await expect(said(person, 'Logged: Class of 2005, today')).toBeVisible();
  await expect(together.getByText('every 5 years, 2 people')).toBeVisible();
  await expect(together.getByTitle(/10 May 2031|May 10, 2031/)).toBeVisible();
  await undoButton(person).click();
  await expect(together.getByText('2 people: Ana Silva, Ben Okafor')).toBeVisible();

  await together.getByRole('button', { name: 'Edit: Class of 2005' }).click();
  await dialog(person, 'Class of 2005').getByRole('textbox', { name: 'A note' }).fill('In the old gym');
  await dialog(person, 'Class of 2005').getByRole('button', { name: 'Keep' }).click();
  await expect(together.getByText('In the old gym')).toBeVisible();
  await together.getByRole('button', { name: 'Skip this time: Class of 2005' }).click();
  await expect(together.getByTitle(/10 May 2031|May 10, 2031/)).toBeVisible();
  await together.getByRole('button', { name: 'Edit: Class of 2005' }).click();
  await dialog(person, 'Class of 2005').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(together).toHaveCount(0);
  await undoButton(person).click();
  await expect(together).toBeVisible();
});

test('a trip shows who lives there and who stays there then, and brings up whose stay overlaps', async ({
  person,
}) => {
  await row(person, 'Ana Silva').click();
  await person.getByRole('button', { name: 'More to do' }).click();
  await person.getByRole('menuitem', { name: 'Staying somewhere for a while' }).click();
  const stay = dialog(person, 'Where Ana Silva is for a while');
  await stay.getByRole('combobox', { name: 'Where' }).fill('Seoul');
  await stay.getByLabel('To, if you know').fill('2026-05-01');
  await expect(stay.getByText('It ends before it begins.')).toBeVisible();
  await stay.getByLabel('To, if you know').fill('2026-05-20');
  await stay.getByRole('button', { name: 'Write it down' }).click();
  await expect(person.getByText(/^In Seoul until/)).toBeVisible();

  await go(person, 'Today');
  await add(person, 'Plan a trip');
  const trip = dialog(person, 'Plan a trip');
  await trip.getByRole('combobox', { name: 'Where to' }).fill('Seoul');
  await trip.getByLabel('From').fill('2026-05-12');
  await trip.getByLabel('To', { exact: true }).fill('2026-05-15');
  await expect(trip.getByText(/2 people you know are there: Ana Silva .* Ben Okafor/)).toBeVisible();
  await lookAt(person, 'trip-form');
  await trip.getByRole('button', { name: 'Write it down' }).click();
  const trips = part(person, 'Trips');
  await expect(trips.getByRole('button', { name: 'Ben Okafor' })).toBeVisible();
  const list = person.getByRole('list', { name: 'People of the week' });
  await expect(list.getByRole('article', { name: 'Ana Silva' })).toContainText('Seoul');
  await lookAt(person, 'trips');

  await trips.getByRole('button', { name: 'Edit: the trip to Seoul' }).click();
  await dialog(person, 'The trip to Seoul').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(trips).toHaveCount(0);
  await expect(list.getByRole('article', { name: 'Ana Silva' })).toHaveCount(0);
  await undoButton(person).click();
  await expect(trips).toBeVisible();
});

test('a reply owed is marked once, stands on Today, and goes with an answer', async ({ person }) => {
  await go(person, 'Today');
  await person.getByRole('button', { name: 'Close' }).click();
  await add(person, 'I owe a reply');
  const form = dialog(person, 'A reply I owe');
  await choose(form.getByRole('textbox', { name: 'To whom' }), 'Ben Okafor');
  await form.getByLabel('Since').fill('2026-05-01');
  await lookAt(person, 'reply-form');
  await form.getByRole('button', { name: 'I owe it' }).click();
  await expect(said(person, 'You owe Ben Okafor a reply')).toBeVisible();
  const waiting = part(person, 'Waiting for your reply');
  await expect(waiting.getByText('3 days', { exact: true })).toBeVisible();

  await waiting.getByRole('button', { name: 'Ben Okafor', exact: true }).click();
  const beside = person.getByRole('complementary', { name: 'The person selected' });
  await expect(beside.getByText('Ben Okafor waits for a reply')).toBeVisible();
  await beside.getByRole('button', { name: 'More to do' }).click();
  await person.getByRole('menuitem', { name: 'I owe a reply' }).click();
  await dialog(person, 'A reply to Ben Okafor').getByRole('button', { name: 'I owe it' }).click();
  await expect(person.getByText(/You marked that already: they have waited since 2026-05-01/)).toBeVisible();

  await waiting.getByRole('button', { name: 'Answered Ben Okafor' }).click();
  await expect(waiting).toHaveCount(0);
  await expect(beside.getByText('Ben Okafor waits for a reply')).toHaveCount(0);
  await undoButton(person).click();
  await expect(waiting).toBeVisible();
  await expect(beside.getByText('Ben Okafor waits for a reply')).toBeVisible();
});
