/** Pictures of screens, to be looked at: they go into `screenshots/`, where they are asked for (`npm run pictures`). */
import type { Page } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { expect } from './fixtures';

interface PictureOptions {
  /** Sizes of the window; as it is without any. The page is left in the first of them. */
  readonly sizes?: readonly { readonly width: number; readonly height: number }[];
  /** Called in each theme and size before the picture is taken. */
  readonly settle?: () => Promise<void>;
}

const isAskedFor = process.env['KITHMAP_PICTURES'] !== undefined;

/** One picture for each theme and size; the page is left light. Does nothing where no pictures are asked for. */
export async function picture(
  page: Page,
  name: string,
  { sizes = [], settle }: PictureOptions = {},
): Promise<void> {
  if (!isAskedFor) return;
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await expect(page.locator('html')).toHaveAttribute('data-theme', theme);
    for (const size of sizes.length === 0 ? [page.viewportSize()] : sizes.toReversed()) {
      if (size === null) throw new Error('The page has no size.');
      await page.setViewportSize(size);
      await settle?.();
      const file = `${name}-${theme}-${size.width}x${size.height}.png`;
      await page.screenshot({
        path: fileURLToPath(new URL(`../screenshots/${file}`, import.meta.url)),
        animations: 'disabled',
      });
    }
  }
}
