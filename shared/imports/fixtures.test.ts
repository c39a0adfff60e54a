/** Files that real programs wrote, beside the project: what each must become, and that it comes once only. */
import { describe, expect, it } from 'vitest';
import { beside } from '../formats/reading.testing';
import { inverses } from '../model/patch';
import { Network } from '../model/network';
import { Desk, read, type TestFile } from './importing.testing';

interface Expected {
  readonly new: number;
  readonly ties?: number;
  readonly skipped?: number;
  readonly possibleDuplicates?: number;
  /** Names of the people, where the file is about names. */
  readonly names?: readonly string[];
  /** The kinds of the ties. */
  readonly kinds?: readonly string[];
}

const cards: Readonly<Record<string, Expected>> = {
  FolkerKinzel__VCards__WhatsAppIssue: { new: 1 },
  'mangstadt__ez-vcard__John_Doe_ANDROID': { new: 6 },
  'mangstadt__ez-vcard__John_Doe_EVOLUTION': { new: 1, ties: 3, kinds: ['assistant', 'manager', 'spouse'] },
  'mangstadt__ez-vcard__John_Doe_GMAIL': { new: 1, ties: 1, kinds: ['spouse'] },
  'mangstadt__ez-vcard__John_Doe_LOTUS_NOTES': { new: 1 },
  'mangstadt__ez-vcard__John_Doe_MAC_ADDRESS_BOOK': { new: 1, ties: 1, kinds: ['spouse'] },
  'mangstadt__ez-vcard__John_Doe_MS_OUTLOOK': { new: 1, ties: 2, kinds: ['assistant', 'manager'] },
  'mangstadt__ez-vcard__gmail-list': { new: 3 },
  'mangstadt__ez-vcard__gmail-single': { new: 1, ties: 2, names: ['Greg Dartmouth', 'MyCustom', 'MySpouse'] },
  'mangstadt__ez-vcard__issue114': { new: 1 },
  'mangstadt__ez-vcard__outlook-2003': { new: 1 },
  'mangstadt__ez-vcard__rfc6350-example': { new: 1 },
  monicahq__monica__vcard_stub: { new: 3 },
  'mozilla__releases-comm-central__dos_vcard_addressbook': { new: 1 },
  'mozilla__releases-comm-central__emptylines_vcard_addressbook': { new: 2 },
  roundcube__roundcubemail__apple: { new: 1 },
  roundcube__roundcubemail__johndoe: { new: 1 },
  'roundcube__roundcubemail__utf-16_sample': { new: 1 },
};

const connections: Readonly<Record<string, Expected>> = {
  'AbhiramJayasankar__six-hops__Connections': { new: 4, skipped: 1, possibleDuplicates: 1 },
  JamesRothering__CareerManager__Connections: { new: 3 },
  baptisteghostine__lexnetwork__Connections: { new: 4 },
  'labeldekho__linkedin-network-intelligence__Connections': { new: 10 },
  pedrofuentes__kawsay__Connections: { new: 2 },
};

const google: Readonly<Record<string, Expected>> = {
  Remulous__constellation__google_contacts: { new: 2, names: ['Jerry Mathis', 'Zoë, Smith'] },
  'baptisteghostine__lexnetwork__google-contacts': { new: 3 },
  roundcube__roundcubemail__gmail: { new: 1, ties: 1, kinds: ['spouse'] },
};

const books: Readonly<Record<string, Expected>> = {
  'mozilla__releases-comm-central__basic_csv_addressbook': { new: 2 },
  'mozilla__releases-comm-central__csv_semicolon': { new: 2, names: ['Jane Doe', 'John Doe'] },
  'mozilla__releases-comm-central__export': { new: 2 },
  'mozilla__releases-comm-central__quote': { new: 1 },
  'mozilla__releases-comm-central__utf16_addressbook': { new: 1 },
  roundcube__roundcubemail__all: { new: 1, ties: 3, kinds: ['assistant', 'manager', 'spouse'] },
  roundcube__roundcubemail__outlook: { new: 1 },
};

/** Each has a test of its own. */
const refused = ['monicahq__monica__broken_vcard_stub', 'mozilla__releases-comm-central__csv_no_header'];

