import { describe, expect, it } from 'vitest';
import { coastOf, influence } from './coast';
import { Coasts } from './coasts';
import { contours, type Loop, signedArea } from './contour';

const spots = (...points: readonly (readonly [number, number])[]): Float32Array<ArrayBuffer> =>
  Float32Array.from(points.flat());

function holds(loop: Loop, x: number, y: number): boolean {
  let inside = false;
  const count = loop.length / 2;
  for (let i = 0, j = count - 1; i < count; j = i++) {
    const [xi, yi, xj, yj] = [loop[i * 2]!, loop[i * 2 + 1]!, loop[j * 2]!, loop[j * 2 + 1]!];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

describe('contours', () => {
  const disc = (radius: number, sign: number): Loop[] => {
    const values = new Float32Array(400);
    for (let i = 0; i < 400; i++) {
      values[i] = sign * (Math.hypot((i % 20) - 9.6, Math.floor(i / 20) - 9.6) - radius);
    }
    return contours({ columns: 20, rows: 20, left: 0, top: 0, step: 1, values });
  };

  it('closes one line round a disc, with its area', () => {
    const loops = disc(6, 1);
    expect(loops).toHaveLength(1);
    expect(signedArea(loops[0]!)).toBeCloseTo(Math.PI * 36, -1);
  });

  it('runs the other way round a hole', () => {
    const inner = disc(6, -1).find((loop) => Math.abs(signedArea(loop)) < 150)!;
    expect(signedArea(inner)).toBeLessThan(0);
  });
});

describe('coastOf', () => {
  it('draws an island about 19 px round one person', () => {
    const [island, ...more] = coastOf(spots([100, 100]), spots());
    expect(more).toHaveLength(0);
    for (let i = 0; i < island!.length; i += 2) {
      const away = Math.hypot(island![i]! - 100, island![i + 1]! - 100);
      expect(away).toBeGreaterThan(16);
      expect(away).toBeLessThan(20);
    }
  });

  it('joins people who stand close, or a little apart, and leaves one who stands apart an island', () => {
    const members = spots([0, 0], [30, 0], [90, 0], [200, 0]);
    const loops = coastOf(members, spots());
    expect(loops).toHaveLength(2);
    for (const x of [0, 30, 60, 90]) expect(holds(loops[0]!, x, 0)).toBe(true);
    expect(holds(loops[1]!, 200, 0)).toBe(true);
  });

  it('has no lakes', () => {
    const ring = Array.from({ length: 16 }, (_, i): [number, number] => [
      70 * Math.cos((i * Math.PI) / 8),
      70 * Math.sin((i * Math.PI) / 8),
    ]);
    expect(coastOf(spots(...ring), spots())).toHaveLength(1);
  });

  it('ends short of the middle to another cluster', () => {
    const [land] = coastOf(spots([0, 0], [0, 30]), spots([30, 0], [30, 30]));
    let rightmost = -Infinity;
    for (let i = 0; i < land!.length; i += 2) rightmost = Math.max(rightmost, land![i]!);
    expect(rightmost).toBeLessThan(15 - 9 + 1.5);
  });

  it('is not moved by people outside its box of influence', () => {
    const members = spots([0, 0], [20, 10]);
    const { right } = influence(members);
    expect(coastOf(members, spots([right + 1, 0]))).toEqual(coastOf(members, spots()));
  });
});

describe('Coasts', () => {
  const clusters = (moved: number) => [
    { id: 'a', spots: spots([0, 0], [20, 0]) },
    { id: 'b', spots: spots([60 + moved, 0]) },
    { id: 'c', spots: spots([900, 0], [920, 0]) },
  ];

  it('yields every cluster first and then only those near a change', () => {
    const coasts = new Coasts();
    expect([...coasts.update(clusters(0))].map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect([...coasts.update(clusters(0))]).toHaveLength(0);
    expect([...coasts.update(clusters(5))].map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('draws a cluster anew that had gone', () => {
    const coasts = new Coasts();
    const all = clusters(0);
    expect([...coasts.update(all)]).toHaveLength(3);
    expect([...coasts.update(all.slice(0, 2))]).toHaveLength(0);
    expect([...coasts.update(all)].map(({ id }) => id)).toEqual(['c']);
  });
});
