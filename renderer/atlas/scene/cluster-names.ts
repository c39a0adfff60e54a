/** Where the name of a cluster stands: on the sea below or above its land, where fewest ties pass. */
import type { Loop } from './contour';
import { type Box, overlaps } from './scale';

export interface NameWish {
  readonly id: string;
  /** The points of the coast, on the screen. */
  readonly outline: Loop;
  /** Of the written name, px. */
  readonly width: number;
  readonly height: number;
  /** More people first. */
  readonly importance: number;
}

export interface PlacedName {
  readonly id: string;
  /** Middle and baseline of the text on the screen. */
  readonly x: number;
  readonly y: number;
  readonly box: Box;
}

/** Clear of the waterlines. */
const below = 31;
const above = 20;
const shifts = [0, -30, 30, -60, 60];

/**
 * @param lines ties between clusters as x1, y1, x2, y2 on the screen
 * @param taken boxes where nothing may be written
 */
export function placeNames(
  wishes: readonly NameWish[],
  lines: Float32Array,
  taken: readonly Box[],
  screen: Box,
): PlacedName[] {
  const placed: PlacedName[] = [];
  const boxes = [...taken];
  const lands = wishes.map((wish) => ({ id: wish.id, box: boundsOf(wish.outline) }));
  for (const wish of [...wishes].sort((a, b) => b.importance - a.importance)) {
    const best = bestName(wish, lines, boxes, lands, screen);
    if (best === undefined) continue;
    boxes.push(best.box);
    placed.push(best);
  }
  return placed;
}

function bestName(
  wish: NameWish,
  lines: Float32Array,
  boxes: readonly Box[],
  lands: readonly { readonly id: string; readonly box: Box }[],
  screen: Box,
): PlacedName | undefined {
  const { left, right } = boundsOf(wish.outline);
  const middle = (left + right) / 2;
  let best: PlacedName | undefined;
  let least = Infinity;
  for (const [order, shift] of shifts.entries()) {
    const x = middle + shift;
    const reach = heightAt(wish.outline, x, wish.width / 2 + 6);
    if (reach === undefined) continue;
    for (const y of [reach.bottom + below, reach.top - above]) {
      const box = {
        left: x - wish.width / 2 - 4,
        right: x + wish.width / 2 + 4,
        top: y - wish.height * 0.85,
        bottom: y + wish.height * 0.35,
      };
      const offScreen =
        box.left < screen.left ||
        box.right > screen.right ||
        box.top < screen.top ||
        box.bottom > screen.bottom;
      const cost =
        (boxes.some((other) => overlaps(box, other)) ? 50 : 0) +
        lands.filter((land) => land.id !== wish.id && overlaps(box, land.box)).length * 3 +
        (offScreen ? 30 : 0) +
        crossings(lines, box) * 2 +
        order * 0.2;
      if (cost >= least) continue;
      least = cost;
      best = { id: wish.id, x, y, box };
    }
  }
  return least < 50 ? best : undefined;
}

export function boundsOf(outline: Loop): Box {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < outline.length; i += 2) {
    left = Math.min(left, outline[i]!);
    right = Math.max(right, outline[i]!);
    top = Math.min(top, outline[i + 1]!);
    bottom = Math.max(bottom, outline[i + 1]!);
  }
  return { left, top, right, bottom };
}

/** Top and bottom of an outline within `half` to both sides of x. */
function heightAt(outline: Loop, x: number, half: number): { top: number; bottom: number } | undefined {
  let top = Infinity;
  let bottom = -Infinity;
  for (let i = 0; i < outline.length; i += 2) {
    if (Math.abs(outline[i]! - x) > half) continue;
    top = Math.min(top, outline[i + 1]!);
    bottom = Math.max(bottom, outline[i + 1]!);
  }
  return top === Infinity ? undefined : { top, bottom };
}

function crossings(lines: Float32Array, box: Box): number {
  let count = 0;
  for (let at = 0; at + 3 < lines.length; at += 4) {
    if (crosses(lines[at]!, lines[at + 1]!, lines[at + 2]!, lines[at + 3]!, box)) count++;
  }
  return count;
}

/** Liang and Barsky's test whether a line passes through a box. */
function crosses(x1: number, y1: number, x2: number, y2: number, box: Box): boolean {
  let from = 0;
  let to = 1;
  const sides = [
    [x1 - x2, x1 - box.left],
    [x2 - x1, box.right - x1],
    [y1 - y2, y1 - box.top],
    [y2 - y1, box.bottom - y1],
  ] as const;
  for (const [p, q] of sides) {
    if (p === 0) {
      if (q < 0) return false;
    } else if (p < 0) {
      from = Math.max(from, q / p);
    } else {
      to = Math.min(to, q / p);
    }
  }
  return from <= to;
}
