/** Quick capture: one line of what happened becomes what was understood of it, and nothing else. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { addPerson, begin, go, said, undoButton } from './steps';

const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Note what happened' });
const line = (page: Page): Locator => dialog(page).getByRole('combobox', { name: 'What happened' });
const chip = (page: Page, name: string | RegExp): Locator => dialog(page).getByRole('button', { name });
const offers = (page: Page): Locator => page.getByRole('listbox', { name: 'People' }).getByRole('option');
const between = (page: Page): Locator => page.getByRole('region', { name: 'Between you' });
const happened = (page: Page): Locator => page.getByRole('region', { name: 'What happened' });

async function openLine(page: Page): Promise<void> {
  await page.keyboard.press('c');
  await expect(line(page)).toBeFocused();
}

/** Shows somebody in the inspector. */
async function show(page: Page, name: string): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Find a person/ })
    .click();
  await page.getByRole('combobox', { name: /^Find a person/ }).fill(name);
  await page.getByRole('listbox', { name: 'What was found' }).getByRole('option', { name }).click();
  await expect(page.getByRole('heading', { name, exact: true })).toBeVisible();
}

test.beforeEach(async ({ person }) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Ana Silva', 'Lisbon');
  await addPerson(person, 'Ben Okoro', 'Basel');
  await addPerson(person, 'Dana Weiss', 'Basel');
  await go(person, 'Data');
});

test('a line becomes a talk, a promise and an introduction in one edit, which undo takes back', async ({
  person,
}) => {
  await openLine(person);
  await line(person).fill(
    'coffee @ana @ben yesterday re: grant, I owe @ana slides by Fri, +intro @ben to @dana, nice garden #biotech',
  );
  for (const name of [
    'With: Ana Silva. Correct',
    'With: Ben Okoro. Correct',
    'How: Had a meal. Correct',
    'When: Yesterday. Correct',
    'About: grant. Correct',
    'You promised: slides, to Ana Silva, by Friday 8 May. Correct',
    'Might introduce: Ben Okoro to Dana Weiss. Correct',
    'Tags: #biotech. Correct',
  ])
    await expect(chip(person, name)).toBeVisible();
  await expect(dialog(person).getByText('grant. nice garden')).toBeVisible();
  await line(person).press('Enter');
  await expect(said(person, 'Noted with Ana Silva and Ben Okoro: 1 promise, 1 introduction')).toBeVisible();
  await expect(dialog(person)).toBeHidden();

  await show(person, 'Ana Silva');
  await expect(happened(person).getByText('grant. nice garden')).toBeVisible();
  await expect(happened(person).getByText('With Ben Okoro')).toBeVisible();
  await expect(between(person).getByText('You owe: slides')).toBeVisible();
  await show(person, 'Ben Okoro');
  await expect(between(person).getByText('Might meet Dana Weiss')).toBeVisible();

  await undoButton(person).click();
  await expect(said(person, 'Undone: log what happened.')).toBeVisible();
  await expect(between(person)).toHaveCount(0);
  await show(person, 'Ana Silva');
  await expect(happened(person).getByText('Nothing is logged yet.')).toBeVisible();
  await expect(between(person)).toHaveCount(0);
});

test('people are offered under the cursor, and Enter or Tab takes one', async ({ person }) => {
  await openLine(person);
  await person.keyboard.type('call @b');
  await expect(line(person)).toHaveAttribute('aria-expanded', 'true');
  await expect(offers(person).first()).toContainText('Ben Okoro');
  await person.keyboard.press('Enter');
  await expect(line(person)).toHaveValue('call @Ben Okoro ');
  await person.keyboard.type('@a');
  await expect(offers(person).first()).toHaveAttribute('aria-selected', 'true');
  await person.keyboard.press('ArrowDown');
  await expect(offers(person).first()).toHaveAttribute('aria-selected', 'false');
  await person.keyboard.press('ArrowUp');
  await person.keyboard.press('Tab');
  await expect(line(person)).toHaveValue('call @Ben Okoro @Ana Silva ');
  // Esc closes the list and leaves the line; what Enter takes then is the line.
  await person.keyboard.type('@d');
  await expect(offers(person).first()).toContainText('Dana Weiss');
  await person.keyboard.press('Escape');
  await expect(offers(person)).toHaveCount(0);
  await expect(dialog(person)).toBeVisible();
  await person.keyboard.type('ana');
  await person.keyboard.press('Enter');
  await expect(said(person, 'Noted with Ben Okoro, Ana Silva and Dana Weiss')).toBeVisible();
});

