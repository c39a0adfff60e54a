/**
 * The answer on one person. Ties, holes, roles, links to other groups and who falls off are exact at once after an edit;
 * betweenness stays what it was before the edit, said to be so and with a preview beside it, until the exact value lands.
 */
import { nearBetweennessOf, previewOf } from './betweenness-near';
import { brokerage, brokerageRoles } from './brokerage';
import { type Chunked, scaled } from './chunked';
import { linksOf } from './connectors';
import { whoFallsOff } from './evidence';
import { rowsOf } from './graph';
import type { AnswerTo, BetweennessState, BrokerageReason } from './questions';
import { measuresOf } from './service-measures';
import type { Sources } from './service-sources';
import { structuralHoles } from './structural-holes';

/** Without measures for somebody who does not count. */
export function* personAnswer(from: Sources, contact: string): Chunked<AnswerTo<'person'>> {
  const { people, clusters, standings, view } = from;
  const person = people.indexOf.get(contact);
  if (person === undefined) {
    return { kind: 'person', measures: null, betweenness: { kind: 'none' }, brokerage: null };
  }
  const { graph } = people;
  const { groups, clusterIds } = clusters.grouping(people.ids);
  const holes = structuralHoles(graph, person, { weighted: view.weighted === true });
  const { pairs, among, state } = yield* betweennessOf(from, contact, person);
  const whole = {
    pairs,
    among,
    exact: state.kind === 'exact',
    fallsOff: whoFallsOff(graph, person).length,
    ring: standings.standing(contact)?.ring ?? false,
    links: linksOf(graph, groups, person),
    clusterIds,
  };
  return {
    kind: 'person',
    measures: measuresOf(from, contact, groups, holes, whole),
    betweenness: state,
    brokerage: groups[person]! < 0 ? null : rolesOf(brokerage(graph, groups, person)),
  };
}

interface BetweennessNow {
  readonly pairs: number | null;
  readonly among: number;
  readonly state: BetweennessState;
}

function* betweennessOf(
  { people, standings, view }: Sources,
  contact: string,
  person: number,
): Chunked<BetweennessNow> {
  const { found, estimated } = standings;
  const weighted = view.weighted === true;
  const then = found?.weighted === weighted ? found : undefined;
  const place = then?.indexOf.get(contact);
  if (then !== undefined && then.version === people.version && place !== undefined) {
    return { pairs: then.pairs[place]!, among: then.indexOf.size, state: { kind: 'exact' } };
  }
  const estimate = estimated?.version === people.version && estimated.weighted === weighted;
  if (estimate) {
    const { pairs, indexOf, bound } = estimated;
    const at = indexOf.get(contact);
    if (at !== undefined)
      return { pairs: pairs[at]!, among: indexOf.size, state: { kind: 'sampled', bound } };
  }
  // Only ways by number of ties are short enough to be looked at at once.
  if (then === undefined || weighted) {
    const pairs = then === undefined || place === undefined ? null : then.pairs[place]!;
    const state: BetweennessState = pairs === null ? { kind: 'counting' } : { kind: 'before', preview: null };
    return { pairs, among: then?.indexOf.size ?? 0, state };
  }
  const now = yield* scaled(nearBetweennessOf(people.graph, person), 0, 0.5);
  if (place === undefined) return { pairs: null, among: 0, state: { kind: 'before', preview: now } };
  const pairs = then.pairs[place]!;
  const before = yield* scaled(nearBetweennessOf(rowsOf(then.graph), place), 0.5, 0.5);
  const preview = previewOf(pairs, { before, now });
  return { pairs, among: then.indexOf.size, state: { kind: 'before', preview } };
}

/** Undefined roles are left out; most pairs first. */
function rolesOf(found: ReturnType<typeof brokerage>): BrokerageReason {
  const roles = brokerageRoles
    .map((role) => ({ role, pairs: found[role] }))
    .filter(({ pairs }) => pairs > 0)
    .sort((a, b) => b.pairs - a.pairs);
  return { kind: 'brokers', roles };
}
