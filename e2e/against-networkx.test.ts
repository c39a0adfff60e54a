/** A network nobody has seen, through the terminal, against what networkx says of it. */
import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { expect, test } from './fixtures';

/** Debian's, with python3-networkx; another Python on the path may have none. */
const python = ['/usr/bin/python3', 'python3'].find(
  (one) => spawnSync(one, ['-c', 'import networkx']).status === 0,
);

const Values = z.record(z.string(), z.number().nullable());
const Measures = z.object({ betweenness: Values, constraint: Values, effectiveSize: Values });
const Theirs = z.object({
  plain: Measures,
  weighted: Measures,
  cutTies: z.array(z.tuple([z.string(), z.string()])),
  cutPeople: z.array(z.string()),
});
const Ours = z.object({
  contacts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      betweenness: z.number().nullable(),
      constraint: z.number().nullable(),
      effectiveSize: z.number().nullable(),
      cutPerson: z.boolean(),
    }),
  ),
  cutTies: z.array(z.object({ a: z.string(), b: z.string() })),
});

/** Groups with ties between some, trees that hang off, and a second piece; another one for each seed. */
function madeUp(seed: number): string {
  let state = seed;
  const next = (): number => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
  const rows = new Map<string, string>();
  const tie = (a: number, b: number): void => {
    if (a === b) return;
    const [one, other] = [Math.min(a, b), Math.max(a, b)];
    // Powers of two: sums of their inverses are exact, so that equal ways are equal for everybody.
    const weight = [0.5, 1, 2, 4][Math.floor(next() * 4)] ?? 1;
    rows.set(`${one} ${other}`, `p${one},p${other},${weight}`);
  };
  for (let a = 0; a < 120; a++) {
    for (let b = a + 1; b < 120; b++) {
      const near = Math.floor(a / 20) === Math.floor(b / 20);
      if (next() < (near ? 0.25 : 0.004)) tie(a, b);
    }
  }
  for (let leaf = 120; leaf < 160; leaf++) tie(leaf, Math.floor(next() * leaf));
  for (let a = 160; a < 180; a++) tie(a, 160 + Math.floor(next() * 20));
  return `source,target,weight\n${[...rows.values()].join('\n')}\n`;
}

