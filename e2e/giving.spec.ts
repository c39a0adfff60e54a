/** Give and ask: who can help and whether to ask them now, what was asked and thanked, who knows what I offer. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { begin, go, said, title } from './steps';

const helpers = (page: Page): Locator =>
  page.getByRole('list', { name: 'Who can help' }).getByRole('listitem');
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const before = (page: Page, name: string): Locator => part(page, `Before asking ${name}`);
const undoIn = (page: Page, text: string | RegExp): Locator =>
  said(page, text).locator('..').getByRole('button', { name: 'Undo' });

/** Describes a need and waits for whoever can help. */
async function seek(page: Page, need: string): Promise<void> {
  await page.getByRole('textbox', { name: 'What do you need?' }).fill(need);
  await page.keyboard.press('Enter');
  await expect(helpers(page).first()).toBeFocused();
}

test.describe('with the sample', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await go(person, 'Give and ask');
  });

  test('a need leads to who can help, a question to its answer and to thanks, each to be taken back', async ({
    person,
  }) => {
    await seek(person, 'Who knows about grant writing?');
    await expect(person.getByText('by the words “grant”, “writing”')).toBeVisible();
    await expect(helpers(person).first()).toContainText('Can help with “grant writing”.');
    await person.keyboard.press('j');
    await expect(helpers(person).nth(1)).toBeFocused();
    await person.keyboard.press('k');
    const name = (await helpers(person).first().getAttribute('aria-label')) ?? '';
    await person.keyboard.press('Enter');
    const card = before(person, name);
    await expect(card.getByText('You have known each other since')).toBeVisible();
    await expect(helpers(person).first().getByText('A good moment')).toBeVisible();

    const form = person.getByRole('form', { name: `Ask ${name}` });
    const what = form.getByRole('textbox', { name: `What you ask ${name} for` });
    await what.fill('');
    await form.getByRole('button', { name: 'Ask' }).click();
    await expect(form.getByText('Write what you ask for.')).toBeVisible();
    await what.fill('an hour on the application');
    await form.getByRole('button', { name: 'Ask' }).click();
    await expect(said(person, `Written down: you asked ${name}`)).toBeVisible();
    const waiting = part(person, 'Waiting for an answer');
    await expect(waiting.getByText('an hour on the application')).toBeVisible();
    // Whoever was asked and has not answered is not asked again.
    await expect(card.getByText('there is no answer yet').first()).toBeVisible();

    await waiting.getByRole('button', { name: /^Yes: an hour/ }).click();
    const yes = person.getByRole('form', { name: 'They said yes' });
    await yes.getByRole('combobox', { name: 'What you received' }).selectOption('Time');
    await yes.getByRole('button', { name: 'They said yes' }).click();
    await expect(waiting).toHaveCount(0);
    const owed = part(person, 'Thanks owed');
    const thanked = owed.getByRole('button', { name: /^Thanked: .*“an hour on the application”/ });
    await thanked.click();
    await expect(thanked).toHaveCount(0);
    await undoIn(person, 'Thanked').click();
    await expect(thanked).toBeVisible();

    // The story tells it, too, and gives thanks for both.
    await owed.getByRole('button', { name, exact: true }).first().click();
    await expect(title(person, name)).toBeVisible();
    const story = person.getByRole('complementary', { name: 'The person selected' });
    await expect(story.getByRole('article', { name: /^You asked, / })).toContainText('said yes');
    await expect(story.getByRole('article', { name: /^You got time, / })).toContainText('not thanked yet');
  });

  test('a leads from somebody selected to what there is to know before asking them', async ({ person }) => {
    await person.keyboard.press('Control+k');
    await person.getByRole('combobox', { name: 'Find a person, or do something' }).fill('signe aur');
    await person.getByRole('option', { name: /Signe Aurland/ }).click();
    await expect(title(person, 'Signe Aurland')).toBeVisible();
    await go(person, 'People');
    await person.keyboard.press('a');
    await expect(person.getByRole('tab', { name: 'Before asking', selected: true })).toBeVisible();
    await expect(before(person, 'Signe Aurland').getByText('Last time')).toBeVisible();
  });

  test('who ought to know what I offer is told by one click, one or several', async ({ person }) => {
    await person.getByRole('tab', { name: 'What I offer' }).click();
    const ought = person.getByRole('list', { name: 'Who ought to know' }).getByRole('listitem');
    const knows = person.getByRole('list', { name: 'Who knows' }).getByRole('listitem');
    await expect(ought.first().getByRole('paragraph')).toHaveText(/\.$/);
    const own = part(person, 'What you can help with').getByRole('combobox');
    await own.fill('Data pipelines');
    await own.press('Enter');
    await expect(ought.first()).toContainText('which is close to what you offer.');
    const names = await ought.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
    for (const name of names.slice(0, 2))
      await person.getByRole('checkbox', { name: `Pick ${name}` }).check();
    await person.getByRole('button', { name: 'Told 2 people today' }).click();
    await expect(knows).toHaveCount(2);
    await undoIn(person, '2 people were told today').click();
    await expect(knows).toHaveCount(0);
    await person.getByRole('button', { name: `Told today: ${names[1] ?? ''}`, exact: true }).click();
    await expect(knows).toHaveText([/Told today\./]);
  });
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 820, height: 900 } });

  test('asking and offering are within everybody’s reach, in a narrow window as well', async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await go(person, 'Give and ask');
    await seek(person, 'solar planning');
    await person.keyboard.press('Enter');
    await expect(person.getByRole('form', { name: /^Ask / })).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    await person.getByRole('tab', { name: 'What I offer' }).click();
    await expect(person.getByRole('list', { name: 'Who ought to know' })).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    expect(
      await person.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
    ).toBe(false);
  });
});