test('somebody who is not known yet is added only when that is said', async ({ person }) => {
  await openLine(person);
  await line(person).fill('lunch @zed');
  await expect(chip(person, 'With: zed, not known yet. Correct')).toBeVisible();
  await line(person).press('Enter');
  await expect(dialog(person).getByText('Say first who “zed” is.')).toBeVisible();
  await expect(undoButton(person)).toHaveAccessibleName('Undo: add contact');
  await chip(person, 'Add zed by name alone').click();
  await expect(chip(person, 'With: zed, new. Correct')).toBeVisible();
  await expect(line(person)).toBeFocused();
  await person.keyboard.press('Enter');
  await expect(said(person, 'Noted with zed. New: zed')).toBeVisible();
  await show(person, 'zed');
  await expect(happened(person).getByText('Had a meal')).toBeVisible();

  // By the keys alone, from the list.
  await openLine(person);
  await person.keyboard.type('tea @quin');
  await person.keyboard.press('ArrowDown');
  await expect(offers(person).last()).toHaveText('Add “quin” by name alone');
  await person.keyboard.press('Enter');
  await expect(chip(person, 'With: quin, new. Correct')).toBeVisible();
  await person.keyboard.press('Enter');
  await expect(said(person, 'Noted with quin. New: quin')).toBeVisible();
});

test('where several could be meant, they are listed, and one is chosen', async ({ person }) => {
  await go(person, 'People');
  await addPerson(person, 'Ana Torres', 'Madrid');
  await openLine(person);
  await line(person).fill('call @ana, I owe @ana slides');
  await expect(chip(person, 'With: ana, one of several. Correct')).toBeVisible();
  await line(person).press('Enter');
  await expect(dialog(person).getByText('Say first who “ana” is.')).toBeVisible();
  const question = dialog(person).getByRole('group', { name: 'Who is ana?' });
  await question.getByRole('button', { name: 'Ana Torres Madrid' }).click();
  await expect(line(person)).toHaveValue('call @Ana Torres, I owe @Ana Torres slides');
  await expect(chip(person, 'You promised: slides, to Ana Torres. Correct')).toBeVisible();
  await line(person).press('Enter');
  await expect(said(person, 'Noted with Ana Torres: 1 promise')).toBeVisible();
});

test('a day that does not exist is said in a sentence, and nothing is written', async ({ person }) => {
  await openLine(person);
  await line(person).fill('coffee @ana on 31 Feb');
  const sentence = dialog(person)
    .getByRole('status')
    .getByText(/31 Feb/);
  await expect(sentence).toBeVisible();
  await line(person).press('Enter');
  await chip(person, /^Log$/).click();
  await expect(sentence).toBeVisible();
  await expect(line(person)).toHaveAttribute('aria-invalid', 'true');
  await expect(undoButton(person)).toHaveAccessibleName('Undo: add contact');
  await line(person).fill('');
  await line(person).press('Enter');
  await expect(dialog(person).getByText(/^Nothing is said yet\./)).toBeVisible();
});

