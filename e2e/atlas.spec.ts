/** The map as a person uses it: by keyboard, by pointer, with what they move and tie kept through a reload. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin } from './steps';

const map = (page: Page): Locator => page.getByRole('listbox', { name: /^The map/ });
const people = (page: Page): Locator => map(page).getByRole('option');
const aboutWho = (page: Page): Locator => page.getByRole('complementary', { name: 'About who is selected' });

/** Waits until the map is drawn and everyone has their place. */
async function settled(page: Page): Promise<void> {
  await expect(page.getByText(/^240 people in 9 groups/)).toBeVisible({ timeout: 30_000 });
  await expect(people(page)).not.toHaveCount(0, { timeout: 30_000 });
  await expect(page.getByText(/^(Reading your network|Finding )/)).toHaveCount(0, { timeout: 30_000 });
}

/** Where people are drawn, by name. */
async function spots(page: Page): Promise<Map<string, { x: number; y: number }>> {
  const found = await people(page).evaluateAll((options) =>
    options.map((option) => {
      const { x, y } = option.getBoundingClientRect();
      return [option.textContent, { x: Math.round(x), y: Math.round(y) }] as const;
    }),
  );
  return new Map(found);
}

test.beforeEach(async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await settled(person);
});

test('everybody keeps their place through a reload', async ({ person }) => {
  await person.getByRole('button', { name: 'Show everyone' }).click();
  await person.waitForTimeout(600);
  const before = await spots(person);
  await person.reload();
  await settled(person);
  await expect(async () => {
    const after = await spots(person);
    for (const [name, { x, y }] of before) {
      const now = after.get(name);
      if (now === undefined) continue;
      expect(Math.hypot(now.x - x, now.y - y), name).toBeLessThan(3);
    }
    expect(after.size).toBeGreaterThan(50);
  }).toPass();
});

test('the arrow keys go from person to person, Enter selects, Esc goes back', async ({ person }) => {
  await map(person).focus();
  await person.keyboard.press('ArrowRight');
  const active = async (): Promise<string> => (await map(person).getAttribute('aria-activedescendant')) ?? '';
  await expect.poll(active).not.toBe('');
  const first = await active();
  await person.keyboard.press('ArrowRight');
  await expect.poll(active).not.toBe(first);
  await person.keyboard.press('Enter');
  await expect(map(person).getByRole('option', { selected: true })).toHaveCount(1);
  const name = await map(person).getByRole('option', { selected: true }).textContent();
  await expect(aboutWho(person).getByRole('heading', { level: 2, name: name ?? '' })).toBeVisible();
  await person.keyboard.press('Escape');
  await expect(aboutWho(person).getByRole('heading', { name: 'Your network' })).toBeVisible();
});

test('a click selects, and a drag pins; undo puts the person back', async ({ person }) => {
  const option = people(person).first();
  const name = (await option.textContent()) ?? '';
  const box = (await option.boundingBox())!;
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await person.mouse.click(middle.x, middle.y);
  await expect(aboutWho(person).getByRole('heading', { level: 2, name })).toBeVisible();

  await person.mouse.move(middle.x, middle.y);
  await person.mouse.down();
  await person.mouse.move(middle.x + 30, middle.y + 24, { steps: 4 });
  await person.mouse.up();
  await expect(person.getByText(`${name} is pinned here`)).toBeVisible();
  const spot = async (): Promise<{ x: number; y: number } | undefined> => (await spots(person)).get(name);
  await expect.poll(async () => Math.round((await spot())?.x ?? 0)).toBeGreaterThan(middle.x + 10);
  await person.getByRole('button', { name: 'Undo', exact: true }).first().click();
  await expect.poll(async () => Math.abs(((await spot())?.x ?? 0) - box.x)).toBeLessThan(4);
});

test('dragging the handle of one person to another says that they know each other', async ({ person }) => {
  await map(person).focus();
  await person.keyboard.press('ArrowRight');
  await person.keyboard.press('Enter');
  const from = (await map(person).getByRole('option', { selected: true }).textContent()) ?? '';
  const handle = (await person.getByRole('button', { name: `Whom does ${from} know?` }).boundingBox())!;
  const others = await people(person).all();
  for (const other of others.reverse()) {
    const to = (await other.textContent()) ?? '';
    const box = (await other.boundingBox())!;
    await person.mouse.move(handle.x + 10, handle.y + 10);
    await person.mouse.down();
    await person.mouse.move(box.x + 8, box.y + 8, { steps: 4 });
    await person.mouse.up();
    const said = person.getByText(`${from} and ${to} know each other`).last();
    await expect(said).toBeVisible();
    if (!(await said.textContent())?.includes('already')) return;
  }
});

test('highlights list the same people with why each', async ({ person }) => {
  await person.getByRole('button', { name: /^Connectors/ }).click();
  const list = aboutWho(person);
  await expect(list.getByRole('heading', { name: 'Who connects groups' })).toBeVisible();
  await expect(list.getByText(/Knows people in \d+ other group/).first()).toBeVisible();
  await person.getByRole('button', { name: /^Cooling/ }).click();
  await expect(list.getByText(/days of silence/).first()).toBeVisible();
});

test('a group can be opened, renamed, and keeps its name', async ({ person }) => {
  await aboutWho(person).getByRole('button').filter({ hasText: /./ }).last().click();
  await expect(aboutWho(person).getByRole('button', { name: 'As a list' })).toBeVisible();
  await aboutWho(person)
    .getByRole('button', { name: /^Rename/ })
    .click();
  await person.getByRole('dialog').getByLabel('Name').fill('The old crowd');
  await person.getByRole('dialog').getByRole('button', { name: 'Rename' }).click();
  await expect(aboutWho(person).getByRole('heading', { name: 'The old crowd' })).toBeVisible();
  await person.reload();
  await expect(person.getByRole('button', { name: 'The old crowd' })).toBeVisible({ timeout: 30_000 });
});
