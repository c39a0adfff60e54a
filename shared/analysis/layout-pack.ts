/** Where the islands lie: linked ones near each other, none touching, the whole wider than high. */
import type { Chunked } from './chunked';

/** Two islands with people who know each other; larger `pull` wants to be nearer. */
export interface IslandLink {
  readonly a: number;
  readonly b: number;
  readonly pull: number;
}

export interface IslandPlaces {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** A map is this much wider than high. */
const aspect = 1.4;
const stretchX = Math.sqrt(aspect);
const stretchY = 1 / stretchX;
/** How much an island without links wants to be in the middle, beside a link of pull 1. */
const toMiddle = 0.35;
/** Islands are taken up and put down again this often, where there are not too many of them. */
const improvements = 4;
const improveUpTo = 150;

/**
 * Puts discs down one by one, the best linked next, each on the free spot that suits its links best; then takes
 * each up again now that all others are there.
 * @param radii of the discs, the sea between included
 */
export function* packIslands(radii: Float64Array, links: readonly IslandLink[]): Chunked<IslandPlaces> {
  const count = radii.length;
  const packing = new Packing(radii, links);
  for (let placed = 0; placed < count; placed++) {
    packing.place(packing.nextToPlace());
    yield (0.5 * placed) / count;
  }
  if (count <= improveUpTo) {
    for (let round = 0; round < improvements; round++) {
      for (let island = 0; island < count; island++) {
        packing.takeUp(island);
        packing.place(island);
        yield 0.5 + (0.5 * (round + island / count)) / improvements;
      }
    }
  }
  return { x: packing.x, y: packing.y };
}

class Packing {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly #radii: Float64Array;
  readonly #links: { to: number; pull: number }[][];
  readonly #down: Uint8Array;

  constructor(radii: Float64Array, links: readonly IslandLink[]) {
    this.#radii = radii;
    this.x = new Float64Array(radii.length);
    this.y = new Float64Array(radii.length);
    this.#down = new Uint8Array(radii.length);
    this.#links = Array.from(radii, () => []);
    for (const { a, b, pull } of links) {
      this.#links[a]!.push({ to: b, pull });
      this.#links[b]!.push({ to: a, pull });
    }
  }

  /** The one with the strongest links to those already down; among equals the largest. */
  nextToPlace(): number {
    let best = -1;
    let bestPull = -1;
    for (let island = 0; island < this.#radii.length; island++) {
      if (this.#down[island] === 1) continue;
      const pull = this.#links[island]!.reduce(
        (sum, { to, pull }) => sum + (this.#down[to] === 1 ? pull : 0),
        0,
      );
      if (best < 0 || pull > bestPull || (pull === bestPull && this.#radii[island]! > this.#radii[best]!)) {
        best = island;
        bestPull = pull;
      }
    }
    return best;
  }

  takeUp(island: number): void {
    this.#down[island] = 0;
  }

  /** Looks on growing rings around the spot it is drawn to; the first rings with room decide by cost. */
  place(island: number): void {
    const radius = this.#radii[island]!;
    const [aimX, aimY] = this.#aim(island);
    const step = Math.max(8, radius / 5);
    let bestCost = Infinity;
    let bestX = aimX;
    let bestY = aimY;
    let ringsLeft = Infinity;
    for (let ring = 0; ringsLeft > 0; ring++, ringsLeft--) {
      const distance = ring * step;
      const spots = ring === 0 ? 1 : Math.min(180, Math.ceil((2 * Math.PI * distance) / step));
      for (let spot = 0; spot < spots; spot++) {
        const angle = (2 * Math.PI * spot) / spots + ring * 0.7;
        const x = aimX + distance * Math.cos(angle) * stretchX;
        const y = aimY + distance * Math.sin(angle) * stretchY;
        if (!this.#free(island, x, y)) continue;
        // A few rings further a better spot may lie, since rings are round and costs are not.
        if (ringsLeft === Infinity) ringsLeft = 6;
        const cost = this.#cost(island, x, y);
        if (cost < bestCost) {
          bestCost = cost;
          bestX = x;
          bestY = y;
        }
      }
    }
    this.x[island] = bestX;
    this.y[island] = bestY;
    this.#down[island] = 1;
  }

  #aim(island: number): [number, number] {
    let x = 0;
    let y = 0;
    let all = toMiddle;
    for (const { to, pull } of this.#links[island]!) {
      if (this.#down[to] === 0) continue;
      x += pull * this.x[to]!;
      y += pull * this.y[to]!;
      all += pull;
    }
    return [x / all, y / all];
  }

  #free(island: number, x: number, y: number): boolean {
    for (let other = 0; other < this.#radii.length; other++) {
      if (this.#down[other] === 0) continue;
      const dx = this.x[other]! - x;
      const dy = this.y[other]! - y;
      const apart = this.#radii[island]! + this.#radii[other]!;
      if (dx * dx + dy * dy < apart * apart) return false;
    }
    return true;
  }

  #cost(island: number, x: number, y: number): number {
    let cost = toMiddle * Math.hypot(x / stretchX, y / stretchY);
    for (const { to, pull } of this.#links[island]!) {
      if (this.#down[to] === 1) {
        cost += pull * Math.hypot((this.x[to]! - x) / stretchX, (this.y[to]! - y) / stretchY);
      }
    }
    return cost;
  }
}
