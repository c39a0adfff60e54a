/** Forgetting somebody for good, the archived, and starting again: what cannot be taken back, and what can. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { begin, chooseFiles, go, row, said, title } from './steps';

const connections = fileURLToPath(new URL('files/Connections.csv', import.meta.url));

const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

async function chosen(page: Page): Promise<void> {
  await go(page, 'Data');
  await chooseFiles(page, page.getByRole('button', { name: 'Import files' }), connections);
  await expect(title(page, 'What this import would do')).toBeVisible();
}

test('somebody is forgotten in every file, stays away from imports until that is lifted, and one starts again', async ({
  person,
  dataFolder,
}) => {
  await begin(person, 'Start empty');
  await chosen(person);
  await person.getByRole('button', { name: 'Import 4 people' }).click();
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await person.getByRole('button', { name: 'Connections.csv', exact: true }).click();
  const brought = person.getByRole('dialog', { name: 'Connections.csv' });
  await expect(brought).toContainText('It brought or changed 4 people.');
  await expect(brought.getByRole('listitem')).toHaveCount(4);
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'batch');
  await person.keyboard.press('Escape');
  await person.getByRole('button', { name: 'Back up now' }).click();
  await expect(said(person, 'Backed up.')).toBeVisible();
  await go(person, 'People');
  const names = await person.getByRole('grid', { name: 'People' }).getByRole('row').allInnerTexts();
  expect(names.join(' ')).toContain('Zoë Brännström');
  await row(person, 'Zoë Brännström').click();
  await person.getByRole('button', { name: 'Forget for good' }).click();
  const dialog = person.getByRole('dialog', { name: 'Forget Zoë Brännström for good?' });
  await expect(dialog).toContainText('This cannot be undone');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'forget');
  await dialog.getByRole('button', { name: 'Forget Zoë Brännström' }).click();
  await expect(said(person, 'Zoë Brännström is forgotten.')).toBeVisible();
  await expect(row(person, 'Zoë Brännström')).toHaveCount(0);
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    expect(await readFile(join(entry.parentPath, entry.name), 'utf8'), entry.name).not.toMatch(
      /Brännström|zoe@example/i,
    );
  }

  await chosen(person);
  await expect(person.getByText('You forgot them for good.')).toBeVisible();
  await person.getByRole('button', { name: 'Cancel' }).click();
  const forgetting = part(person, 'Forgetting for good');
  await forgetting.getByRole('button', { name: /^Let imports bring it back: Somebody/ }).click();
  await expect(forgetting.getByRole('listitem')).toHaveCount(0);
  await forgetting.getByRole('button', { name: 'Forget old mails' }).click();
  const mails = person.getByRole('dialog', { name: 'Forget old mails for good' });
  await mails.getByLabel('Mails from before').fill('2026-01-01');
  await expect(mails.getByRole('status')).toHaveText('There are no imported mails from before that day.');
  await expect(mails.getByRole('button', { name: 'Forget them' })).toBeDisabled();
  await mails.getByRole('button', { name: 'Cancel' }).click();

  await expect(part(person, 'The folder, and its health')).toContainText('network.json');
  expect(await faultsOf(person)).toEqual([]);
  await picture(person, 'data-forgetting');
  await part(person, 'Archived, and starting again').getByRole('button', { name: 'Start again' }).click();
  await person.getByRole('button', { name: 'Take everything out' }).click();
  await expect(said(person, /^Everything is taken out\. What was here is kept as /)).toBeVisible();
});
