/** What links a group to others: who of it, and to which. */
import type { Session } from '../network/session';

export interface GroupLinks {
  /** Members who know people in other groups, those in most groups first. */
  readonly links: readonly { readonly contact: string; readonly groups: number }[];
  readonly neighbours: readonly { readonly cluster: string; readonly ties: number }[];
}

const mostLinks = 4;
const mostNeighbours = 6;

/** By known ties; the cost is that of the group, not of the network. */
export function groupLinks({ replica, tally }: Session, cluster: string): GroupLinks {
  const { network } = replica;
  const neighbours = new Map<string, number>();
  const links: { contact: string; groups: number }[] = [];
  for (const contact of tally.membersOf(cluster)) {
    const groups = new Set<string>();
    for (const id of network.index.referring('contacts', contact, 'ties')) {
      const tie = network.get('ties', id);
      if (tie?.state !== 'known' || (tie.a !== contact && tie.b !== contact)) continue;
      const other = tally.groupOf(tie.a === contact ? tie.b : tie.a);
      if (other === undefined || other === cluster) continue;
      groups.add(other);
      neighbours.set(other, (neighbours.get(other) ?? 0) + 1);
    }
    if (groups.size > 0) links.push({ contact, groups: groups.size });
  }
  return {
    links: links.sort((p, q) => q.groups - p.groups).slice(0, mostLinks),
    neighbours: [...neighbours]
      .map(([id, count]) => ({ cluster: id, ties: count }))
      .sort((p, q) => q.ties - p.ties)
      .slice(0, mostNeighbours),
  };
}
