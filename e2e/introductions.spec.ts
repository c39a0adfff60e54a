/** Introductions: from an idea to thanks by keys and by hand, what is refused, letters to both sides, each to be taken back. */
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { addPerson, begin, go, said, title } from './steps';

const both = 'Ben Okoro and Ana Silva';
const column = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const cardIn = (page: Page, stage: string, name = both): Locator =>
  column(page, stage).getByRole('listitem', { name, exact: true });
const dialog = (page: Page, name: string | RegExp): Locator => page.getByRole('dialog', { name });
const beside = (page: Page): Locator =>
  page.getByRole('complementary', { name: 'The introduction that is open' });
const card = (page: Page, stage: string): Locator => cardIn(page, stage);

async function choose(page: Page, field: string, name: string): Promise<void> {
  await dialog(page, 'New introduction').getByRole('textbox', { name: field }).fill(name);
  await page.getByRole('option', { name: new RegExp(name) }).click();
}

/** Somebody is selected: an introduction of them to somebody else, as an idea. */
async function start(page: Page, why = ''): Promise<void> {
  await page.keyboard.press('i');
  await choose(page, 'The other', 'Ana Silva');
  await dialog(page, 'New introduction').getByRole('textbox', { name: 'Why these two' }).fill(why);
  await dialog(page, 'New introduction').getByRole('button', { name: 'Keep as an idea' }).click();
  await expect(dialog(page, 'New introduction')).toBeHidden();
}

