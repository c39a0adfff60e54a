/**
 * What clusters add up to: where their people stand and how warm they are, and how many known ties join each two.
 * Kept person by person and tie by tie, so that an edit costs what it touches.
 */

interface Person {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  readonly warmth: number;
  readonly cluster?: string;
}

interface Tie {
  readonly a: string;
  readonly b: string;
  readonly known: boolean;
}

export interface ClusterSum {
  people: number;
  /** Sums of the places, px. */
  x: number;
  y: number;
  /** How many people have each step of warmth, 1 warm .. 7 cold; at 0 the unknown. */
  readonly warmth: number[];
}

export interface ClusterLink {
  readonly a: string;
  readonly b: string;
  /** Known ties from one to the other. */
  ties: number;
}

type People = ReadonlyMap<string, Person>;

export class ClusterSums {
  readonly #clusters = new Map<string, ClusterSum>();
  readonly #links = new Map<string, ClusterLink>();

  of(cluster: string): Readonly<ClusterSum> | undefined {
    return this.#clusters.get(cluster);
  }

  /** Every two clusters that known ties join, in no order. */
  links(): IterableIterator<Readonly<ClusterLink>> {
    return this.#links.values();
  }

  clear(): void {
    this.#clusters.clear();
    this.#links.clear();
  }

  /**
   * A person came, changed or went.
   * @param people as they are with the change
   * @param ties of this person
   */
  person(
    before: Person | undefined,
    after: Person | undefined,
    people: People,
    ties: ReadonlyMap<string, Tie>,
  ): void {
    if (before !== undefined) this.#add(before, -1);
    if (after !== undefined) this.#add(after, 1);
    if (before?.cluster === after?.cluster) return;
    const id = after?.id ?? before?.id;
    for (const tie of ties.values()) {
      const other = people.get(tie.a === id ? tie.b : tie.a)?.cluster;
      this.#link(tie, before?.cluster, other, -1);
      this.#link(tie, after?.cluster, other, 1);
    }
  }

  /** A tie came (1) or went (-1). */
  tie(tie: Tie, people: People, by: 1 | -1): void {
    this.#link(tie, people.get(tie.a)?.cluster, people.get(tie.b)?.cluster, by);
  }

  #add({ cluster, x, y, warmth }: Person, by: 1 | -1): void {
    if (cluster === undefined) return;
    let sum = this.#clusters.get(cluster);
    if (sum === undefined) {
      sum = { people: 0, x: 0, y: 0, warmth: [0, 0, 0, 0, 0, 0, 0, 0] };
      this.#clusters.set(cluster, sum);
    }
    sum.people += by;
    sum.x += by * x;
    sum.y += by * y;
    sum.warmth[warmth]! += by;
    if (sum.people === 0) this.#clusters.delete(cluster);
  }

  #link(tie: Tie, one: string | undefined, two: string | undefined, by: 1 | -1): void {
    if (!tie.known || one === undefined || two === undefined || one === two) return;
    const [a, b] = one < two ? [one, two] : [two, one];
    const key = `${a} ${b}`;
    const link = this.#links.get(key);
    if (link === undefined) {
      this.#links.set(key, { a, b, ties: by });
    } else {
      link.ties += by;
      if (link.ties === 0) this.#links.delete(key);
    }
  }
}
