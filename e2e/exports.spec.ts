/** Taking the network along: a part of it, as notes, and as a page that stands alone. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Download, Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { z } from 'zod';
import { expect, test } from './fixtures';
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
  for (const theme of ['light', 'dark']) {
    await atlas.screenshot({ path: `screenshots/atlas-file-${theme}.png` });
    await atlas.getByRole('button', { name: 'Light or dark' }).click();
  }
  expect(asked).toEqual([`file://${file}`]);
  expect(faults).toEqual([]);
});

async function downloaded(page: Page, button: ReturnType<Page['getByRole']>): Promise<Download> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

async function bytesOf(download: Download): Promise<Buffer> {
  return readFile(await download.path());
}
