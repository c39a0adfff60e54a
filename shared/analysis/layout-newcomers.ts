/**
 * Places for people who have none yet, with everyone else left where they stand: near the strength-weighted mean
 * of those they know, on the land of their own cluster where it has any. A cluster that is new as a whole becomes
 * an island in the free sea near those it knows.
 */
import type { Chunked } from './chunked';
import type { Graph } from './graph';
import { type Island, leastDistance } from './layout-island';
import { NearPoints } from './near';

/** Somebody of the own cluster stands within this, so that the land holds together. */
const landReach = 46;
/** Kept from people of other clusters, if there is any such spot. */
const strangerDistance = 62;
/** Between the map and the first of those who know nobody on it. */
const islandGap = 92;
/** Around me, who belongs to no island. */
const middleDistance = 64;
/** Spots tried around an aim, on a sunflower; the last lies about `9 * sqrt(tries)` away. */
const tries = 4_000;
const tryStep = 9;
const golden = Math.PI * (3 - Math.sqrt(5));

export interface Standing {
  readonly graph: Graph;
  readonly groups: ArrayLike<number>;
  /** Positions, NaN for those without one; filled in place. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** The map as it grows: who stands where, and what is free. */
export class Sea {
  readonly #standing: Standing;
  readonly #near: NearPoints;
  /** Per group, who of it has a place; -1 are those in none. */
  readonly #placed = new Map<number, number[]>();

  constructor(standing: Standing) {
    this.#standing = standing;
    this.#near = new NearPoints(64, standing.x, standing.y);
  }

  /** Takes down where people stand now; before anything else. */
  *chart(): Chunked<void> {
    for (let person = 0; person < this.#standing.x.length; person++) {
      if (this.hasPlace(person)) this.#note(person);
      if (person % 4_096 === 4_095) yield 0;
    }
  }

  hasPlace(person: number): boolean {
    return Number.isFinite(this.#standing.x[person]!) && Number.isFinite(this.#standing.y[person]!);
  }

  hasIsland(group: number): boolean {
    return (this.#placed.get(group)?.length ?? 0) > 0;
  }

  put(person: number, x: number, y: number): void {
    this.#standing.x[person] = x;
    this.#standing.y[person] = y;
    this.#note(person);
  }

  takeUp(person: number): void {
    this.#near.remove(person);
    const others = this.#placed.get(this.#standing.groups[person]!)!;
    others.splice(others.indexOf(person), 1);
    this.#standing.x[person] = NaN;
    this.#standing.y[person] = NaN;
  }

  /** Strength-weighted mean of those the people know and that have a place; undefined if there are none. */
  meanKnown(people: Iterable<number>): { x: number; y: number } | undefined {
    const { graph, x, y } = this.#standing;
    let sumX = 0;
    let sumY = 0;
    let all = 0;
    for (const person of people) {
      for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
        const other = graph.neighbours[slot]!;
        if (!this.hasPlace(other)) continue;
        const weight = graph.weights[slot]!;
        sumX += weight * x[other]!;
        sumY += weight * y[other]!;
        all += weight;
      }
    }
    return all > 0 ? { x: sumX / all, y: sumY / all } : undefined;
  }

  /** Puts one person down on the best free spot for them. */
  settle(person: number): void {
    const own = this.#standing.groups[person]!;
    const mates = this.#placed.get(own) ?? [];
    const known = this.meanKnown([person]);
    const land = own >= 0 && mates.length > 0;
    const aim = known ?? (mates.length > 0 ? this.#mean(mates) : this.#below(islandGap));
    const start = land && !this.#isNear(aim, 3 * landReach, own) ? this.#nearestOf(mates, aim) : aim;
    const spot =
      this.#spot(start, (at) => {
        if (!this.#isFree(at, leastDistance)) return false;
        if (land && !this.#isNear(at, landReach, own)) return false;
        return !this.#strangers(at, own, land ? strangerDistance : leastDistance);
      }) ?? this.#spot(start, (at) => this.#isFree(at, leastDistance));
    const { x, y } = spot ?? this.#below(leastDistance);
    this.put(person, x, y);
  }

  /** Puts one person down as near the middle of the map as there is open sea. */
  settleInMiddle(person: number): void {
    const { left, right, top, bottom } = this.#bounds();
    const middle = { x: (left + right) / 2, y: (top + bottom) / 2 };
    const { x, y } =
      this.#spot(middle, (at) => this.#isFree(at, middleDistance), 30_000) ?? this.#below(middleDistance);
    this.put(person, x, y);
  }

  /** Puts a whole new island down near an aim (absent: below everything), `distance` from everybody else. */
  settleIsland(
    people: ArrayLike<number>,
    island: Island,
    distance: number,
    aim?: { x: number; y: number },
  ): void {
    let radius = 0;
    for (let i = 0; i < people.length; i++) radius = Math.max(radius, Math.hypot(island.x[i]!, island.y[i]!));
    const room = radius + distance;
    const fits = (at: { x: number; y: number }): boolean => this.#isFree(at, room);
    const spot = aim && this.#spot(aim, fits, tries, Math.max(tryStep, room / 8));
    const { x, y } = spot ?? this.#below(room);
    for (let i = 0; i < people.length; i++) this.put(people[i]!, x + island.x[i]!, y + island.y[i]!);
  }

  #note(person: number): void {
    this.#near.add(person);
    const group = this.#standing.groups[person]!;
    const others = this.#placed.get(group);
    if (others === undefined) this.#placed.set(group, [person]);
    else others.push(person);
  }

  #spot(
    aim: { x: number; y: number },
    fits: (at: { x: number; y: number }) => boolean,
    most = tries,
    step = tryStep,
  ): { x: number; y: number } | undefined {
    for (let i = 0; i < most; i++) {
      const radius = step * Math.sqrt(i);
      const at = { x: aim.x + radius * Math.cos(i * golden), y: aim.y + radius * Math.sin(i * golden) };
      if (fits(at)) return at;
    }
    return undefined;
  }