test('measures equal those of networkx, weighted and not', async ({ kithmap, dataFolder }) => {
  test.skip(python === undefined, 'python3-networkx is not on this machine');
  const file = join(dataFolder, '..', 'made-up.csv');
  const seed = (Date.now() % 2_147_483_645) + 1;
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  await writeFile(file, madeUp(seed));
  expect((await kithmap('import', file)).code).toBe(0);
  const script = fileURLToPath(new URL('reference-measures.py', import.meta.url));
  const ran = spawnSync(python ?? '', [script, file], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  const theirs = Theirs.parse(JSON.parse(ran.stdout));

  for (const kind of ['plain', 'weighted'] as const) {
    const answer = await kithmap('analyze', '--json', ...(kind === 'weighted' ? ['--weighted'] : []));
    const { contacts, cutTies } = Ours.parse(JSON.parse(answer.stdout));
    expect(contacts).toHaveLength(Object.keys(theirs[kind].betweenness).length);
    for (const { name, ...own } of contacts) {
      for (const measure of ['betweenness', 'constraint', 'effectiveSize'] as const) {
        const [ours, reference] = [own[measure] ?? NaN, theirs[kind][measure][name] ?? NaN];
        const off = Math.abs(ours - reference) / Math.max(1, Math.abs(reference));
        expect(off, `${kind} ${measure} of ${name}: ${ours} and ${reference}`).toBeLessThan(1e-9);
      }
    }
    const nameOf = new Map(contacts.map(({ id, name }) => [id, name]));
    const named = cutTies.map(({ a, b }) => [nameOf.get(a) ?? '', nameOf.get(b) ?? ''].sort().join());
    expect(named.sort()).toEqual(theirs.cutTies.map((edge) => edge.join()).sort());
    const cut = contacts.flatMap(({ name, cutPerson }) => (cutPerson ? [name] : []));
    expect(cut.sort()).toEqual(theirs.cutPeople);
  }
});

const ReadGraphs = z.array(
  z.object({
    people: z.array(z.string()),
    ties: z.array(z.tuple([z.string(), z.string(), z.number().nullable(), z.string().nullable()])),
    places: z.array(z.string()),
  }),
);
const Whole = z.object({
  data: z.object({
    contacts: z.record(
      z.string(),
      z.object({ name: z.object({ full: z.string() }), place: z.string().optional() }),
    ),
    ties: z.record(z.string(), z.object({ state: z.string() })),
  }),
});

test('networkx reads the exports for graph tools, with the values of people and ties', async ({
  kithmap,
  dataFolder,
}) => {
  test.skip(python === undefined, 'python3-networkx is not on this machine');
  expect((await kithmap('sample')).code).toBe(0);
  const files = ['graphml', 'gexf', 'cytoscape'].map((format) => ({
    format,
    file: join(dataFolder, '..', `graph.${format}`),
  }));
  for (const { format, file } of files) {
    expect((await kithmap('export', '--format', format, '-o', file)).code).toBe(0);
  }
  const script = fileURLToPath(new URL('read-graph.py', import.meta.url));
  const ran = spawnSync(python ?? '', [script, ...files.map(({ file }) => file)], {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  expect(ran.stderr).toBe('');
  const read = ReadGraphs.parse(JSON.parse(ran.stdout));
  const { data } = Whole.parse(JSON.parse((await kithmap('export', '--format', 'json')).stdout));
  const [contacts, ties] = [Object.values(data.contacts), Object.values(data.ties)];
  const named = contacts.filter(({ name }) => name.full !== '');
  for (const graph of read) {
    expect(graph.people.sort()).toEqual(named.map(({ name }) => name.full).sort());
    expect(graph.ties).toHaveLength(ties.length);
    expect(graph.ties.filter(([, , , state]) => state === 'inferred')).toHaveLength(
      ties.filter(({ state }) => state === 'inferred').length,
    );
    expect(graph.places.sort()).toEqual(contacts.flatMap(({ place }) => place ?? []).sort());
  }
});

const Written = z.object({
  people: z.array(z.tuple([z.string(), z.string()])),
  ties: z.array(z.tuple([z.string(), z.string(), z.number(), z.string()])),
});
const Imported = z.object({ format: z.string(), new: z.number(), ties: z.number() });
const Known = z.object({
  data: z.object({
    contacts: z.record(
      z.string(),
      z.object({ id: z.string(), name: z.object({ full: z.string() }), place: z.string() }),
    ),
    ties: z.record(
      z.string(),
      z.object({ a: z.string(), b: z.string(), weight: z.number(), kind: z.string() }),
    ),
  }),
});

test('what networkx writes comes in with the values of people and ties', async ({ kithmap, dataFolder }) => {
  test.skip(python === undefined, 'python3-networkx is not on this machine');
  const folder = join(dataFolder, '..');
  const script = fileURLToPath(new URL('write-graph.py', import.meta.url));
  const seed = (Date.now() % 1_000_000) + 1;
  test.info().annotations.push({ type: 'seed', description: String(seed) });
  const ran = spawnSync(python ?? '', [script, folder, String(seed)], { encoding: 'utf8' });
  expect(ran.stderr).toBe('');
  const { people, ties } = Written.parse(JSON.parse(ran.stdout));
  for (const [file, format] of [
    ['network.gexf', 'gexf'],
    ['pajek.net', 'pajek'],
    ['cytoscape.json', 'cytoscape'],
  ] as const) {
    const brought = JSON.parse((await kithmap('import', join(folder, file), '--json')).stdout) as unknown;
    expect(Imported.parse(brought)).toEqual({ format, new: people.length, ties: ties.length });
    const { data } = Known.parse(JSON.parse((await kithmap('export', '--format', 'json')).stdout));
    const contacts = Object.values(data.contacts);
    const nameOf = new Map(contacts.map(({ id, name }) => [id, name.full]));
    const sorted = (rows: readonly (readonly unknown[])[]): string[] =>
      rows.map((row) => JSON.stringify(row)).sort();
    expect(sorted(contacts.map(({ name, place }) => [name.full, place]))).toEqual(sorted(people));
    const known = Object.values(data.ties).map(({ a, b, weight, kind }) => [
      ...[nameOf.get(a) ?? '', nameOf.get(b) ?? ''].sort(),
      weight,
      kind,
    ]);
    const told = ties.map(([a, b, ...rest]) => [...[a, b].sort(), ...rest]);
    expect(sorted(known)).toEqual(sorted(told));
    expect((await kithmap('undo-import', 'latest')).code).toBe(0);
  }
});
