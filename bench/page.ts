/**
 * The page's side, in Chromium against the real host: how soon there is an atlas to use, what stops the page, and how
 * long after a key press the screen shows the edit.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { findTestChromium } from '../scripts/setup/chromium.mjs';
import { benchToday } from './make-network';
import { type Figure, median, percentile } from './report';

const edits = 12;
const Marks = z.object({ longest: z.number(), delays: z.array(z.number()), heap: z.number() });

/** Figures of one size. `folder` holds the network; the positions that the page finds are kept in it. */
export async function measurePage(people: number, folder: string): Promise<Figure[]> {
  const executablePath = await findTestChromium();
  if (executablePath === undefined) {
    console.error('No Chromium was found: the page is not measured.');
    return [];
  }
  const args = ['--enable-precise-memory-info', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])];
  const browser = await chromium.launch({ executablePath, args });
  try {
    // The first opening finds places for everybody; the second is what one meets every day.
    const first = await opened(browser, people, folder, 'for the first time', false);
    return [...first, ...(await opened(browser, people, folder, 'again', true))];
  } finally {
    await browser.close();
  }
}

async function opened(
  browser: Browser,
  people: number,
  folder: string,
  when: string,
  use: boolean,
): Promise<Figure[]> {
  const host = await startHost(folder);
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    reducedMotion: 'reduce',
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    // The runner keeps the names of functions by a helper of its own, which a page does not have.
    await page.addInitScript('globalThis.__name = (named) => named;');
    await page.addInitScript(watchTasks);
    const figures: Figure[] = [];
    const say = (what: string, value: number, unit: Figure['unit']): void => {
      figures.push({ what, people, value, unit });
    };
    const began = performance.now();
    await page.goto(host.address);
    await usable(page);
    say(`first usable atlas, opened ${when}`, performance.now() - began, 'ms');
    await settled(page);
    say(`everything worked out, opened ${when}`, performance.now() - began, 'ms');
    say(`longest task of the page while opening ${when}`, (await marks(page)).longest, 'ms');
    if (!use) return figures;

    await moveAbout(page);
    say('longest task while panning and zooming', (await marks(page)).longest, 'ms');
    await editPlaces(page);
    const { longest, delays, heap } = await marks(page);
    say('one edit, key press to changed pixel: median', median(delays), 'ms');
    say('one edit, key press to changed pixel: 95 %', percentile(delays, 0.95), 'ms');
    say('longest task while editing', longest, 'ms');
    say('heap of the page', heap / 1e6, 'MB');
    return figures;
  } finally {
    await context.close();
    await host.stop();
  }
}

/** The map is drawn with people (or groups) on it. */
async function usable(page: Page): Promise<void> {
  const map = page.getByRole('listbox', { name: /^The map/ });
  await map.waitFor();
  await page
    .getByRole('group', { name: 'Zoom' })
    .getByRole('status')
    .filter({ hasText: /^(Everyone|Connectors|Groups: [1-9])/ })
    .waitFor();
  await map.locator('canvas').first().waitFor();
  await page.waitForFunction(
    () =>
      document.querySelector('[role="listbox"] [role="option"]') !== null ||
      /^Groups: [1-9]/.test(document.querySelector('.k-atlas-zoom [role="status"]')?.textContent ?? ''),
  );
}

/** The analysis has nothing left to say for a second. */
async function settled(page: Page): Promise<void> {
  const thinking = page.locator('.k-atlas-thinking');
  for (let calm = 0; calm < 5;) {
    await page.waitForTimeout(200);
    calm = (await thinking.count()) === 0 ? calm + 1 : 0;
  }
}

async function moveAbout(page: Page): Promise<void> {
  const box = await page.getByRole('listbox', { name: /^The map/ }).boundingBox();
  if (box === null) throw new Error('The map is not on the page.');
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await page.mouse.move(middle.x, middle.y);
  for (const direction of [-1, 1]) {
    for (let i = 0; i < 20; i++) {
      await page.mouse.wheel(0, direction * 120);
      await frame(page);
    }
  }
  // From open water beside the land, so that nobody is dragged along.
  await page.mouse.move(box.x + box.width - 30, box.y + 120);
  await page.mouse.down();
  for (let i = 0; i < 30; i++) {
    await page.mouse.move(box.x + box.width - 30 - i * 12, box.y + 120 + i * 6);
    await frame(page);
  }
  await page.mouse.up();
  await page.waitForTimeout(300);
}

/** Writes another place for one person, again and again. */
async function editPlaces(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a person, or do something' });
  await field.fill('7');
  await page.getByRole('option').first().waitFor();
  await field.press('Enter');
  const place = page.getByRole('button', { name: /^Place: .* Edit$/ });
  await place.waitFor();
  await marks(page);
  for (let i = 0; i < edits; i++) {
    await place.click();
    const text = page.getByRole('group', { name: 'Place' }).getByRole('textbox', { name: 'Place' });
    await text.fill(`Place ${i}`);
    await page.evaluate((shown) => window.kithmapBench?.expectShown(shown), `Place: Place ${i}. Edit`);
    await text.press('Enter');
    await page.getByRole('button', { name: `Place: Place ${i}. Edit` }).waitFor();
    await frame(page);
  }
}

const frame = (page: Page): Promise<void> =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => resolve())));

/** What was measured since it was asked last. */
async function marks(page: Page): Promise<z.infer<typeof Marks>> {
  return Marks.parse(await page.evaluate<unknown>(() => window.kithmapBench?.take()));
}

interface Watch {
  /** The next Enter is an edit that is shown once a button has this name. */
  expectShown: (name: string) => void;
  take: () => unknown;
}

declare global {
  interface Window {
    kithmapBench?: Watch;
  }
}

/** Runs in the page, before anything of it. */
function watchTasks(): void {
  let longest = 0;
  let delays: number[] = [];
  let awaited: string | undefined;
  let pressed = 0;
  const seen = (list: PerformanceEntryList): void => {
    for (const { duration } of list) longest = Math.max(longest, duration);
  };
  const tasks = new PerformanceObserver((list) => seen(list.getEntries()));
  tasks.observe({ type: 'longtask', buffered: true });
  window.addEventListener(
    'keydown',
    ({ key, timeStamp }) => {
      if (key === 'Enter') pressed = timeStamp;
    },
    { capture: true },
  );
  new MutationObserver(() => {
    if (awaited === undefined) return;
    if (document.querySelector(`[aria-label="${awaited}"]`) === null) return;
    awaited = undefined;
    // A frame is painted after its callbacks; the message comes when that has been done.
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => delays.push(performance.now() - pressed);
      port2.postMessage(undefined);
    });
  }).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-label'] });
  window.kithmapBench = {
    expectShown(name) {
      awaited = name;
    },
    take() {
      seen(tasks.takeRecords());
      const memory: unknown = Reflect.get(performance, 'memory');
      const heap: unknown =
        typeof memory === 'object' && memory !== null ? Reflect.get(memory, 'usedJSHeapSize') : 0;
      const taken = { longest, delays, heap };
      longest = 0;
      delays = [];
      return taken;
    },
  };
}

interface RunningHost {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

async function startHost(folder: string): Promise<RunningHost> {
  const entry = fileURLToPath(new URL('../out/main/browser.js', import.meta.url));
  const child = spawn(process.execPath, [entry, '--data', folder, '--port', '0', '--no-open'], {
    env: { ...process.env, KITHMAP_TODAY: benchToday, TZ: 'Europe/Zurich' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const address = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const found = /^Kithmap is at (\S+)$/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    void ended.then(() => reject(new Error('The host ended before it served.')));
  });
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
