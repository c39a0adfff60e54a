/** Today: the people of the week, what can be done about each, what is owed, and why nobody is due. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { addPerson, begin, go, said, title, undoButton } from './steps';

const cards = (page: Page): Locator =>
  page.getByRole('list', { name: 'People of the week' }).getByRole('article');
const card = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'People of the week' }).getByRole('article', { name });
const acts = (page: Page, name: string): Locator =>
  page.getByRole('group', { name: `What to do about ${name}` });
const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });
const beside = (page: Page): Locator => page.getByRole('complementary', { name: 'The person selected' });
const undoIn = (page: Page, text: string | RegExp): Locator =>
  said(page, text).locator('..').getByRole('button', { name: 'Undo' });

/** Opens Today and waits for its list. */
async function openToday(page: Page): Promise<void> {
  await go(page, 'Today');
  await expect(title(page, /^Monday,? 4 May$/)).toBeVisible();
  await expect(page.getByRole('status', { name: 'Looking who is due' })).toHaveCount(0);
}

const isTooWide = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);

const names = (page: Page): Promise<string[]> =>
  cards(page).evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));

test.describe('with the sample', () => {
  /** Who was on the list at first. */
  let first: string[] = [];
  const at = (index: number): string => first[index] ?? '';

  test.beforeEach(async ({ person }) => {
    await begin(person, 'Look around in a sample');
    await openToday(person);
    await expect(cards(person).first()).toBeVisible();
    first = await names(person);
  });

  test('the week holds at most five people, each with why, and a reload keeps them', async ({ person }) => {
    expect(first.length).toBeGreaterThan(0);
    expect(first.length).toBeLessThanOrEqual(5);
    await expect(
      person.getByText(`${first.length} people this week`, { exact: false }).first(),
    ).toBeVisible();
    for (const one of await cards(person).all())
      await expect(one.getByRole('paragraph').first()).toHaveText(/\.$/);
    const open = cards(person).first();
    for (const term of ['Last time', 'To begin with', 'How', 'Draft'])
      await expect(open.getByText(term, { exact: true })).toBeVisible();

    await person.reload();
    await expect(cards(person).first()).toBeVisible();
    expect(await names(person)).toEqual(first);
  });

  test('j and k move, l logs in one step, and the toast takes it back', async ({ person }) => {
    await person.keyboard.press('j');
    await expect(cards(person).nth(0)).toBeFocused();
    // The fifth waits for a reply; a promise is not done by a talk.
    for (let step = 0; step < 4; step++) await person.keyboard.press('j');
    await person.keyboard.press('k');
    await expect(cards(person).nth(3)).toBeFocused();
    await person.keyboard.press('j');
    await expect(cards(person).nth(4)).toBeFocused();
    await person.keyboard.press('l');
    const done = card(person, `${at(4)}, done`);
    await expect(done).toBeVisible();
    await expect(done).toBeFocused();
    await expect(person.getByText('1 of 5 done this week')).toBeVisible();
    expect(await names(person)).toEqual([...first.slice(0, 4), `${at(4)}, done`]);
    await undoIn(person, /^Logged: /).click();
    await expect(done).toHaveCount(0);
    await expect(card(person, at(4))).toBeVisible();
    expect(await names(person)).toEqual(first);
  });

  test('s puts somebody off, folded below until they are brought back', async ({ person }) => {
    await person.keyboard.press('j');
    await person.keyboard.press('s');
    const dialog = person.getByRole('dialog', { name: `Snooze ${at(0)}` });
    await dialog.getByLabel('Until a day').fill('2026-05-01');
    await expect(dialog.getByText('Choose a day after today.')).toBeVisible();
    await expect(dialog.getByRole('button', { name: 'Until that day' })).toBeDisabled();
    await dialog.getByRole('button', { name: /^A month, until Wednesday,? / }).click();
    await expect(card(person, at(0))).toHaveCount(0);
    expect(await names(person)).toEqual(first.slice(1));
    // Whoever is next has the keys.
    await expect(card(person, at(1))).toBeFocused();

    await person.getByText('1 person put off').click();
    await person.getByRole('button', { name: `Bring ${at(0)} back` }).click();
    await expect(card(person, at(0))).toBeVisible();
    expect(await names(person)).toEqual(first);
  });

  test('skipping once and being in touch elsewhere put somebody off, too', async ({ person }) => {
    await acts(person, at(0)).getByRole('button', { name: 'Skip once' }).click();
    await expect(card(person, at(0))).toHaveCount(0);
    await card(person, at(1)).click();
    await person.keyboard.press('o');
    await expect(person.getByText('2 people put off')).toBeVisible();
    expect(await names(person)).toEqual(first.slice(2));
    await undoButton(person).click();
    await undoButton(person).click();
    await expect(card(person, at(0))).toBeVisible();
    expect(await names(person)).toEqual(first);
  });

  test('a swap brings somebody else for the week', async ({ person }) => {
    await card(person, at(1)).click();
    await person.keyboard.press('w');
    await expect(card(person, at(1))).toHaveCount(0);
    await expect(cards(person)).toHaveCount(5);
    const now = await names(person);
    expect(now.slice(0, 4)).toEqual(first.filter((_, index) => index !== 1));
    expect(first).not.toContain(now[4]);
    await undoIn(person, /gave the place to somebody else/).click();
    await expect(card(person, at(1))).toBeVisible();
    expect(await names(person)).toEqual(first);
  });

  test('Enter opens the person beside, where keys mean what they mean there, and Esc comes back', async ({
    person,
  }) => {
    await person.keyboard.press('j');
    await person.keyboard.press('Enter');
    await expect(beside(person).getByRole('heading', { name: at(0), exact: true })).toBeVisible();
    await person.keyboard.press('j');
    await expect(beside(person).getByRole('heading', { name: at(1), exact: true })).toBeVisible();
    await person.keyboard.press('Enter');
    await expect(beside(person).locator(':focus')).toHaveCount(1);
    await person.keyboard.press('l');
    await expect(person.getByRole('dialog', { name: 'Note what happened' })).toBeVisible();
    await person.keyboard.press('Escape');
    await person.keyboard.press('Escape');
    await expect(beside(person)).toHaveCount(0);
    await expect(card(person, at(1))).toBeFocused();
  });

  test('a promise is kept, another dropped with a word, and both taken back', async ({ person }) => {
    const mine = part(person, 'Your promises');
    const lines = mine.getByRole('listitem');
    const count = await lines.count();
    await mine
      .getByRole('button', { name: /^Kept: / })
      .first()
      .click();
    await expect(lines).toHaveCount(count - 1);
    await undoIn(person, 'The promise is kept').click();
    await expect(lines).toHaveCount(count);
    await mine
      .getByRole('button', { name: /^Drop: / })
      .first()
      .click();
    const dialog = person.getByRole('dialog', { name: 'Drop the promise' });
    await dialog.getByRole('textbox', { name: /^A word on why/ }).fill('No longer needed.');
    await dialog.getByRole('button', { name: 'Drop it' }).click();
    await expect(lines).toHaveCount(count - 1);
    await undoIn(person, 'The promise is dropped').click();
    await expect(lines).toHaveCount(count);
  });

  test('a reply is held with a line to copy, answered, or said to need none', async ({ person }) => {
    await person.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', {
        value: {
          writeText: (text: string) => {
            document.title = text;
            return Promise.resolve();
          },
        },
      });
    });
    const waiting = part(person, 'Waiting for your reply');
    const entries = waiting.getByRole('button', { name: /^None needed: / });
    await waiting.getByRole('button', { name: 'Show all 12' }).click();
    await expect(entries).toHaveCount(12);
    await waiting
      .getByRole('button', { name: /^Copy a holding answer/ })
      .first()
      .click();
    await expect(person).toHaveTitle(/^Dear .*have not forgotten you/);
    await entries.first().click();
    await expect(entries).toHaveCount(11);
    await waiting
      .getByRole('button', { name: /^Answered / })
      .first()
      .click();
    await expect(entries).toHaveCount(10);
    await undoButton(person).click();
    await undoButton(person).click();
    await expect(entries).toHaveCount(12);
  });

  test('says what it left out and why, and what else is dated', async ({ person }) => {
    await person.getByText(/^\d+ people left out this week, and why$/).click();
    await expect(person.getByText(/^Due, and the week holds 5 people/)).toHaveCount(1);
    await person.getByText(/^Also dated: \d+ lines$/).click();
    await expect(person.getByText(/promised “/).first()).toBeVisible();
  });

  test('follows what another window does, and the command palette acts on the card', async ({
    person,
    context,
    host,
    watch,
  }) => {
    const other = await context.newPage();
    await watch(other);
    await other.goto(host.address);
    await openToday(other);
    await card(other, at(4)).click();
    await person.bringToFront();
    await card(person, at(4)).click();
    await person.keyboard.press('Control+k');
    await person.getByRole('combobox', { name: /^Find a person/ }).fill('done way suggested');
    await expect(person.getByRole('option', { selected: true })).toContainText('Done: log it');
    await person.keyboard.press('Enter');
    await expect(card(person, `${at(4)}, done`)).toBeVisible();
    await expect(card(other, `${at(4)}, done`)).toBeVisible();
  });

  test('is free of faults in both themes, narrow, large, and with everything open', async ({ person }) => {
    await picture(person, 'today-240');
    expect(await faultsOf(person)).toEqual([]);
    await person.keyboard.press('j');
    await person.keyboard.press('Enter');
    await person.getByText(/left out this week, and why$/).click();
    await expect(beside(person)).toBeVisible();
    expect(await faultsOf(person)).toEqual([]);
    await picture(person, 'today-240-beside');
    await person.keyboard.press('Escape');
    await person.setViewportSize({ width: 480, height: 900 });
    await picture(person, 'today-240');
    expect(await isTooWide(person)).toBe(false);
    expect(await faultsOf(person)).toEqual([]);

    await person.setViewportSize({ width: 1280, height: 900 });
    await go(person, 'Settings');
    await person.getByRole('slider', { name: /Text size/ }).focus();
    await person.keyboard.press('End');
    await expect(person.getByText('Text size: 200 %')).toBeVisible();
    await openToday(person);
    await expect(cards(person).first()).toBeVisible();
    await picture(person, 'today-240-large-text');
    expect(await isTooWide(person)).toBe(false);
    expect(await faultsOf(person)).toEqual([]);
  });
});

