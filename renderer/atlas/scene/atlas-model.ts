/**
 * What the map could draw: everybody who has a place, their ties and clusters, kept up to date entity by entity so
 * that an edit costs what it touches. A grid of squares finds who stands in a part of the map.
 */
import type { Clarity } from '../../../shared/analysis/agreement';
import { ClusterSums } from './cluster-sums';
import { type Box, overlaps } from './scale';

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  /** Of the disc, px, by circle. */
  readonly diameter: number;
  readonly cluster?: string;
  /** 1 warm .. 7 cold; 0 unknown. */
  readonly warmth: number;
  readonly cooling: boolean;
  readonly connector: boolean;
  readonly pinned: boolean;
  readonly isMe: boolean;
}

export interface Tie {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly known: boolean;
  readonly strength: number;
}

export interface Cluster {
  readonly id: string;
  readonly name: string;
  readonly tint: number;
  /** Whether it comes out again whenever groups are looked for afresh; absent until that was tried. */
  readonly clarity?: Clarity;
}

/** Disc diameters of look/NOTES.md by circle; one of the user's own circles is drawn as a wider one. */
export function diameterOf(circle: string | undefined, stub: boolean): number {
  if (stub) return 7;
  switch (circle) {
    case 'inner':
      return 18;
    case 'close':
      return 15;
    case undefined:
    case 'acquaintance':
      return 9;
    default:
      return 12;
  }
}

/** Of the squares of the grid, px at zoom 1. */
const side = 256;
const noTies: ReadonlyMap<string, Tie> = new Map();
const noPeople: ReadonlySet<string> = new Set();

interface Square {
  readonly box: Box;
  readonly people: Set<string>;
}

export class AtlasModel {
  readonly #people = new Map<string, Person>();
  readonly #ties = new Map<string, Tie>();
  readonly #tiesOf = new Map<string, Map<string, Tie>>();
  readonly #clusters = new Map<string, Cluster>();
  readonly #members = new Map<string, Set<string>>();
  readonly #squares = new Map<string, Square>();
  readonly #moved = new Set<string>();
  readonly #sums = new ClusterSums();
  #connectors = 0;

  get people(): ReadonlyMap<string, Person> {
    return this.#people;
  }

  get ties(): ReadonlyMap<string, Tie> {
    return this.#ties;
  }

  get clusters(): ReadonlyMap<string, Cluster> {
    return this.#clusters;
  }

  tiesOf(person: string): ReadonlyMap<string, Tie> {
    return this.#tiesOf.get(person) ?? noTies;
  }

  membersOf(cluster: string): ReadonlySet<string> {
    return this.#members.get(cluster) ?? noPeople;
  }

  /** True for a tie whose ends are in two different clusters. */
  isBetween(tie: Tie): boolean {
    const a = this.#people.get(tie.a)?.cluster;
    const b = this.#people.get(tie.b)?.cluster;
    return a !== undefined && b !== undefined && a !== b;
  }

  setPerson(person: Person): void {
    const before = this.#people.get(person.id);
    this.#connectors += Number(person.connector) - Number(before?.connector ?? false);
    this.#people.set(person.id, person);
    this.#sums.person(before, person, this.#people, this.tiesOf(person.id));
    if (before?.cluster !== person.cluster || before?.x !== person.x || before.y !== person.y) {
      for (const cluster of [before?.cluster, person.cluster])
        if (cluster !== undefined) this.#moved.add(cluster);
    }
    if (before?.cluster !== person.cluster) {
      this.#leave(this.#members, before?.cluster, person.id);
      this.#join(this.#members, person.cluster, person.id);
    }
    const was = before === undefined ? undefined : squareOf(before.x, before.y);
    const is = squareOf(person.x, person.y);
    if (was === is) return;
    if (was !== undefined) this.#leaveSquare(was, person.id);
    const square = this.#squares.get(is);
    if (square === undefined) {
      const [left, top] = [Math.floor(person.x / side) * side, Math.floor(person.y / side) * side];
      const box = { left, top, right: left + side, bottom: top + side };
      this.#squares.set(is, { box, people: new Set([person.id]) });
    } else square.people.add(person.id);
  }

  removePerson(id: string): void {
    const person = this.#people.get(id);
    if (person === undefined) return;
    this.#people.delete(id);
    this.#connectors -= Number(person.connector);
    this.#sums.person(person, undefined, this.#people, this.tiesOf(id));
    if (person.cluster !== undefined) this.#moved.add(person.cluster);
    this.#leave(this.#members, person.cluster, id);
    this.#leaveSquare(squareOf(person.x, person.y), id);
  }

