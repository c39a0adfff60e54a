/** What a person does on the page while it is measured, step by step, as they would by pointer and keyboard. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';

export interface Step {
  readonly name: string;
  readonly act: (page: Page) => Promise<void>;
}

const map = (page: Page) => page.getByRole('listbox', { name: /^The map/ });
const zoomGroup = (page: Page) => page.getByRole('group', { name: 'Zoom' });

/** The map is drawn with people (or groups) on it. */
export async function usable(page: Page): Promise<void> {
  await map(page).waitFor();
  await zoomGroup(page)
    .getByRole('status')
    .filter({ hasText: /^(Everyone|Connectors|Groups: [1-9])/ })
    .waitFor();
  await map(page).locator('canvas').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[role="listbox"] [role="option"]') !== null ||
      /^Groups: [1-9]/.test(document.querySelector('.k-atlas-zoom [role="status"]')?.textContent ?? ''),
  );
}

/** The analysis has nothing left to say for a second. */
export async function settled(page: Page): Promise<void> {
  const thinking = page.locator('.k-atlas-thinking');
  for (let calm = 0; calm < 5;) {
    await page.waitForTimeout(200);
    calm = (await thinking.count()) === 0 ? calm + 1 : 0;
  }
}

export const frame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

/** Time in which a view comes to rest and everything that waits for that is done. */
const rest = (page: Page): Promise<void> => page.waitForTimeout(700);

/** In this order: each begins where the one before has left the page. */
export const steps: readonly Step[] = [
  { name: 'panning far out', act: (page) => pan(page) },
  { name: 'zooming in to everyone', act: (page) => wheel(page, -120) },
  { name: 'panning near', act: (page) => pan(page) },
  { name: 'pointing at people', act: pointAbout },
  { name: 'selecting people', act: selectSome },
  { name: 'focusing on one and back', act: focusOnOne },
  { name: 'zooming out again', act: (page) => wheel(page, 120) },
  { name: 'highlights', act: highlights },
  { name: 'searching and flying there', act: (page) => flyTo(page, 'person 2') },
  { name: 'opening People', act: (page) => go(page, 'People') },
  { name: 'scrolling People', act: scrollPeople },
  { name: 'sorting People', act: sortPeople },
  { name: 'filtering People', act: filterPeople },
  { name: 'opening Insights', act: (page) => go(page, 'Insights') },
  { name: 'back to the atlas', act: (page) => go(page, 'Atlas') },
];

export async function go(page: Page, screen: string): Promise<void> {
  await page
    .getByRole('navigation', { name: 'Screens' })
    .getByRole('button', { name: screen === 'Today' ? /^Today/ : screen, exact: true })
    .click();
  await rest(page);
  await settled(page);
}

async function boundsOfMap(page: Page): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await map(page).boundingBox();
  if (box === null) throw new Error('The map is not on the page.');
  return box;
}

async function pan(page: Page): Promise<void> {
  const box = await boundsOfMap(page);
  // From the margin, so that nobody is dragged along.
  const from = { x: box.x + box.width - 14, y: box.y + 130 };
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  // Three quarters of the screen away and back.
  for (let i = 0; i <= 80; i++) {
    const way = 1 - Math.abs(1 - i / 40);
    await page.mouse.move(from.x - way * box.width * 0.75, from.y + way * box.height * 0.4);
    await frame(page);
  }
  await page.mouse.up();
  await rest(page);
}

async function wheel(page: Page, by: number): Promise<void> {
  const box = await boundsOfMap(page);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  for (let i = 0; i < 24; i++) {
    await page.mouse.wheel(0, by);
    await frame(page);
    if (i % 8 === 7) await rest(page);
  }
  await rest(page);
}

async function pointAbout(page: Page): Promise<void> {
  const box = await boundsOfMap(page);
  for (let i = 0; i < 40; i++) {
    await page.mouse.move(box.x + box.width * (0.3 + i / 100), box.y + box.height * (0.4 + (i % 7) / 40));
    await frame(page);
  }
  await rest(page);
}

