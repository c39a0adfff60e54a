import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { buildGraph, type Graph } from './graph';
import {
  islandDistance,
  layoutAll,
  type LayoutInput,
  layoutTidy,
  placeNewcomers,
  type Places,
} from './layout';
import { leastDistance } from './layout-island';
import { bestOf, leidenOfSeeds } from './leiden';
import { hasNetworks, readNetwork } from './networks.testing';
import { seededRandom } from './random';

/** Groups of `each` people who know each other by chance, and few others; and some people without ties. */
function planted(groupCount: number, each: number, alone = 0): LayoutInput {
  const random = seededRandom(11);
  const people = groupCount * each;
  const a: number[] = [];
  const b: number[] = [];
  for (let i = 0; i < people; i++) {
    if (i % each > 0) {
      a.push(i);
      b.push(i - 1 - random.below(i % each)); // each group is connected
    }
    for (let j = 0; j < i; j++) {
      if (random.next() < (Math.floor(i / each) === Math.floor(j / each) ? 0.1 : 0.002)) {
        a.push(i);
        b.push(j);
      }
    }
  }
  const groups = Int32Array.from({ length: people + alone }, (_, i) =>
    i < people ? Math.floor(i / each) : -1,
  );
  return { graph: buildGraph(people + alone, { a, b }), groups, groupCount };
}

function leastApart({ x, y }: Places, differ: (a: number, b: number) => boolean = () => true): number {
  let least = Infinity;
  for (let a = 0; a < x.length; a++)
    for (let b = 0; b < a; b++)
      if (differ(a, b)) least = Math.min(least, Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!));
  return least;
}
const width = (values: Float64Array) => Math.max(...values) - Math.min(...values);
const discs = 26;