test('Esc leaves a line that is there again, Shift+Enter stays for the next, and a reload keeps what was logged', async ({
  person,
}) => {
  await openLine(person);
  await line(person).fill('walk @ben, nice shoes');
  await person.keyboard.press('Escape');
  await expect(dialog(person)).toBeHidden();
  // From anywhere: another screen, and the palette.
  await go(person, 'People');
  await person.keyboard.press('Control+k');
  await person.getByRole('combobox', { name: /^Find a person/ }).fill('note what');
  await person.keyboard.press('Enter');
  await expect(line(person)).toBeFocused();
  await expect(line(person)).toHaveValue('walk @ben, nice shoes');
  await person.keyboard.press('Shift+Enter');
  await expect(line(person)).toHaveValue('');
  await expect(line(person)).toBeFocused();
  await person.keyboard.type('call @dana');
  await person.keyboard.press('Escape');
  await person.keyboard.press('Enter');
  await expect(said(person, 'Noted with Dana Weiss')).toBeVisible();
  await person.reload();
  await show(person, 'Ben Okoro');
  await expect(happened(person).getByText('nice shoes')).toBeVisible();
});

test('every chip can be corrected or removed, by keys and by pointer', async ({ person }) => {
  await openLine(person);
  await line(person).fill('coffee @ana yesterday 20 min, I owe @ana slides by Fri, wants to move');
  await chip(person, 'How: Had a meal. Correct').press('Enter');
  await dialog(person)
    .getByRole('group', { name: 'How' })
    .getByRole('button', { name: 'Had a meal' })
    .press('ArrowRight');
  await person.keyboard.press('Enter');
  await expect(line(person)).toHaveValue(
    'call @ana yesterday 20 min, I owe @ana slides by Fri, wants to move',
  );
  await expect(line(person)).toBeFocused();

  await chip(person, 'When: Yesterday. Correct').click();
  await dialog(person).getByLabel('When', { exact: true }).fill('2026-05-01');
  await person.keyboard.press('Enter');
  await expect(line(person)).toHaveValue(
    'call @ana 2026-05-01 20 min, I owe @ana slides by Fri, wants to move',
  );

  await chip(person, /^You promised: /).click();
  await dialog(person).getByRole('button', { name: 'They promised' }).click();
  await dialog(person).getByLabel('Due').fill('2026-05-20');
  await dialog(person).getByRole('button', { name: 'Say this' }).click();
  await expect(
    chip(person, 'Promised to you: slides, from Ana Silva, by Wednesday 20 May. Correct'),
  ).toBeVisible();

  await chip(person, 'With: Ana Silva. Correct').click();
  await person.keyboard.type('dan');
  await person.keyboard.press('Enter');
  await expect(
    chip(person, 'Promised to you: slides, from Dana Weiss, by Wednesday 20 May. Correct'),
  ).toBeVisible();

  // A correction is taken back where one types.
  await person.keyboard.press('Control+z');
  await expect(chip(person, /^Promised to you: slides, from Ana Silva/)).toBeVisible();
  await chip(person, 'With: Ana Silva. Correct').press('Enter');
  await person.keyboard.type('dan');
  await person.keyboard.press('Enter');
  await chip(person, 'Remove: 20 minutes').click();
  await chip(person, /^Remove: slides/).click();
  await expect(line(person)).toHaveValue('call @Dana Weiss 2026-05-01, wants to move');
  // Esc leaves the correcting, not the line.
  await chip(person, 'With: Dana Weiss. Correct').click();
  await person.keyboard.press('Escape');
  await expect(line(person)).toBeFocused();
  await person.keyboard.press('Enter');
  await expect(said(person, 'Noted with Dana Weiss')).toBeVisible();
});