async function selectSome(page: Page): Promise<void> {
  await map(page).focus();
  for (const key of ['ArrowRight', 'Enter', 'ArrowDown', 'Enter', 'ArrowLeft', 'ArrowLeft', 'Enter']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(300);
  }
  await rest(page);
}

async function focusOnOne(page: Page): Promise<void> {
  await map(page).focus();
  await page.keyboard.press('f');
  await rest(page);
  await page.keyboard.press('Escape');
  await rest(page);
}

async function highlights(page: Page): Promise<void> {
  await map(page).focus();
  for (const key of ['1', '2', '3', '0']) {
    await page.keyboard.press(key);
    await rest(page);
    await settled(page);
  }
}

export async function flyTo(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a person, or do something' });
  await field.pressSequentially(text, { delay: 60 });
  await page.getByRole('option').first().waitFor();
  await page.waitForTimeout(300);
  await field.press('Enter');
  await rest(page);
}

const people = (page: Page) => page.getByRole('grid', { name: 'People' });

async function scrollPeople(page: Page): Promise<void> {
  await people(page).hover();
  for (let i = 0; i < 40; i++) {
    await page.mouse.wheel(0, i < 20 ? 400 : 9_000);
    await frame(page);
  }
  await rest(page);
}

async function sortPeople(page: Page): Promise<void> {
  for (const column of ['Last contact', 'Name', 'Name']) {
    await people(page).getByRole('columnheader', { name: column }).getByRole('button').click();
    await rest(page);
  }
}

async function filterPeople(page: Page): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Filter by text' });
  await field.pressSequentially('bern 12', { delay: 80 });
  await rest(page);
  await field.fill('');
  await rest(page);
}

/**
 * Writes another place for one person, so many times.
 *
 * @param pause between one edit and the next, ms; without it they come as fast as the page shows them.
 */
export async function editPlaces(page: Page, times: number, pause = 0): Promise<void> {
  const place = page.getByRole('button', { name: /^Place: .* Edit$/ });
  await place.waitFor();
  for (let i = 0; i < times; i++) {
    await place.click();
    const text = page.getByRole('group', { name: 'Place' }).getByRole('textbox', { name: 'Place' });
    await text.fill(`Place ${i}`);
    await page.evaluate((shown) => window.kithmapBench?.expectShown(shown), `Place: Place ${i}. Edit`);
    await text.press('Enter');
    await page.getByRole('button', { name: `Place: Place ${i}. Edit` }).waitFor();
    await frame(page);
    if (pause > 0) await page.waitForTimeout(pause);
  }
}

/** Brings in a file of LinkedIn's with so many people. */
export async function bringIn(page: Page, count: number): Promise<void> {
  const rows = Array.from(
    { length: count },
    (_, i) => `New${i},Comer${i % 977},https://www.linkedin.com/in/nc${i},,Firm ${i % 131},Clerk,04 May 2026`,
  );
  const head = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
  const [dialog] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Import files' }).click(),
  ]);
  // From the disk, as a person would: what is handed over otherwise is put together by the page itself.
  const folder = await mkdtemp(join(tmpdir(), 'kithmap-bench-'));
  const file = join(folder, 'Connections.csv');
  await writeFile(file, [head, ...rows].join('\n'));
  await dialog.setFiles(file);
  await page.getByRole('button', { name: /^Import \S+ people/ }).click();
  await page.getByRole('button', { name: 'See everybody' }).waitFor();
  await rm(folder, { recursive: true });
  await rest(page);
  await settled(page);
}

export async function takeBack(page: Page): Promise<void> {
  await page.getByRole('group', { name: 'Undo and redo' }).getByRole('button', { name: /^Undo/ }).click();
  await page
    .getByRole('region', { name: 'What was just done' })
    .getByText(/taken back|undone/i)
    .waitFor();
  await rest(page);
  await settled(page);
}
