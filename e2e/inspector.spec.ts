/** The one who is selected: found, edited, tied, logged with, removed, and all of it taken back. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { faultsOf } from './accessible';
import { begin, go, said } from './steps';

const aboutWho = (page: Page): Locator => page.getByRole('complementary', { name: 'About who is selected' });

async function find(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /^Find a person/ }).click();
  await page.getByRole('combobox', { name: /^Find a person/ }).fill(name);
  const found = page.getByRole('listbox', { name: 'What was found' });
  await found.getByRole('option', { name: new RegExp(name) }).click();
  await expect(aboutWho(page).getByRole('heading', { level: 2, name })).toBeVisible();
}

const who = 'Signe Aurland';

const story = (page: Page): Locator => aboutWho(page).getByRole('region', { name: 'What happened' });
const entry = (page: Page, name: string | RegExp): Locator => story(page).getByRole('article', { name });

/** Logs a line about the one who is selected; it is there once the dialog is gone. */
async function log(page: Page, text: string): Promise<void> {
  await page.keyboard.press('l');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'What happened' })).toBeFocused();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function addMore(page: Page, what: string): Promise<void> {
  await story(page).getByRole('button', { name: 'Add more' }).click();
  await page.getByRole('menuitem', { name: what }).click();
}

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
  await log(person, 'Talked about the boats');
  const logged = story(person).getByRole('article').filter({ hasText: 'Talked about the boats' });
  await expect(logged).toBeVisible();
  await expect(aboutWho(person).getByText(/last in touch today/)).toBeVisible();
  await logged.getByRole('button', { name: /^Remove/ }).click();
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

test('the story is filtered by kind and by words', async ({ person }) => {
  await story(person).getByRole('button', { name: 'Add a note' }).click();
  await person.keyboard.type('Prefers the harbour.');
  await person.keyboard.press('Control+Enter');
  const articles = story(person).getByRole('article');
  const kinds = story(person).getByRole('group', { name: 'Kinds' });
  await kinds.getByRole('button', { name: 'Notes' }).click();
  await expect(entry(person, /^Note, /).filter({ hasText: 'Prefers the harbour.' })).toBeVisible();
  await expect(articles.filter({ hasNotText: 'Note' })).toHaveCount(0);
  await kinds.getByRole('button', { name: 'Contact' }).click();
  await expect(articles.filter({ hasNotText: 'Note' }).first()).toBeVisible();
  await story(person).getByRole('textbox', { name: 'Words in it' }).fill('HARBOUR prefers');
  await expect(story(person).getByRole('status')).toHaveText(/^1 of \d+$/);
  await expect(articles).toHaveCount(1);
  await story(person).getByRole('textbox', { name: 'Words in it' }).fill('nothing like it');
  await expect(story(person).getByText('Nothing fits.')).toBeVisible();
});

test('a planned meeting becomes real with one key, and undo makes it planned again', async ({ person }) => {
  await log(person, 'coffee in 3 days, the new boat');
  const planned = entry(person, /^Planned: /).filter({ hasText: 'the new boat' });
  await planned.focus();
  await person.keyboard.press('d');
  await expect(said(person, 'It took place')).toBeVisible();
  await expect(planned).toHaveCount(0);
  const real = entry(person, /4 May 2026$/).filter({ hasText: 'the new boat' });
  await expect(real).toContainText('today');
  await person.getByRole('button', { name: 'Undo', exact: true }).last().click();
  await expect(planned).toBeVisible();
});

test('a promise says what is wrong with it, is kept with a click, and another is dropped with a word', async ({
  person,
}) => {
  await addMore(person, 'A promise');
  const form = story(person).getByRole('group', { name: 'A promise' });
  await form.getByLabel('Due').fill('2026-05-01');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form.getByRole('textbox', { name: 'What' })).toHaveAccessibleDescription(
    'Write what was promised.',
  );
  await expect(form.getByLabel('Due')).toHaveAccessibleDescription(
    'This is before the promise was made. Choose a later day.',
  );
  await form.getByRole('textbox', { name: 'What' }).fill('the sea charts');
  await form.getByLabel('Due').fill('2026-05-08');
  await form.getByRole('button', { name: 'Keep' }).click();
  const promise = entry(person, /^You promised, /).filter({ hasText: 'the sea charts' });
  await expect(promise).toContainText('due Friday 8 May');
  await promise.getByRole('button', { name: 'Drop it: the sea charts' }).click();
  await person.keyboard.type('She has them already');
  await person.keyboard.press('Enter');
  await expect(promise).toContainText('dropped today');
  await expect(promise).toContainText('She has them already');
  await person.keyboard.press('Control+z');
  await promise.getByRole('button', { name: 'Kept: the sea charts' }).click();
  await expect(promise).toContainText('kept today');
});

test('what was given and got is told in a sentence, and thanks are marked', async ({ person }) => {
  await addMore(person, 'Something given or received');
  const form = story(person).getByRole('group', { name: 'Given or received' });
  await form.getByRole('textbox', { name: 'What', exact: true }).fill('a berth for the winter');
  await form.getByLabel('Who gave').click();
  await person.getByRole('option', { name: 'Signe', exact: true }).click();
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(story(person).getByText(/Signe helped this month/)).toBeVisible();
  const help = entry(person, /^You got help, /).filter({ hasText: 'a berth' });
  await expect(help).toContainText('not thanked yet');
  await help.getByRole('button', { name: 'You thanked them: a berth for the winter' }).click();
  await expect(help).toContainText('thanked today');
});

