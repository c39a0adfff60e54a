/** Answers on diversity and on clusters, from what the service holds. */
import { dayNumber } from '../time';
import { describePerson, type AttributeName, type Person } from './attributes';
import { type Chunked, scaled } from './chunked';
import { type DiversityPart, diversityReport, type Wish } from './diversity-report';
import type { Graph } from './graph';
import type { LeadReason } from './lead-there';
import { clusterCare, recentDays } from './neglect';
import type { AnswerTo, ClusterReport, LeadReason as ToldReason, Scope } from './questions';
import type { Sources } from './service-sources';
import type { WarmthState } from './warmth';

const peoplePerChunk = 200;
/** People named as bridges into a cluster. */
const mostBridges = 20;

/** Exchanges at random by which mixing is judged: as many as a second or so allows. */
const permutations = { most: 5_000, least: 199, tiesInAll: 60_000_000 };

/** Of whom it is asked: those who count, or those who would. */
export interface Looked {
  readonly ids: readonly string[];
  readonly graph: Graph;
  readonly indexOf: ReadonlyMap<string, number>;
}

export function lookedAt({ people }: Sources): Looked {
  return { ids: [...people.ids], graph: people.compact(), indexOf: new Map(people.indexOf) };
}

/** @param mostLeads people named for a gap; absent: a few */
export function* gapsAnswer(
  from: Sources,
  looked = lookedAt(from),
  mostLeads?: number,
): Chunked<AnswerTo<'gaps'>> {
  const { attributes } = yield* diversityAnswer(from, { kind: 'everyone' }, 0, looked, mostLeads);
  const list = attributes.flatMap(({ attribute, gaps }) =>
    gaps.kind === 'counted' ? gaps.list.map((gap) => ({ ...gap, attribute })) : [],
  );
  return { kind: 'gaps', list: list.sort((a, b) => a.chance - b.chance || b.short - a.short) };
}

/** @param tries exchanges at random by which mixing is judged; absent: as many as time allows */
export function* diversityAnswer(
  from: Sources,
  scope: Scope,
  tries?: number,
  { ids, graph, indexOf } = lookedAt(from),
  mostLeads?: number,
): Chunked<AnswerTo<'diversity'>> {
  const { state, answers, clusters } = from;
  const described: Person[] = [];
  for (const id of ids) {
    described.push(describe(from, id));
    if (described.length % peoplePerChunk === 0) yield (0.1 * described.length) / ids.length;
  }
  const recent = yield* scaled(recentOf(from, ids), 0.1, 0.1);
  const { attributes, attention } = yield* scaled(
    diversityReport({
      people: described,
      graph,
      warmth: ids.map((id) => {
        const warmth = answers.warmth(id);
        return warmth === undefined || warmth.state === 'unknown' ? null : warmth.shown;
      }),
      recent,
      part: partOf(
        scope,
        ids,
        indexOf,
        (id) => state.contacts.get(id)?.circle,
        (id) => clusters.of(id),
      ),
      targets: [...state.targets.values()],
      wishes: [...state.plans.values()].flatMap((plan): Wish[] =>
        plan.state === 'open'
          ? [
              ...plan.industries.map((value) => ({ attribute: 'industry', value })),
              ...plan.places.map((value) => ({ attribute: 'place', value })),
              ...plan.organisations.map((value) => ({ attribute: 'organisation', value })),
            ]
          : [],
      ),
      tagGroups: [],
      ...(mostLeads === undefined ? {} : { mostLeads }),
      mixing: { permutations: tries ?? triesFor(graph.neighbours.length / 2) },
    }),
    0.2,
    0.8,
  );
  const lead = (found: readonly { readonly person: number; readonly reasons: readonly LeadReason[] }[]) =>
    found.map(({ person, reasons }) => ({
      contact: ids[person]!,
      reasons: reasons.map((reason): ToldReason =>
        reason.kind === 'knows'
          ? { kind: 'knows', contacts: reason.people.map((other) => ids[other]!) }
          : reason,
      ),
    }));
  return {
    kind: 'diversity',
    scope,
    people: attributes[0]?.people ?? 0,
    attention,
    attributes: attributes.map(({ gaps, asked, values, ...rest }) => ({
      ...rest,
      values: [...values],
      gaps:
        gaps.kind === 'counted'
          ? { kind: 'counted', list: gaps.list.map((gap) => ({ ...gap, lead: lead(gap.lead) })) }
          : gaps,
      asked: asked.map((wish) => ({ value: wish.value, lead: lead(wish.lead) })),
    })),
  };
}

