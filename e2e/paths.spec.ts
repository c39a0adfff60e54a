/** Ways to somebody: by key and by picking two, as text and on the map; and what is under way between people. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { begin, go, said, title } from './steps';

const ways = (page: Page): Locator => page.getByRole('region', { name: 'Ways', exact: true });
const found = (page: Page): Locator => ways(page).getByRole('list', { name: 'Ways found' }).locator('> li');
const to = (page: Page): Locator => ways(page).getByRole('textbox', { name: 'To', exact: true });
const map = (page: Page): Locator => page.getByRole('listbox', { name: /^The map/ });
const heading = (page: Page, name: string): Locator => ways(page).getByRole('heading', { name, exact: true });

const ties = `source,target
Ben Okoro,Ana Silva
Cem Aydın,Ana Silva
Ben Okoro,Eve Lund
Cem Aydın,Eve Lund
Ana Silva,Fay Kern
Gus Ito,Hal Berg
`;
const nodes = `id,organisation,place,tags
Ana Silva,Novartis,Basel,choir
Ben Okoro,Halden Grid,Lisbon,
Cem Aydın,Halden Grid,Zürich,
Eve Lund,Novartis,Basel,
Fay Kern,Marisma Labs,Porto,choir
Gus Ito,Marisma Labs,Porto,
Hal Berg,Tidemark,Oslo,
`;

/** Seven people, two of whom I know. */
async function few(page: Page, kithmap: (...args: string[]) => Promise<{ code: number }>, folder: string) {
  const [tiesFile, nodesFile] = [join(folder, '..', 'ties.csv'), join(folder, '..', 'nodes.csv')];
  await writeFile(tiesFile, ties);
  await writeFile(nodesFile, nodes);
  expect((await kithmap('import', tiesFile, '--nodes', nodesFile)).code).toBe(0);
  expect((await kithmap('log', 'call @Ben Okoro 2 days ago')).code).toBe(0);
  expect((await kithmap('log', 'mail @Cem Aydın 90 days ago')).code).toBe(0);
  await page.reload();
  await page.getByRole('textbox', { name: 'Your name' }).fill('Mara Lindqvist');
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(map(page)).toBeVisible({ timeout: 60_000 });
}

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a person, or do something' });
  await field.fill(name);
  await expect(page.getByRole('option', { name, selected: true })).toBeVisible();
  await field.press('Enter');
  await expect(title(page, name)).toBeVisible();
}

async function choose(page: Page, typed: string, option: RegExp): Promise<void> {
  await to(page).fill(typed);
  await page.getByRole('listbox', { name: 'To' }).getByRole('option', { name: option }).click();
}

