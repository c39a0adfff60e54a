/** Sums over a group, or over everyone: how many people, how warm, who links them to others. */
import type { Position, Tie } from '../../shared/model/entities';
import type { Session } from '../network/session';

export interface WarmthCounts {
  /** People by step of the fill: 1 warm .. 7 cold; at 0 the unknown. */
  readonly warmth: readonly number[];
  readonly states: Readonly<Record<'warm' | 'cooling' | 'cold' | 'unknown', number>>;
}

export interface ClusterFacts extends WarmthCounts {
  readonly people: number;
  /** Members who know people in other groups, those in most groups first. */
  readonly links: readonly { readonly contact: string; readonly groups: number }[];
  readonly neighbours: readonly { readonly cluster: string; readonly ties: number }[];
}

const mostLinks = 4;
const mostNeighbours = 6;

export function warmthCounts(session: Session, contacts: Iterable<string>): WarmthCounts {
  const warmth = [0, 0, 0, 0, 0, 0, 0, 0];
  const states = { warm: 0, cooling: 0, cold: 0, unknown: 0 };
  for (const contact of contacts) {
    const known = session.analysis.warmth(contact);
    warmth[known?.step ?? 0]!++;
    states[known?.state ?? 'unknown']++;
  }
  return { warmth, states };
}

export function clusterFacts(
  session: Session,
  cluster: string,
  positions: readonly Position[],
  ties: readonly Tie[],
): ClusterFacts {
  const clusterOf = new Map(positions.map((position) => [position.id, position.cluster]));
  const shown = (id: string): boolean => session.replica.network.get('contacts', id)?.archived !== true;
  const members = positions
    .filter((position) => position.cluster === cluster && shown(position.id))
    .map(({ id }) => id);
  const neighbours = new Map<string, number>();
  const groups = new Map<string, Set<string>>();
  for (const { a, b, state } of ties) {
    if (state !== 'known') continue;
    for (const [here, there] of [
      [a, b],
      [b, a],
    ] as const) {
      const other = clusterOf.get(there);
      if (clusterOf.get(here) !== cluster || other === undefined || other === cluster) continue;
      neighbours.set(other, (neighbours.get(other) ?? 0) + 1);
      const known = groups.get(here);
      if (known === undefined) groups.set(here, new Set([other]));
      else known.add(other);
    }
  }
  return {
    people: members.length,
    ...warmthCounts(session, members),
    links: [...groups]
      .map(([contact, known]) => ({ contact, groups: known.size }))
      .sort((p, q) => q.groups - p.groups)
      .slice(0, mostLinks),
    neighbours: [...neighbours]
      .map(([id, count]) => ({ cluster: id, ties: count }))
      .sort((p, q) => q.ties - p.ties)
      .slice(0, mostNeighbours),
  };
}