export function* clustersAnswer(from: Sources): Chunked<AnswerTo<'clusters'>> {
  const { people, answers, clusters } = from;
  const ids = [...people.ids];
  const graph = people.compact();
  const { groups, clusterIds } = clusters.grouping(ids);
  const recent = yield* recentOf(from, ids);
  const stateOf = (id: string): WarmthState => answers.warmth(id)?.state ?? 'unknown';
  const care = clusterCare({
    ids,
    graph,
    clusters: groups,
    clusterCount: clusterIds.length,
    recent,
    state: ids.map(stateOf),
    order: ids.map((id) => answers.warmth(id)?.order ?? null),
  });
  yield 0.8;
  const found = new Map(clusters.found.map((cluster) => [cluster.id, cluster]));
  const list = care.map(({ cluster, members, attention, cooling, bridges }): ClusterReport => {
    const id = clusterIds[cluster]!;
    const told = found.get(id);
    const warmth = { warm: 0, cooling: 0, cold: 0, unknown: 0 };
    for (const member of members) warmth[stateOf(ids[member]!)]++;
    return {
      id,
      people: members.length,
      basis: told?.basis ?? 'ties',
      agreement: told?.agreement ?? null,
      warmth,
      tiesOut: bridges.reduce((sum, bridge) => sum + bridge.members.length, 0),
      bridgedBy: bridges
        .slice(0, mostBridges)
        .map(({ person, members: known }) => ({ contact: ids[person]!, members: known.length })),
      cooling: cooling.map((member) => ids[member]!),
      attention,
    };
  });
  return { kind: 'clusters', modularity: clusters.modularity, clear: clusters.clear, list };
}

function triesFor(ties: number): number {
  const { most, least, tiesInAll } = permutations;
  return Math.max(least, Math.min(most, Math.floor(tiesInAll / Math.max(1, ties))));
}

function describe({ state, view, clusters }: Sources, id: string): Person {
  const contact = state.contacts.get(id);
  const facts = state.factsOf(id);
  return describePerson(
    id,
    {
      organisations: contact?.organisations ?? [],
      industry: contact?.industry,
      place: contact?.place,
      birthday: contact?.birthday,
      circle: contact?.circle,
      cluster: clusters.of(id),
      tags: contact?.tags ?? [],
      interests: contact?.interests ?? [],
      jobs: facts.flatMap(({ kind, organisation, title, from, to }) =>
        kind === 'job' && organisation !== undefined ? [{ name: organisation, title, from, to }] : [],
      ),
      places: facts.flatMap(({ place }) => (place === undefined ? [] : [place])),
    },
    view.asOf,
  );
}

function* recentOf({ state, view }: Sources, ids: readonly string[]): Chunked<Int32Array> {
  const asOf = dayNumber(view.asOf);
  const recent = new Int32Array(ids.length);
  for (const [person, id] of ids.entries()) {
    recent[person] = recentDays(state.contactDaysOf(id).days, asOf);
    if (person % peoplePerChunk === 0) yield person / ids.length;
  }
  return recent;
}

function partOf(
  scope: Scope,
  ids: readonly string[],
  indexOf: ReadonlyMap<string, number>,
  circleOf: (id: string) => string | undefined,
  clusterOf: (id: string) => string | undefined,
): DiversityPart | null {
  const those = (qualifies: (id: string) => boolean): Int32Array =>
    Int32Array.from(ids.flatMap((id, person) => (qualifies(id) ? [person] : [])));
  const chosen = (people: Int32Array, chosenBy: AttributeName | null): DiversityPart => ({
    people,
    chosenBy,
  });
  switch (scope.kind) {
    case 'everyone':
      return null;
    case 'circle':
      return chosen(
        those((id) => circleOf(id) === scope.circle),
        'circle',
      );
    case 'cluster':
      return chosen(
        those((id) => clusterOf(id) === scope.cluster),
        'cluster',
      );
    case 'people': {
      const known = new Set(scope.contacts.flatMap((id) => indexOf.get(id) ?? []));
      return chosen(Int32Array.from(known), null);
    }
  }
}
