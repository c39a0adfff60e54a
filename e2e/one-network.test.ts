/** One network, however many windows, hosts and terminals are at it. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { addPerson, begin, go, row, said, title, undoButton, writePlace } from './steps';

test('an edit in one window is in the other without reload', async ({ person, context, host, watch }) => {
  await begin(person, 'Start empty');
  const other = await secondWindow(context, host.address, watch);

  await addPerson(person, 'Amara Okafor', 'Bern');
  await expect(row(other, 'Amara Okafor')).toContainText('Bern');

  await row(other, 'Amara Okafor').click();
  await writePlace(other, 'Lagos');
  await expect(row(person, 'Amara Okafor')).toContainText('Lagos');
  await expect(person.getByRole('button', { name: 'Place: Lagos. Edit' })).toBeVisible();
});

test('a second process on the folder shows and writes the same network', async ({
  person,
  browser,
  startHost,
  watch,
}) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Amara Okafor', 'Bern');

  const elsewhere = await startHost();
  const context = await browser.newContext();
  const other = await context.newPage();
  await watch(other);
  await other.goto(elsewhere.address);
  await go(other, 'People');
  await expect(row(other, 'Amara Okafor')).toContainText('Bern');

  await addPerson(other, 'Björn Ek');
  await expect(row(person, 'Björn Ek')).toBeVisible();
  await row(person, 'Amara Okafor').click();
  await writePlace(person, 'Lagos');
  await expect(row(other, 'Amara Okafor')).toContainText('Lagos');
  await context.close();
});

test('each window takes back what it did itself', async ({ person, context, host, watch }) => {
  await begin(person, 'Start empty');
  const other = await secondWindow(context, host.address, watch);
  await addPerson(person, 'Amara Okafor');
  await addPerson(other, 'Björn Ek');
  await expect(row(person, 'Björn Ek')).toBeVisible();

  await undoButton(person).click();
  for (const window of [person, other]) {
    await expect(row(window, 'Amara Okafor')).toBeHidden();
    await expect(row(window, 'Björn Ek')).toBeVisible();
  }
  await expect(undoButton(person)).toBeDisabled();

  await undoButton(other).click();
  for (const window of [person, other]) await expect(row(window, 'Björn Ek')).toBeHidden();
});

test('an undo leaves what the other window has changed since, and says so', async ({
  person,
  context,
  host,
  watch,
}) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Amara Okafor', 'Bern');
  await writePlace(person, 'Lagos');
  const other = await secondWindow(context, host.address, watch);
  await row(other, 'Amara Okafor').click();
  await writePlace(other, 'Kyoto');
  await expect(row(person, 'Amara Okafor')).toContainText('Kyoto');

  await undoButton(person).click();
  await expect(said(person, /Kept as it is: one thing changed since\./)).toBeVisible();
  for (const window of [person, other]) await expect(row(window, 'Amara Okafor')).toContainText('Kyoto');
});

test('what a terminal command brings is in the open window at once', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  const ties = join(dataFolder, 'who-knows-whom.csv');
  await writeFile(ties, 'source,target\nAda Brandt,Tomé Ruiz\nTomé Ruiz,佐藤 美咲\n');
  await begin(person, 'Start empty');
  await expect(person.getByText('Nobody is here yet')).toBeVisible();

  const imported = await kithmap('import', ties, '--json');
  expect(imported).toMatchObject({ code: 0, stderr: '' });
  expect(JSON.parse(imported.stdout)).toMatchObject({ new: 3, ties: 2, skipped: [] });
  for (const name of ['Ada Brandt', 'Tomé Ruiz', '佐藤 美咲']) await expect(row(person, name)).toBeVisible();
  await go(person, 'Atlas');
  await expect(person.getByText('3 people in 1 group, with 2 ties among them.')).toBeVisible();

  const checked = await kithmap('check', '--json');
  expect(checked.code).toBe(0);
  expect(JSON.parse(checked.stdout)).toMatchObject({ ok: true });

  const sample = await kithmap('sample');
  expect(sample).toMatchObject({ code: 2, stdout: '' });
  expect(sample.stderr).toContain('yours has people in it');
});

test('the sample of the terminal fills the open window', async ({ person, kithmap }) => {
  await begin(person, 'Start empty');
  expect(await kithmap('sample', '--json')).toMatchObject({ code: 0 });
  await expect(person.getByText('240 people', { exact: true })).toBeVisible();
  await expect(person.getByRole('checkbox', { name: /^Pick / }).first()).toBeVisible();
});

test('a reload shows all that was there', async ({ person }) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Amara Okafor', 'Bern');
  await logCall(person, 'Wants to meet in May');
  await addPerson(person, 'Björn Ek');

  await person.reload();
  await expect(title(person, 'People')).toBeVisible();
  await expect(row(person, 'Björn Ek')).toBeVisible();
  await row(person, 'Amara Okafor').click();
  await expect(person.getByRole('button', { name: 'Place: Bern. Edit' })).toBeVisible();
  await expect(person.getByText('Wants to meet in May')).toBeVisible();
});

test('a host that is killed after an edit has it when it is started again', async ({
  page,
  startHost,
  kithmap,
}) => {
  const first = await startHost();
  await page.goto(first.address);
  await begin(page, 'Start empty');
  await addPerson(page, 'Amara Okafor', 'Bern');
  await logCall(page, 'Wants to meet in May');
  await first.kill();
  await expect(page.getByText(/The connection to Kithmap is interrupted/)).toBeVisible();

  const second = await startHost();
  await page.goto(second.address);
  await go(page, 'People');
  await row(page, 'Amara Okafor').click();
  await expect(page.getByRole('button', { name: 'Place: Bern. Edit' })).toBeVisible();
  await expect(page.getByText('Wants to meet in May')).toBeVisible();
  expect(await kithmap('check')).toMatchObject({ code: 0 });
});

/** Another window of the same browser, at People. */
async function secondWindow(
  context: ReturnType<Page['context']>,
  address: string,
  watch: (page: Page) => Promise<void>,
): Promise<Page> {
  const page = await context.newPage();
  await watch(page);
  await page.goto(new URL(address).origin);
  await go(page, 'People');
  return page;
}

/** Logs a call with the person who is selected, and waits until it is on disk and shown. */
async function logCall(page: Page, about: string): Promise<void> {
  await page.getByRole('button', { name: 'Log', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Note what happened' });
  const line = dialog.getByRole('combobox', { name: 'What happened' });
  await line.pressSequentially(about);
  await line.press('Enter');
  await expect(page.getByRole('region', { name: 'What happened' }).getByText(about)).toBeVisible();
}
