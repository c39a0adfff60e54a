/** Real networks and reference values for tests; they lie beside the project and may be absent. */
import { existsSync, readFileSync } from 'node:fs';
import type { z } from 'zod';
import { buildGraph, type Graph, type GraphOptions } from './graph';

const folder = `${process.cwd()}/../shared/networks`;

export function hasNetworks(): boolean {
  return existsSync(`${folder}/INDEX.md`);
}

export interface NamedGraph {
  readonly graph: Graph;
  readonly ids: readonly string[];
  indexOf(id: string): number;
}

/** A network from a list of `source,target[,weight]` rows. */
export function namedGraph(
  rows: readonly (readonly [string, string, number?])[],
  extra: readonly string[] = [],
  options: GraphOptions = {},
): NamedGraph {
  const place = new Map<string, number>();
  const at = (id: string): number => {
    const known = place.get(id);
    if (known !== undefined) return known;
    place.set(id, place.size);
    return place.size - 1;
  };
  extra.forEach(at);
  const a = rows.map((row) => at(row[0]));
  const b = rows.map((row) => at(row[1]));
  const weight = rows.map((row) => row[2] ?? 1);
  const graph = buildGraph(place.size, { a, b, weight }, options);
  return { graph, ids: [...place.keys()], indexOf: (id) => place.get(id)! };
}

/** A file of a network as it is. */
export function networkText(path: string): string {
  return readFileSync(`${folder}/${path}`, 'utf8');
}

function lines(path: string): string[] {
  return networkText(path).trim().split(/\r?\n/u);
}

/** Reads an edge file; `separator` splits its columns, `header` says whether its first line is one. */
export function readNetwork(
  path: string,
  { separator = ',', header = true, weighted = false, nodes = '' } = {},
): NamedGraph {
  const rows = lines(path)
    .slice(header ? 1 : 0)
    .map((line) => line.split(separator))
    .filter(([a, b]) => a !== b)
    .map(([a, b, w]): [string, string, number?] => [a!, b!, weighted ? Number(w) : undefined]);
  const seen = new Set<string>();
  const once = rows.filter(([a, b]) => {
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    return !seen.has(key) && seen.add(key);
  });
  const extra =
    nodes === ''
      ? []
      : lines(nodes)
          .slice(1)
          .map((line) => line.split(',')[0]!);
  return namedGraph(once, extra);
}

/** A column of a file of nodes, by their id in the first column. */
export function readColumn(path: string, column: string): Map<string, string> {
  const [header, ...rows] = lines(path).map((line) => line.split(','));
  const place = header!.indexOf(column);
  return new Map(rows.map((row) => [row[0]!, row[place]!]));
}

/** Contacts of the workplace badges, one tie a pair, weighted by the number of 20 s contacts. */
export function readWorkplace(): NamedGraph {
  const counts = new Map<string, number>();
  for (const line of lines('sp_workplace2013/contacts.csv').slice(1)) {
    const [, a, b] = line.split(',');
    const key = `${a!} ${b!}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const rows = [...counts].map(([key, count]): [string, string, number] => {
    const [a, b] = key.split(' ');
    return [a!, b!, count];
  });
  return namedGraph(
    rows,
    lines('sp_workplace2013/nodes.csv')
      .slice(1)
      .map((line) => line.split(',')[0]!),
  );
}

/** The part of a reference file that a schema names. */
export function oracle<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(`${folder}/oracles/${name}.json`, 'utf8')));
}
