/** The measures of connectors against reference values, on every network that has them. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { betweenness, type BetweennessOptions } from './betweenness';
import { finish } from './chunked';
import { cutsOf } from './cuts';
import { type Graph, rowsOf } from './graph';
import { hasNetworks, oracle } from './networks.testing';
import {
  expectNear,
  largeNetworks,
  microNetworks,
  smallNetworks,
  Values,
  weightedNetworks,
} from './references.testing';
import { structuralHoles, structuralHolesOfAll } from './structural-holes';
import { whatIf } from './what-if';

const pairsOf = (graph: Graph, options?: BetweennessOptions) => finish(betweenness(graph, options)).pairs;
const sum = (values: Iterable<number>) => [...values].reduce((all, value) => all + value, 0);

const Pairs = z.object({ betweenness_unweighted_raw: z.object({ all: Values }) });
const WeightedPairs = z.object({
  'betweenness_weighted_raw (length=1/weight)': z.object({
    igraph_all: Values,
    /** By Dijkstra in fractions; not there where that would take too long. */
    exact_rational_all: Values.optional(),
  }),
});
const Edge = z.tuple([z.string(), z.string()]);
const Ties = z.object({ edge_betweenness_top10: z.array(z.tuple([Edge, z.number()])) });
const Top = z.array(z.tuple([z.string(), z.number()]));
const TopPairs = z.object({ betweenness_unweighted_raw: z.object({ top50: Top, sum: z.number() }) });
const OrNone = z.record(z.string(), z.number().nullable());
const Burt = z.object({ constraint: OrNone, effective_size: OrNone, efficiency: OrNone });
const Holes = z.object({ burt_unweighted: Burt, burt_weighted: Burt.optional() });
const TopHoles = z.object({
  burt_unweighted: z.object({
    'lowest_constraint_top20 (degree>1)': Top,
    'sum_constraint (non-isolates)': z.number(),
    'largest_effective_size_top20 (n-2t/n)': Top,
  }),
});
const Cuts = z.object({
  structure: z.object({
    articulation_points: z.object({ ids: z.array(z.string()) }),
    bridges: z.object({ count: z.int(), edges: z.array(Edge).optional() }),
  }),
});
const WhatIf = z.object({
  what_if: z.object({
    base: z.object({ components: z.int(), connected_pairs: z.int(), global_efficiency: z.number() }),
    remove_one: z.array(
      z.object({
        remove: z.string(),
        largest: z.int(),
        components: z.int(),
        connected_pairs: z.int(),
        global_efficiency: z.number(),
      }),
    ),
  }),
});

