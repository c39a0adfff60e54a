/** Clusters by contact: what they were, what they are now, and what of that is new to tell. */
import { clarityOf, hasClearGroups } from './agreement';
import { type Chunked, scaled } from './chunked';
import { clusterNames } from './cluster-names';
import type { Graph } from './graph';
import {
  aloneWhereNone,
  editsBetweenReviews,
  keepClusters,
  type KeepOptions,
  type KeptClusters,
  reviewClusters,
} from './keep-clusters';
import { matchClusters } from './match-clusters';
import { modularity } from './modularity';
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
  readonly clear: boolean;
  readonly clusters: readonly ClusterFound[];
  readonly members: readonly Member[];
}

interface Member {
  readonly contact: string;
  readonly cluster: string | null;
}

/** What the network says of a cluster. */
export interface SaidCluster {
  readonly tint: number;
  readonly named?: boolean | undefined;
}
type Said = (cluster: string) => SaidCluster | undefined;

export class Clusters {
  readonly #of = new Map<string, string>();
  readonly #tints = new Map<string, number>();
  /** How alike each cluster came out when it was last tried. */
  #agreement: ReadonlyMap<string, number> = new Map();
  /** Edits of ties since then, and how many are waited for; none before the first time. */
  #edits = Infinity;
  #patience = 0;
  /** What the groups were last found in; undefined once the network says that they are others. */
  #graph: Graph | undefined;
  /** What was told last, to tell only news; nothing yet after loading. */
  #told: string | undefined;
  #found: readonly ClusterFound[] = [];
  #modularity = 0;

  /** As they were found last. */
  get found(): readonly ClusterFound[] {
    return this.#found;
  }
  get modularity(): number {
    return this.#modularity;
  }
  get clear(): boolean {
    return hasClearGroups(
      this.#modularity,
      this.#found.flatMap(({ agreement }) => agreement ?? []),
    );
  }

  of(contact: string): string | undefined {
    return this.#of.get(contact);
  }

  /** The network says in which cluster a contact is. @returns whether that is news. */
  said(contact: string, cluster: string | undefined): boolean {
    if (!this.#set(contact, cluster)) return false;
    this.#graph = undefined;
    return true;
  }

  #set(contact: string, cluster: string | undefined): boolean {
    if (this.#of.get(contact) === cluster) return false;
    if (cluster === undefined) this.#of.delete(contact);
    else this.#of.set(contact, cluster);
    return true;
  }

  /** Groups the people anew, keeping what can be kept. `news` is undefined where nothing is different. */
  *update(
    people: MeasuredPeople,
    touched: ReadonlySet<string>,
    said: Said,
    options: KeepOptions,
  ): Chunked<{ grouping: Grouping; news: ClusterNews | undefined }> {
    const { ids, indexOf, graph } = people;
    // A name or a tag is no reason to look for groups again.
    if (graph === this.#graph) return this.#take(people, this.#tied(people, options), said);
    const touchedIndices = [...touched].flatMap((id) => indexOf.get(id) ?? []);
    const before = this.#before(ids).groups;
    const tied = yield* scaled(keepClusters(graph, before, touchedIndices, options), 0, 0.9);
    this.#graph = graph;
    this.#edits = tied.regrouped ? Infinity : this.#edits + touched.size / 2;
    this.#patience = editsBetweenReviews(graph);
    return this.#take(people, tied, said);
  }

  /** Whether it is time for a review: after loading, after new groups, and then once enough was edited. */
  get isDue(): boolean {
    return this.#edits >= this.#patience;
  }

  /** Holds the clusters to groups found afresh, and says how alike they come out. */
  *review(
    people: MeasuredPeople,
    said: Said,
    options: KeepOptions,
  ): Chunked<{ grouping: Grouping; news: ClusterNews | undefined }> {
    const tied = this.#tied(people, options);
    const { better, agreement } = yield* reviewClusters(people.graph, tied, options);
    const { groups, count } = better ?? tied;
    const { clusterIds } = this.#continued(people, groups, count, said);
    this.#agreement = new Map(clusterIds.map((id, group) => [id, Math.round(agreement[group]! * 1e4) / 1e4]));
    this.#edits = 0;
    return this.#take(people, better ?? tied, said);
  }

  /** The clusters that are made of ties, as they are now. */
  #tied({ ids, graph }: MeasuredPeople, { gamma }: KeepOptions): KeptClusters {
    const traits = new Set(this.#found.filter(({ basis }) => basis === 'trait').map(({ id }) => id));
    const before = this.#before(ids);
    const compact = new Map<number, number>();
    const groups = before.groups.map((group) => {
      if (group < 0 || traits.has(before.clusterIds[group]!)) return -1;
      const known = compact.get(group);
      if (known !== undefined) return known;
      compact.set(group, compact.size);
      return compact.size - 1;
    });
    const count = compact.size;
    return { groups, count, modularity: modularity(graph, aloneWhereNone(groups), gamma), regrouped: false };
  }

  #continued(
    { ids }: MeasuredPeople,
    groups: Int32Array,
    count: number,
    said: Said,
  ): { readonly clusterIds: string[] } {
    const before = this.#before(ids);
    const isNamed = (was: number): boolean => said(before.clusterIds[was]!)?.named === true;
    const continues = matchClusters(before.groups, before.clusterIds.length, groups, count, isNamed);
    return { clusterIds: idsOf(continues, before.clusterIds, groups, ids) };
  }

  #take(
    people: MeasuredPeople,
    tied: KeptClusters,
    said: Said,
  ): { grouping: Grouping; news: ClusterNews | undefined } {
    const { ids, traits } = people;
    const { groups, count } = groupByTraits(tied.groups, tied.count, traits);
    const { clusterIds } = this.#continued(people, groups, count, said);
    const names = clusterNames(groups, count, traits);
    const sizes = new Int32Array(count);
    for (const group of groups) if (group >= 0) sizes[group]!++;
    const tint = this.#tint(clusterIds, sizes, said);
    const clusters = clusterIds.map((id, group): ClusterFound => {
      const basis = group < tied.count ? 'ties' : 'trait';
      const agreement = basis === 'ties' ? (this.#agreement.get(id) ?? null) : null;
      const clarity = agreement === null ? null : clarityOf(agreement);
      return {
        id,
        basis,
        people: sizes[group]!,
        name: names[group]!,
        tint: tint[group]!,
        agreement,
        clarity,
      };
    });
    const moved = this.#moved(ids, groups, clusterIds);
    // The first time everyone is told of, whether or not the network knew.
    const members = this.#told === undefined ? this.#all(moved) : moved;
    this.#found = clusters;
    this.#modularity = tied.modularity;
    const { clear } = this;
    const told = JSON.stringify([clusters, clear]);
    const same = members.length === 0 && told === this.#told;
    this.#told = told;
    const { modularity: quality, regrouped } = tied;
    const news = same ? undefined : { modularity: quality, regrouped, clear, clusters, members };
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
      if (this.#set(contact, cluster)) moved.push({ contact, cluster: cluster ?? null });
    });
    for (const contact of gone) {
      this.#set(contact, undefined);
      moved.push({ contact, cluster: null });
    }
    return moved;
  }

  /** Kept tints stay; a new cluster, the largest first, takes the one seen least. */
  #tint(clusterIds: readonly string[], sizes: Int32Array, said: Said): number[] {
    const used = new Array<number>(tints).fill(0);
    const tint = clusterIds.map((id) => said(id)?.tint ?? this.#tints.get(id));
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
