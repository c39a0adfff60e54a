/**
 * The page's side, in Chromium against the real host: how soon there is an atlas to use, what stops the page at each
 * thing a person does, and how long after a key press the screen shows the edit.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import { z } from 'zod';
import { findTestChromium } from '../scripts/setup/chromium.mjs';
import { startHost } from './page-host';
import { bringIn, editPlaces, flyTo, go, settled, steps, takeBack, usable } from './page-steps';
import { watchPage } from './page-watch';
import { type Figure, median, percentile } from './report';
import { tasksWhile } from './task-trace';

const edits = 12;
/** Between two edits of somebody who reads what came of the first, ms. */
const aPause = 1_500;
const newcomers = 5_000;
const Marks = z.object({ delays: z.array(z.number()), heap: z.number() });

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
    await page.addInitScript(watchPage);
    const figures: Figure[] = [];
    const say = (what: string, value: number, unit: Figure['unit']): void => {
      figures.push({ what, people, value, unit });
      console.error(`  ${what}: ${value.toFixed(1)} ${unit}`);
    };
    const measure = async (step: string, act: () => Promise<void>): Promise<void> => {
      const tasks = await tasksWhile(page, browser, act);
      say(`longest task of the page, ${step}`, tasks[0]?.worked ?? Number.NaN, 'ms of work');
      collected = Math.max(collected, ...tasks.map((task) => task.collected));
    };
    let collected = 0;
    const began = performance.now();
    await measure(`opening ${when}`, async () => {
      await page.goto(host.address);
      await usable(page);
      say(`first usable atlas, opened ${when}`, performance.now() - began, 'ms');
      await settled(page);
      say(`everything worked out, opened ${when}`, performance.now() - began, 'ms');
    });
    if (use) await useAll(page, measure, say);
    // How fast this machine is just now: the tasks above are held against it.
    const baselines: number[] = [];
    for (let i = 0; i < 5; i++) {
      const [longest] = await tasksWhile(page, browser, async () => {
        await page.evaluate(() => window.kithmapBench?.baseline());
      });
      baselines.push(longest?.worked ?? Number.NaN);
    }
    const plain = median(baselines);
    say(`plain baseline, 20,000 rows to JSON and back, opened ${when}`, plain, 'ms of work');
    const tasks = figures.filter(
      ({ unit, what }) => unit === 'ms of work' && what.startsWith('longest task'),
    );
    const longest = Math.max(...tasks.map(({ value }) => value));
    say(`longest task of all against the plain baseline, opened ${when}`, longest / plain, 'times');
    say(`longest collection of garbage in the page, opened ${when}`, collected, 'ms of work');
    return figures;
  } finally {
    await context.close();
    await host.stop();
  }
}

/** One thing after the other that a person does. */
async function useAll(
  page: Page,
  measure: (step: string, act: () => Promise<void>) => Promise<void>,
  say: (what: string, value: number, unit: Figure['unit']) => void,
): Promise<void> {
  for (const { name, act } of steps) await measure(name, () => act(page));
  await flyTo(page, '7');
  const marks = async () => Marks.parse(await page.evaluate<unknown>(() => window.kithmapBench?.take()));
  const sayDelays = (how: string, delays: readonly number[]): void => {
    say(`one edit${how}, key press to changed pixel: median`, median(delays), 'ms');
    say(`one edit${how}, key press to changed pixel: 95 %`, percentile(delays, 0.95), 'ms');
  };
  await measure('editing', () => editPlaces(page, edits, aPause));
  sayDelays('', (await marks()).delays);
  // What follows from an edit is worked out meanwhile, on the same processors.
  await measure('editing in haste', () => editPlaces(page, edits));
  const { delays, heap } = await marks();
  sayDelays(' in haste', delays);
  say('heap of the page', heap / 1e6, 'MB');
  await go(page, 'Data');
  await measure(`importing ${newcomers} people`, () => bringIn(page, newcomers));
  await measure('seeing them on the atlas', () => go(page, 'Atlas'));
  await measure('taking the import back', () => takeBack(page));
}
