/** Plans: made for somebody, proposed for, followed by steps and introductions to what came of it; all of it undone. */
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { addPerson, begin, go, said, title } from './steps';

const list = (page: Page, name: string): Locator => page.getByRole('list', { name, exact: true });

async function plans(page: Page): Promise<void> {
  await go(page, 'Introductions');
  await page.getByRole('tab', { name: 'Plans' }).click();
}

/** A plan for Signe Aurland, to whoever has to do with grants. */
async function newPlan(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'New plan' }).first().click();
  const form = page.getByRole('form', { name: 'New plan' });
  await form.getByRole('textbox', { name: 'What it is about' }).fill(name);
  await form.getByRole('textbox', { name: /^Whom it is for/ }).fill('signe aur');
  await page.getByRole('option', { name: /Signe Aurland/ }).click();
  await form.getByRole('textbox', { name: 'In words: a trade, a subject' }).fill('grant writing');
  await form.getByRole('button', { name: 'Make the plan' }).click();
  await expect(page.getByRole('article', { name })).toBeVisible();
}

test.describe('with the sample', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await plans(person);
  });

  test('a plan is made, proposes introductions, and is followed to its result; undone, the export is the first again', async ({
    person,
    kithmap,
  }) => {
    const before = (await kithmap('export', '--format', 'json')).stdout;
    await newPlan(person, 'Signe to grants');
    const article = person.getByRole('article', { name: 'Signe to grants' });
    await expect(article.getByText('For Signe Aurland')).toBeVisible();
    await expect(list(person, 'Who is there').getByRole('listitem').first()).toContainText('grant');
    const proposals = list(person, 'Introductions that would help').locator('> li');
    await expect(proposals.first()).toContainText('It adds');
    await expect(article.getByText(/would add more|could add more than/)).toBeVisible();

    const pair = (await proposals.first().getAttribute('aria-label')) ?? '';
    await person.getByRole('button', { name: `Save as idea: ${pair}` }).click();
    await expect(said(person, `Kept as an idea: ${pair}`)).toBeVisible();
    const own = list(person, 'Introductions of this plan').getByRole('listitem');
    await expect(own).toHaveCount(1);
    await expect(own).toContainText('Idea, today.');
    await expect(article.getByText('1 of 3 at most is under way already.')).toBeVisible();

    await person.getByRole('textbox', { name: 'Another step' }).fill('Ask for her papers');
    await person.keyboard.press('Enter');
    const step = person.getByRole('checkbox', { name: 'Ask for her papers' });
    await step.click();
    await expect(said(person, 'Done: Ask for her papers')).toBeVisible();
    await expect(step).toBeChecked();

    await person.getByRole('button', { name: 'Close the plan…' }).click();
    await person.getByRole('textbox', { name: 'What came of it' }).fill('She got the grant.');
    await person.getByRole('button', { name: 'It is done' }).click();
    const end = person.getByRole('region', { name: 'What came of it' });
    await expect(end).toContainText('She got the grant.');
    await expect(list(person, 'Open plans').getByRole('listitem')).toHaveCount(1);
    await expect(person.getByText('1 closed')).toBeVisible();

    // Closed, ticked, written down, kept as an idea, made: five steps.
    const undo = person.getByRole('group', { name: 'Undo and redo' }).getByRole('button', { name: /^Undo/ });
    await undo.click();
    await expect(person.getByRole('button', { name: 'Close the plan…' })).toBeVisible();
    await undo.click();
    await expect(step).not.toBeChecked();
    await undo.click();
    await expect(step).toHaveCount(0);
    await undo.click();
    await expect(own).toHaveCount(0);
    await undo.click();
    await expect(article).toHaveCount(0);
    expect((await kithmap('export', '--format', 'json')).stdout).toBe(before);
  });

  test('a plan that leads nowhere is not made, and says what is missing', async ({ person }) => {
    await person.getByRole('button', { name: 'New plan' }).first().click();
    const form = person.getByRole('form', { name: 'New plan' });
    await form.getByRole('button', { name: 'Make the plan' }).click();
    await expect(form.getByText('Give it a name.')).toBeVisible();
    await expect(form.getByText('Say where it leads: one of these, at least.')).toBeVisible();
    await form.getByRole('textbox', { name: 'What it is about' }).fill('Know astronauts');
    await form.getByRole('combobox', { name: 'Industries' }).fill('spaceflight');
    await form.getByRole('combobox', { name: 'Industries' }).press('Enter');
    await form.getByRole('button', { name: 'Make the plan' }).click();
    await expect(person.getByText('Nobody in your network is there yet')).toBeVisible();
    await expect(person.getByText('Nothing to propose just now')).toBeVisible();
    await person.getByRole('button', { name: 'Change', exact: true }).click();
    await person.keyboard.press('Escape');
    await expect(title(person, 'Know astronauts')).toBeVisible();
    await person.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(said(person, 'Removed: Know astronauts')).toBeVisible();
    await expect(title(person, 'Know astronauts')).toHaveCount(0);
  });

  test('who is there stands out on the map', async ({ person }) => {
    await newPlan(person, 'Signe to grants');
    await person.getByRole('button', { name: 'Show on the map' }).click();
    await expect(
      person.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Atlas' }),
    ).toHaveAttribute('aria-current', 'page');
    await expect(person.getByRole('heading', { name: /people selected$/ })).toBeVisible();
  });
});

test('without a plan the tab says what one is for, and makes the first', async ({ person }) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Ana Silva', 'Basel');
  await plans(person);
  await expect(person.getByText('No plan yet')).toBeVisible();
  await person.getByRole('button', { name: 'New plan' }).click();
  await expect(person.getByRole('form', { name: 'New plan' })).toBeVisible();
  await person.keyboard.press('Escape');
  await expect(person.getByText('No plan yet')).toBeVisible();
});

test.describe('in a narrow window', () => {
  test.use({ viewport: { width: 820, height: 900 } });

  test('plans are within everybody’s reach, in a narrow window as well', async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await plans(person);
    await person.getByRole('button', { name: 'New plan' }).first().click();
    expect(await faultsOf(person)).toEqual([]);
    await person.keyboard.press('Escape');
    await newPlan(person, 'Signe to grants');
    await expect(list(person, 'Who is there')).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    expect(
      await person.evaluate(
        () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
      ),
    ).toBe(false);
  });
});
