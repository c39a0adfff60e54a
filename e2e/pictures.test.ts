/**
 * Every screen with nobody, a few, the sample's and very many people says how many are in it, and so do the map and
 * Insights of networks of which little is recorded. Where pictures are asked for, each has its own, in both themes and
 * two sizes of window.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { seededRandom } from '../shared/analysis/random';
import { expect, test } from './fixtures';
import { picture } from './picture';
import { chooseFiles, go, title } from './steps';

const sizes = [
  { width: 1440, height: 900 },
  { width: 900, height: 600 },
];
const many = 5_000;
/** The picture of the README is taken anew only where it is asked for. */
const readmePicture =
  process.env['KITHMAP_PICTURE'] === undefined
    ? undefined
    : fileURLToPath(new URL('../docs/atlas.png', import.meta.url));

type Kithmap = (...args: readonly string[]) => Promise<{ readonly code: number; readonly stderr: string }>;

interface Filling {
  readonly people: number;
  readonly fill: (kithmap: Kithmap, scratch: string) => Promise<void>;
}

const fillings: readonly Filling[] = [
  { people: 0, fill: () => Promise.resolve() },
  { people: 5, fill: (kithmap, scratch) => bring(kithmap, scratch, aFew) },
  { people: 240, fill: async (kithmap) => done(await kithmap('sample')) },
  { people: many, fill: (kithmap, scratch) => bring(kithmap, scratch, veryMany) },
];

/** Each with something that it says in any network. */
const givingParts = [
  ['Before asking', 'What do you need?'],
  ['Worth sharing', 'Something worth sharing'],
  ['What I offer', 'What you can help with'],
] as const;

const largeAlone = (people: number) => (people === 0 || people === 240 ? sizes : sizes.slice(0, 1));