describe.skipIf(!hasNetworks())('reference values of everyone', () => {
  test.each(smallNetworks)('%s: pairs that run through a person', (name, read) => {
    const { graph, indexOf } = read();
    const found = pairsOf(graph);
    const { all } = oracle(name, Pairs).betweenness_unweighted_raw;
    for (const [id, value] of Object.entries(all)) expectNear(found[indexOf(id)], value, id);
  });

  test.each(weightedNetworks)('%s: the same by strength, exact in fractions where known', (name, read) => {
    const { graph, indexOf } = read();
    const known = oracle(name, WeightedPairs)['betweenness_weighted_raw (length=1/weight)'];
    const found = pairsOf(graph, { weighted: true });
    for (const [id, value] of Object.entries(known.exact_rational_all ?? known.igraph_all)) {
      expectNear(found[indexOf(id)], value, id);
    }
  });

  test.each(smallNetworks)('%s: pairs that run over a tie', (name, read) => {
    const { graph, indexOf } = read();
    const { ties } = finish(betweenness(graph, { ties: true }));
    for (const [[a, b], value] of oracle(name, Ties).edge_betweenness_top10) {
      const from = graph.offsets[indexOf(a)]!;
      const row = graph.neighbours.subarray(from, graph.offsets[indexOf(a) + 1]);
      expectNear(ties![from + row.indexOf(indexOf(b))], value, `${a} ${b}`);
    }
  });

  test.each(smallNetworks)('%s: constraint, effective size, efficiency', (name, read) => {
    const { graph, indexOf } = read();
    const known = oracle(name, Holes);
    for (const weighted of known.burt_weighted === undefined ? [false] : [false, true]) {
      const values = weighted ? known.burt_weighted! : known.burt_unweighted;
      const all = finish(structuralHolesOfAll(graph, { weighted }));
      for (const id of Object.keys(values.constraint)) {
        const found = all[indexOf(id)];
        expectNear(found?.constraint, values.constraint[id]!, `constraint of ${id}`);
        expectNear(found?.effectiveSize, values.effective_size[id]!, `effective size of ${id}`);
        expectNear(found?.efficiency, values.efficiency[id]!, `efficiency of ${id}`);
        expect(structuralHoles(rowsOf(graph), indexOf(id), { weighted })).toEqual(found);
      }
    }
  });

  test.each([...smallNetworks, ...largeNetworks])('%s: cut people and cut ties', (name, read) => {
    const { graph, ids } = read();
    const { articulation_points, bridges } = oracle(name, Cuts).structure;
    const { fallsOff, ties } = cutsOf(graph);
    const people = ids.filter((_, person) => fallsOff[person]! > 0);
    expect(people.sort()).toEqual([...articulation_points.ids].sort());
    expect(ties).toHaveLength(bridges.count);
    if (bridges.edges === undefined) return;
    const named = ties.map(({ a, b }) => [ids[a]!, ids[b]!].sort().join(' '));
    expect(named.sort()).toEqual(bridges.edges.map((edge) => [...edge].sort().join(' ')).sort());
  });

  test.each(smallNetworks)('%s: what would be without somebody', (name, read) => {
    const { base, remove_one } = oracle(name, WhatIf).what_if;
    const { graph, indexOf } = read();
    for (const { remove, components, connected_pairs, global_efficiency } of remove_one) {
      const { before, after } = finish(whatIf(graph, { without: new Set([indexOf(remove)]) }, [], 0));
      expect(before).toMatchObject({ connectedPairs: base.connected_pairs, pieces: base.components });
      expectNear(before.efficiency, base.global_efficiency);
      expect(after, remove).toMatchObject({ connectedPairs: connected_pairs, pieces: components });
      expectNear(after.efficiency, global_efficiency, remove);
    }
  });
});

describe.skipIf(!hasNetworks())('reference values of large networks', () => {
  test.each(largeNetworks)('%s: pairs that run through a person', (name, read) => {
    const { graph, indexOf } = read();
    const known = oracle(name, TopPairs).betweenness_unweighted_raw;
    const found = pairsOf(graph);
    for (const [id, value] of known.top50) expectNear(found[indexOf(id)], value, id);
    expectNear(sum(found), known.sum, 'sum');
  });

  test.each(largeNetworks)('%s: constraint and effective size', (name, read) => {
    const { graph, indexOf } = read();
    const known = oracle(name, TopHoles).burt_unweighted;
    const found = finish(structuralHolesOfAll(graph));
    for (const [id, value] of known['lowest_constraint_top20 (degree>1)']) {
      expectNear(found[indexOf(id)]?.constraint, value, id);
    }
    for (const [id, value] of known['largest_effective_size_top20 (n-2t/n)']) {
      expectNear(found[indexOf(id)]?.effectiveSize, value, id);
    }
    const all = found.map((holes) => holes?.constraint ?? 0);
    expectNear(sum(all), known['sum_constraint (non-isolates)'], 'sum');
  });
});

describe.skipIf(!hasNetworks())('reference values of networks of a few people', () => {
  test.each(hasNetworks() ? microNetworks().map((micro) => [micro.name, micro] as const) : [])(
    '%s',
    (name, { network: { graph, ids, indexOf }, reference }) => {
      const found = pairsOf(graph);
      const weighted = name.startsWith('weighted');
      const { fallsOff, ties } = cutsOf(graph);
      for (const id of ids) {
        expectNear(found[indexOf(id)], reference.betweenness[id]!, id);
        const holes = structuralHoles(rowsOf(graph), indexOf(id), { weighted });
        expectNear(holes?.constraint, reference.constraint[id]!, id);
        expectNear(holes?.effectiveSize, reference.effective_size[id]!, id);
      }
      expect(ids.filter((id) => fallsOff[indexOf(id)]! > 0).map(Number)).toEqual(
        reference.articulation_points,
      );
      const bridges = reference.bridges.map((edge) => [...edge].sort((a, b) => a - b).join(' '));
      expect(ties.map(({ a, b }) => `${ids[a]!} ${ids[b]!}`).sort()).toEqual(bridges.sort());
    },
  );
});
