/** Settings: what is set holds at once and after a reload, and can be undone. */
import { expect, test } from './fixtures';
import { addPerson, begin, go, row, said, undoButton } from './steps';

test('the theme and the size of text hold through a reload', async ({ person }) => {
  await begin(person, 'Start empty');
  await go(person, 'Settings');
  await person.getByRole('combobox', { name: 'Theme' }).click();
  await person.getByRole('option', { name: 'Dark' }).click();
  await expect(person.locator('html')).toHaveAttribute('data-theme', 'dark');
  await person.getByRole('slider', { name: /Text size/ }).focus();
  await person.keyboard.press('End');
  await expect(person.locator('html')).toHaveCSS('font-size', '32px');
  await person.reload();
  await expect(person.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(person.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(person.locator('html')).toHaveCSS('font-size', '32px');
  const wider = await person.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  expect(wider, 'nothing is cut off to the right at 200 %').toBe(false);
});

test('my address given later makes the card with it me, and undo makes it a contact again', async ({
  person,
}) => {
  await begin(person, 'Start empty');
  await addPerson(person, 'Old Card');
  await addPerson(person, 'Noor Quist');
  await person.keyboard.press('n');
  const dialog = person.getByRole('dialog', { name: 'Add a person' });
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Me Again');
  await dialog.getByRole('textbox', { name: 'Mail address' }).fill('mara@example.org');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(row(person, 'Me Again')).toBeVisible();
  await go(person, 'Settings');
  const addresses = person.getByRole('combobox', { name: /Your mail addresses/ });
  await addresses.fill('Mara@Example.org');
  await person.keyboard.press('Enter');
  await person.getByRole('button', { name: 'Keep', exact: true }).click();
  await expect(said(person, '1 card was yours and became you.')).toBeVisible();
  await go(person, 'People');
  await expect(row(person, 'Me Again')).toHaveCount(0);
  await undoButton(person).click();
  await expect(row(person, 'Me Again')).toBeVisible();
});

test('a circle is renamed and given other days', async ({ person }) => {
  await begin(person, 'Start empty');
  await go(person, 'Settings');
  await person.getByRole('textbox', { name: 'Name of circle 1' }).fill('Family');
  await person.getByRole('textbox', { name: 'Days between contacts in Family' }).fill('10');
  await person.getByRole('button', { name: 'Keep circles' }).click();
  await expect(said(person, 'Circles were changed')).toBeVisible();
  await person.reload();
  await expect(person.getByRole('textbox', { name: 'Name of circle 1' })).toHaveValue('Family');
});
