/**
 * The inside of one island: the people of a cluster, spread evenly over a compact piece of land, those who know
 * each other near each other.
 *
 * A first shape comes from the distances to a few pivots (U. Brandes and C. Pich, Eigensolver methods for
 * progressive multidimensional scaling, Graph Drawing 2006); forces then settle it: ties pull, everyone pushes
 * with 1 / distance, and a pull to the middle that grows with distance. The last two alone give a disc of even
 * density; ties make it uneven where the group is.
 */
import { type Chunked, scaled } from './chunked';
import { degree, type Graph } from './graph';
import type { Random } from './random';
import { exactUpTo, pushPairs, Repulsion } from './repulsion';
import { separate } from './separate';

/** The least distance between two people on the map, in pixels at scale 1. */
export const leastDistance = 30;

export interface Island {
  /** Around the island's own middle. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Land per person is the square of this: generous where labels have room, closer in a crowd. */
export function spacing(people: number): number {
  return Math.max(38, 54 - 3 * Math.log2(Math.max(1, people / 6)));
}

/** Radius of a disc with room for so many people. */
export function islandRadius(people: number): number {
  return spacing(people) * Math.sqrt(people / Math.PI);
}

const golden = Math.PI * (3 - Math.sqrt(5));

/** People without ties: a sunflower, evenly spaced, the first in the middle. */
export function sunflower(people: number, distance: number): Island {
  const x = new Float64Array(people);
  const y = new Float64Array(people);
  for (let i = 0; i < people; i++) {
    // A disc of area distance^2 each; 0.6 of the unit keeps the first few apart.
    const radius = people === 1 ? 0 : distance * Math.sqrt((i + 0.6) / Math.PI);
    x[i] = radius * Math.cos(i * golden);
    y[i] = radius * Math.sin(i * golden);
  }
  return { x, y };
}

/** Lays out a connected group about (0, 0). */
export function* layoutIsland(graph: Graph, random: Random): Chunked<Island> {
  const { size } = graph;
  if (graph.neighbours.length === 0) return sunflower(size, 40);
  if (size === 2) return { x: Float64Array.of(-22, 22), y: new Float64Array(2) };
  const island = yield* firstShape(graph, random);
  yield* scaled(settle(graph, island, { ticks: ticksFor(size), heat: 1 }), 0, 0.9);
  yield* scaled(separate(island.x, island.y, leastDistance + 1, 120), 0.9, 0.1);
  return island;
}

function ticksFor(people: number): number {
  return Math.round(Math.min(300, Math.max(130, 20_000 / people)));
}

export interface SettleOptions {
  readonly ticks: number;
  /** How much things move at first, 0..1. */
  readonly heat: number;
  /** A steady pull on each person, in pixels, towards those they know on other islands. */
  readonly pullX?: Float64Array;
  readonly pullY?: Float64Array;
}

const push = 2.4; // of one person on the next, in units of spacing, per tick
const tiePull = 0.22;
const slowing = 0.55;
/** Work between two yields, in people and arcs; about a millisecond. */
const workPerChunk = 20_000;

/** Lets the forces act; positions change in place. */
export function* settle(graph: Graph, { x, y }: Island, options: SettleOptions): Chunked<void> {
  const { size, offsets, neighbours } = graph;
  const unit = spacing(size);
  const tieLength = unit * 0.9;
  const charge = push * unit;
  const toMiddle = (Math.PI * charge) / (unit * unit);
  const repulsion = size > exactUpTo ? new Repulsion(x, y) : undefined;
  const speedX = new Float64Array(size);
  const speedY = new Float64Array(size);
  const moveX = new Float64Array(size);
  const moveY = new Float64Array(size);
  const strengths = tieStrengths(graph);
  let work = 0;
  for (let tick = 0; tick < options.ticks; tick++) {
    const heat = options.heat * (1 - tick / options.ticks) ** 1.2 + 0.01;
    moveX.fill(0);
    moveY.fill(0);
    if (repulsion === undefined) pushPairs(x, y, charge, moveX, moveY);
    else repulsion.build();
    for (let person = 0; person < size; person++) {
      repulsion?.push(person, charge, moveX, moveY);
      moveX[person]! -= toMiddle * x[person]!;
      moveY[person]! -= toMiddle * y[person]!;
      if (options.pullX && options.pullY) {
        moveX[person]! += options.pullX[person]!;
        moveY[person]! += options.pullY[person]!;
      }
      const known = offsets[person + 1]! - offsets[person]!;
      for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
        const other = neighbours[slot]!;
        const dx = x[other]! - x[person]!;
        const dy = y[other]! - y[person]!;
        const distance = Math.sqrt(dx * dx + dy * dy) || 1;
        const pull = (strengths[slot]! * (distance - tieLength)) / distance;
        moveX[person]! += dx * pull;
        moveY[person]! += dy * pull;
      }
      work += 40 + known;
      if (work > workPerChunk) {
        work = 0;
        yield tick / options.ticks;
      }
    }
    const most = unit * 0.6 * Math.max(heat, 0.05) + 1;
    for (let person = 0; person < size; person++) {
      speedX[person] = (speedX[person]! + moveX[person]! * heat) * slowing;
      speedY[person] = (speedY[person]! + moveY[person]! * heat) * slowing;
      const speed = Math.hypot(speedX[person]!, speedY[person]!);
      const limit = speed > most ? most / speed : 1;
      x[person]! += speedX[person]! * limit;
      y[person]! += speedY[person]! * limit;
    }
  }
}