test('advice is followed, told of, and introductions are told in the story', async ({ person }) => {
  await addMore(person, 'Advice they gave');
  await person.keyboard.type('read The Grid');
  await story(person).getByLabel('To try by').fill('2026-05-08');
  await person.keyboard.press('Enter');
  const advice = entry(person, /^Signe advised, /);
  await expect(advice).toContainText('due Friday 8 May');
  await advice.getByRole('button', { name: 'Followed: read The Grid', exact: true }).click();
  await advice.getByRole('button', { name: 'What came of it: read The Grid' }).click();
  await person.keyboard.type('It changed the plan');
  await person.keyboard.press('Enter');
  await expect(advice).toContainText('It changed the plan');
  await go(person, 'Today');
  const mine = person.getByRole('region', { name: 'Your promises' });
  await expect(mine).toContainText('their advice, followed; tell what came of it');
  await mine.getByRole('button', { name: 'Told: Read The Grid, Signe Aurland' }).click();
  await expect(said(person, 'Signe Aurland was told')).toBeVisible();
  await go(person, 'Atlas');
  await expect(advice).toContainText('told today');

  await addMore(person, 'An introduction');
  const form = story(person).getByRole('group', { name: 'An introduction' });
  await expect(form.getByLabel('To whom')).toBeFocused();
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(form.getByRole('alert')).toHaveText('Choose who it was.');
  await form.getByLabel('To whom').fill('Camille Cohen');
  await person
    .getByRole('listbox', { name: 'To whom' })
    .getByRole('option', { name: /^Camille Cohen/ })
    .click();
  await form.getByLabel('What').click();
  await person.getByRole('option', { name: 'Signe introduced you', exact: true }).click();
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(story(person).getByText(/introduced you to Camille/)).toBeVisible();
  const met = entry(person, /^Signe brought together you and Camille Cohen, /);
  await met.focus();
  await person.keyboard.press('Enter');
  await form.getByLabel('How far it is').click();
  await person.getByRole('option', { name: 'They met', exact: true }).click();
  await form.getByLabel('What came of it').fill('A berth for two');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(met).toContainText('They met. A berth for two');
  await met.focus();
  await person.keyboard.press('Delete');
  await expect(met).toHaveCount(0);
  await person.keyboard.press('Control+z');
  await expect(met).toBeVisible();
});

test('what is confidential is changed once it is shown, made open, and confidential again', async ({
  person,
}) => {
  await log(person, 'her test was bad !confidential');
  const talk = entry(person, /4 May 2026$/).filter({ hasText: /Show what is confidential|Hide it again/ });
  const form = story(person).getByRole('group', { name: 'What happened' });
  const edit = async (): Promise<void> => {
    await talk.focus();
    await person.keyboard.press('Enter');
    await expect(form.getByLabel('What about')).toHaveCount(0);
    await form.getByRole('button', { name: 'Show what is confidential, to change it' }).click();
  };
  await edit();
  await form.getByLabel('What about').fill('her test was good');
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(talk).not.toContainText('her test');
  await talk.getByRole('button', { name: 'Show what is confidential' }).click();
  await expect(talk).toContainText('her test was good');
  await talk.getByRole('button', { name: 'Hide it again' }).click();
  await edit();
  await form.getByRole('switch', { name: 'Confidential' }).click();
  await form.getByRole('button', { name: 'Keep' }).click();
  await expect(story(person).getByText('her test was good')).toBeVisible();
  await person.keyboard.press('Control+z');
  await expect(talk).toBeVisible();
  await expect(story(person).getByText('her test was good')).toHaveCount(0);
});

test('one goes through the story by keys; an entry is changed and removed by them', async ({ person }) => {
  await log(person, 'Talked about the boats');
  const articles = story(person).getByRole('article');
  await articles.first().focus();
  await person.keyboard.press('j');
  await expect(articles.nth(1)).toBeFocused();
  await person.keyboard.press('k');
  await expect(articles.first()).toBeFocused();
  const boats = articles.filter({ hasText: 'Talked about the boats' });
  await boats.focus();
  await person.keyboard.press('Enter');
  const form = story(person).getByRole('group', { name: 'What happened' });
  await form.getByLabel('When').fill('2026-06-01');
  await person.keyboard.press('Enter');
  await expect(form.getByLabel('When')).toHaveAccessibleDescription(/has not come yet/);
  await form.getByLabel('When').fill('2026-05-03');
  await person.keyboard.press('Enter');
  await expect(boats).toContainText('yesterday');
  await expect(boats).toBeFocused();
  await person.keyboard.press('Delete');
  await expect(boats).toHaveCount(0);
  await person.keyboard.press('Control+z');
  await expect(boats).toBeVisible();
});

test('the story is within everybody’s reach', async ({ person }) => {
  await log(person, 'coffee in 3 days, the new boat, I owe @Signe charts by Fri');
  await story(person).scrollIntoViewIfNeeded();
  await expect(entry(person, /^Planned: /)).toBeVisible();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'story');
  await story(person)
    .getByRole('button', { name: /^Show all/ })
    .click();
  await story(person).getByRole('button', { name: 'Show the latest only' }).scrollIntoViewIfNeeded();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'story-all');
});
