/** The measures of one person as they are answered, and why they are what they are. */
import { type Standing, wholePairs } from './connectors';
import { participation } from './participation';
import type { ConnectorReason, PersonMeasures } from './questions';
import type { Sources } from './service-sources';
import type { Holes } from './structural-holes';

/** What the whole network says of one person. */
export interface Whole {
  /** Betweenness; null until it has been counted with the person. */
  readonly pairs: number | null;
  /** People it was counted among. */
  readonly among: number;
  readonly exact: boolean;
  readonly fallsOff: number;
  readonly ring: boolean;
  readonly links: Pick<Standing, 'reaches' | 'alone'>;
  /** Of the groups in `links`. */
  readonly clusterIds: readonly string[];
}

/** @param contact who is among the people */
export function measuresOf(
  { people: { graph, indexOf }, clusters }: Sources,
  contact: string,
  groups: ArrayLike<number>,
  holes: Holes | null,
  whole: Whole,
): PersonMeasures {
  const person = indexOf.get(contact)!;
  const { pairs, among, fallsOff } = whole;
  const others = ((among - 1) * (among - 2)) / 2;
  return {
    contact,
    degree: graph.ends[person]! - graph.starts[person]!,
    betweenness: pairs,
    betweennessNormalized: pairs === null ? null : others > 0 ? pairs / others : 0,
    exact: whole.exact,
    constraint: holes?.constraint ?? null,
    effectiveSize: holes?.effectiveSize ?? null,
    efficiency: holes?.efficiency ?? null,
    participation: participation(graph, groups, person),
    cluster: clusters.of(contact) ?? null,
    cutPerson: fallsOff > 0,
    ring: whole.ring,
    reasons: reasonsOf(whole),
  };
}

function reasonsOf({ pairs, fallsOff, links: { reaches, alone }, clusterIds }: Whole): ConnectorReason[] {
  const reasons: ConnectorReason[] = [];
  const cluster = (group: number): string => clusterIds[group]!;
  if (reaches.length > 0) {
    reasons.push({
      kind: 'reaches',
      clusters: reaches.map(({ group, people }) => ({ cluster: cluster(group), people })),
    });
  }
  const whole = wholePairs(pairs ?? 0);
  if (whole > 0) reasons.push({ kind: 'pairs', pairs: whole });
  if (alone.length > 0) reasons.push({ kind: 'alone', clusters: alone.map(cluster) });
  if (fallsOff > 0) reasons.push({ kind: 'fallsOff', people: fallsOff });
  return reasons;
}
