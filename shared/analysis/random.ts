/** Seeded random numbers, so that the same network gives the same clusters and the same map on every machine. */

export interface Random {
  /** In [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  below(below: number): number;
}

/** Mulberry32 (Tommy Ettinger, public domain): 32 bits of state, enough for shuffles and jitter. */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return { next, below: (below) => Math.floor(next() * below) };
}

/** 0..size-1 in random order (Fisher-Yates). */
export function shuffledIndices(size: number, random: Random): Int32Array {
  const order = new Int32Array(size);
  for (let index = 0; index < size; index++) order[index] = index;
  for (let last = size - 1; last > 0; last--) {
    const pick = random.below(last + 1);
    const held = order[last]!;
    order[last] = order[pick]!;
    order[pick] = held;
  }
  return order;
}