describe('the map from scratch', () => {
  const input = planted(8, 25, 12);
  const places = finish(layoutAll(input));

  test('nobody overlaps, and clear sea lies between islands', () => {
    expect(leastApart(places)).toBeGreaterThan(discs);
    const { groups } = input;
    expect(leastApart(places, (a, b) => groups[a] !== groups[b])).toBeGreaterThan(islandDistance - 1);
  });

  test('an island is land in one piece, near enough, and the map fits a screen', () => {
    const { x, y } = places;
    let apart = 0;
    for (let i = 0; i < 200; i++) {
      let nearest = Infinity;
      for (let j = 0; j < 200; j++) {
        if (i !== j && input.groups[i] === input.groups[j]) {
          nearest = Math.min(nearest, Math.hypot(x[i]! - x[j]!, y[i]! - y[j]!));
        }
      }
      if (nearest > 50) apart++;
    }
    expect(apart).toBeLessThan(12);
    expect(width(x)).toBeLessThan(2000);
    expect(width(y)).toBeLessThan(1600);
  });

  test('ties are short: people who know each other stand nearer than people do by chance', () => {
    const { x, y } = places;
    const { graph } = input;
    let tied = 0;
    let ties = 0;
    let mates = 0;
    let pairs = 0;
    for (let a = 0; a < 200; a++) {
      for (let b = 0; b < a; b++) {
        if (input.groups[a] !== input.groups[b]) continue;
        const distance = Math.hypot(x[a]! - x[b]!, y[a]! - y[b]!);
        mates += distance;
        pairs++;
        if (knows(graph, a, b)) {
          tied += distance;
          ties++;
        }
      }
    }
    expect(tied / ties).toBeLessThan(0.75 * (mates / pairs));
  });

  test('the same network gives the same map', () => {
    expect(finish(layoutAll(input))).toEqual(places);
  });

  test('people without any tie stand together below', () => {
    const { y } = places;
    const lowest = Math.max(...y.subarray(0, 200));
    for (let i = 200; i < 212; i++) expect(y[i]).toBeGreaterThan(lowest);
  });

  test('an imported star: groups by what they share, the rest as an even field, me in the middle', () => {
    const groups = Int32Array.from({ length: 400 }, (_, i) => (i < 180 ? Math.floor(i / 12) : -1));
    const graph = buildGraph(400, { a: [], b: [] });
    const star = finish(layoutAll({ graph, groups, groupCount: 15, middle: 399 }));
    expect(leastApart(star)).toBeGreaterThan(discs);
    expect(leastApart(star, (a, b) => groups[a] !== groups[b])).toBeGreaterThan(discs);
    expect(Math.hypot(star.x[399]!, star.y[399]!)).toBeLessThan(700);
  });

  test('nobody, one, and two people', () => {
    for (const size of [0, 1, 2]) {
      const graph = buildGraph(size, { a: size === 2 ? [0] : [], b: size === 2 ? [1] : [] });
      const few = finish(layoutAll({ graph, groups: new Int32Array(size).fill(-1), groupCount: 0 }));
      expect(few.x).toHaveLength(size);
      expect([...few.x, ...few.y].every(Number.isFinite)).toBe(true);
      if (size === 2) expect(leastApart(few)).toBeGreaterThanOrEqual(leastDistance - 1e-9);
    }
  });

  test.skipIf(!hasNetworks())(
    'lays 4,000 people and 88,000 ties out in many short pieces that only go forward',
    () => {
      const { graph } = readNetwork('ego_facebook/facebook_combined.txt', { separator: ' ', header: false });
      const { groups, count } = bestOf(finish(leidenOfSeeds(graph, 1)));
      const work = layoutAll({ graph, groups, groupCount: count });
      let last = 0;
      let pieces = 0;
      for (let piece = work.next(); piece.done !== true; piece = work.next()) {
        expect(piece.value).toBeGreaterThanOrEqual(last - 1e-9);
        last = piece.value;
        pieces += 1;
      }
      expect(pieces).toBeGreaterThan(300);
    },
  );
});
describe('newcomers', () => {
  const input = planted(6, 20);
  const before = finish(layoutAll(input));

  function withNewcomer(known: [number, number][], group: number): { input: LayoutInput; places: Places } {
    const list = arcsOf(input.graph);
    const next = {
      graph: buildGraph(121, {
        a: [...list.map(([a]) => a), ...known.map(() => 120)],
        b: [...list.map(([, b]) => b), ...known.map(([person]) => person)],
        weight: [...list.map(() => 1), ...known.map(([, weight]) => weight)],
      }),
      groups: Int32Array.of(...Array.from(input.groups), group),
      groupCount: 6,
    };
    const old = { x: Float64Array.of(...before.x, NaN), y: Float64Array.of(...before.y, NaN) };
    return { input: next, places: finish(placeNewcomers(next, old)) };
  }

  test('stand near those they know, on the land of their cluster, and nobody else moves', () => {
    const { places } = withNewcomer([[3, 5], [4, 1]], 0); // prettier-ignore
    expect(places.x.subarray(0, 120)).toEqual(before.x);
    expect(places.y.subarray(0, 120)).toEqual(before.y);
    const toAim = Math.hypot(
      places.x[120]! - (5 * before.x[3]! + before.x[4]!) / 6,
      places.y[120]! - (5 * before.y[3]! + before.y[4]!) / 6,
    );
    expect(toAim).toBeLessThan(110);
    expect(leastApart(places)).toBeGreaterThan(discs);
    const mates = [...Array(20).keys()].map((i) =>
      Math.hypot(places.x[120]! - before.x[i]!, places.y[120]! - before.y[i]!),
    );
    expect(Math.min(...mates)).toBeLessThan(50);
  });

  test('who know nobody stand below the map', () => {
    const { places } = withNewcomer([], -1);
    expect(places.y[120]).toBeGreaterThan(Math.max(...before.y));
    expect(leastApart(places)).toBeGreaterThan(discs);
  });

  test('a cluster that is new as a whole becomes an island in the free sea', () => {
    const x = before.x.slice().fill(NaN, 40, 60);
    const y = before.y.slice().fill(NaN, 40, 60);
    const places = finish(placeNewcomers(input, { x, y }));
    const { groups } = input;
    expect(leastApart(places, (a, b) => groups[a] !== groups[b])).toBeGreaterThan(islandDistance - 1);
    for (const i of [0, 39, 60, 119]) expect(places.x[i]).toBe(before.x[i]);
  });
});

describe('tidying up', () => {
  test('leaves the pinned where they are, keeps the rest of the map the right way round, and overlaps nobody', () => {
    const input = planted(5, 20);
    const before = finish(layoutAll(input));
    const upsideDown = { x: before.x.map((x) => 500 - x), y: before.y.map((y) => 80 + y) };
    const pinned = new Uint8Array(100);
    for (const person of [7, 50, 51]) pinned[person] = 1;
    const { x, y } = finish(layoutTidy(input, upsideDown, pinned));
    for (const person of [7, 50, 51]) {
      expect(x[person]).toBe(upsideDown.x[person]);
      expect(y[person]).toBe(upsideDown.y[person]);
    }
    expect(leastApart({ x, y })).toBeGreaterThan(discs);
    const moved = [...x.keys()].map((i) => Math.hypot(x[i]! - upsideDown.x[i]!, y[i]! - upsideDown.y[i]!));
    expect(moved.reduce((sum, value) => sum + value, 0) / moved.length).toBeLessThan(20);
  });
});

function knows(graph: Graph, a: number, b: number): boolean {
  return graph.neighbours.subarray(graph.offsets[a], graph.offsets[a + 1]).includes(b);
}

function arcsOf(graph: Graph): [number, number][] {
  const arcs: [number, number][] = [];
  for (let a = 0; a < graph.size; a++) {
    for (let slot = graph.offsets[a]!; slot < graph.offsets[a + 1]!; slot++) {
      if (graph.neighbours[slot]! > a) arcs.push([a, graph.neighbours[slot]!]);
    }
  }
  return arcs;
}