test.describe('with a network of one’s own', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Start empty');
  });

  test('with nobody in it, says the next step', async ({ person }) => {
    await openToday(person);
    await expect(person.getByText('Nobody is here yet')).toBeVisible();
    await picture(person, 'today-0');
    expect(await faultsOf(person)).toEqual([]);
    await person.getByRole('button', { name: 'Import contacts' }).click();
    await expect(person.getByRole('button', { name: 'Import files' })).toBeVisible();
  });

  test('on the day of an import nobody is due, and it says why', async ({ person, kithmap }) => {
    const file = fileURLToPath(new URL('files/Connections.csv', import.meta.url));
    // Rows that say nothing of anybody are reported, and are none of its business here.
    expect((await kithmap('import', file)).code).toBeLessThan(2);
    await openToday(person);
    await expect(person.getByText('Nobody is due', { exact: true })).toBeVisible();
    await expect(person.getByText(/An import alone makes nobody due: of the \d+ people/)).toBeVisible();
    await expect(cards(person)).toHaveCount(0);
    await person.getByRole('button', { name: 'Choose for whom to have a cadence' }).click();
    await expect(title(person, 'People')).toBeVisible();
  });

  test('what is confidential is masked until asked for', async ({ person, kithmap }) => {
    await addPerson(person, 'Ana Silva');
    expect((await kithmap('log', 'call @ana 9 months ago: the embargo !confidential')).code).toBe(0);
    await openToday(person);
    const ana = card(person, 'Ana Silva');
    await expect(ana).toContainText('What was said is confidential.');
    await expect(ana).not.toContainText('embargo');
    await ana.getByRole('button', { name: 'Show what is confidential' }).click();
    await expect(ana).toContainText('the embargo');
  });

  test('a mail begins with the draft; whoever is to be met soon is left out; the rail counts the rest', async ({
    person,
    kithmap,
    dataFolder,
  }) => {
    const cards = ['Ana Silva', 'Ben Okoro'].map(
      (name) =>
        `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:${name}\r\nEMAIL:${name.slice(0, 3).toLowerCase()}@example.org\r\nEND:VCARD\r\n`,
    );
    const file = join(dataFolder, '..', 'people.vcf');
    await writeFile(file, cards.join(''));
    expect((await kithmap('import', file)).code).toBe(0);
    for (const text of [
      'call @ana 9 months ago: the sea charts',
      'call @ben 9 months ago',
      'lunch @ben in 3 days',
    ])
      expect((await kithmap('log', text)).code).toBe(0);
    const rail = person.getByRole('navigation', { name: 'Screens' });
    await expect(rail.getByRole('button', { name: 'Today, 1 person left' })).toBeVisible();
    await openToday(person);
    const mail = card(person, 'Ana Silva').getByRole('link', { name: 'ana@example.org' });
    const { searchParams } = new URL((await mail.getAttribute('href')) ?? '');
    expect(searchParams.get('subject')).toBe('A few words from Mara Lindqvist');
    expect(searchParams.get('body')).toMatch(/^Dear Ana Silva,\r\n\r\n.*the sea charts/);
    await person.getByText(/^1 person left out this week, and why$/).click();
    await expect(person.getByText('You meet on Thursday 7 May.')).toBeVisible();
    await card(person, 'Ana Silva').focus();
    await person.keyboard.press('l');
    await expect(rail.getByRole('button', { name: 'Today', exact: true })).toBeVisible();
  });

  test('whoever may slip away gets a cadence, a coffee, or is let go', async ({ person, kithmap }) => {
    for (const name of ['Ana Silva', 'Ben Okoro', 'Cy Weiss']) await addPerson(person, name);
    for (const one of ['ana', 'ben', 'cy'])
      expect((await kithmap('log', `lunch @${one} 3 months ago`)).code).toBe(0);
    await openToday(person);
    const slipping = part(person, 'Who may slip away');
    await expect(slipping.getByRole('listitem')).toHaveCount(3);
    await picture(person, 'today-tweeners');

    await slipping.getByRole('button', { name: 'Every 3 months with Ana Silva' }).click();
    await expect(slipping.getByRole('listitem')).toHaveCount(2);
    await undoIn(person, 'Ana Silva: every 3 months').click();
    await expect(slipping.getByRole('listitem')).toHaveCount(3);

    await slipping.getByRole('button', { name: 'Plan a coffee with Ben Okoro' }).click();
    const coffee = person.getByRole('dialog', { name: 'A coffee with Ben Okoro' });
    await coffee.getByRole('button', { name: 'Plan it' }).click();
    await expect(said(person, /^Planned: a coffee with Ben Okoro, Monday,? /)).toBeVisible();

    await slipping.getByRole('button', { name: 'Let Cy Weiss go' }).click();
    const letGo = person.getByRole('dialog', { name: 'Let Cy Weiss go' });
    await letGo.getByRole('textbox', { name: /^A note/ }).fill('Moved to sea.');
    await letGo.getByRole('button', { name: 'Let go' }).click();
    await expect(slipping.getByRole('button', { name: 'Let Cy Weiss go' })).toHaveCount(0);
    await undoIn(person, 'Let Cy Weiss go').click();
    await expect(slipping.getByRole('button', { name: 'Let Cy Weiss go' })).toBeVisible();
  });
});

