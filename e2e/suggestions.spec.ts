/** Who could meet next: why in words and in parts, what would come of it, and what is decided, each taken back. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { begin, go, said, title } from './steps';

const pairs = (page: Page): Locator =>
  page.getByRole('list', { name: 'Who could meet next' }).locator('> li');
const undoIn = (page: Page, text: string | RegExp): Locator =>
  said(page, text).locator('..').getByRole('button', { name: 'Undo' });

async function suggestions(page: Page): Promise<void> {
  await go(page, 'Introductions');
  await page.getByRole('tab', { name: 'Suggestions' }).click();
  await expect(pairs(page).first()).toBeVisible();
}

async function openFirst(page: Page): Promise<string> {
  const names = (await pairs(page).first().getAttribute('aria-label')) ?? '';
  await page.getByRole('list', { name: 'Who could meet next' }).focus();
  await page.keyboard.press('j');
  await expect(pairs(page).first()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(pairs(page).first().getByRole('region', { name: 'How this came about' })).toBeVisible();
  return names;
}

test.describe('with the sample', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await suggestions(person);
  });

  test('tell why in parts that can be opened, and what would come of it', async ({ person }) => {
    await openFirst(person);
    const first = pairs(person).first();
    const parts = first.getByRole('region', { name: 'How this came about' });
    for (const name of ['Plausible', 'Good for both', 'Willing', 'Cost']) {
      await expect(parts.getByRole('term').filter({ hasText: name })).toBeVisible();
    }
    await parts.getByText('What this rests on: Willing').click();
    await parts.getByRole('group').filter({ hasText: 'Willing' }).getByRole('button').first().click();
    await expect(person.getByRole('complementary', { name: 'The person selected' })).toBeVisible();
    await expect(
      first.getByRole('region', { name: 'If they meet' }).getByRole('paragraph').first(),
    ).toHaveText(/\.$/);
  });

  test('what is decided leaves the list and comes back when it is taken back', async ({ person }) => {
    for (const [button, done] of [
      ['Not now', /not for the next 90 days/],
      ['Not these two', /will not be suggested again/],
      ['Save as idea', /Kept as an idea/],
    ] as const) {
      const names = await openFirst(person);
      await pairs(person).first().getByRole('button', { name: button, exact: true }).click();
      const line = person.getByRole('listitem', { name: names, exact: true });
      await expect(line).toHaveCount(0);
      await undoIn(person, done).click();
      await expect(line).toHaveCount(1);
      await person
        .getByRole('button', { name: names, exact: true })
        .and(person.locator('[aria-expanded=true]'))
        .click();
    }
  });

  test('asking both first begins an introduction and opens it', async ({ person }) => {
    const names = await openFirst(person);
    await pairs(person).first().getByRole('button', { name: 'Ask both first' }).click();
    await expect(said(person, `Begun: ${names}. Ask each side first.`)).toBeVisible();
    await expect(person.getByRole('complementary', { name: 'The introduction that is open' })).toBeVisible();
  });

  test('a new introduction says what would come of it once both are chosen', async ({ person }) => {
    await person.keyboard.press('i');
    const dialog = person.getByRole('dialog', { name: 'New introduction' });
    for (const [field, name] of [
      ['One of the two', 'Maren Haugland'],
      ['The other', 'Flurina Frölich'],
    ] as const) {
      await dialog.getByRole('textbox', { name: field, exact: true }).fill(name);
      await person.getByRole('option', { name: new RegExp(name) }).click();
    }
    await expect(
      dialog.getByRole('region', { name: 'If they meet' }).getByRole('paragraph').first(),
    ).toHaveText(/would reach \d+ more people within two steps/);
  });

  test('whoever was asked is told of, and the settings say how often is enough', async ({ person }) => {
    await go(person, 'Settings');
    const limit = person.getByRole('textbox', { name: 'Times in 30 days that one person is asked' });
    await expect(limit).toHaveValue('1');
    await limit.fill('40');
    await expect(person.getByText('From 1 to 30 times in 30 days.')).toBeVisible();
    await limit.fill('2');
    await person.getByRole('button', { name: 'Keep this', exact: true }).click();
    await expect(said(person, 'One person is asked twice a month at most')).toBeVisible();
    await undoIn(person, 'One person is asked twice a month at most').click();
    await expect(limit).toHaveValue('1');

    await person.keyboard.press('Control+k');
    await person.getByRole('combobox', { name: 'Find a person, or do something' }).fill('signe aur');
    await person.getByRole('option', { name: /Signe Aurland/ }).click();
    await go(person, 'People');
    await person.keyboard.press('a');
    await person
      .getByRole('form', { name: 'Ask Signe Aurland' })
      .getByRole('button', { name: 'Ask' })
      .waitFor();
    await person
      .getByRole('textbox', { name: 'What you ask Signe Aurland for' })
      .fill('an hour on the application');
    await person
      .getByRole('form', { name: 'Ask Signe Aurland' })
      .getByRole('button', { name: 'Ask' })
      .click();
    await expect(
      person
        .getByRole('complementary', { name: 'The person selected' })
        .getByText(/was asked once in the last 30 days\. That is as often as you want/),
    ).toBeVisible();

    // With what it rests on that somebody connects, and without any order by it.
    await go(person, 'Insights');
    await person.getByRole('tab', { name: 'Connectors' }).click();
    const signe = person
      .getByRole('grid', { name: 'Connectors' })
      .getByRole('row')
      .filter({ hasText: 'Signe Aurland' });
    await expect(signe).toContainText('was asked once in the last 30 days');
    await signe.getByRole('button', { name: 'Evidence on Signe Aurland' }).click();
    await expect(
      person.getByRole('dialog').getByText('You asked for “an hour on the application”: no answer yet'),
    ).toBeVisible();
  });
});

test('without anybody the tab says the next step', async ({ person }) => {
  await begin(person, 'Start empty');
  await go(person, 'Introductions');
  await person.getByRole('tab', { name: 'Suggestions' }).click();
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 820, height: 900 } });

  test('suggestions are within everybody’s reach, in a narrow window as well', async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await suggestions(person);
    await expect(title(person, 'Who could meet next')).toBeVisible();
    await openFirst(person);
    expect(await faultsOf(person)).toEqual([]);
    expect(
      await person.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
    ).toBe(false);
  });
});
