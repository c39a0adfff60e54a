/** What axe-core finds wrong with what a page shows now, in both themes, by the rules of WCAG 2.2 A and AA. */
import { expect, type Page } from '@playwright/test';
import axe from 'axe-core';
import { z } from 'zod';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

const Violations = z.array(
  z.object({
    id: z.string(),
    nodes: z.array(z.object({ html: z.string(), failureSummary: z.string().optional() })),
  }),
);

/**
 * What is wrong in the light theme, and with the colours of the dark one; the page is left in the light one.
 * @returns a line for each fault, `rule: element: what to do about it`; none where all is well
 */
export async function faultsOf(page: Page): Promise<string[]> {
  // Handed in as text by the debugger, not by the page: the page's policy stays as strict as it is.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const dark = await faultsIn(page, 'dark', { type: 'rule', values: ['color-contrast'] });
  const light = await faultsIn(page, 'light', { type: 'tag', values: rules });
  return [...light, ...dark.map((fault) => `in the dark theme, ${fault}`)];
}

async function faultsIn(
  page: Page,
  theme: 'light' | 'dark',
  runOnly: { readonly type: 'rule' | 'tag'; readonly values: readonly string[] },
): Promise<string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
  await atRest(page);
  const options = { runOnly, resultTypes: ['violations'] };
  const run = `axe.run(document, ${JSON.stringify(options)}).then(({ violations }) => violations)`;
  const violations = Violations.parse(await page.evaluate<unknown>(run));
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html}: ${failureSummary.replaceAll('\n', ' ')}`),
  );
}

/** Waits until nothing moves or fades any more: half faded text has half the contrast. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const ends = document
      .getAnimations()
      .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
      .map((animation) => animation.finished.catch(() => undefined));
    await Promise.all(ends);
  });
}
