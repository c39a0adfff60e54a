/** Taking the network along: a part of it, as notes, and as a page that stands alone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, go } from './steps';

const Exported = z.object({ data: z.object({ contacts: z.record(z.string(), z.unknown()) }) });

test('a part of the network leaves as notes, as JSON and as an atlas that opens from a file', async ({
  person,
  page,
  dataFolder,
}) => {
  test.slow();
  await begin(person, 'Look around in a sample');
  await go(person, 'Data');
  const choice = person.getByRole('group', { name: 'What goes along' });
  const forms = person.getByRole('list', { name: 'Forms' });
  await choice.scrollIntoViewIfNeeded();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'exports', {
    sizes: [
      { width: 1280, height: 800 },
      { width: 900, height: 650 },
    ],
  });
  const save = (name: string): Promise<Download> => downloaded(person, forms.getByRole('button', { name }));

  await choice.getByRole('combobox', { name: 'Whom' }).click();
  await person.getByRole('option', { name: 'A group' }).click();
  await expect(person.getByText('Nobody is chosen')).toBeVisible();
  await choice.getByRole('combobox', { name: 'Which group' }).click();
  await person.getByRole('option').first().click();
  const chosen = Number(/^\d+/.exec((await person.getByText(/people chosen\.$/).textContent()) ?? '')?.[0]);
  expect(chosen).toBeGreaterThan(2);

  const archive = unzipSync(await bytesOf(await save('Save as Notes in Markdown')));
  const notes = Object.keys(archive).filter((name) => name.startsWith('People/'));
  expect(notes).toHaveLength(chosen);
  const note = Object.entries(archive).find(([name]) => name.startsWith('People/'))?.[1];
  expect(strFromU8(note ?? new Uint8Array())).toMatch(/^---\n[^]*## Knows\n\n- \[\[/);

  await choice.getByRole('checkbox', { name: 'Addresses and numbers' }).uncheck();
  const json = (await bytesOf(await save('Save as JSON'))).toString();
  expect(Object.keys(Exported.parse(JSON.parse(json)).data.contacts)).toHaveLength(chosen);
  expect(json).not.toContain('@');

  await choice.getByRole('combobox', { name: 'Whom' }).click();
  await person.getByRole('option', { name: 'Everybody' }).click();
  const file = join(dataFolder, '..', 'atlas.html');
  await (await save('Save as An atlas for any browser')).saveAs(file);

  const atlas = await page.context().newPage();
  const asked: string[] = [];
  const faults: string[] = [];
  atlas.on('request', (request) => asked.push(request.url()));
  atlas.on('pageerror', (error) => faults.push(error.message));
  atlas.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  await atlas.goto(`file://${file}`);
  await atlas.getByRole('searchbox', { name: 'Find a person' }).fill('signe aur');
  await expect(atlas.getByRole('status')).toHaveText('1 person');
  await atlas.getByRole('searchbox').press('Enter');
  const card = atlas.getByRole('region', { name: 'Person' });
  await expect(card.getByRole('heading', { name: 'Signe Aurland' })).toBeFocused();
  await card.getByRole('list').last().getByRole('button').first().click();
  await expect(card.getByRole('heading', { name: 'Signe Aurland' })).toBeHidden();
  expect(asked).toEqual([`file://${file}`]);
  expect(faults).toEqual([]);
});

test('the map is saved as a picture with its legend, and names stay away where that is wished', async ({
  person,
}) => {
  test.slow();
  await begin(person, 'Look around in a sample');
  await expect(person.getByText(/^240 people in/)).toBeVisible({ timeout: 30_000 });
  const dialog = person.getByRole('dialog', { name: 'Save a picture of the map' });
  const save = async (form: string, unnamed: readonly string[] = []): Promise<Buffer> => {
    await person.getByRole('button', { name: 'Save a picture of the map' }).click();
    await dialog.getByRole('button', { name: form, exact: true }).click();
    for (const name of unnamed) await dialog.getByRole('checkbox', { name }).uncheck();
    if (form === 'PDF') {
      expect(await faultsOf(person)).toEqual([]);
      await picture(person, 'picture-dialog', {
        sizes: [
          { width: 900, height: 650 },
          { width: 1280, height: 800 },
        ],
      });
    }
    const bytes = await bytesOf(await downloaded(person, dialog.getByRole('button', { name: 'Save' })));
    await expect(dialog).toBeHidden();
    return bytes;
  };
  const svg = (await save('SVG')).toString();
  expect(svg).toMatch(/>Signe Aurland<\/text>/);
  expect(svg).toMatch(/>connects groups<\/text>/);
  const unnamed = (await save('SVG', ['Names of people', 'Legend'])).toString();
  expect(unnamed).not.toContain('Signe Aurland');
  expect(unnamed).not.toContain('connects groups');
  expect(unnamed).toMatch(/>Harbour works<\/text>/);
  expect((await save('PNG')).subarray(1, 4).toString()).toBe('PNG');
  const pdf = await save('PDF');
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');

  await go(person, 'Today');
  await person.getByRole('button', { name: 'Print' }).click();
  const sheet = person.getByRole('dialog', { name: 'Print a sheet' });
  const people = sheet.getByRole('article').getByRole('listitem');
  await expect(people.first()).toContainText(/Last in touch/);
  await sheet.getByRole('checkbox', { name: 'Room to write' }).check();
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'sheet', { sizes: [{ width: 1280, height: 800 }] });
  // On paper there is the sheet and nothing else.
  await person.emulateMedia({ media: 'print' });
  await expect(sheet).toBeHidden();
  await expect(person.locator('.k-sheet-print').getByText(/^The week from Monday/)).toBeVisible();
  await expect(person.getByRole('navigation', { name: 'Screens' })).toBeHidden();
  await picture(person, 'sheet-printed');
  await person.emulateMedia({ media: 'screen' });
  await person.evaluate(() => {
    window.print = () => document.body.setAttribute('data-printed', 'yes');
  });
  await sheet.getByRole('button', { name: 'Print', exact: true }).click();
  await expect(person.locator('body')).toHaveAttribute('data-printed', 'yes');

  if (process.env['KITHMAP_PICTURES'] !== undefined) {
    await writeFile('screenshots/map.svg', svg);
    await writeFile('screenshots/map.pdf', pdf);
  }
});

async function downloaded(page: Page, button: ReturnType<Page['getByRole']>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