for (const { people, fill } of fillings) {
  test(`every screen with ${people} people`, async ({ startHost, kithmap, dataFolder, page, watch }) => {
    test.setTimeout(180_000);
    await fill(kithmap, dataFolder);
    const host = await startHost();
    await watch(page);
    await page.goto(host.address);
    await skipFirstStart(page, people);

    await go(page, 'Atlas');
    await expectAtlas(page, people);
    await pictured(page, 'atlas', people);
    if (people > 0) {
      await select(page, people === 240 ? 'Signe Aurland' : 'a');
      await pictured(page, 'person', people);
    }
    if (people === 240 && readmePicture !== undefined) {
      await page.getByRole('button', { name: 'Show everyone' }).click();
      await page.screenshot({ path: readmePicture });
    }

    await go(page, 'People');
    await expect(title(page, 'People')).toBeVisible();
    if (people === 0) await expect(page.getByText('Nobody is here yet')).toBeVisible();
    else await expect(page.getByText(words(people), { exact: true })).toBeVisible();
    await pictured(page, 'people', people);

    await go(page, 'Today');
    await expect(title(page, /4 May|May 4/)).toBeVisible();
    await expect(page.getByRole('status', { name: 'Looking who is due' })).toHaveCount(0);
    await pictured(page, 'today', people);

    await go(page, 'Introductions');
    for (const part of ['Board', 'List']) {
      await page.getByRole('tab', { name: part }).click();
      await expect(
        page
          .getByRole('tabpanel')
          .getByText(
            people === 0 ? 'Nobody is here yet' : people === 240 ? 'Both agreed' : 'No introductions',
          )
          .first(),
      ).toBeVisible();
      await pictured(page, `introductions-${part.toLowerCase()}`, people, largeAlone(people));
    }

    for (const [part, says] of [
      ['Suggestions', people === 240 ? 'Who could meet next' : 'Nobody to bring together just now'],
      ['Plans', people === 240 ? 'Who bridges to it' : 'No plan yet'],
    ] as const) {
      await page.getByRole('tab', { name: part }).click();
      await expect(
        page
          .getByRole('tabpanel')
          .getByText(people === 0 ? 'Nobody is here yet' : says)
          .first(),
      ).toBeVisible();
      await pictured(page, `introductions-${part.toLowerCase()}`, people, largeAlone(people));
    }

    await go(page, 'Give and ask');
    for (const [part, says] of givingParts) {
      await page.getByRole('tab', { name: part }).click();
      await expect(
        page
          .getByRole('tabpanel')
          .getByText(people === 0 ? 'Nobody is here yet' : says)
          .first(),
      ).toBeVisible();
      await expect(page.getByRole('tabpanel').locator('.k-skeleton')).toHaveCount(0);
      await pictured(page, `giving-${part.toLowerCase().replaceAll(' ', '-')}`, people, largeAlone(people));
    }

    // In small windows those of a few and of very many look like the sample's.
    await insights(page, people, largeAlone(people));

    await go(page, 'Data');
    await expect(title(page, 'Data')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Take back', exact: true })).toHaveCount(
      people === 0 ? 0 : 1,
    );
    await pictured(page, 'data', people);
    const cards = fileURLToPath(new URL('files/Connections.csv', import.meta.url));
    await chooseFiles(page, page.getByRole('button', { name: 'Import files' }), cards);
    await expect(title(page, 'What this import would do')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import 4 people' })).toBeVisible();
    await pictured(page, 'import', people);
    await page.getByRole('button', { name: 'Cancel' }).click();

    if (people > 5) return;
    await go(page, 'Settings');
    await expect(title(page, 'Settings')).toBeVisible();
    await expect(page.getByRole('textbox', { name: /^Name of circle/ })).not.toHaveCount(0);
    await pictured(page, 'settings', people);
  });
}

/** By name, with what there is of each to say. */
const thin: readonly { readonly name: string; readonly fill: Filling['fill'] }[] = [
  { name: 'star', fill: bringStar },
  { name: 'seven', fill: (kithmap, scratch) => bring(kithmap, scratch, () => circles([7])) },
  {
    name: 'no-interactions',
    fill: (kithmap, scratch) => bring(kithmap, scratch, () => circles([16, 12, 9], true)),
  },
  { name: 'two-pieces', fill: (kithmap, scratch) => bring(kithmap, scratch, () => circles([18, 14])) },
];

for (const { name, fill } of thin) {
  test(`the map and Insights of a thin network: ${name}`, async ({
    startHost,
    kithmap,
    dataFolder,
    page,
    watch,
  }) => {
    await fill(kithmap, dataFolder);
    const host = await startHost();
    await watch(page);
    await page.goto(host.address);
    await skipFirstStart(page, 1);
    await go(page, 'Atlas');
    await expectPlaces(page);
    await pictured(page, 'atlas', name, sizes.slice(0, 1));
    await insights(page, name, sizes.slice(0, 1));
  });
}

async function insights(page: Page, of: number | string, inSizes = sizes): Promise<void> {
  await go(page, 'Insights');
  for (const part of ['Gaps', 'Cooling', 'Connectors', 'Clusters', 'Through whom', 'What if']) {
    await page.getByRole('tab', { name: part, exact: true }).click();
    const view = page.getByRole('tabpanel', { name: part });
    await expect(view.getByRole('status', { name: 'Being worked out' })).toHaveCount(0, {
      timeout: 90_000,
    });
    await expect(view).not.toHaveText('');
    await expect(view).not.toContainText(/NaN|undefined|Infinity/);
    await pictured(page, `insights-${part.toLowerCase().replace(' ', '-')}`, of, inSizes);
  }
}

/** In both themes; the window is left large. */
async function pictured(page: Page, screen: string, of: number | string, inSizes = sizes): Promise<void> {
  // A smaller window may leave the atlas where it is; the map beside a list fits itself, or goes.
  const fits = screen === 'atlas' || screen === 'person';
  const showEveryone = page.getByRole('button', { name: 'Show everyone' });
  await picture(page, `${screen}-${of}`, {
    sizes: inSizes,
    settle: async () => {
      if (fits && (await showEveryone.isVisible())) await showEveryone.click();
      // Coasts, water and names come from threads of their own.
      await expect(page.locator('.k-atlas-canvas.moving, [data-busy]')).toHaveCount(0);
    },
  });
}

/** Leaves the question who one is unanswered; where to begin is asked where there is nobody yet. */
async function skipFirstStart(page: Page, people: number): Promise<void> {
  await expect(title(page, 'Who are you?')).toBeVisible({ timeout: 30_000 });
  if (people === 0) await pictured(page, 'first-start', people);
  await page.getByRole('button', { name: 'Skip this' }).click();
  if (people === 0) await page.getByRole('button', { name: 'Start empty' }).click();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible({ timeout: 30_000 });
}

async function expectAtlas(page: Page, people: number): Promise<void> {
  if (people === 0) {
    await expect(page.getByText('The map is empty')).toBeVisible();
    return;
  }
  await expect(page.getByText(new RegExp(`^${words(people)} in \\d+ groups?, with`))).toBeVisible();
  await expectPlaces(page);
  await page.getByRole('button', { name: 'Show everyone' }).click();
}

/** Everybody has a place, and nothing is being worked out any more. */
async function expectPlaces(page: Page): Promise<void> {
  await expect(page.getByRole('listbox', { name: /^The map: [1-9]/ }).or(groups(page))).toBeVisible({
    timeout: 90_000,
  });
  await expect(page.locator('.k-atlas-thinking')).toHaveCount(0, { timeout: 90_000 });
}

const groups = (page: Page) => page.getByText(/^Groups: [1-9]/);

async function select(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('combobox', { name: 'Find a person, or do something' });
  await field.fill(name);
  const first = page.getByRole('option').first();
  await expect(first).toBeVisible();
  await field.press('Enter');
  await expect(page.getByRole('button', { name: 'Log', exact: true })).toBeVisible();
}

const words = (people: number): string => `${people.toLocaleString('en')} people`;

/** A list of ties as text, with nodes for the people in it. */
interface Lists {
  readonly ties: string;
  readonly nodes: string;
}

async function bring(kithmap: Kithmap, scratch: string, lists: () => Lists): Promise<void> {
  const { ties, nodes } = lists();
  const [tiesFile, nodesFile] = [join(scratch, 'ties.csv'), join(scratch, 'nodes.csv')];
  await writeFile(tiesFile, ties);
  await writeFile(nodesFile, nodes);
  done(await kithmap('import', tiesFile, '--nodes', nodesFile));
}

function done({ code, stderr }: { code: number; stderr: string }): void {
  expect(code, stderr).toBe(0);
}

function aFew(): Lists {
  return {
    ties: 'source,target\nAda Brandt,Tomé Ruiz\nTomé Ruiz,佐藤 美咲\nAda Brandt,佐藤 美咲\nIngrid Aas,Noor Haddad\n',
    nodes: 'id,organisation,place\nAda Brandt,Fjord & Co,Bern\nNoor Haddad,Marisma Labs,Lisbon\n',
  };
}

/** What a professional network's export gives: people with where they work, and nobody who knows anybody. */
async function bringStar(kithmap: Kithmap, scratch: string): Promise<void> {
  const random = seededRandom(1);
  const head = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
  const rows = Array.from({ length: 130 }, (_, i) => {
    const company = `Company ${Math.floor(random.below(20) ** 2 / 20)}`;
    const address = `https://www.linkedin.com/in/person-${i}`;
    return `${pick(given, random)},${pick(family, random)} ${i},${address},,${company},Engineer,12 Mar 2023`;
  });
  const file = join(scratch, 'Connections.csv');
  await writeFile(file, [head, ...rows].join('\n'));
  done(await kithmap('import', file));
}

/** Circles of so many people, each of whom knows the next ones; joined by one tie each where they are. */
function circles(circleSizes: readonly number[], joined = false): Lists {
  const industries = ['Energy', 'Design', 'Film'];
  const people = circleSizes.flatMap((size, circle) =>
    Array.from({ length: size }, (_, i) => ({
      name: `${given[i % given.length] ?? ''} ${family[circle] ?? ''} ${i + 1}`,
      next: [1, 2].map(
        (far) =>
          `${given[((i + far) % size) % given.length] ?? ''} ${family[circle] ?? ''} ${((i + far) % size) + 1}`,
      ),
      industry: industries[(circle + (i % 4 === 0 ? 1 : 0)) % industries.length] ?? '',
    })),
  );
  const first = circleSizes.map((_, circle) => `${given[0] ?? ''} ${family[circle] ?? ''} 1`);
  const between = joined ? first.slice(1).map((name) => `${first[0] ?? ''},${name}`) : [];
  return {
    ties: [
      'source,target',
      ...people.flatMap(({ name, next }) => next.map((other) => `${name},${other}`)),
      ...between,
    ].join('\n'),
    nodes: ['id,industry', ...people.map(({ name, industry }) => `${name},${industry}`)].join('\n'),
  };
}

const given = ['Ana', 'Ben', 'Chloé', 'Dmitri', 'Esi', 'Farid', 'Gro', 'Hana', 'Iker', 'Jun', 'Kofi', 'Lena'];
const family = ['Abreu', 'Brandt', 'Chen', 'Dupont', 'Eze', 'Farkas', 'Gruber', 'Haugen', 'Ito', 'Jansen'];

function pick(list: readonly string[], random: ReturnType<typeof seededRandom>): string {
  return list[random.below(list.length)] ?? '';
}

/** Groups of about 50 with a few ties between them. */
function veryMany(): Lists {
  const random = seededRandom(many);
  const names = Array.from(
    { length: many },
    (_, i) => `${pick(given, random)} ${pick(family, random)} ${i + 1}`,
  );
  const group = (i: number): number => Math.floor(i / 50);
  const pairs = new Set<string>();
  for (let i = 0; i < many; i++) {
    for (let k = 0; k < 3; k++) {
      const near = group(i) * 50 + random.below(50);
      const other = random.next() < 0.97 ? near : random.below(many);
      if (other !== i) pairs.add(`${names[Math.min(i, other)]},${names[Math.max(i, other)]}`);
    }
    // Nobody is left without a tie.
    const next = group(i) * 50 + ((i + 1) % 50);
    pairs.add(`${names[Math.min(i, next)]},${names[Math.max(i, next)]}`);
  }
  const places = ['Bern', 'Lagos', 'Kyoto', 'Porto', 'Toronto', 'Tartu'];
  return {
    ties: ['source,target', ...pairs].join('\n'),
    nodes: [
      'id,organisation,place',
      ...names.map((name, i) => `${name},Company ${group(i)},${pick(places, random)}`),
    ].join('\n'),
  };
}