test('Log begins with the person, and the form of fields takes over what was typed', async ({ person }) => {
  await show(person, 'Ben Okoro');
  await person.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(line(person)).toHaveValue('@Ben Okoro, ');
  await expect(line(person)).toBeFocused();
  await person.keyboard.type('called, 20 min, wants to meet, I owe him the slides by Friday');
  await expect(
    chip(person, 'You promised: the slides, to Ben Okoro, by Friday 8 May. Correct'),
  ).toBeVisible();
  await chip(person, 'More fields').click();
  await expect(dialog(person).getByRole('textbox', { name: 'Minutes' })).toHaveValue('20');
  await expect(dialog(person).getByRole('textbox', { name: 'What about' })).toHaveValue('wants to meet');
  await expect(dialog(person).getByText('Kept with it, as you wrote: 1 promise.')).toBeVisible();
  await chip(person, 'Keep it').click();
  await expect(said(person, 'Noted with Ben Okoro')).toBeVisible();
  await expect(happened(person).getByText('Called')).toBeVisible();
  await expect(between(person).getByText('You owe: the slides')).toBeVisible();
  await person.getByRole('button', { name: 'Log', exact: true }).click();
  await expect(line(person)).toHaveValue('@Ben Okoro, ');
});

test('what is confidential is not shown once it is written', async ({ person }) => {
  await openLine(person);
  await line(person).fill('call @ana, her test was bad, I owe her a visit !confidential');
  await expect(chip(person, /^Confidential: /)).toBeVisible();
  await line(person).press('Enter');
  await expect(said(person, 'Noted with Ana Silva: 1 promise')).toBeVisible();
  await show(person, 'Ana Silva');
  await expect(between(person).getByText('You owe: something confidential')).toBeVisible();
  await expect(person.getByText(/test was bad|a visit/)).toHaveCount(0);
  await happened(person).getByRole('button', { name: 'Show what is confidential' }).click();
  await expect(happened(person).getByText('her test was bad')).toBeVisible();
});

test('a ninth promise for one week is said to be one, and logged all the same', async ({ person }) => {
  const owed = Array.from({ length: 8 }, (_, at) => `I owe @ana text ${at} by Fri`);
  await openLine(person);
  await line(person).fill(owed.join(', '));
  await line(person).press('Shift+Enter');
  await expect(line(person)).toHaveValue('');
  await line(person).fill('I owe @ben slides by Sat');
  await expect(dialog(person).getByRole('status')).toHaveText(
    'That makes 9 promises of yours that fall due this week. A later day may be easier to keep.',
  );
  await picture(person, 'capture-caution');
  await line(person).press('Enter');
  await expect(said(person, 'Kept: 1 promise')).toBeVisible();
});

test('it is within everybody’s reach in light and dark, while one types and corrects', async ({ person }) => {
  await openLine(person);
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'capture-empty');
  await line(person).fill('coffee @ana @zed yesterday re: grant, I owe @ana slides by 31 Feb, nice garden');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'capture');
  await chip(person, /^You promised: /).click();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'capture-correcting');
  await person.keyboard.press('Escape');
  await person.keyboard.type(' @b');
  await expect(offers(person).first()).toContainText('Ben Okoro');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'capture-offers');
});

test('all of it is there in a narrow window and in large text', async ({ person }) => {
  await go(person, 'Settings');
  await person.setViewportSize({ width: 400, height: 800 });
  await openLine(person);
  await line(person).fill('coffee @ana @zed yesterday re: grant, I owe @ana slides by Fri, nice garden');
  await chip(person, /^You promised: /).click();
  await isWithin(person, 400);
  await picture(person, 'capture-narrow');
  await person.keyboard.press('Escape');
  await person.keyboard.press('Escape');
  await person.setViewportSize({ width: 1280, height: 800 });
  await person.getByRole('slider', { name: /Text size/ }).focus();
  await person.keyboard.press('End');
  await expect(person.getByText('Text size: 200 %')).toBeVisible();
  await person.getByRole('heading', { name: 'Settings' }).click();
  await openLine(person);
  await chip(person, /^You promised: /).click();
  await isWithin(person, 1280);
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'capture-large-text');
});

/** Nothing of the dialog stands out at the right. */
async function isWithin(page: Page, width: number): Promise<void> {
  const right = await dialog(page)
    .locator('*')
    .evaluateAll((all) => Math.max(...all.map((element) => element.getBoundingClientRect().right)));
  expect(right).toBeLessThanOrEqual(width);
}
