/** Insights: what the analysis found, in words that open what they rest on, with the next act beside them. */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { faultsOf } from './accessible';
import { expect, test } from './fixtures';
import { begin, chooseFiles, go, said, title, undoButton } from './steps';

const tab = (page: Page, name: string): Locator => page.getByRole('tab', { name, exact: true });
const grid = (page: Page, name: string): Locator => page.getByRole('grid', { name });
const view = (page: Page): Locator => page.getByRole('tabpanel');
const beside = (page: Page): Locator => page.getByRole('complementary', { name: 'Who is selected' });

/** The group that gets little of the sample owner's time; its name is what its people share most. */
const neglected = (page: Page): Locator =>
  view(page).getByRole('heading', { name: /gets little of your time$/ });

/** Of the map's topmost layer, where marks, names and the ties of whoever is pointed at are drawn. */
async function darkPixels(map: Locator): Promise<number> {
  return map.locator('canvas.map-over').evaluate((canvas) => {
    if (!(canvas instanceof HTMLCanvasElement)) return 0;
    const { width, height } = canvas;
    const pixels = canvas.getContext('2d')?.getImageData(0, 0, width, height).data ?? [];
    let dark = 0;
    for (let at = 0; at < pixels.length; at += 4) {
      if ((pixels[at + 3] ?? 0) > 200 && (pixels[at] ?? 255) < 70) dark++;
    }
    return dark;
  });
}

async function open(page: Page, part: string): Promise<void> {
  await go(page, 'Insights');
  await tab(page, part).click();
  await expect(tab(page, part)).toHaveAttribute('aria-selected', 'true');
  // The whole network may have to be worked out first.
  await expect(view(page).getByRole('status', { name: 'Being worked out' })).toHaveCount(0, {
    timeout: 60_000,
  });
}