  #isFree({ x, y }: { x: number; y: number }, distance: number): boolean {
    return !this.#near.some(x, y, distance, () => true);
  }

  #isNear({ x, y }: { x: number; y: number }, distance: number, group: number): boolean {
    return this.#near.some(x, y, distance, (other) => this.#standing.groups[other] === group);
  }

  #strangers({ x, y }: { x: number; y: number }, group: number, distance: number): boolean {
    return this.#near.some(x, y, distance, (other) => this.#standing.groups[other] !== group);
  }

  #mean(people: readonly number[]): { x: number; y: number } {
    const { x, y } = this.#standing;
    const sum = (values: Float64Array): number =>
      people.reduce((total, person) => total + values[person]!, 0);
    return { x: sum(x) / people.length, y: sum(y) / people.length };
  }

  #nearestOf(people: readonly number[], to: { x: number; y: number }): { x: number; y: number } {
    const { x, y } = this.#standing;
    let best = people[0]!;
    for (const person of people) {
      if (Math.hypot(x[person]! - to.x, y[person]! - to.y) < Math.hypot(x[best]! - to.x, y[best]! - to.y))
        best = person;
    }
    return { x: x[best]!, y: y[best]! };
  }

  /** In the middle below everybody, with so much room. */
  #below(room: number): { x: number; y: number } {
    const { left, right, bottom } = this.#bounds();
    return { x: (left + right) / 2, y: bottom + room + (room > 0 ? 1 : 0) };
  }

  #bounds(): { left: number; right: number; top: number; bottom: number } {
    const { x, y } = this.#standing;
    let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let person = 0; person < x.length; person++) {
      if (!this.hasPlace(person)) continue;
      left = Math.min(left, x[person]!);
      right = Math.max(right, x[person]!);
      top = Math.min(top, y[person]!);
      bottom = Math.max(bottom, y[person]!);
    }
    return left === Infinity ? { left: 0, right: 0, top: 0, bottom: 0 } : { left, right, top, bottom };
  }
}

/** Puts everyone in `people` down, those who know most people on the map first; then each once more. */
export function* settleEach(sea: Sea, { graph }: Standing, people: readonly number[]): Chunked<void> {
  const knownThere = (person: number): number => {
    let count = 0;
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      if (sea.hasPlace(graph.neighbours[slot]!)) count++;
    }
    return count;
  };
  const counts = new Map(people.map((person) => [person, knownThere(person)]));
  const order = [...people].sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  for (const [i, person] of order.entries()) {
    sea.settle(person);
    if (i % 8 === 7) yield (0.5 * i) / order.length;
  }
  // Those who know each other were put down one after the other: now each has all of theirs to go by.
  for (const [i, person] of order.entries()) {
    if (knownThere(person) === counts.get(person)) continue;
    sea.takeUp(person);
    sea.settle(person);
    if (i % 8 === 7) yield 0.5 + (0.5 * i) / order.length;
  }
}