/** How hard each tie pulls. Those of a hub share its strength, so that hubs do not gather everyone on one spot. */
function tieStrengths(graph: Graph): Float64Array {
  const { size, offsets, neighbours, weights } = graph;
  const typical = weights.reduce((sum, weight) => sum + weight, 0) / Math.max(1, weights.length);
  const strengths = new Float64Array(neighbours.length);
  for (let person = 0; person < size; person++) {
    const mine = Math.sqrt(degree(graph, person));
    for (let slot = offsets[person]!; slot < offsets[person + 1]!; slot++) {
      const share = (4 / (mine + Math.sqrt(degree(graph, neighbours[slot]!)))) ** 1.6;
      strengths[slot] = tiePull * Math.min(2, 0.5 + weights[slot]! / (2 * typical)) * share;
    }
  }
  return strengths;
}

/** Two main directions of the distances to pivots, spread so that people lie evenly from the middle outwards. */
function* firstShape(graph: Graph, random: Random): Chunked<Island> {
  const { size } = graph;
  const pivots = Math.min(size, 16);
  const columns: Float64Array[] = [];
  const nearest = new Float64Array(size).fill(Infinity);
  let pivot = random.below(size);
  for (let i = 0; i < pivots; i++) {
    const steps = stepsFrom(graph, pivot);
    columns.push(centred(steps));
    for (let person = 0; person < size; person++) {
      nearest[person] = Math.min(nearest[person]!, steps[person]! + random.next() * 0.01);
      if (nearest[person]! > nearest[pivot]!) pivot = person;
    }
    yield 0;
  }
  const [first, second] = mainDirections(columns, random);
  const x = new Float64Array(size);
  const y = new Float64Array(size);
  for (let person = 0; person < size; person++) {
    // People who are alike to all pivots must not start on one spot.
    x[person] = first[person]! + (random.next() - 0.5) * 0.2;
    y[person] = second[person]! + (random.next() - 0.5) * 0.2;
  }
  evenOut(x, y, islandRadius(size));
  return { x, y };
}

function stepsFrom(graph: Graph, start: number): Float64Array {
  const steps = new Float64Array(graph.size).fill(-1);
  const queue = new Int32Array(graph.size);
  let end = 1;
  queue[0] = start;
  steps[start] = 0;
  for (let next = 0; next < end; next++) {
    const person = queue[next]!;
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      const other = graph.neighbours[slot]!;
      if (steps[other]! >= 0) continue;
      steps[other] = steps[person]! + 1;
      queue[end++] = other;
    }
  }
  const furthest = steps[queue[end - 1]!]!;
  return steps.map((step) => (step < 0 ? furthest + 1 : step));
}

function centred(steps: Float64Array): Float64Array {
  const squares = steps.map((step) => step * step);
  const mean = squares.reduce((sum, value) => sum + value, 0) / squares.length;
  return squares.map((value) => mean - value);
}

/** The two leading left singular directions of the columns, by power iteration; unit variance each. */
function mainDirections(columns: Float64Array[], random: Random): [Float64Array, Float64Array] {
  const size = columns[0]!.length;
  const found: Float64Array[] = [];
  for (let direction = 0; direction < 2; direction++) {
    let values = Float64Array.from({ length: size }, () => random.next() - 0.5);
    for (let round = 0; round < 12; round++) {
      const next = new Float64Array(size);
      for (const column of columns) {
        let along = 0;
        for (let i = 0; i < size; i++) along += column[i]! * values[i]!;
        for (let i = 0; i < size; i++) next[i]! += column[i]! * along;
      }
      for (const earlier of found) {
        let along = 0;
        for (let i = 0; i < size; i++) along += (earlier[i]! * next[i]!) / size;
        for (let i = 0; i < size; i++) next[i]! -= along * earlier[i]!;
      }
      let length = 0;
      for (const value of next) length += value * value;
      const scale = length > 0 ? Math.sqrt(size / length) : 0;
      values =
        scale === 0
          ? Float64Array.from({ length: size }, () => random.next() - 0.5)
          : next.map((v) => v * scale);
    }
    found.push(values);
  }
  return [found[0]!, found[1]!];
}

/** Keeps directions from the middle, and spaces the distances as in a disc of even density. */
function evenOut(x: Float64Array, y: Float64Array, radius: number): void {
  const order = [...x.keys()].sort((a, b) => Math.hypot(x[a]!, y[a]!) - Math.hypot(x[b]!, y[b]!) || a - b);
  order.forEach((person, rank) => {
    const was = Math.hypot(x[person]!, y[person]!) || 1;
    const is = radius * Math.sqrt((rank + 0.5) / order.length);
    x[person]! *= is / was;
    y[person]! *= is / was;
  });
}