test('after an absence three people are enough, and the rest may rest', async ({
  page,
  context,
  watch,
  startHost,
  kithmap,
}) => {
  const before = await startHost({ today: '2026-01-12' });
  const then = await context.newPage();
  await then.goto(before.address);
  await begin(then, 'Start empty');
  for (const name of ['Ana Silva', 'Ben Okoro', 'Cy Weiss', 'Dana Roth']) {
    await addPerson(then, name);
    const given = name.split(' ')[0] ?? '';
    expect((await kithmap('log', `lunch @${given} 7 months ago`)).code).toBe(0);
  }
  await then.close();
  await before.stop();

  await watch(page);
  const now = await startHost();
  await page.goto(now.address);
  await openToday(page);
  await expect(page.getByText('Welcome back. 3 people to start with; the rest can rest.')).toBeVisible();
  await expect(cards(page)).toHaveCount(3);
  await picture(page, 'today-away');
  await page.getByRole('button', { name: 'I’m caught up' }).click();
  await expect(page.getByRole('button', { name: 'I’m caught up' })).toHaveCount(0);
  await undoIn(page, 'Clocks stood still while you were away').click();
  await expect(page.getByRole('button', { name: 'I’m caught up' })).toBeVisible();
  // Hosts end before the watch does, and a page would look for its own.
  await page.close();
});
