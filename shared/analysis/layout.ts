/**
 * Where everyone stands on the map: clusters are islands, laid out one by one, turned so that those who know
 * people elsewhere look there, and packed with clear sea between. People in no cluster who know nobody in one
 * stand together in a quiet field below.
 */
import { type Chunked, scaled } from './chunked';
import { connectedComponents } from './components';
import { type Graph, subgraph } from './graph';
import { type Island, layoutIsland, leastDistance, settle, sunflower } from './layout-island';
import { type IslandLink, packIslands } from './layout-pack';
import { Sea, settleEach } from './layout-newcomers';
import { alignWith, bounds, layDown } from './layout-pose';
import { NearPoints } from './near';
import { type Random, seededRandom } from './random';
import { separate } from './separate';

export interface LayoutInput {
  readonly graph: Graph;
  /** Island of each person, -1 for none; numbers 0..groupCount-1. */
  readonly groups: ArrayLike<number>;
  readonly groupCount: number;
  /** Someone who belongs to no island and stands in the middle: me. */
  readonly middle?: number;
  readonly seed?: number;
}

export interface Places {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Land reaches this far around a person. */
const coast = 19;
/** Sea between two coasts, with room for waterlines and a name. */
const sea = 54;
/** People of different islands stand at least this far from each other. */
export const islandDistance = 2 * coast + sea;
const fieldSpacing = 38;
/** Fewer people without any tie are put down one by one. */
const leastField = 3;

/** An island on its way: its people and the ties among them, positions around its own middle. */
interface Group {
  readonly people: Int32Array;
  readonly graph: Graph;
  readonly island: Island;
  radius: number;
  middleX: number;
  middleY: number;
}

/** Lays everyone out from scratch; the same input gives the same places. */
export function* layoutAll(input: LayoutInput): Chunked<Places> {
  const { graph } = input;
  const x = new Float64Array(graph.size).fill(NaN);
  const y = new Float64Array(graph.size).fill(NaN);
  const islands = members(input);
  const random = seededRandom(input.seed ?? 1);
  const groups: Group[] = [];
  let done = 0;
  for (const people of islands) {
    const inside = subgraph(graph, people).graph;
    const share = people.length / Math.max(1, graph.size);
    const island = yield* scaled(islandOf(inside, random), 0.6 * done, 0.6 * share);
    done += share;
    groups.push(measured({ people, graph: inside, island, radius: 0, middleX: 0, middleY: 0 }));
  }
  const map = mapOf(graph, groups);
  const reaches = Float64Array.from(groups, ({ radius }) => radius + islandDistance / 2);
  const packed = yield* scaled(packIslands(reaches, islandLinks(map)), 0.6, 0.1);
  groups.forEach((group, i) => {
    group.middleX = packed.x[i]!;
    group.middleY = packed.y[i]!;
  });
  for (let round = 0; round < 2; round++) {
    for (const group of groups) {
      turn(map, group);
      yield 0.72;
    }
  }
  yield* scaled(leanOut(map), 0.72, 0.13);
  for (const { people, island, middleX, middleY } of groups) {
    people.forEach((person, i) => {
      x[person] = middleX + island.x[i]!;
      y[person] = middleY + island.y[i]!;
    });
  }
  yield* scaled(tighten(x, y, map), 0.85, 0.08);
  layDown(x, y);
  return yield* scaled(placeNewcomers(input, { x, y }), 0.93, 0.07);
}

/**
 * Places for those who have none (NaN), everyone else as they are. People of a cluster that has land join it; new
 * clusters become islands; who knows nobody joins the field below.
 */
export function* placeNewcomers(input: LayoutInput, places: Places): Chunked<Places> {
  const { graph, groups, groupCount, middle } = input;
  const standing = { graph, groups, x: places.x.slice(), y: places.y.slice() };
  if (!standing.x.some(Number.isNaN)) return places;
  const sea = new Sea(standing);
  yield* sea.chart();
  const random = seededRandom(input.seed ?? 1);
  const newcomers = Array.from({ length: groupCount }, (): number[] => []);
  const single: number[] = [];
  const field: number[] = [];
  const { tied, order } = withoutPlace(input, sea);
  yield 0;
  for (const person of order) {
    const group = groups[person]!;
    if (group >= 0 && !sea.hasIsland(group)) newcomers[group]!.push(person);
    else if (group >= 0 || tied(person)) single.push(person);
    else field.push(person);
  }
  for (const people of newcomers) {
    if (people.length === 0) continue;
    const inside = subgraph(graph, Int32Array.from(people)).graph;
    const island = yield* scaled(islandOf(inside, random), 0, 0.5);
    sea.settleIsland(people, island, islandDistance, sea.meanKnown(people));
    yield 0.5;
  }
  yield* scaled(settleEach(sea, standing, single), 0.5, 0.3);
  if (field.length >= leastField && !sea.hasIsland(-1)) {
    sea.settleIsland(field, sunflower(field.length, fieldSpacing), islandDistance);
  } else {
    yield* scaled(settleEach(sea, standing, field), 0.8, 0.2);
  }
  if (middle !== undefined && !sea.hasPlace(middle)) sea.settleInMiddle(middle);
  return { x: standing.x, y: standing.y };
}

/**
 * Everyone anew but the pinned, mirrored and moved so that as little as possible changes place; whom a pinned
 * person stands too near to steps aside.
 */
export function* layoutTidy(input: LayoutInput, before: Places, pinned: ArrayLike<number>): Chunked<Places> {
  const { x, y } = yield* scaled(layoutAll(input), 0, 0.95);
  alignWith(x, y, before);
  const fixed = new Uint8Array(x.length);
  for (let person = 0; person < x.length; person++) {
    if (pinned[person] !== 1 || !Number.isFinite(before.x[person]! + before.y[person]!)) continue;
    fixed[person] = 1;
    x[person] = before.x[person]!;
    y[person] = before.y[person]!;
  }
  if (fixed.includes(1)) yield* scaled(separate(x, y, leastDistance, 60, fixed), 0.95, 0.05);
  return { x, y };
}

/** The people of each group. */
function members({ graph, groups, groupCount, middle }: LayoutInput): Int32Array[] {
  const lists: number[][] = Array.from({ length: groupCount }, () => []);
  for (let person = 0; person < graph.size; person++) {
    const group = groups[person]!;
    if (group >= 0 && person !== middle) lists[group]!.push(person);
  }
  return lists.map((list) => Int32Array.from(list));
}

/** Those without a place, people of one component side by side, and whether a way leads from them to some island. */
function withoutPlace(
  { graph, groups, middle }: LayoutInput,
  sea: Sea,
): { tied(person: number): boolean; order: readonly number[] } {
  const { of, sizes, count } = connectedComponents(graph);
  const reaches = new Uint8Array(count);
  const order: number[] = [];
  for (let person = 0; person < graph.size; person++) {
    if (groups[person]! >= 0) reaches[of[person]!] = 1;
    if (person !== middle && !sea.hasPlace(person)) order.push(person);
  }
  order.sort((a, b) => sizes[of[b]!]! - sizes[of[a]!]! || of[a]! - of[b]! || a - b);
  return { tied: (person) => reaches[of[person]!] === 1, order };
}

/** Where each person is: their group, and their place in its lists. */
interface IslandMap {
  readonly graph: Graph;
  readonly groups: readonly Group[];
  readonly of: Int32Array;
  readonly place: Int32Array;
}

function mapOf(graph: Graph, groups: readonly Group[]): IslandMap {
  const of = new Int32Array(graph.size).fill(-1);
  const place = new Int32Array(graph.size);
  groups.forEach(({ people }, group) => {
    people.forEach((person, i) => {
      of[person] = group;
      place[person] = i;
    });
  });
  return { graph, groups, of, place };
}

/** Calls `see` for each tie of a person that leads to another island, with the way there. */
function eachWayOut(
  { graph, groups, of, place }: IslandMap,
  person: number,
  see: (dx: number, dy: number) => void,
): void {
  const here = groups[of[person]!]!;
  const i = place[person]!;
  for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
    const other = graph.neighbours[slot]!;
    const there = groups[of[other]!];
    if (there === undefined || there === here) continue;
    const dx = there.middleX + there.island.x[place[other]!]! - here.middleX - here.island.x[i]!;
    const dy = there.middleY + there.island.y[place[other]!]! - here.middleY - here.island.y[i]!;
    const length = Math.hypot(dx, dy) || 1;
    see(dx / length, dy / length);
  }
}

