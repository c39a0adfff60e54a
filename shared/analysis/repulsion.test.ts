import { expect, test } from 'vitest';
import { seededRandom } from './random';
import { pushPairs, Repulsion } from './repulsion';

test('far people as one are nearly the same push as all pairs, also with people on one spot', () => {
  const random = seededRandom(2);
  const size = 400;
  const x = Float64Array.from({ length: size }, () => random.next() * 1000);
  const y = Float64Array.from({ length: size }, () => random.next() * 1000);
  for (let i = 0; i < 20; i++) {
    x[i] = 300;
    y[i] = 700;
  }
  const exact = { x: new Float64Array(size), y: new Float64Array(size) };
  pushPairs(x, y, 1, exact.x, exact.y);
  const near = { x: new Float64Array(size), y: new Float64Array(size) };
  const repulsion = new Repulsion(x, y);
  repulsion.build();
  for (let i = 0; i < size; i++) repulsion.push(i, 1, near.x, near.y);
  let error = 0;
  let all = 0;
  for (let i = 0; i < size; i++) {
    error += Math.hypot(near.x[i]! - exact.x[i]!, near.y[i]! - exact.y[i]!);
    all += Math.hypot(exact.x[i]!, exact.y[i]!);
  }
  expect(error / all).toBeLessThan(0.05);
});

test('pushes cancel out: nobody moves as a whole', () => {
  const random = seededRandom(4);
  const x = Float64Array.from({ length: 50 }, () => random.next());
  const y = Float64Array.from({ length: 50 }, () => random.next());
  const pushX = new Float64Array(50);
  pushPairs(x, y, 3, pushX, new Float64Array(50));
  expect(pushX.reduce((sum, value) => sum + value, 0)).toBeCloseTo(0, 9);
});
