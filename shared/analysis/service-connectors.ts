/** Answers on who connects, over which ties, and what stands behind it: once the whole has been worked out. */
import { betweenness } from './betweenness';
import { type Chunked, scaled } from './chunked';
import { pairsThrough, whoFallsOff } from './evidence';
import type { AnswerTo, PersonMeasures } from './questions';
import { measuresOf, type Whole } from './service-measures';
import type { Sources } from './service-sources';
import { structuralHolesOfAll } from './structural-holes';

const peoplePerChunk = 500;

/** Everyone, those with most pairs first. */
export function* connectorsAnswer(from: Sources, most: number): Chunked<AnswerTo<'connectors'>> {
  const { people, view } = from;
  const ids = [...people.ids];
  const graph = people.compact();
  const holes = yield* scaled(structuralHolesOfAll(graph, { weighted: view.weighted === true }), 0, 0.7);
  const order = [...ids.keys()];
  const pairs = ids.map((id) => wholeOf(from, id).pairs ?? 0);
  order.sort((a, b) => pairs[b]! - pairs[a]! || (ids[a]! < ids[b]! ? -1 : 1));
  const { groups } = from.clusters.grouping(ids);
  const list: PersonMeasures[] = [];
  for (const person of order.slice(0, most)) {
    const id = ids[person]!;
    list.push(measuresOf(from, id, groups, holes[person] ?? null, wholeOf(from, id)));
    if (list.length % peoplePerChunk === 0) yield 0.7 + (0.3 * list.length) / Math.min(most, ids.length);
  }
  return { kind: 'connectors', people: ids.length, list };
}

/** As it was found when the whole was last worked out. */
function wholeOf({ standings, people }: Sources, contact: string): Whole {
  const { found } = standings;
  const place = found?.indexOf.get(contact);
  return {
    pairs: found === undefined || place === undefined ? null : found.pairs[place]!,
    among: found?.indexOf.size ?? 0,
    exact: found?.version === people.version,
    fallsOff: found === undefined || place === undefined ? 0 : found.cuts.fallsOff[place]!,
    ring: standings.standing(contact)?.ring ?? false,
    links: standings.standing(contact) ?? { reaches: [], alone: [] },
    clusterIds: standings.clusterIds,
  };
}

export function* tiesAnswer({ people, standings, view }: Sources): Chunked<AnswerTo<'ties'>> {
  const ids = [...people.ids];
  const graph = people.compact();
  const { ties } = yield* betweenness(graph, { weighted: view.weighted === true, ties: true });
  const cuts = new Map(
    (standings.found?.cuts.ties ?? []).map(({ a, b, fallsOff }) => [a * graph.size + b, fallsOff]),
  );
  const list: AnswerTo<'ties'>['list'] = [];
  for (let a = 0; a < graph.size; a++) {
    for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
      const b = graph.neighbours[slot]!;
      if (b < a) continue;
      const cut = cuts.get(a * graph.size + b);
      list.push({
        a: ids[a]!,
        b: ids[b]!,
        betweenness: ties?.[slot] ?? 0,
        bridge: cut !== undefined,
        fallsOff: cut ?? 0,
      });
    }
  }
  return { kind: 'ties', list };
}

export function pairsAnswer(
  { people, clusters, standings }: Sources,
  contact: string,
  most: number,
): AnswerTo<'pairs'> {
  const person = people.indexOf.get(contact);
  const place = standings.found?.indexOf.get(contact);
  const all = place === undefined ? 0 : (standings.found?.pairs[place] ?? 0);
  if (person === undefined) return { kind: 'pairs', pairs: [], all };
  const { groups } = clusters.grouping(people.ids);
  return {
    kind: 'pairs',
    all,
    pairs: pairsThrough(people.graph, person, groups, most).map(({ a, b, share }) => ({
      a: people.ids[a]!,
      b: people.ids[b]!,
      share,
      only: share === 1,
    })),
  };
}

export function fallsOffAnswer({ people }: Sources, contact: string, most: number): AnswerTo<'fallsOff'> {
  const person = people.indexOf.get(contact);
  const off = person === undefined ? [] : whoFallsOff(people.graph, person);
  return {
    kind: 'fallsOff',
    people: off.length,
    contacts: off.slice(0, most).map((other) => people.ids[other]!),
  };
}
