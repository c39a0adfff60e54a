/**
 * Every screen: nothing in it is out of reach, breaks the page's policy or asks anybody but the
 * page's own host (the fixtures watch the last two); and the way from the first start to an edit by keyboard alone.
 */
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { addPerson, begin, chooseFiles, go, row, title } from './steps';

const files = ['Connections.csv', 'Phone.vcf'].map((name) =>
  fileURLToPath(new URL(`files/${name}`, import.meta.url)),
);

test('the first start and an empty network are within everybody’s reach', async ({ person }) => {
  const look = looker();
  await look(person, 'who are you', title(person, 'Who are you?'));
  await person.getByRole('textbox', { name: /^Your mail/ }).fill('no address');
  await look(person, 'a wrong address', person.getByText('Not a mail address'));
  await person.getByRole('button', { name: 'Skip this' }).click();
  await look(person, 'where to begin', title(person, 'Where to begin'));
  await person.getByRole('button', { name: 'Start empty' }).click();
  await look(person, 'nobody', person.getByText('Nobody is here yet'));
  await go(person, 'Atlas');
  await look(person, 'an empty map', person.getByText('The map is empty'));
  await addPerson(person, 'Amara Okafor', 'Bern');
  await go(person, 'Atlas');
  await look(person, 'one person on the map', title(person, 'Amara Okafor'));
  look.found();
});

test('the atlas is within everybody’s reach', async ({ person }) => {
  test.slow();
  const look = looker();
  await begin(person, 'Look around in a sample');
  await look(person, 'atlas', person.getByText(/^240 people in 9 groups/));
  await person.keyboard.press('1');
  await look(person, 'connectors', person.getByRole('button', { name: 'Connectors', pressed: true }));
  await person.keyboard.press('3');
  await look(person, 'cooling', person.getByRole('button', { name: 'Cooling', pressed: true }));
  await person.keyboard.press('4');
  await person.getByRole('button', { name: 'Show suggestions' }).click();
  await look(person, 'introductions', person.getByRole('list', { name: 'Who could meet next' }));
  await person.keyboard.press('0');
  await person.getByRole('region', { name: 'Groups', exact: true }).getByRole('button').first().click();
  await look(person, 'a group', person.getByRole('button', { name: 'As a list' }));

  await person.keyboard.press('Control+k');
  const palette = person.getByRole('combobox', { name: 'Find a person, or do something' });
  await look(person, 'palette', palette);
  await palette.fill('signe aur');
  await look(person, 'palette with people', person.getByRole('option', { name: /Signe Aurland/ }));
  await palette.press('Enter');
  await look(person, 'a person', title(person, 'Signe Aurland'));
  await person.getByRole('button', { name: /^Place: .* Edit$/ }).click();
  await look(person, 'a field', person.getByRole('group', { name: 'Place' }));
  await person.keyboard.press('Escape');
  await person.getByRole('button', { name: 'Knows someone' }).click();
  await look(person, 'a tie', person.getByRole('dialog', { name: /Whom does Signe/ }));
  await person.keyboard.press('Escape');
  await person.getByRole('button', { name: 'More to do' }).click();
  await look(person, 'a menu', person.getByRole('menu'));
  await person.keyboard.press('Escape');
  await expect(person.getByRole('menu')).toBeHidden();
  await expect(title(person, 'Signe Aurland')).toBeVisible();
  await person.keyboard.press('p');
  await look(person, 'ways', person.getByRole('list', { name: 'Ways found' }));
  look.found();
});