test('p leads to whoever is selected, each step with what it rests on; Esc ends it', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await select(person, 'Ana Silva');
  await person.keyboard.press('p');
  await expect(heading(person, 'Ways to Ana Silva')).toBeVisible();
  await expect(found(person).first()).toBeFocused();
  await expect(found(person)).toHaveCount(3);
  const warmest = found(person).first();
  await expect(warmest.getByRole('button', { name: 'Through Ben Okoro', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(warmest).toContainText('last in touch 2 days ago');
  await expect(warmest.getByText('warmest', { exact: true })).toBeVisible();
  await expect(warmest.getByRole('group', { name: 'To ask Ben Okoro' })).toContainText('not asked');
  await warmest.getByRole('button', { name: 'Ask to be introduced to Ana Silva' }).click();
  const dialog = person.getByRole('dialog', { name: 'New introduction' });
  await expect(dialog.getByRole('combobox', { name: 'Who introduces whom' })).toHaveValue('to-me');
  await person.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await warmest.getByText(/^How 0\.\d+ is counted/).click();
  await expect(warmest).toContainText(/0\.\d+ = 0\.\d+ × 0\.\d+ × 0\.4/);

  // The other way is drawn by Enter.
  await warmest.focus();
  await person.keyboard.press('j');
  await expect(found(person).nth(1)).toBeFocused();
  await person.keyboard.press('Enter');
  const other = found(person).nth(1).getByRole('button', { name: 'Through Cem Aydın', exact: true });
  await expect(other).toHaveAttribute('aria-pressed', 'true');
  expect(await faultsOf(person)).toEqual([]);

  await person.keyboard.press('Escape');
  await expect(ways(person)).toBeHidden();
  // Back where one was.
  await expect(title(person, 'Ana Silva')).toBeVisible();
});

test('one is left out by one press and let in again; guessed ties by a switch', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await select(person, 'Ana Silva');
  await person.keyboard.press('p');
  await found(person).first().getByRole('button', { name: 'Not through Ben Okoro' }).click();
  await expect(found(person)).toHaveCount(1);
  await expect(found(person).first()).toContainText('Cem Aydın');
  await found(person).first().getByRole('button', { name: 'Not through Cem Aydın' }).click();
  await expect(ways(person).getByText(/There is one through Ben Okoro, whom you left out/)).toBeVisible();
  await ways(person).getByRole('button', { name: 'Let Cem Aydın in again' }).click();
  await expect(found(person)).toHaveCount(1);
  await ways(person).getByRole('button', { name: 'Let Ben Okoro in again' }).click();
  await expect(found(person)).toHaveCount(3);
  await ways(person).getByRole('switch', { name: 'Only known ties' }).check();
  await expect(found(person)).toHaveCount(3);
});

test('leads to an organisation, a place or a tag, and from anybody', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await person.keyboard.press('p');
  await expect(to(person)).toBeFocused();
  await choose(person, 'nova', /^Novartis/);
  await expect(heading(person, 'Ways to anybody at Novartis')).toBeVisible();
  await expect(ways(person).getByText(/to whoever of 2 people is nearest/)).toBeVisible();
  await to(person).press('Backspace');
  await expect(heading(person, 'Ways to…')).toBeVisible();
  await choose(person, 'bas', /^Basel/);
  await expect(heading(person, 'Ways to anybody in Basel')).toBeVisible();
  await to(person).press('Backspace');
  await choose(person, 'choir', /^choir/);
  await expect(heading(person, 'Ways to anybody with the tag choir')).toBeVisible();

  await ways(person).getByRole('button', { name: 'from somebody else' }).click();
  const from = ways(person).getByRole('textbox', { name: 'From', exact: true });
  await expect(from).toBeFocused();
  await from.fill('Eve');
  await person
    .getByRole('listbox', { name: 'From' })
    .getByRole('option', { name: /^Eve Lund/ })
    .click();
  await expect(found(person).first()).toContainText('Eve Lund');
  await ways(person).getByRole('button', { name: 'End looking for ways' }).click();
  await expect(ways(person)).toBeHidden();
});

test('where there is none, the tie that would make one is said, made and taken back', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await person.keyboard.press('p');
  await choose(person, 'Hal', /^Hal Berg/);
  await expect(ways(person).getByText('No way that is on record')).toBeVisible();
  const mend = ways(person).getByRole('button', { name: /know each other$/ });
  await mend.click();
  await expect(found(person).first()).toContainText('Hal Berg');
  await said(person, /know each other/)
    .locator('..')
    .getByRole('button', { name: 'Undo' })
    .click();
  await expect(mend).toBeVisible();
});

test('two who are picked on the map show the ways between them', async ({ person, kithmap, dataFolder }) => {
  await few(person, kithmap, dataFolder);
  await expect(map(person).getByRole('option', { name: 'Eve Lund' })).toHaveCount(1, { timeout: 60_000 });
  await expect(person.locator('[data-busy]')).toHaveCount(0);
  const at = async (name: string): Promise<{ x: number; y: number }> => {
    const box = await map(person).getByRole('option', { name }).boundingBox();
    return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
  };
  const [eve, ana] = [await at('Eve Lund'), await at('Ana Silva')];
  await person.mouse.click(eve.x, eve.y);
  await person.keyboard.down('Shift');
  await person.mouse.click(ana.x, ana.y);
  await person.keyboard.up('Shift');
  await expect(title(person, '2 people selected')).toBeVisible();
  await expect(heading(person, 'Ways to Ana Silva')).toBeVisible();
  await expect(found(person).first()).toHaveAttribute('aria-label', /^Through (Ben Okoro|Cem Aydın)$/);
  await person.keyboard.press('Escape');
  await expect(ways(person)).toBeHidden();
});

