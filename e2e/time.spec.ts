/** The network as of another day: warmth, ties and who connected, with everybody in their place. */
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin } from './steps';

const time = (page: Page): Locator => page.getByRole('region', { name: 'Time' });
const handle = (page: Page): Locator => page.getByRole('slider', { name: 'The day that the map shows' });
const people = (page: Page): Locator => page.getByRole('listbox', { name: /^The map/ }).getByRole('option');

/** Where those stand whose names are shown, once the map has come to rest. */
async function spotsAtRest(page: Page): Promise<Map<string, string>> {
  let last = new Map<string, string>();
  await expect(async () => {
    const before = last;
    const found = await people(page).evaluateAll((options) =>
      options.map((option) => {
        const { x, y } = option.getBoundingClientRect();
        return [option.textContent, `${Math.round(x)} ${Math.round(y)}`] as const;
      }),
    );
    last = new Map(found);
    expect(last.size).toBeGreaterThan(0);
    expect([...last]).toEqual([...before]);
  }).toPass();
  return last;
}

test.beforeEach(async ({ person }) => {
  await begin(person, 'Look around in a sample');
  await expect(time(person)).toBeVisible({ timeout: 60_000 });
});

test('the handle goes back to the first record and forward to today; nobody moves', async ({ person }) => {
  await person.keyboard.press('t');
  await expect(time(person).getByText('Today', { exact: true })).toBeVisible();
  await person.getByRole('button', { name: 'Show everyone' }).click();
  await expect(people(person)).not.toHaveCount(0);
  const before = await spotsAtRest(person);
  const warm = person.getByRole('row', { name: /^Warm/ });
  const today = await warm.textContent();

  await handle(person).focus();
  await person.keyboard.press('Home');
  await expect(
    time(person)
      .getByText(/202[34]$/)
      .first(),
  ).toBeVisible();
  await expect(warm).not.toHaveText(today ?? '', { timeout: 30_000 });
  // Other names may be shown: others connected then. Whose is shown both times has not moved.
  const then = await spotsAtRest(person);
  const both = [...then].filter(([name]) => before.has(name));
  expect(both.length).toBeGreaterThan(30);
  for (const [name, spot] of both) expect(spot, name).toBe(before.get(name));

  await person.keyboard.press('End');
  await expect(time(person).getByText('Today', { exact: true })).toBeVisible();
  await expect(warm).toHaveText(today ?? '', { timeout: 30_000 });
});

test('playing goes on to today, and can be stopped on the way', async ({ person }) => {
  await person.keyboard.press('t');
  await person.getByRole('button', { name: 'Play from here to today' }).click();
  const day = time(person).locator('p').first();
  await expect(day).toContainText('202');
  await person.getByRole('button', { name: 'Pause' }).click();
  await expect(person.getByRole('button', { name: 'Back to today' })).toBeEnabled();
  await person.getByRole('button', { name: 'Back to today' }).click();
  await expect(time(person).getByText('Today', { exact: true })).toBeVisible();
});

test('folded away, the map is that of today', async ({ person }) => {
  await person.keyboard.press('t');
  await handle(person).focus();
  await person.keyboard.press('Home');
  await expect(person.getByRole('button', { name: 'Back to today' })).toBeEnabled();
  await person.getByRole('button', { name: /^Fold the time away/ }).click();
  await expect(handle(person)).toHaveCount(0);
  await expect(time(person).getByText('Today', { exact: true })).toBeVisible();
});
