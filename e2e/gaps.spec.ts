/** Where one knows few people, on the map: a dotted circle, and who could lead there. */
import { expect, test } from './fixtures';
import { begin } from './steps';

test('a gap is on the map, and answers a click with who could lead there', async ({ person }) => {
  await begin(person, 'Look around in a sample');
  const gap = person.getByRole('button', { name: 'No one in law' });
  await expect(gap.first()).toBeVisible({ timeout: 60_000 });
  await gap.first().click();
  const side = person.getByRole('complementary', { name: 'About who is selected' });
  await expect(side.getByRole('heading', { name: 'Where you know few people' })).toBeVisible();
  const law = side.getByRole('region', { name: 'No one in law' });
  await expect(law.getByText(/your goal is 5 %/)).toBeVisible();
  await expect(law.getByText('Law clerk at Office of notaries Rostand until 2016')).toBeVisible();
  await law.getByRole('button', { name: 'Océane Delorme' }).click();
  await expect(side.getByRole('heading', { name: 'Océane Delorme' })).toBeVisible();
});