test.describe('with the sample', () => {
  test.beforeEach(async ({ person }) => {
    await begin(person, 'Look around in a sample');
  });

  test('says what it is of, and finds the missing industry and the neglected group', async ({ person }) => {
    await open(person, 'Gaps');
    await expect(person.getByText(/^240 people and \d+ ties; \d+ guessed ties left out/)).toBeVisible();
    const law = view(person).getByRole('listitem').filter({ hasText: 'Law' }).first();
    await expect(law).toContainText('0 of 240');
    await expect(law).toContainText('12 short');
    await expect(view(person)).toContainText('Industry is known for all 240 people.');
    await expect(view(person)).toContainText(/By industry, your network acts like \d+(\.\d)? equal groups\./);
    await expect(view(person)).toContainText(
      /chance would have it: \d+ of \d+ ties stay within one industry/,
    );
    await expect(neglected(person)).toBeVisible();
  });

  test('a goal is set, refused with a sentence at the field, changed, and taken back', async ({ person }) => {
    await open(person, 'Gaps');
    await view(person).getByRole('button', { name: 'Set a goal', exact: true }).first().click();
    const dialog = person.getByRole('dialog', { name: 'Set a goal' });
    await dialog.getByRole('button', { name: 'Set the goal' }).click();
    await expect(dialog.getByText('Say which industry it is about.')).toBeVisible();
    await expect(dialog.getByText('Say which share you would like.')).toBeVisible();
    await dialog.getByLabel('Which industry').fill('Law');
    await expect(
      dialog.getByText('There is a goal for this industry already; change that one.'),
    ).toBeVisible();
    await dialog.getByLabel('Which industry').fill('Healthcare');
    await dialog.getByRole('textbox', { name: 'Share you would like' }).fill('10');
    await dialog.getByRole('button', { name: 'Set the goal' }).click();
    const row = view(person).getByRole('listitem').filter({ hasText: 'Healthcare' }).first();
    await expect(row).toContainText('0 of 240');
    await expect(row).toContainText('24 short');

    await row.getByRole('button', { name: /^Goal .* for Healthcare/ }).click();
    const change = person.getByRole('dialog', { name: 'Change the goal' });
    await change.getByRole('textbox', { name: 'Share you would like' }).fill('5');
    await change.getByRole('button', { name: 'Keep it' }).click();
    await expect(row).toContainText('12 short');

    await row.getByRole('button', { name: /^Goal .* for Healthcare/ }).click();
    await change.getByRole('button', { name: 'Remove the goal' }).click();
    await expect(row).toHaveCount(0);
    await said(person, 'Goal for Healthcare removed')
      .locator('..')
      .getByRole('button', { name: 'Undo' })
      .click();
    await expect(row).toContainText('12 short');
    await undoButton(person).click();
    await expect(row).toContainText('24 short');
  });

  test('gaps are narrowed down by a part of a name, as they are saved', async ({ person }) => {
    await open(person, 'Gaps');
    const field = person.getByRole('textbox', { name: 'Filter by text' });
    await field.fill('law');
    await expect(view(person).getByRole('listitem').filter({ hasText: '12 short' })).toBeVisible();
    await field.fill('shipping');
    await expect(view(person).getByText('None of these fits.')).toBeVisible();
    await expect(person.getByRole('button', { name: 'Save as CSV' })).toBeDisabled();
    const industry = view(person).getByRole('region', { name: 'Industry' });
    await expect(industry.getByText('1 of 9 values')).toBeVisible();
    await expect(industry.getByRole('listitem')).toHaveText(/^Shipping/);
    await expect(view(person).getByRole('region', { name: 'Place' })).toHaveCount(0);
    await person.getByRole('button', { name: 'Clear the text' }).click();
    await expect(industry.getByText('9 values', { exact: true })).toBeVisible();
    await expect(neglected(person)).toBeVisible();
  });

  test('a group is held against everybody', async ({ person }) => {
    await open(person, 'Gaps');
    await view(person).getByRole('combobox', { name: 'Whose variety' }).click();
    const group = person.getByRole('group', { name: 'Groups' }).getByRole('option').first();
    const name = (await group.textContent()) ?? '';
    await group.click();
    await expect(
      view(person).getByRole('heading', { name: `How varied the group ${name} is` }),
    ).toBeVisible();
    await expect(
      view(person)
        .getByRole('listitem')
        .filter({ hasText: /\d+ short/ })
        .first(),
    ).toBeVisible();
  });

  test('ties stand in the order in which they go quiet, and the next act is at hand', async ({ person }) => {
    await open(person, 'Cooling');
    await expect(person.getByRole('heading', { name: /^\d+ ties about to cool$/ })).toBeVisible();
    const list = grid(person, 'Ties in the order they cool');
    const row = list.getByRole('row').filter({ hasText: 'Abena Fynn' });
    await expect(row).toContainText('early May');
    await row.click();
    await expect(beside(person).getByRole('heading', { name: 'Abena Fynn' })).toBeVisible();
    await row.getByRole('button', { name: 'Log with Abena Fynn' }).click();
    const dialog = person.getByRole('dialog', { name: 'Note what happened' });
    await expect(dialog.getByRole('combobox', { name: 'What happened' })).toHaveValue('@Abena Fynn, ');
    await dialog.getByRole('button', { name: 'Log', exact: true }).click();
    // Whoever was just spoken with goes quiet later.
    await expect(row).toHaveCount(0);
    await person.getByRole('button', { name: 'By group' }).click();
    await expect(list.getByRole('rowheader').first()).not.toContainText('Quiet');
    await person.getByRole('textbox', { name: 'Filter by text' }).fill('abena');
    await expect(list.getByRole('row').filter({ hasText: 'Abena Fynn' })).toContainText('in rhythm');
  });

  test('a connector’s sentence opens what it rests on, and the numbers say what they mean', async ({
    person,
  }) => {
    await open(person, 'Connectors');
    const list = grid(person, 'Connectors');
    const row = list.getByRole('row').filter({ hasText: 'Signe Aurland' });
    await expect(row).toContainText(/pairs of your contacts reach each other most directly through Signe/);
    await row.getByRole('button', { name: 'Evidence on Signe Aurland' }).click();
    const dialog = person.getByRole('dialog', { name: 'What this rests on: Signe Aurland' });
    await expect(dialog.getByText(/^\d+ (person|people) in /).first()).toBeVisible();
    await expect(
      dialog.getByText(/ stands between [\d,]+ pairs of contacts who do not know each other: /),
    ).toBeVisible();
    await expect(dialog.getByText(/and .*, by no other shortest way/).first()).toBeVisible();
    await dialog.getByRole('button', { name: 'Close' }).click();

    await person.getByRole('button', { name: 'Numbers', exact: true }).click();
    await expect(list.getByRole('columnheader', { name: 'Constraint' })).toBeVisible();
    await expect(list).not.toContainText('NaN');
    await list.getByRole('button', { name: 'Constraint' }).click();
    await expect(person.getByRole('dialog', { name: 'How connectors are counted' })).toContainText('Burt');
  });

  test('what would be without somebody is looked at, and nothing changes by looking', async ({ person }) => {
    await open(person, 'Connectors');
    await grid(person, 'Connectors').getByRole('row').filter({ hasText: 'Signe Aurland' }).click();
    await beside(person).getByRole('button', { name: 'What if they were not there?' }).click();
    await expect(tab(person, 'What if')).toHaveAttribute('aria-selected', 'true');
    const answer = view(person).getByText(/have some way to each other; without Signe Aurland it would be/);
    await expect(answer).toBeVisible();
    await expect(view(person).getByText(/would be cut off from the rest/)).toBeVisible();
    await expect(view(person)).not.toContainText(/risk/i);
    const cutOff = view(person).getByRole('region', { name: 'Cut off from the rest' });
    const names = cutOff.getByRole('listitem');
    await expect(names.first()).toBeVisible();
    const [first = ''] = (await names.first().innerText()).split(' ');
    await person.getByRole('textbox', { name: 'Filter by text' }).fill(first);
    await expect(names.first()).toContainText(first);
    const [file] = await Promise.all([
      person.waitForEvent('download'),
      person.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('kithmap-what-if-2026-05-04.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('\ufeffWhat would be,Name,And');
    for (const line of lines.slice(1)) expect(line).toContain(first);
    await person.getByRole('textbox', { name: 'Filter by text' }).fill('nobody of that name');
    await expect(view(person).getByText('Nobody of those it names fits.')).toBeVisible();
    await person.getByRole('button', { name: 'Clear the text' }).click();
    await view(person).getByRole('button', { name: 'Back to how it is' }).click();
    await expect(view(person).getByText('Nothing is tried yet.')).toBeVisible();
    await expect(person.getByText(/^240 people and/)).toBeVisible();
  });

  test('two people are brought together on paper, and a tie is cut', async ({ person }) => {
    await open(person, 'What if');
    const form = view(person).getByRole('form', { name: 'Try a tie' });
    const choose = async (name: string): Promise<void> => {
      await form.getByRole('textbox', { name: 'Two people' }).fill(name);
      const options = person.getByRole('listbox', { name: 'Two people' }).getByRole('option');
      await options.filter({ hasText: name }).first().click();
      await expect(form).toContainText(name);
    };
    await choose('Signe Aurland');
    await choose('Yaa Asantewaa Ofori');
    await form.getByRole('button', { name: 'Bring together' }).click();
    const tried = view(person).getByRole('list', { name: 'Ties that are tried' });
    await expect(tried).toContainText('Signe Aurland and Yaa Asantewaa Ofori would know each other');
    await expect(view(person).getByText(/pairs of people would come within two steps/)).toBeVisible();
    const nearer = view(person).getByRole('region', { name: /^Within two steps of each other/ });
    await expect(nearer.getByRole('listitem').first()).toContainText(' and ');

    await choose('Signe Aurland');
    await choose('Flurina Dürig');
    await form.getByRole('button', { name: 'Cut their tie' }).click();
    await expect(tried).toContainText('Signe Aurland and Flurina Dürig would not know each other');
    await expect(
      view(person)
        .getByText(/with 1 tie more and 1 tie less|no longer be within/)
        .first(),
    ).toBeVisible();
    await tried.getByRole('button', { name: /^Leave Signe Aurland and Yaa/ }).click();
    await expect(tried.getByRole('listitem')).toHaveCount(1);
    await view(person).getByRole('button', { name: 'Back to how it is' }).click();
    await expect(tried).toHaveCount(0);
    await expect(person.getByText(/^240 people and/)).toBeVisible();
  });

  test('losing touch with a group is looked at, and taken back', async ({ person }) => {
    await open(person, 'What if');
    const groups = view(person).getByRole('combobox', { name: 'Lose touch with a group' });
    await groups.selectOption({ label: 'Choir' });
    const tried = view(person).getByRole('list', { name: 'Groups one would lose touch with' });
    await expect(tried).toContainText(/Choir, \d+ people, would be out of touch/);
    await expect(view(person).getByText(/without the \d+ people of Choir it would be/)).toBeVisible();
    await expect(
      view(person)
        .getByText(/^Nobody in .* would know anyone in Choir any longer\./)
        .first(),
    ).toBeVisible();
    await expect(view(person).getByRole('region', { name: 'Gaps that would change' })).toContainText(
      /[Gg]ap|could no longer lead/,
    );
    await tried.getByRole('button', { name: 'Stay in touch with Choir' }).click();
    await expect(view(person).getByText('Nothing is tried yet.')).toBeVisible();
  });

  test('a group is renamed where it stands, and its name comes back', async ({ person }) => {
    await open(person, 'Clusters');
    const list = grid(person, 'Groups');
    const row = list.getByRole('row').filter({ hasText: 'It gets little of your time' });
    await row.click();
    await row.getByRole('button', { name: /^Rename / }).click();
    await person.getByRole('textbox', { name: 'Name of the group' }).fill('Kobe');
    await person.keyboard.press('Enter');
    await expect(said(person, 'Now called Kobe')).toBeVisible();
    await expect(beside(person).getByRole('heading', { name: 'Kobe', exact: true })).toBeVisible();
    await undoButton(person).click();
    await expect(beside(person).getByRole('heading', { name: 'Kobe', exact: true })).toHaveCount(0);
    await expect(row).toContainText('Signe Aurland');
  });

  test('a list is saved as it is narrowed down', async ({ person }) => {
    await open(person, 'Connectors');
    await person.getByRole('textbox', { name: 'Filter by text' }).fill('signe');
    await expect(grid(person, 'Connectors').getByRole('row')).toHaveCount(2);
    const [file] = await Promise.all([
      person.waitForEvent('download'),
      person.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('kithmap-connectors-2026-05-04.csv');
    const lines = (await readFile(await file.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatch(/^\ufeffName,Group,Why,Ties,Pairs,/);
    expect(lines[1]).toMatch(/^Signe Aurland,/);
  });

  test('all of it works by keyboard', async ({ person }) => {
    await go(person, 'Atlas');
    await person.keyboard.press('g');
    await person.keyboard.press('i');
    await expect(title(person, 'Insights')).toBeVisible();
    await tab(person, 'Gaps').focus();
    for (const part of ['Cooling', 'Connectors']) {
      await person.keyboard.press('ArrowRight');
      await expect(tab(person, part)).toBeFocused();
    }
    const list = grid(person, 'Connectors');
    await expect(list).toBeVisible({ timeout: 60_000 });
    await list.focus();
    await person.keyboard.press('j');
    await person.keyboard.press('j');
    await expect(list.locator('[aria-selected=true]')).toHaveAttribute('aria-rowindex', '3');
    await person.keyboard.press('k');
    await expect(list.locator('[aria-selected=true]')).toHaveAttribute('aria-rowindex', '2');
    await person.keyboard.press('Tab');
    await person.keyboard.press('Enter');
    await expect(person.getByRole('dialog', { name: /^What this rests on/ })).toBeVisible();
    await person.keyboard.press('Escape');
    await list.focus();
    await person.keyboard.press('Enter');
    await expect(beside(person).locator(':focus')).toHaveCount(1);
  });

  test('shows somebody on the map, and goes on to whom they know', async ({ person }) => {
    await open(person, 'Connectors');
    await grid(person, 'Connectors').getByRole('row').filter({ hasText: 'Signe Aurland' }).click();
    await beside(person).getByRole('button', { name: 'Show on the map' }).click();
    await expect(person.getByRole('listbox', { name: /^The map/ })).toBeVisible({ timeout: 30_000 });
    await expect(person.getByRole('heading', { name: 'Signe Aurland' })).toBeVisible();
    await go(person, 'Insights');
    await beside(person).getByRole('button', { name: 'Who do they know?' }).click();
    await expect(title(person, 'Who of these knows Signe Aurland?')).toBeVisible();
  });

  test('a row lights up on the map beside it by pointer and by key, and the map marks the row', async ({
    person,
  }) => {
    await open(person, 'Connectors');
    const map = person.getByRole('region', { name: 'Map', exact: true });
    const pointed = map.getByRole('note', { name: 'Pointed at' });
    await expect(map.getByRole('listbox', { name: /^The map: [1-9]/ })).toBeVisible({ timeout: 30_000 });
    const list = grid(person, 'Connectors');
    const row = list.getByRole('row').filter({ hasText: 'Signe Aurland' });
    await expect(map.locator('[data-busy], .moving')).toHaveCount(0);
    const dark = await darkPixels(map);
    await row.hover();
    await expect(pointed).toHaveText(/^Signe Aurland, ./);
    // Her ties are drawn over the map.
    await expect.poll(() => darkPixels(map)).toBeGreaterThan(dark + 500);
    await title(person, 'Insights').hover();
    await expect(pointed).toHaveCount(0);
    await expect.poll(() => darkPixels(map)).toBe(dark);

    await list.focus();
    await person.keyboard.press('j');
    await expect(pointed).toHaveText(/^Signe Aurland, ./);
    await person.keyboard.press('j');
    await expect(pointed).toHaveText(/^Yaa Asantewaa Ofori/);
    await tab(person, 'Connectors').focus();
    await expect(pointed).toHaveCount(0);

    await map.getByRole('option', { name: 'Signe Aurland' }).hover({ force: true });
    await expect(row).toHaveAttribute('data-lit', 'true');
    await title(person, 'Insights').hover();
    await expect(row).not.toHaveAttribute('data-lit');

    await tab(person, 'Clusters').click();
    const group = grid(person, 'Groups').getByRole('row').nth(1).getByRole('gridcell').first();
    await group.hover();
    await expect(pointed).toHaveText((await group.textContent()) ?? '');

    await tab(person, 'Gaps').click();
    const law = view(person).getByRole('listitem').filter({ hasText: 'Law' }).first();
    const bubble = map.getByRole('button', { name: 'No one in law' });
    await bubble.hover();
    await expect(law).toHaveAttribute('data-lit', 'true');
    await bubble.click();
    await expect(law).toBeFocused();
    await law.hover();
    await expect(pointed).toHaveText('3 people');

    await person.getByRole('button', { name: 'Map', exact: true }).click();
    await expect(map).toHaveCount(0);
  });

  test('has no fault that axe finds', async ({ person }) => {
    test.setTimeout(180_000);
    for (const part of ['Gaps', 'Cooling', 'Connectors', 'Clusters', 'Through whom', 'What if']) {
      await open(person, part);
      const first = view(person).getByRole('row').nth(2);
      if (await first.isVisible()) await first.click();
      expect(await faultsOf(person), part).toEqual([]);
    }
  });
});

test('in an imported star nobody is said to connect, and two ways lead on', async ({ person }) => {
  await begin(person, 'Import');
  const connections = fileURLToPath(new URL('files/Connections.csv', import.meta.url));
  await chooseFiles(person, person.getByRole('button', { name: 'Import files' }), connections);
  await person.getByRole('button', { name: 'Import 4 people' }).click();
  await expect(person.getByRole('button', { name: 'See the map' })).toBeVisible();
  for (const part of ['Connectors', 'What if']) {
    await open(person, part);
    await expect(view(person).getByText('No one can be said to connect')).toBeVisible();
  }
  await view(person).getByRole('button', { name: 'Guess ties within organisations' }).click();
  await expect(said(person, /There is nobody more to guess of/)).toBeVisible();
  await open(person, 'Cooling');
  await expect(view(person).getByText('Nothing is recorded yet of when you were in touch')).toBeVisible();
  await open(person, 'Gaps');
  await expect(view(person).getByText('4 people are too few to say how varied they are')).toBeVisible();
  await open(person, 'Connectors');
  await view(person).getByRole('button', { name: 'Say who knows whom' }).click();
  await expect(title(person, /^Who of these knows/)).toBeVisible();
});

test('with nobody at all every view leads to an import', async ({ person }) => {
  await begin(person, 'Start empty');
  for (const part of ['Gaps', 'Cooling', 'Connectors', 'Clusters', 'Through whom', 'What if']) {
    await open(person, part);
    await expect(view(person).getByText('Nobody is here yet')).toBeVisible();
  }
  await view(person).getByRole('button', { name: 'Import contacts' }).click();
  await expect(title(person, 'Data')).toBeVisible();
});

test('seven people in two pieces and one alone are said to be so', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  const [ties, nodes] = [join(dataFolder, '../ties.csv'), join(dataFolder, '../nodes.csv')];
  await writeFile(ties, 'source,target\nAda,Bo\nBo,Cy\nCy,Di\nEsi,Finn\n');
  await writeFile(nodes, 'id,industry\nAda,Energy\nGro,Energy\n');
  const { code, stderr } = await kithmap('import', ties, '--nodes', nodes);
  expect(code, stderr).toBe(0);
  await person.reload();
  await person.getByRole('button', { name: 'Skip this' }).click();
  await open(person, 'Connectors');
  await expect(view(person)).toContainText('7 people are few: take what follows as a beginning.');
  await expect(view(person)).toContainText(
    'Your network lies in 2 pieces that no tie joins; the largest has 4 people. Of 1 person no tie is recorded.',
  );
  const bo = grid(person, 'Connectors').getByRole('row').filter({ hasText: /^Bo/ });
  await expect(bo).toContainText('1 person would be cut off without Bo');
  await person.getByRole('button', { name: 'Numbers', exact: true }).click();
  await expect(view(person)).not.toContainText(/NaN|Infinity|undefined/);
  await open(person, 'Gaps');
  await expect(view(person).getByText('7 people are too few to say how varied they are')).toBeVisible();
});

test('when an edit has groups found anew, that is said once, and never of an import', async ({
  person,
  kithmap,
  dataFolder,
}) => {
  // A ring of eleven and a chord: one more, and its groups lie elsewhere.
  const names = ['Ada', 'Bo', 'Cy', 'Di', 'Esi', 'Finn', 'Gro', 'Hal', 'Ida', 'Jo', 'Kai'];
  const pairs = names.map((name, at) => `${name},${names[(at + 1) % names.length] ?? ''}`);
  const ties = join(dataFolder, '../ties.csv');
  await writeFile(ties, ['source,target', ...pairs, 'Finn,Jo'].join('\n'));
  const { code, stderr } = await kithmap('import', ties);
  expect(code, stderr).toBe(0);
  await person.reload();
  await person.getByRole('button', { name: 'Skip this' }).click();
  await open(person, 'Clusters');
  await expect(view(person).getByRole('heading', { name: /3 groups|No clear groups/ })).toBeVisible();
  await expect(said(person, /^The groups were found anew/)).toHaveCount(0);
  const map = person.getByRole('region', { name: 'Map', exact: true });
  await map.getByRole('option', { name: 'Ada' }).click({ force: true });
  await beside(person).getByRole('button', { name: 'Knows someone' }).click();
  await person.getByRole('textbox', { name: 'Knows' }).fill('Di');
  await person.getByRole('option', { name: 'Di', exact: true }).click();
  await person.getByRole('button', { name: 'Keep it' }).click();
  const news = said(person, /^The groups were found anew after 1 change to ties; .*names? .*carried over\.$/);
  await expect(news).toBeVisible();
  await news.locator('..').getByRole('button', { name: 'See the groups' }).click();
  await expect(grid(person, 'Groups')).toBeVisible();
});

test('Les Misérables without Valjean, as it is and as it would be', async ({ person, kithmap }) => {
  const network = fileURLToPath(new URL('../../shared/networks/lesmis/', import.meta.url));
  test.skip(!existsSync(network), `${network} is not here`);
  await begin(person, 'Start empty');
  const nodes = ['--nodes', join(network, 'nodes.csv')];
  expect((await kithmap('import', join(network, 'edges.csv'), ...nodes)).stderr).toBe('');
  await open(person, 'What if');
  const map = person.getByRole('region', { name: 'Map' });
  const valjean = map.getByRole('option', { name: /Valjean/ });
  const shows = map.getByRole('group', { name: 'The map shows' });
  await expect(valjean).toHaveCount(1);
  await expect(shows).toHaveCount(0);

  await view(person).getByRole('textbox', { name: 'Without' }).fill('Valjean');
  await person
    .getByRole('listbox', { name: 'Without' })
    .getByRole('option', { name: /Valjean/ })
    .click();
  for (const sentence of [
    '2,926 pairs of people have some way to each other; without Valjean it would be 1,875.',
    'The others would lie in 7 pieces; with them it is 1.',
    'Ways would be longer on average: an efficiency of 0.2895 beside 0.4353.',
  ]) {
    await expect(view(person).getByText(sentence)).toBeVisible();
  }
  await expect(valjean).toHaveCount(0);
  const marks = map.getByRole('list', { name: 'What its marks mean' });
  await expect(marks.getByRole('listitem')).toHaveText([
    'would not be there',
    'would be cut off: who stands out',
  ]);
  await shows.getByRole('button', { name: 'As it is' }).click();
  await expect(valjean).toHaveCount(1);
  await expect(marks).toHaveCount(0);
  await shows.getByRole('button', { name: 'As it would be' }).click();
  await expect(valjean).toHaveCount(0);
  await view(person).getByRole('button', { name: 'Back to how it is' }).click();
  await expect(valjean).toHaveCount(1);
  await expect(shows).toHaveCount(0);
});
