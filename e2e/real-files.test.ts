/** Files of real programs, chosen in the page's own dialog: seen first, brought in, brought in again, taken back. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { begin, chooseFiles, go, said, title } from './steps';

interface Expected {
  readonly file: string;
  readonly new: number;
  readonly ties?: number;
  readonly leftOut?: number;
  readonly mayBeTheSame?: number;
}

const own: readonly Expected[] = [
  { file: 'Connections.csv', new: 4, leftOut: 1, mayBeTheSame: 1 },
  { file: 'Phone.vcf', new: 4, ties: 1 },
  { file: 'who-knows-whom.csv', new: 3, ties: 3, leftOut: 1 },
];

const linkedIn: readonly Expected[] = [
  { file: 'AbhiramJayasankar__six-hops__Connections.csv', new: 4, leftOut: 1, mayBeTheSame: 1 },
  { file: 'JamesRothering__CareerManager__Connections.csv', new: 3 },
  { file: 'baptisteghostine__lexnetwork__Connections.csv', new: 4 },
  { file: 'labeldekho__linkedin-network-intelligence__Connections.csv', new: 10 },
  { file: 'pedrofuentes__kawsay__Connections.csv', new: 2 },
];

const cards: readonly Expected[] = [
  { file: 'mangstadt__ez-vcard__John_Doe_ANDROID.vcf', new: 6 },
  { file: 'mangstadt__ez-vcard__John_Doe_EVOLUTION.vcf', new: 1, ties: 3 },
  { file: 'mangstadt__ez-vcard__John_Doe_MS_OUTLOOK.vcf', new: 1, ties: 2 },
  { file: 'mangstadt__ez-vcard__rfc6350-example.vcf', new: 1 },
  { file: 'mozilla__releases-comm-central__emptylines_vcard_addressbook.vcf', new: 2 },
  { file: 'roundcube__roundcubemail__utf-16_sample.vcf', new: 1 },
];

const ownFolder = fileURLToPath(new URL('files/', import.meta.url));
const shared = fileURLToPath(new URL('../../shared/fixtures/', import.meta.url));
const sets = [
  { name: 'the files of this project', folder: ownFolder, files: own },
  { name: 'the LinkedIn files of ../shared', folder: join(shared, 'csv-linkedin'), files: linkedIn },
  { name: 'the vCards of ../shared', folder: join(shared, 'vcf'), files: cards },
];

for (const { name, folder, files } of sets) {
  test(`${name} come in once, and go again`, async ({ person }) => {
    test.skip(!existsSync(folder), `${folder} is not here`);
    test.slow();
    await begin(person, 'Import');
    for (const expected of files) {
      await test.step(expected.file, () => comesInOnceAndGoesAgain(person, folder, expected));
    }
  });
}

test('several files at once are one import', async ({ person }) => {
  await begin(person, 'Import');
  const files = ['Connections.csv', 'Phone.vcf'].map((name) => join(ownFolder, name));
  await chooseFiles(person, importButton(person), files);
  await expect(figure(person, 'new people')).toHaveText('8');
  await person.getByRole('button', { name: 'Import 8 people' }).click();
  await expect(title(person, '8 more people in your network')).toBeVisible();
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await expect(person.getByRole('button', { name: 'Take back', exact: true })).toHaveCount(1);
});

test('a damaged file, alone or among others, is named with what is wrong, and nothing changes', async ({
  person,
  kithmap,
}) => {
  await begin(person, 'Import');
  const files = ['Phone.vcf', 'Damaged.vcf'].map((name) => join(ownFolder, name));
  await chooseFiles(person, importButton(person), files);
  await expect(person.getByRole('alert')).toContainText('Damaged.vcf holds no card');
  await expect(person.getByRole('alert')).toContainText('Your network is as it was.');
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await go(person, 'People');
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
  expect(await kithmap('check')).toMatchObject({ code: 0 });
});

async function comesInOnceAndGoesAgain(page: Page, folder: string, expected: Expected): Promise<void> {
  const { file, new: added, ties = 0, leftOut = 0, mayBeTheSame = 0 } = expected;
  const people = added === 1 ? 'new person' : 'new people';

  await chooseFiles(page, importButton(page), join(folder, file));
  await expect(title(page, 'What this import would do')).toBeVisible();
  await expect(figure(page, people)).toHaveText(String(added));
  await expectFigure(page, 'tie', ties);
  await expectFigure(page, 'left out', leftOut);
  await expectFigure(page, 'may be the same', mayBeTheSame);
  await page.getByRole('button', { name: `Import ${added === 1 ? '1 person' : `${added} people`}` }).click();
  const done = added === 1 ? 'One more person in your network' : `${added} more people in your network`;
  await expect(title(page, done)).toBeVisible();
  await page.getByRole('button', { name: 'Back to Data' }).click();

  await chooseFiles(page, importButton(page), join(folder, file));
  await expect(figure(page, 'new people')).toHaveText('0');
  await expect(
    page.getByText(/^Everything (?:else )?in these files is in your network already\.$/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Import', exact: true })).toBeDisabled();
  await page.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Take back', exact: true }).click();
  await expect(said(page, /was taken back\.$/).last()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take back', exact: true })).toBeHidden();
  await go(page, 'People');
  await expect(page.getByText('Nobody is here yet')).toBeVisible();
  await go(page, 'Data');
}

const importButton = (page: Page): Locator => page.getByRole('button', { name: 'Import files' });

/** A count of the review; none is shown where there is none, new people excepted. */
const figure = (page: Page, word: string): Locator =>
  page
    .locator('.k-figure')
    .filter({ has: page.getByRole('term').filter({ hasText: new RegExp(`^${word}`) }) })
    .getByRole('definition');

async function expectFigure(page: Page, word: string, count: number): Promise<void> {
  if (count === 0) await expect(figure(page, word)).toBeHidden();
  else await expect(figure(page, word)).toHaveText(String(count));
}
