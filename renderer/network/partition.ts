/** What the analysis found of clusters, as the command that keeps it: names, tints, who belongs where, what is gone. */
import type { ClusterFound } from '../../shared/analysis/service-messages';
import type { Cluster } from '../../shared/model/entities';

export interface PartitionArgs {
  readonly clusters: readonly { readonly id: string; readonly name: string; readonly tint: number }[];
  readonly gone: readonly string[];
  readonly members: readonly { readonly id: string; readonly cluster: string | null }[];
}

const generic = /^Group (\d+)$/;

/**
 * Only what is different from what the network says; undefined where nothing is. A cluster keeps the name it has,
 * unless it had none of its own and now has something to be called by.
 * @param found all clusters there are
 * @param standing those the network knows
 * @param clusterOf in which cluster the network says a contact is
 */
export function partitionArgs(
  found: readonly ClusterFound[],
  members: readonly { readonly contact: string; readonly cluster: string | null }[],
  standing: readonly Cluster[],
  clusterOf: (contact: string) => string | undefined,
): PartitionArgs | undefined {
  const known = new Map(standing.map((cluster) => [cluster.id, cluster]));
  const taken = new Set(standing.map(({ name }) => name));
  const clusters: PartitionArgs['clusters'][number][] = [];
  for (const { id, name: proposed, tint } of found) {
    const before = known.get(id);
    const name = nameFor(before, proposed, taken);
    taken.add(name);
    if (before?.name !== name || before.tint !== tint) clusters.push({ id, name, tint });
  }
  const present = new Set(found.map(({ id }) => id));
  const gone = standing.filter(({ id }) => !present.has(id)).map(({ id }) => id);
  const moved = members
    .filter(({ contact, cluster }) => clusterOf(contact) !== (cluster ?? undefined))
    .map(({ contact, cluster }) => ({ id: contact, cluster }));
  if (clusters.length + gone.length + moved.length === 0) return undefined;
  return { clusters, gone, members: moved };
}

function nameFor(before: Cluster | undefined, proposed: string | null, taken: ReadonlySet<string>): string {
  if (before !== undefined && (before.named === true || proposed === null || !generic.test(before.name))) {
    return before.name;
  }
  const wanted = capitalised(proposed?.trim() ?? '');
  if (wanted !== '' && !taken.has(wanted)) return wanted;
  if (before !== undefined) return before.name;
  // Two groups at one place: the second says so.
  if (wanted !== '') return numbered(`${wanted} `, taken, 2);
  return numbered('Group ', taken, 1);
}

/** A tag becomes a name. */
function capitalised(text: string): string {
  const [first = '', ...rest] = Array.from(text);
  return first.toLocaleUpperCase() + rest.join('');
}

function numbered(start: string, taken: ReadonlySet<string>, from: number): string {
  let number = from;
  while (taken.has(`${start}${number}`)) number++;
  return `${start}${number}`;
}