function* islandOf(graph: Graph, random: Random): Chunked<Island> {
  // Groups by a shared trait may have no ties, or some.
  if (graph.neighbours.length < graph.size / 2) return sunflower(graph.size, 42);
  return yield* layoutIsland(graph, random);
}

/** Moves the middle of its positions to (0, 0) and takes their reach as radius. */
function measured(group: Group): Group {
  const { x, y } = group.island;
  if (x.length === 0) return group;
  const [left, right] = bounds(x);
  const [top, bottom] = bounds(y);
  const middleX = (left + right) / 2;
  const middleY = (top + bottom) / 2;
  group.radius = 0;
  for (let i = 0; i < x.length; i++) {
    x[i]! -= middleX;
    y[i]! -= middleY;
    group.radius = Math.max(group.radius, Math.hypot(x[i]!, y[i]!));
  }
  return group;
}

/** Links by the number of ties between, against what their sizes would let one expect. */
function islandLinks({ graph, of, groups }: IslandMap): IslandLink[] {
  const counts = new Map<number, number>();
  for (let person = 0; person < graph.size; person++) {
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      const a = of[person]!;
      const b = of[graph.neighbours[slot]!]!;
      if (a >= 0 && a < b) counts.set(a * groups.length + b, (counts.get(a * groups.length + b) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, ties]) => {
    const a = Math.floor(key / groups.length);
    const b = key % groups.length;
    const smaller = Math.min(groups[a]!.people.length, groups[b]!.people.length);
    return { a, b, pull: 0.3 + Math.min(3, Math.sqrt((4 * ties) / smaller)) };
  });
}

