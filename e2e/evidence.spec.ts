/** Calendars and mail bring people, what happened with them, and guesses of who knows whom, which wait for a yes or no. */
import { fileURLToPath } from 'node:url';
import { expect, test } from './fixtures';
import { begin, chooseFiles, go, title } from './steps';

const files = ['team.ics', 'team.mbox'].map((name) =>
  fileURLToPath(new URL(`files/${name}`, import.meta.url)),
);

test('a calendar and a mailbox ask who one is, and their guesses are gone through by key', async ({
  person,
  kithmap,
}) => {
  await begin(person, 'Import');
  await chooseFiles(person, person.getByRole('button', { name: 'Import files' }), files);
  const yours = person.getByRole('region', { name: 'Which of these addresses are yours?' });
  await expect(yours.getByRole('checkbox', { name: /^mara@work.example/ })).toBeChecked();
  await expect(yours.getByRole('checkbox')).not.toHaveCount(1);
  await yours.getByRole('button', { name: 'This is mine' }).click();
  await expect(yours).toBeHidden();
  await person.getByRole('tab', { name: 'With you' }).click();
  await expect(person.getByRole('row', { name: /Dana Weiss.*mail on 2026-04-21: Notes/ })).toBeVisible();
  await person.getByRole('button', { name: 'Import 4 people' }).click();
  await expect(title(person, '4 more people in your network')).toBeVisible();

  await person.getByRole('button', { name: 'Go through guessed ties' }).click();
  const pair = person.getByRole('article');
  await expect(pair).toHaveAccessibleName('Ana Silva and Ben Okoro');
  await expect(pair.getByRole('listitem')).toHaveText(['Both were in 3 meetings, the last 14 days ago.']);
  await person.keyboard.press('y');
  await expect(pair).toHaveAccessibleName('Ana Silva and Dana Weiss');
  await person.keyboard.press('n');
  await expect(person.getByText('Ana Silva and Dana Weiss do not know each other.')).toBeVisible();
  await expect(person.getByText('2 answered, 2 to go')).toBeVisible();
  await person.keyboard.press('Control+z');
  await expect(pair).toHaveAccessibleName('Ana Silva and Dana Weiss');
  for (const next of ['Ana Silva and Cem Aydin', 'Ben Okoro and Cem Aydin']) {
    await person.keyboard.press('u');
    await expect(pair).toHaveAccessibleName(next);
  }
  await person.keyboard.press('n');
  await expect(person.getByText('2 pairs are left, of which you were not sure')).toBeVisible();
  // Whoever comes here again is not asked about them at once.
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await person.keyboard.press('g');
  await person.keyboard.press('u');
  await expect(person.getByText('2 pairs are left, of which you were not sure')).toBeVisible();

  // The same files again change nothing, and bring back nothing that was denied.
  const again = await kithmap('import', ...files, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({
    new: 0,
    changed: 0,
    ties: 0,
    interactions: 0,
    batch: null,
  });
  expect((await kithmap('confirm', '--above', '0.1')).stdout).toBe('0 ties are known\n');
  await person.getByRole('button', { name: 'Look at them again' }).click();
  await expect(pair).toHaveAccessibleName('Ana Silva and Dana Weiss');
  await person.keyboard.press('y');
  await expect(pair).toHaveAccessibleName('Ana Silva and Cem Aydin');
  await person.keyboard.press('y');
  await expect(person.getByText('No guesses wait for an answer')).toBeVisible();
  await go(person, 'Data');
});