test('one who is dropped on another stays where they stood, and is introduced', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await expect(map(person).getByRole('option', { name: 'Hal Berg' })).toHaveCount(1, { timeout: 60_000 });
  await expect(person.locator('[data-busy]')).toHaveCount(0);
  const at = async (name: string): Promise<{ x: number; y: number }> => {
    const box = await map(person).getByRole('option', { name }).boundingBox();
    return { x: (box?.x ?? 0) + 8, y: (box?.y ?? 0) + 8 };
  };
  const drag = async (): Promise<void> => {
    const [eve, hal] = [await at('Eve Lund'), await at('Hal Berg')];
    await person.mouse.move(eve.x, eve.y);
    await person.mouse.down();
    await person.mouse.move((eve.x + hal.x) / 2, (eve.y + hal.y) / 2, { steps: 4 });
    await person.mouse.move(hal.x, hal.y, { steps: 4 });
    await person.mouse.up();
  };
  const before = await at('Eve Lund');
  await drag();
  const choice = person.getByRole('menu', { name: 'Eve Lund and Hal Berg' });
  await expect(choice.getByRole('menuitem', { name: 'They know each other' })).toBeVisible();
  await person.keyboard.press('Escape');
  await expect(choice).toBeHidden();
  const far = async (): Promise<number> => {
    const now = await at('Eve Lund');
    return Math.hypot(now.x - before.x, now.y - before.y);
  };
  await expect.poll(far).toBeLessThan(4);

  await drag();
  await choice.getByRole('menuitem', { name: 'Introduce them' }).click();
  const dialog = person.getByRole('dialog', { name: 'New introduction' });
  await dialog.getByRole('button', { name: 'Keep as an idea' }).click();
  await expect(said(person, /^Kept as an idea/)).toBeVisible();
  await person.keyboard.press('4');
  await expect(
    person.getByRole('list', { name: 'Introductions under way' }).getByRole('listitem'),
  ).toContainText('Hal Berg');
});

test('somebody in the archive is said to be there, and brought back', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  await few(person, kithmap, dataFolder);
  await select(person, 'Ana Silva');
  await person.keyboard.press('p');
  await expect(found(person)).toHaveCount(3);
  await select(person, 'Ana Silva');
  await person.getByRole('button', { name: 'More to do' }).click();
  await person.getByRole('menuitem', { name: /archive/i }).click();
  await person.keyboard.press('Escape');
  await expect(ways(person).getByText(/Ana Silva is archived/)).toBeVisible();
  await ways(person).getByRole('button', { name: 'Take Ana Silva out of the archive' }).click();
  await expect(found(person)).toHaveCount(3);
});

test('introductions under way are highlighted with their stage, suggestions on demand', async ({
  person,
}) => {
  await begin(person, 'Look around in a sample');
  await expect(person.getByText(/^240 people in 9 groups/)).toBeVisible({ timeout: 60_000 });
  await person.keyboard.press('4');
  const side = person.getByRole('complementary', { name: 'About who is selected' });
  await expect(side.getByRole('heading', { name: 'Introductions under way' })).toBeVisible();
  const under = side.getByRole('list', { name: 'Introductions under way' }).getByRole('listitem');
  await expect(under).not.toHaveCount(0);
  await expect(under.first()).toContainText(/Both agreed|Asked|Introduced|Idea/);
  await expect(person.getByRole('region', { name: 'Legend' })).toContainText('introduction under way');
  await side.getByRole('button', { name: 'Show suggestions' }).click();
  await expect(side.getByRole('list', { name: 'Who could meet next' }).getByRole('listitem')).not.toHaveCount(
    0,
  );
  await expect(person.getByRole('region', { name: 'Legend' })).toContainText('could meet');
  expect(await faultsOf(person)).toEqual([]);
  await side.getByRole('button', { name: 'Hide suggestions' }).click();
  await person.keyboard.press('Escape');
  await expect(side.getByRole('heading', { name: 'Your network' })).toBeVisible();
});

test('whoever brought somebody has them below, by keys', async ({ person, kithmap }) => {
  await begin(person, 'Start empty');
  for (const name of ['Ada Brandt', 'Ben Okoro', 'Cem Aydın']) {
    expect((await kithmap('log', `call @"${name}"`, '--yes')).code).toBe(0);
  }
  expect(
    (await kithmap('introduce', 'me', 'Ben Okoro', '--by', 'Ada Brandt', '--stage', 'introduced')).code,
  ).toBe(0);
  expect(
    (await kithmap('introduce', 'me', 'Cem Aydın', '--by', 'Ben Okoro', '--stage', 'introduced')).code,
  ).toBe(0);
  await go(person, 'Insights');
  await person.getByRole('tab', { name: 'Through whom' }).click();
  await expect(person.getByRole('heading', { name: '2 people came to you through others' })).toBeVisible({
    timeout: 60_000,
  });
  const tree = person.getByRole('tree', { name: 'Who brought whom' });
  const item = (name: RegExp): Locator => tree.getByRole('treeitem', { name });
  await expect(item(/^Ada Brandt 2 below/)).toHaveAttribute('aria-expanded', 'false');
  await tree.focus();
  await person.keyboard.press('ArrowDown');
  await person.keyboard.press('ArrowRight');
  await person.keyboard.press('ArrowRight');
  await person.keyboard.press('ArrowRight');
  await expect(item(/^Cem Aydın/)).toHaveAttribute('aria-level', '3');
  await person.keyboard.press('Enter');
  await expect(title(person, 'Ben Okoro')).toBeVisible();
  expect(await faultsOf(person)).toEqual([]);
});
