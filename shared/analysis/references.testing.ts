/** The reference networks by the name of their reference values, and how values are held against these. */
import { expect } from 'vitest';
import { z } from 'zod';
import { namedGraph, type NamedGraph, oracle, readNetwork, readWorkplace } from './networks.testing';

/** A value per person, by id. */
export const Values = z.record(z.string(), z.number());

const facebook = (path: string): NamedGraph => readNetwork(path, { separator: ' ', header: false });

/** People of the first circle of friends, those without ties too; with or without the one whose friends they are. */
function ego0(name: string, withEgo: boolean): NamedGraph {
  const { ids, graph } = facebook('ego_facebook/0.edges');
  const shape = z.object({ betweenness_unweighted_raw: z.object({ all: Values }) });
  const people = Object.keys(oracle(name, shape).betweenness_unweighted_raw.all);
  const rows: [string, string][] = [];
  for (let a = 0; a < graph.size; a++) {
    for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
      const b = graph.neighbours[slot]!;
      if (a < b) rows.push([ids[a]!, ids[b]!]);
    }
  }
  if (withEgo) for (const id of people) if (id !== '0') rows.push(['0', id]);
  return namedGraph(rows, people);
}

/** Networks of which the reference says everything about everyone. */
export const smallNetworks: readonly (readonly [string, () => NamedGraph])[] = [
  ['karate', () => readNetwork('karate/edges.csv', { weighted: true })],
  ['lesmis', () => readNetwork('lesmis/edges.csv', { weighted: true })],
  ['krackhardt_kite', () => readNetwork('krackhardt_kite/edges.csv')],
  ['florentine', () => readNetwork('florentine/edges_marriage.csv', { nodes: 'florentine/nodes.csv' })],
  ['krackhardt_hightech_advice', () => readNetwork('krackhardt_hightech/edges_advice.csv')],
  ['krackhardt_hightech_friends', () => readNetwork('krackhardt_hightech/edges_friends.csv')],
  ['sp_workplace2013', readWorkplace],
  ['ego_facebook_ego0_without_ego', () => ego0('ego_facebook_ego0_without_ego', false)],
  ['ego_facebook_ego0_with_ego', () => ego0('ego_facebook_ego0_with_ego', true)],
];

/** Those of them whose strengths are known. */
export const weightedNetworks = smallNetworks.filter(([name]) =>
  ['karate', 'lesmis', 'sp_workplace2013'].includes(name),
);

/** Networks of which the reference says the most prominent and some sums. */
export const largeNetworks: readonly (readonly [string, () => NamedGraph])[] = [
  ['arenas_email', () => readNetwork('arenas_email/edges.csv')],
  ['ego_facebook', () => facebook('ego_facebook/facebook_combined.txt')],
];

const Micro = z.object({
  n: z.number(),
  edges: z.array(z.tuple([z.number(), z.number()]).rest(z.number())),
  betweenness: Values,
  constraint: z.record(z.string(), z.number().nullable()),
  effective_size: z.record(z.string(), z.number().nullable()),
  articulation_points: z.array(z.number()),
  bridges: z.array(z.tuple([z.number(), z.number()])),
});

/** Networks of a few people, with everything about them. */
export function microNetworks(): { name: string; network: NamedGraph; reference: z.infer<typeof Micro> }[] {
  return Object.entries(oracle('micro', z.record(z.string(), z.unknown())))
    .filter(([name]) => !name.startsWith('_'))
    .map(([name, value]) => {
      const reference = Micro.parse(value);
      const people = Array.from({ length: reference.n }, (_, i) => String(i));
      const rows = reference.edges.map(([a, b, w]): [string, string, number?] => [String(a), String(b), w]);
      return { name, network: namedGraph(rows, people), reference };
    });
}

/** Equal within 1e-9: of the value, or absolutely where that is below 1. */
export function expectNear(found: number | null | undefined, reference: number | null, what = ''): void {
  if (reference === null || found === null || found === undefined) {
    expect(found ?? null, what).toBe(reference);
    return;
  }
  const off = Math.abs(found - reference) / Math.max(1, Math.abs(reference));
  expect(off, `${what}: ${found} instead of ${reference}`).toBeLessThanOrEqual(1e-9);
}
