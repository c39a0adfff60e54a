/** Moves people apart until no two stand closer than a distance, as little as it takes. */
import type { Chunked } from './chunked';

/**
 * Positions change in place; people with `fixed` stay, and push double. After `rounds` a few may still be
 * closer than asked where people are packed tightly on all sides.
 */
export function* separate(
  x: Float64Array,
  y: Float64Array,
  distance: number,
  rounds: number,
  fixed?: Uint8Array,
): Chunked<void> {
  const size = x.length;
  const next = new Int32Array(size);
  const heads = new Map<number, number>();
  const cell = (value: number): number => Math.floor(value / distance) + 0x100000;
  for (let round = 0; round < rounds; round++) {
    heads.clear();
    for (let person = 0; person < size; person++) {
      const key = cell(x[person]!) * 0x200000 + cell(y[person]!);
      next[person] = heads.get(key) ?? -1;
      heads.set(key, person);
    }
    let moved = false;
    for (let person = 0; person < size; person++) {
      const column = cell(x[person]!);
      const row = cell(y[person]!);
      for (let at = 0; at < 9; at++) {
        const key = (column + (at % 3) - 1) * 0x200000 + row + Math.floor(at / 3) - 1;
        for (let other = heads.get(key) ?? -1; other >= 0; other = next[other]!) {
          if (other <= person) continue;
          if (pushApart(x, y, person, other, distance, fixed)) moved = true;
        }
      }
    }
    if (!moved) return;
    yield round / rounds;
  }
}

function pushApart(
  x: Float64Array,
  y: Float64Array,
  one: number,
  other: number,
  distance: number,
  fixed: Uint8Array | undefined,
): boolean {
  const oneStays = fixed?.[one] === 1;
  const otherStays = fixed?.[other] === 1;
  if (oneStays && otherStays) return false;
  let dx = x[other]! - x[one]!;
  let dy = y[other]! - y[one]!;
  let apart = Math.hypot(dx, dy);
  if (apart >= distance) return false;
  if (apart < 1e-6) {
    // On one spot: apart in a direction of their own, the same every time.
    const turn = (one * 31 + other * 17) % 360;
    dx = Math.cos(turn);
    dy = Math.sin(turn);
    apart = 1;
  }
  const missing = (distance - Math.min(apart, distance - 1e-3)) / apart;
  const share = oneStays || otherStays ? 1 : 0.5;
  if (!oneStays) {
    x[one]! -= dx * missing * share;
    y[one]! -= dy * missing * share;
  }
  if (!otherStays) {
    x[other]! += dx * missing * share;
    y[other]! += dy * missing * share;
  }
  return true;
}