  setTie(tie: Tie): void {
    this.removeTie(tie.id);
    this.#ties.set(tie.id, tie);
    this.#sums.tie(tie, this.#people, 1);
    for (const end of [tie.a, tie.b]) {
      const standing = this.#tiesOf.get(end);
      if (standing === undefined) this.#tiesOf.set(end, new Map([[tie.id, tie]]));
      else standing.set(tie.id, tie);
    }
  }

  removeTie(id: string): void {
    const tie = this.#ties.get(id);
    if (tie === undefined) return;
    this.#ties.delete(id);
    this.#sums.tie(tie, this.#people, -1);
    for (const end of [tie.a, tie.b]) {
      const standing = this.#tiesOf.get(end);
      standing?.delete(id);
      if (standing?.size === 0) this.#tiesOf.delete(end);
    }
  }

  setCluster(cluster: Cluster): void {
    if (this.#clusters.get(cluster.id)?.clarity !== cluster.clarity) this.#moved.add(cluster.id);
    this.#clusters.set(cluster.id, cluster);
  }

  removeCluster(id: string): void {
    this.#clusters.delete(id);
  }

  clear(): void {
    for (const map of [this.#people, this.#ties, this.#tiesOf, this.#clusters]) map.clear();
    this.#connectors = 0;
    this.#members.clear();
    this.#squares.clear();
    this.#moved.clear();
    this.#sums.clear();
  }

  /** Whether anybody is known to connect groups. */
  get hasConnectors(): boolean {
    return this.#connectors > 0;
  }

  /** What each cluster adds up to, and the ties between clusters. */
  get sums(): ClusterSums {
    return this.#sums;
  }

  /** The clusters whose people came, went or moved since this was asked last. */
  takeMoved(): string[] {
    const moved = [...this.#moved];
    this.#moved.clear();
    return moved;
  }

  allMoved(): void {
    for (const id of this.#clusters.keys()) this.#moved.add(id);
  }

  /** Everybody who stands in a part of the map. */
  *within(box: Box): Generator<Person> {
    const columns = [Math.floor(box.left / side), Math.floor(box.right / side)] as const;
    const rows = [Math.floor(box.top / side), Math.floor(box.bottom / side)] as const;
    // A part larger than what is there: everybody is looked at once instead of every square.
    if ((columns[1] - columns[0] + 1) * (rows[1] - rows[0] + 1) > this.#squares.size) {
      for (const person of this.#people.values()) if (isIn(box, person)) yield person;
      return;
    }
    for (let column = columns[0]; column <= columns[1]; column++) {
      for (let row = rows[0]; row <= rows[1]; row++) {
        for (const id of this.#squares.get(`${column} ${row}`)?.people ?? noPeople) {
          const person = this.#people.get(id);
          if (person !== undefined && isIn(box, person)) yield person;
        }
      }
    }
  }

  countWithin(box: Box): number {
    let count = 0;
    for (const { box: square, people } of this.#squares.values()) {
      if (!overlaps(square, box)) continue;
      const whole =
        square.left >= box.left &&
        square.right <= box.right &&
        square.top >= box.top &&
        square.bottom <= box.bottom;
      if (whole) {
        count += people.size;
        continue;
      }
      for (const id of people) {
        const person = this.#people.get(id);
        if (person !== undefined && isIn(box, person)) count++;
      }
    }
    return count;
  }

  /** The box around everybody (or some), or undefined where there is nobody. */
  extent(ids: Iterable<string> = this.#people.keys()): Box | undefined {
    let box: { left: number; top: number; right: number; bottom: number } | undefined;
    for (const id of ids) {
      const person = this.#people.get(id);
      if (person === undefined) continue;
      const { x, y } = person;
      box ??= { left: x, right: x, top: y, bottom: y };
      box.left = Math.min(box.left, x);
      box.right = Math.max(box.right, x);
      box.top = Math.min(box.top, y);
      box.bottom = Math.max(box.bottom, y);
    }
    return box;
  }

  #leaveSquare(key: string, id: string): void {
    const square = this.#squares.get(key);
    square?.people.delete(id);
    if (square?.people.size === 0) this.#squares.delete(key);
  }

  #join(sets: Map<string, Set<string>>, key: string | undefined, id: string): void {
    if (key === undefined) return;
    const set = sets.get(key);
    if (set === undefined) sets.set(key, new Set([id]));
    else set.add(id);
  }

  #leave(sets: Map<string, Set<string>>, key: string | undefined, id: string): void {
    if (key === undefined) return;
    const set = sets.get(key);
    set?.delete(id);
    if (set?.size === 0) sets.delete(key);
  }
}

function isIn(box: Box, { x, y }: { x: number; y: number }): boolean {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

function squareOf(x: number, y: number): string {
  return `${Math.floor(x / side)} ${Math.floor(y / side)}`;
}