test('today, people, data and settings are within everybody’s reach', async ({ person }) => {
  test.slow();
  const look = looker();
  await begin(person, 'Look around in a sample');
  await go(person, 'Today');
  await look(person, 'today', person.getByRole('list', { name: 'People of the week' }));
  await go(person, 'People');
  const picks = person.getByRole('checkbox', { name: /^Pick / });
  await look(person, 'people', picks);
  await picks.nth(0).click();
  await picks.nth(1).click();
  const bulk = person.getByRole('toolbar', { name: 'With those picked' });
  await look(person, 'several people', bulk);
  await bulk.getByRole('button', { name: 'Archive' }).click();
  await look(person, 'a toast', person.getByText('Archived 2 people'));
  await bulk.getByRole('button', { name: 'Tags' }).click();
  await look(person, 'tags', person.getByRole('dialog', { name: /^Tags of/ }));
  // The first closes the list of tags, where one is open.
  await person.keyboard.press('Escape');
  await person.keyboard.press('Escape');
  await person.getByRole('combobox', { name: 'Circle' }).click();
  await look(person, 'a filter', person.getByRole('option', { name: 'Close' }));
  await person.keyboard.press('Escape');
  await person.getByRole('button', { name: 'Add a person' }).click();
  await look(person, 'add a person', person.getByRole('dialog', { name: 'Add a person' }));
  await person.keyboard.press('Escape');
  await person.getByRole('banner').getByRole('button', { name: 'Note what happened' }).click();
  await look(person, 'note', person.getByRole('dialog', { name: 'Note what happened' }));
  await person.keyboard.press('Escape');

  await go(person, 'Data');
  await person.getByRole('button', { name: 'Check it' }).click();
  await look(person, 'data', person.getByText('Damaged files'));
  await person.getByRole('button', { name: 'Say who knows whom' }).click();
  await look(person, 'who knows whom', person.getByRole('heading', { name: /^Who of these knows/ }));
  await person.getByRole('button', { name: 'Back to Data' }).click();
  await chooseFiles(person, person.getByRole('button', { name: 'Import files' }), files);
  await look(person, 'an import', title(person, 'What this import would do'));
  await person.getByRole('button', { name: /^Import \d+ people$/ }).click();
  await look(person, 'an import that is done', title(person, /more people in your network$/));

  await go(person, 'Settings');
  await look(person, 'settings', title(person, 'Settings'));
  await person.keyboard.press('?');
  await look(person, 'keys', person.getByRole('dialog', { name: 'Keys' }));
  look.found();
});

test('going from screen to screen before each is drawn leaves nothing behind that fails', async ({
  person,
}) => {
  await begin(person, 'Look around in a sample');
  for (let round = 0; round < 3; round++) {
    for (const screen of ['People', 'Atlas', 'Give and ask', 'Data', 'Atlas', 'Settings', 'Atlas'] as const) {
      await go(person, screen);
    }
  }
  await expect(person.getByText(/^240 people in/)).toBeVisible();
});

test('the keyboard alone leads from the first start to a note and back', async ({ person }) => {
  const { keyboard } = person;
  await expect(person.getByRole('textbox', { name: 'Your name' })).toBeFocused();
  await keyboard.type('Mara Lindqvist');
  await keyboard.press('Enter');
  await tabTo(person, person.getByRole('button', { name: 'Start empty' }));
  await keyboard.press('Enter');
  await expect(person.getByText('Nobody is here yet')).toBeVisible();

  await keyboard.press('n');
  await expect(person.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
  await keyboard.type('Amara Okafor');
  await keyboard.press('Enter');
  await expect(title(person, 'Amara Okafor')).toBeVisible();

  await keyboard.press('l');
  await expect(person.getByRole('combobox', { name: 'What happened' })).toBeFocused();
  await keyboard.type('Wants to meet in May');
  await tabTo(person, person.getByRole('button', { name: 'Log', exact: true }).last());
  await keyboard.press('Enter');
  const log = person.getByRole('region', { name: 'What happened' });
  await expect(log.getByText('Wants to meet in May')).toBeVisible();

  await keyboard.press('Control+z');
  await expect(log.getByText('Wants to meet in May')).toBeHidden();
  await keyboard.press('Control+Shift+z');
  await expect(log.getByText('Wants to meet in May')).toBeVisible();

  await keyboard.press('g');
  await keyboard.press('s');
  await expect(title(person, 'Settings')).toBeVisible();
  await keyboard.press('g');
  await keyboard.press('p');
  await tabTo(person, person.getByRole('grid', { name: 'People' }));
  await keyboard.press('ArrowDown');
  await keyboard.press('Delete');
  await expect(person.getByText('Nobody is here yet')).toBeVisible();
  await keyboard.press('Control+z');
  await expect(row(person, 'Amara Okafor')).toBeVisible();
});

/** Looks at one thing after another, and says at the end what was wrong with which: one fault hides no other. */
function looker(): { (page: Page, what: string, shown: Locator): Promise<void>; found: () => void } {
  const faults: string[] = [];
  const look = async (page: Page, what: string, shown: Locator): Promise<void> => {
    await expect(shown.first()).toBeVisible({ timeout: 20_000 });
    faults.push(...(await faultsOf(page)).map((fault) => `${what}: ${fault}`));
  };
  return Object.assign(look, { found: () => expect([...new Set(faults)]).toEqual([]) });
}

/** Presses Tab until something has the focus; it fails where a person would give up. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const hasFocus = (): Promise<boolean> => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 40 && !(await hasFocus()); presses++) await page.keyboard.press('Tab');
  await expect(target).toBeFocused();
}
