/** Clusters by contact: what they were, what they are now, and what of that is new to tell. */
import { type Chunked, scaled } from './chunked';
import { clusterNames } from './cluster-names';
import type { Graph } from './graph';
import { keepClusters } from './keep-clusters';
import { matchClusters } from './match-clusters';
import type { ClusterFound } from './service-messages';
import { groupByTraits } from './trait-groups';

const tints = 10;

/** The people who count, by index, and the ties between them. */
export interface MeasuredPeople {
  readonly ids: readonly string[];
  readonly indexOf: ReadonlyMap<string, number>;
  readonly graph: Graph;
  readonly traits: readonly (readonly string[])[];
}

/** Groups by index with the ids of their clusters. */
export interface Grouping {
  readonly groups: Int32Array;
  readonly clusterIds: readonly string[];
}

export interface ClusterNews {
  readonly modularity: number;
  readonly regrouped: boolean;
  readonly clusters: readonly ClusterFound[];
  readonly members: readonly Member[];
}

interface Member {
  readonly contact: string;
  readonly cluster: string | null;
}

export class Clusters {
  readonly #of = new Map<string, string>();
  readonly #tints = new Map<string, number>();
  /** What was told last, to tell only news; nothing yet after loading. */
  #told: string | undefined;

  of(contact: string): string | undefined {
    return this.#of.get(contact);
  }

  /** The network says in which cluster a contact is. @returns whether that is news. */
  said(contact: string, cluster: string | undefined): boolean {
    if (this.#of.get(contact) === cluster) return false;
    if (cluster === undefined) this.#of.delete(contact);
    else this.#of.set(contact, cluster);
    return true;
  }

  /** Groups the people anew, keeping what can be kept. `news` is undefined where nothing is different. */
  *update(
    people: MeasuredPeople,
    touched: ReadonlySet<string>,
    tintOf: (cluster: string) => number | undefined,
  ): Chunked<{ grouping: Grouping; news: ClusterNews | undefined }> {
    const { ids, indexOf, graph, traits } = people;
    const before = this.#before(ids);
    const touchedIndices = [...touched].flatMap((id) => indexOf.get(id) ?? []);
    const tied = yield* scaled(keepClusters(graph, before.groups, touchedIndices), 0, 0.9);
    const { groups, count } = groupByTraits(tied.groups, tied.count, traits);
    yield 0.92;
    const continues = matchClusters(before.groups, before.clusterIds.length, groups, count);
    const clusterIds = idsOf(continues, before.clusterIds, groups, ids);
    const names = clusterNames(groups, count, traits);
    yield 0.95;

    const sizes = new Int32Array(count);
    for (const group of groups) if (group >= 0) sizes[group]!++;
    const tint = this.#tint(clusterIds, sizes, tintOf);
    const clusters = clusterIds.map((id, group): ClusterFound => {
      const basis = group < tied.count ? 'ties' : 'trait';
      return { id, basis, people: sizes[group]!, name: names[group]!, tint: tint[group]! };
    });
    const moved = this.#moved(ids, groups, clusterIds);
    // The first time everyone is told of, whether or not the network knew.
    const members = this.#told === undefined ? this.#all(moved) : moved;
    const told = JSON.stringify(clusters);
    const same = members.length === 0 && told === this.#told;
    this.#told = told;
    const { modularity, regrouped } = tied;
    const news = same ? undefined : { modularity, regrouped, clusters, members };
    return { grouping: { groups, clusterIds }, news };
  }

  /** As it is now, without looking for better groups. */
  grouping(ids: readonly string[]): Grouping {
    return this.#before(ids);
  }

  #before(ids: readonly string[]): Grouping {
    const numbers = new Map<string, number>();
    const groups = Int32Array.from(ids, (id) => {
      const cluster = this.#of.get(id);
      if (cluster === undefined) return -1;
      const known = numbers.get(cluster);
      if (known !== undefined) return known;
      numbers.set(cluster, numbers.size);
      return numbers.size - 1;
    });
    return { groups, clusterIds: [...numbers.keys()] };
  }

  #all(moved: readonly Member[]): Member[] {
    const all = new Map(moved.map((member) => [member.contact, member]));
    for (const [contact, cluster] of this.#of) all.set(contact, { contact, cluster });
    return [...all.values()];
  }

  /** Who is in another cluster than before; those who no longer count are in none. */
  #moved(ids: readonly string[], groups: Int32Array, clusterIds: readonly string[]): Member[] {
    const moved: Member[] = [];
    const gone = new Set(this.#of.keys());
    ids.forEach((contact, person) => {
      gone.delete(contact);
      const cluster = groups[person]! < 0 ? undefined : clusterIds[groups[person]!];
      if (this.said(contact, cluster)) moved.push({ contact, cluster: cluster ?? null });
    });
    for (const contact of gone) {
      this.said(contact, undefined);
      moved.push({ contact, cluster: null });
    }
    return moved;
  }

  /** Kept tints stay; a new cluster, the largest first, takes the one seen least. */
  #tint(
    clusterIds: readonly string[],
    sizes: Int32Array,
    tintOf: (cluster: string) => number | undefined,
  ): number[] {
    const used = new Array<number>(tints).fill(0);
    const tint = clusterIds.map((id) => tintOf(id) ?? this.#tints.get(id));
    for (const one of tint) if (one !== undefined) used[one - 1]!++;
    const bySize = [...clusterIds.keys()].sort((a, b) => sizes[b]! - sizes[a]! || a - b);
    for (const group of bySize) {
      if (tint[group] !== undefined) continue;
      const next = used.indexOf(Math.min(...used));
      used[next]!++;
      tint[group] = next + 1;
    }
    this.#tints.clear();
    return clusterIds.map((id, group) => {
      const one = tint[group] ?? 1;
      this.#tints.set(id, one);
      return one;
    });
  }
}

/**
 * The id of each group: that of the cluster it continues, else one made of its first person's, so that two windows
 * that find the same group at the same time call it the same.
 */
function idsOf(
  continues: Int32Array,
  before: readonly string[],
  groups: Int32Array,
  people: readonly string[],
): string[] {
  const firsts: string[] = [];
  people.forEach((id, person) => {
    const group = groups[person]!;
    const first = firsts[group];
    if (group >= 0 && (first === undefined || id < first)) firsts[group] = id;
  });
  const taken = new Set(before);
  return Array.from(continues, (old, group) => {
    if (old >= 0) return before[old]!;
    const name = `c-${(firsts[group] ?? '').slice(0, 54)}`;
    let id = name;
    for (let number = 2; taken.has(id); number++) id = `${name}-${number}`;
    taken.add(id);
    return id;
  });
}