test.describe('with two who do not know each other', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Start empty');
    await go(person, 'People');
    await addPerson(person, 'Ana Silva');
    await addPerson(person, 'Ben Okoro');
    await go(person, 'Introductions');
    await expect(person.getByText('No introductions are under way')).toBeVisible();
  });

  test('one goes by keys from an idea to thanks, and back by undo', async ({ person }) => {
    await start(person, 'Both sail.');
    await expect(said(person, `Kept as an idea: ${both}`)).toBeVisible();
    await expect(beside(person).getByRole('heading', { name: both })).toBeVisible();
    await expect(card(person, 'Idea')).toContainText('Both sail.');
    await person.keyboard.press('Escape');
    await expect(card(person, 'Idea')).toBeFocused();

    await person.keyboard.press('Shift+ArrowRight');
    await expect(card(person, 'Asked')).toBeFocused();
    await expect(card(person, 'Asked')).toContainText('Both asked today');
    await person.keyboard.press('Shift+ArrowRight');
    await expect(card(person, 'Both agreed')).toBeFocused();
    await expect(card(person, 'Both agreed')).toContainText('Your turn: write the mail');
    await person.keyboard.press('Shift+ArrowRight');
    const step = dialog(person, `Introduced: ${both}`);
    await step.getByRole('combobox', { name: 'How' }).selectOption('Message');
    await step.getByRole('textbox', { name: /What was written/ }).fill('Ben, meet Ana.');
    await step.getByRole('button', { name: 'Write it down' }).click();
    await expect(card(person, 'Introduced')).toBeFocused();
    await person.keyboard.press('Shift+ArrowRight');
    await dialog(person, `They met: ${both}`).getByRole('button', { name: 'Write it down' }).click();
    await expect(card(person, 'Met')).toBeFocused();
    await person.keyboard.press('m');
    await person.getByRole('menuitem', { name: 'Outcome' }).click();
    const outcome = dialog(person, `What came of it: ${both}`);
    await outcome.getByRole('textbox', { name: /What came of it/ }).fill('They sail together.');
    await outcome.getByRole('button', { name: 'Write it down' }).click();
    await expect(person.getByText('1 outcome still needs a thank-you')).toBeVisible();
    await expect(card(person, 'Outcome and thanks')).toBeFocused();
    await person.keyboard.press('Enter');
    await expect(beside(person).getByText('They sail together.')).toBeVisible();
    await beside(person).getByRole('button', { name: 'Thanks were said' }).first().click();
    await expect(card(person, 'Outcome and thanks')).toContainText('Thanked today');

    // The two know each other now, and both were written to.
    const person2 = beside(person).getByRole('button', { name: 'Ana Silva', exact: true }).first();
    await person2.click();
    const story = person.getByRole('complementary', { name: 'The person selected' });
    await expect(title(person, 'Ana Silva')).toBeVisible();
    await expect(story.getByText('Introduced Ben Okoro and Ana Silva')).toBeVisible();
    await expect(story.getByRole('region', { name: 'Ties' })).toContainText('Ben Okoro');
    for (const stage of ['Outcome and thanks', 'Met', 'Introduced', 'Both agreed']) {
      await person.keyboard.press('Control+z');
      await expect(card(person, stage)).toBeVisible();
    }
    await expect(story.getByText('Introduced Ben Okoro and Ana Silva')).toHaveCount(0);
    await expect(story.getByRole('region', { name: 'Ties' })).not.toContainText('Ben Okoro');
    for (const stage of ['Asked', 'Idea']) {
      await person.keyboard.press('Control+z');
      await expect(card(person, stage)).toBeVisible();
    }
    await person.keyboard.press('Control+z');
    await expect(person.getByText('No introductions are under way')).toBeVisible();
  });

  test('cards are dragged, a step that cannot follow is refused at its card', async ({ person }) => {
    await start(person);
    await person.keyboard.press('Escape');
    await card(person, 'Idea').dragTo(column(person, 'Met'));
    await expect(card(person, 'Idea').getByRole('alert')).toContainText(
      'What comes next is “Asked”, “Both agreed” or “Introduced”.',
    );
    await card(person, 'Idea').dragTo(column(person, 'Asked'));
    await expect(card(person, 'Asked')).toBeVisible();
    await card(person, 'Asked').dragTo(column(person, 'Introduced'));
    const step = dialog(person, `Introduced: ${both}`);
    await step.getByRole('textbox', { name: 'When' }).or(step.getByLabel('When')).fill('2026-05-02');
    await step.getByRole('button', { name: 'Write it down' }).click();
    await expect(card(person, 'Introduced')).toContainText('Introduced 2 days ago, no word yet');
    await card(person, 'Introduced').dragTo(column(person, 'Idea'));
    await expect(card(person, 'Idea')).toBeVisible();
    await card(person, 'Idea').dragTo(column(person, 'Not now'));
    await dialog(person, `Not now: ${both}`)
      .getByRole('combobox', { name: 'Who said so' })
      .selectOption('Ana Silva');
    await dialog(person, `Not now: ${both}`).getByRole('button', { name: 'Write it down' }).click();
    await expect(column(person, 'Not now').getByText('Ana Silva said not now today')).toBeVisible();
    await said(person, 'Moved to “Not now”').locator('..').getByRole('button', { name: 'Undo' }).click();
    await expect(card(person, 'Idea')).toBeVisible();
  });

  test('what cannot be is said while it is filled in, with the one that is under way', async ({ person }) => {
    await start(person);
    await person.keyboard.press('Escape');
    await person.keyboard.press('i');
    await choose(person, 'One of the two', 'Ana Silva');
    await choose(person, 'The other', 'Ben Okoro');
    const form = dialog(person, 'New introduction');
    await expect(form.getByRole('alert')).toContainText('are under way already: “Idea”, since today.');
    await form.getByRole('button', { name: 'Go on with that one' }).click();
    await expect(beside(person).getByRole('heading', { name: both })).toBeVisible();

    // Somebody introduces me.
    await person.keyboard.press('i');
    await form.getByRole('combobox', { name: 'Who introduces whom' }).selectOption('Somebody introduces me');
    await form.getByRole('button', { name: 'Keep as an idea' }).click();
    await expect(form.getByText('Choose who introduces.')).toBeVisible();
    await choose(person, 'Who introduces', 'Ben Okoro');
    await choose(person, 'To whom', 'Ana Silva');
    await form.getByRole('switch', { name: 'Confidential' }).check();
    await form.getByRole('textbox', { name: 'Why these two' }).fill('She may hire.');
    await form.getByRole('button', { name: 'Keep as an idea' }).click();
    const mine = cardIn(person, 'Idea', 'You and Ana Silva');
    await expect(mine).toContainText('through Ben Okoro');
    await expect(mine).not.toContainText('She may hire.');
    await beside(person).getByRole('button', { name: 'Show what is kept of it' }).click();
    await expect(beside(person).getByText('She may hire.')).toBeVisible();
    await expect(beside(person).getByRole('textbox', { name: 'Text' })).toHaveValue(
      /^Dear Ben Okoro,\n\nWould you introduce me to Ana Silva\?/,
    );
  });

  test('letters are edited and stay so, begin with a template, and are saved as a mail', async ({
    person,
  }) => {
    await start(person, 'Both sail.');
    const letter = beside(person).getByRole('region', { name: 'To Ben Okoro, to ask' });
    const text = letter.getByRole('textbox', { name: 'Text' });
    await expect(text).toHaveValue(/May I put you in touch with Ana Silva\? Both sail\. /);
    await text.fill('Ben, do you know Ana?');
    await text.blur();
    await expect(letter.getByText('Edited, and kept with this introduction.')).toBeVisible();
    await person.reload();
    await person.getByRole('button', { name: both }).first().click();
    await expect(text).toHaveValue('Ben, do you know Ana?');

    await letter.getByRole('button', { name: 'Keep as a template…' }).click();
    const template = dialog(person, 'New template');
    await template.getByRole('textbox', { name: 'Name' }).fill('Short');
    await template.getByRole('textbox', { name: 'Text' }).fill('Hi {first name}: {other}? {whyy}');
    await expect(template.getByText('{whyy} is no placeholder')).toBeVisible();
    await template.getByRole('textbox', { name: 'Text' }).fill('Hi {name}: {other}? {why}');
    await template.getByRole('button', { name: 'Keep the template' }).click();
    await letter.getByRole('combobox', { name: 'Begin with' }).selectOption('Short');
    await expect(text).toHaveValue('Hi Ben Okoro: Ana Silva? Both sail.');

    const [file] = await Promise.all([
      person.waitForEvent('download'),
      letter.getByRole('button', { name: 'Save as mail (.eml)' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('To Ben Okoro.eml');
    const saved = await readFile(await file.path(), 'utf8');
    expect(saved).toContain('X-Unsent: 1\r\n');
    expect(Buffer.from(saved.split('\r\n\r\n')[1] ?? '', 'base64').toString()).toBe(
      'Hi Ben Okoro: Ana Silva? Both sail.',
    );

    await letter.getByRole('button', { name: 'Ben Okoro is asked' }).click();
    await expect(card(person, 'Asked')).toContainText('Ben Okoro asked today; ask Ana Silva');
    await person.keyboard.press('Control+z');
    await expect(card(person, 'Idea')).toBeVisible();

    await go(person, 'Settings');
    await person.getByRole('button', { name: 'Remove Short' }).click();
    await expect(said(person, 'Template removed: Short')).toBeVisible();
  });
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 900, height: 800 } });

  test('board, list, dialog and detail are within everybody’s reach, in a narrow window as well', async ({
    person,
  }) => {
    await begin(person, 'Look around in a sample');
    await go(person, 'Introductions');
    await expect(column(person, 'Both agreed').getByRole('listitem')).not.toHaveCount(0);
    expect(await faultsOf(person)).toEqual([]);
    await column(person, 'Both agreed').getByRole('listitem').first().press('Enter');
    await expect(beside(person).getByRole('textbox', { name: 'Text' })).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    await person.getByRole('tab', { name: 'List' }).click();
    await expect(person.getByRole('list', { name: 'Introductions' }).getByRole('listitem')).toHaveCount(9);
    await person.getByRole('button', { name: 'Stuck', exact: true }).click();
    await expect(person.getByRole('list', { name: 'Introductions' }).getByRole('listitem')).toHaveCount(3);
    expect(await faultsOf(person)).toEqual([]);
    await person.getByRole('button', { name: 'New introduction' }).click();
    await expect(dialog(person, 'New introduction')).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    expect(
      await person.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
    ).toBe(false);
  });
});