function check(files: readonly TestFile[], expected: Expected): void {
  const desk = new Desk();
  const before = JSON.stringify(desk.network.toData());
  const { plan, patches } = desk.import(...files);
  const { ties = 0, skipped = 0, possibleDuplicates = 0 } = expected;
  expect(plan.counts).toMatchObject({
    new: expected.new,
    changed: 0,
    unchanged: 0,
    kept: 0,
    possibleDuplicates,
    skipped,
    ties,
    interactions: 0,
  });
  expect(plan.hasTies).toBe(ties > 0);
  expect(desk.network.count('ties')).toBe(ties);
  if (expected.names !== undefined) {
    expect(
      desk
        .contacts()
        .map(({ name }) => name.full)
        .toSorted(),
    ).toEqual(expected.names);
  }
  if (expected.kinds !== undefined) {
    expect([...desk.network.all('ties')].map(({ kind }) => kind).toSorted()).toEqual(expected.kinds);
  }
  // The same again is nothing; taken back, nothing is left.
  const again = desk.plan(files);
  expect(again.changes).toEqual([]);
  expect(again.counts).toMatchObject({ new: 0, changed: 0, kept: 0, possibleDuplicates: 0, ties: 0 });
  const back = new Network();
  back.apply(patches);
  back.apply(inverses(patches));
  expect(JSON.stringify(back.toData())).toBe(before);
  desk.undo(patches);
  expect(JSON.stringify(desk.network.toData())).toBe(before);
}

describe.each([
  ['fixtures/vcf', '.vcf', cards],
  ['fixtures/csv-linkedin', '.csv', connections],
  ['fixtures/csv-google', '.csv', google],
  ['fixtures/csv-outlook-tb', '.csv', books],
] as const)('%s', (folder, ending, table) => {
  const files = beside(folder);

  it.skipIf(!files.there).each(Object.keys(table))('%s', async (name) => {
    const expected = table[name];
    if (expected === undefined) throw new Error(name);
    check([await read(`${name}${ending}`, files.read(`${name}${ending}`))], expected);
  });

  it.skipIf(!files.there)('holds no file that is not looked at', () => {
    const known = [...Object.keys(table), ...refused].map((name) => `${name}${ending}`);
    expect(files.files.filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('fixtures/vcf', () => {
  const files = beside('fixtures/vcf');

  it.skipIf(!files.there)('refuses a file whose card does not begin', async () => {
    const name = 'monicahq__monica__broken_vcard_stub.vcf';
    await expect(read(name, files.read(name))).rejects.toThrow(/holds no card/);
  });

  it.skipIf(!files.there)('all at once and one after another make the same people', async () => {
    const all = await Promise.all(
      Object.keys(cards).map((name) => read(`${name}.vcf`, files.read(`${name}.vcf`))),
    );
    const [together, apart] = [new Desk(), new Desk()];
    together.import(...all);
    for (const one of all) apart.import(one);
    const names = (desk: Desk): string[] => desk.contacts().map(({ name }) => name.full);
    expect(names(together).toSorted()).toEqual(names(apart).toSorted());
    expect(together.plan(all).changes).toEqual([]);
  });
});

describe('fixtures/csv-outlook-tb', () => {
  const files = beside('fixtures/csv-outlook-tb');

  it.skipIf(!files.there)('asks for headers rather than eat the first row', async () => {
    const name = 'mozilla__releases-comm-central__csv_no_header.csv';
    await expect(read(name, files.read(name))).rejects.toThrow(/without headers/);
  });
});

/** People and ties of each network; loops that its file holds are skipped. */
const networks: readonly (readonly [file: string, nodes: string | undefined, Expected])[] = [
  ['karate/edges.csv', 'karate/nodes.csv', { new: 34, ties: 78 }],
  ['florentine/edges_marriage.csv', 'florentine/nodes.csv', { new: 16, ties: 20 }],
  ['krackhardt_kite/edges.csv', 'krackhardt_kite/nodes.csv', { new: 10, ties: 18 }],
  ['krackhardt_kite/edges.csv', undefined, { new: 10, ties: 18 }],
  ['lesmis/edges.csv', 'lesmis/nodes.csv', { new: 77, ties: 254 }],
  ['krackhardt_hightech/edges_friends.csv', 'krackhardt_hightech/nodes.csv', { new: 21, ties: 79 }],
  ['arenas_email/edges.csv', 'arenas_email/nodes.csv', { new: 1_133, ties: 5_451 }],
  ['sp_workplace2013/contacts.csv', 'sp_workplace2013/nodes.csv', { new: 92, ties: 755 }],
  ['eu_core_temporal_dept3/messages.csv', undefined, { new: 89, ties: 973 }],
  ['radoslaw_email/messages.csv', undefined, { new: 167, ties: 3_250, skipped: 51 }],
];

describe('networks', { timeout: 120_000 }, () => {
  const files = beside('networks');

  it.skipIf(!files.there).each(networks)('%s with %s', async (name, nodes, expected) => {
    const { readNodes } = await import('../formats/nodes');
    const edges = await read(name, files.read(name));
    const companion = nodes === undefined ? [] : [await read(nodes, files.read(nodes), readNodes)];
    check([edges, ...companion], expected);
  });

  it.skipIf(!files.there)('facebook_combined.txt without headers, within a minute', async () => {
    const file = await read('facebook_combined.txt', files.read('ego_facebook/facebook_combined.txt'));
    const { counts } = new Desk().plan([file]);
    expect(counts).toMatchObject({ new: 4_039, ties: 88_234, skipped: 0 });
  });
});