/**
 * Turns, or mirrors and turns, an island so that people with ties elsewhere come as near as can be to those they
 * know: the angle that makes the sum of (turned position . direction) largest has a closed form.
 */
function turn(map: IslandMap, { people, island }: Group): void {
  let cos = 0;
  let sin = 0;
  let mirroredCos = 0;
  let mirroredSin = 0;
  people.forEach((person, i) => {
    const px = island.x[i]!;
    const py = island.y[i]!;
    eachWayOut(map, person, (dx, dy) => {
      cos += px * dx + py * dy;
      sin += px * dy - py * dx;
      mirroredCos += -px * dx + py * dy;
      mirroredSin += -px * dy - py * dx;
    });
  });
  const mirror = Math.hypot(mirroredCos, mirroredSin) > Math.hypot(cos, sin) * 1.001;
  const angle = mirror ? Math.atan2(mirroredSin, mirroredCos) : Math.atan2(sin, cos);
  const c = Math.cos(angle);
  const s = Math.sin(angle);
  for (let i = 0; i < people.length; i++) {
    const px = mirror ? -island.x[i]! : island.x[i]!;
    const py = island.y[i]!;
    island.x[i] = c * px - s * py;
    island.y[i] = s * px + c * py;
  }
}

/** A last settling in which people with ties elsewhere are drawn to that shore. */
function* leanOut(map: IslandMap): Chunked<void> {
  for (const [number, group] of map.groups.entries()) {
    const { people, island } = group;
    if (group.graph.neighbours.length < people.length / 2 || people.length < 3) continue;
    const pullX = new Float64Array(people.length);
    const pullY = new Float64Array(people.length);
    people.forEach((person, i) => {
      eachWayOut(map, person, (dx, dy) => {
        pullX[i]! += dx;
        pullY[i]! += dy;
      });
      const all = Math.hypot(pullX[i]!, pullY[i]!);
      if (all > 0) {
        const pull = Math.min(3, Math.sqrt(all)) * 7;
        pullX[i]! *= pull / all;
        pullY[i]! *= pull / all;
      }
    });
    const ticks = Math.round(Math.min(80, Math.max(30, 6_000 / people.length)));
    const share = number / map.groups.length;
    yield* scaled(settle(group.graph, island, { ticks, heat: 0.35, pullX, pullY }), share, 0);
    yield* scaled(separate(island.x, island.y, leastDistance, 150), share, 0);
    measured(group);
  }
}

/**
 * Islands are not round: each slides towards the middle as far as the sea to its neighbours allows, then away
 * from any it is too near to.
 */
function* tighten(x: Float64Array, y: Float64Array, { of, groups }: IslandMap): Chunked<void> {
  const near = new NearPoints(islandDistance, x, y);
  for (const { people } of groups) {
    for (const person of people) near.add(person);
    yield 0;
  }
  const tooNear = (group: number, byX: number, byY: number): boolean => {
    for (const person of groups[group]!.people) {
      if (near.some(x[person]! + byX, y[person]! + byY, islandDistance, (other) => of[other] !== group))
        return true;
    }
    return false;
  };
  const shift = (group: number, byX: number, byY: number): void => {
    const { people } = groups[group]!;
    for (const person of people) near.remove(person);
    for (const person of people) {
      x[person]! += byX;
      y[person]! += byY;
    }
    for (const person of people) near.add(person);
    groups[group]!.middleX += byX;
    groups[group]!.middleY += byY;
  };
  const order = [...groups.keys()].filter((group) => groups[group]!.people.length > 0);
  const reach = (group: number): number => Math.hypot(groups[group]!.middleX, groups[group]!.middleY);

  // Leaning out may have brought shores too near.
  order.sort((a, b) => reach(a) - reach(b) || a - b);
  for (const group of order) {
    const from = reach(group);
    const outX = from > 1 ? groups[group]!.middleX / from : 1;
    const outY = from > 1 ? groups[group]!.middleY / from : 0;
    for (let tries = 0; tries < 200 && tooNear(group, 0, 0); tries++) {
      shift(group, outX * 12, outY * 12);
      yield 0.9;
    }
  }
  for (let round = 0; round < 3; round++) {
    order.sort((a, b) => reach(a) - reach(b) || a - b);
    for (const group of order.slice(1)) {
      for (let step = 64; step >= 4; step /= 2) {
        while (reach(group) > step) {
          const byX = (-groups[group]!.middleX / reach(group)) * step;
          const byY = (-groups[group]!.middleY / reach(group)) * step;
          const both = !tooNear(group, byX, byY);
          yield 0.95;
          if (both) shift(group, byX, byY);
          else if (Math.abs(byX) > 1 && !tooNear(group, byX, 0)) shift(group, byX, 0);
          else if (Math.abs(byY) > 1 && !tooNear(group, 0, byY)) shift(group, 0, byY);
          else break;
        }
      }
    }
  }
}
