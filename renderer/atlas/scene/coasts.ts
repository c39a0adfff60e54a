/**
 * The coasts of all clusters, each worked out again only when somebody on it or close to it has moved, one cluster
 * at a time so that the caller can pause in between.
 */
import { type Box, coastOf, influence, makeFalloff, type Spots } from './coast';
import type { Loop } from './contour';

export interface ClusterSpots {
  readonly id: string;
  readonly spots: Spots;
}

export interface Coast {
  readonly id: string;
  readonly loops: readonly Loop[];
}

/** Side of the squares by which people near a cluster are found, px. */
const cell = 128;

export class Coasts {
  /** A digest of where the people stand that shaped the coast yielded last, by cluster. */
  readonly #known = new Map<string, number>();
  readonly #falloff = makeFalloff();

  /**
   * Yields the clusters whose coast is new or different; the others keep the one yielded before.
   * A cluster that is no longer named is forgotten.
   */
  *update(clusters: readonly ClusterSpots[]): Generator<Coast, void, undefined> {
    const present = new Set(clusters.map(({ id }) => id));
    for (const id of this.#known.keys()) if (!present.has(id)) this.#known.delete(id);
    const squares = bySquare(clusters);
    for (const [index, { id, spots }] of clusters.entries()) {
      const others = spots.length === 0 ? spots : foreignSpots(squares, influence(spots), index);
      const key = digest(spots, digest(others, 0x811c9dc5));
      if (this.#known.get(id) === key) continue;
      this.#known.set(id, key);
      yield { id, loops: coastOf(spots, others, this.#falloff) };
    }
  }
}

interface Square {
  readonly owners: number[];
  readonly spots: number[];
}

function bySquare(clusters: readonly ClusterSpots[]): Map<string, Square> {
  const squares = new Map<string, Square>();
  clusters.forEach(({ spots }, owner) => {
    for (let i = 0; i < spots.length; i += 2) {
      const key = `${Math.floor(spots[i]! / cell)} ${Math.floor(spots[i + 1]! / cell)}`;
      let square = squares.get(key);
      if (square === undefined) squares.set(key, (square = { owners: [], spots: [] }));
      square.owners.push(owner);
      square.spots.push(spots[i]!, spots[i + 1]!);
    }
  });
  return squares;
}

function foreignSpots(squares: ReadonlyMap<string, Square>, box: Box, self: number): Spots {
  const found: number[] = [];
  for (let column = Math.floor(box.left / cell); column <= Math.floor(box.right / cell); column++) {
    for (let row = Math.floor(box.top / cell); row <= Math.floor(box.bottom / cell); row++) {
      const square = squares.get(`${column} ${row}`);
      square?.owners.forEach((owner, i) => {
        const x = square.spots[i * 2]!;
        const y = square.spots[i * 2 + 1]!;
        if (owner === self || x < box.left || x > box.right || y < box.top || y > box.bottom) return;
        found.push(x, y);
      });
    }
  }
  return Float32Array.from(found);
}

/** FNV-1a over the places to a quarter of a pixel, whatever their order. */
function digest(spots: Spots, seed: number): number {
  let sum = 0;
  for (let i = 0; i < spots.length; i += 2) {
    let hash = seed;
    hash = Math.imul(hash ^ Math.round(spots[i]! * 4), 0x01000193);
    hash = Math.imul(hash ^ Math.round(spots[i + 1]! * 4), 0x01000193);
    hash ^= hash >>> 15;
    sum = (sum + Math.imul(hash, 0x2c1b3c6d)) | 0;
  }
  return Math.imul(sum ^ spots.length, 0x01000193) ^ seed;
}
