import { describe, expect, it } from 'vitest';
import { arcBetween, labelBox, lineBetween, pointOn, spotAmong } from './links';

const left = { x: 0, y: 100, radius: 10 };
const right = { x: 200, y: 100, radius: 20 };

describe('a line of a way', () => {
  it('runs from edge to edge', () => {
    const line = lineBetween(left, right);
    expect(line?.from.x).toBeCloseTo(14);
    expect(line?.to.x).toBeCloseTo(176);
    expect([line?.from.y, line?.to.y]).toEqual([100, 100]);
  });

  it('is none within one bubble, or between two that touch', () => {
    expect(lineBetween(right, right)).toBeUndefined();
    expect(lineBetween(left, { ...right, x: 35 })).toBeUndefined();
  });

  it('has me in line with the step beside me, where the map does not show me', () => {
    expect(spotAmong([undefined, left, right], 0)).toEqual({ x: -54, y: 100, radius: 4 });
    expect(spotAmong([right, left, undefined], 2)).toEqual({ x: -54, y: 100, radius: 4 });
    expect(spotAmong([left, undefined, right], 1)).toEqual({ x: 100, y: 100, radius: 4 });
    const alone = spotAmong([undefined, left], 0);
    expect(Math.hypot((alone?.x ?? 0) - left.x, (alone?.y ?? 0) - left.y)).toBeCloseTo(54);
    expect(spotAmong([undefined], 0)).toBeUndefined();
  });
});

describe('an arc', () => {
  it('is bent upwards, whichever of the two comes first', () => {
    for (const arc of [arcBetween(left, right), arcBetween(right, left)]) {
      if (arc === undefined) throw new Error('There should be an arc.');
      expect(pointOn(arc, 0.5).y).toBeLessThan(100);
      expect(arc.control).toEqual({ x: 100, y: 100 - (24 + 0.35 * 200) });
    }
  });

  it('ends at the edges of marks', () => {
    const arc = arcBetween(left, right);
    if (arc === undefined) throw new Error('There should be an arc.');
    expect(Math.hypot(arc.from.x - left.x, arc.from.y - left.y)).toBeCloseTo(14);
    expect(Math.hypot(arc.to.x - right.x, arc.to.y - right.y)).toBeCloseTo(24);
    expect(pointOn(arc, 0)).toEqual(arc.from);
    expect(pointOn(arc, 1)).toEqual(arc.to);
  });

  it('is none between two of one bubble', () => {
    expect(arcBetween(right, { ...right, y: 110 })).toBeUndefined();
  });

  it('has its label in the middle, else beside it, else none', () => {
    const arc = arcBetween(left, right);
    if (arc === undefined) throw new Error('There should be an arc.');
    const middle = labelBox(arc, 40, 20, () => true);
    expect(middle === undefined ? 0 : (middle.left + middle.right) / 2).toBeCloseTo(pointOn(arc, 0.5).x);
    const beside = labelBox(arc, 40, 20, (box) => box.right < pointOn(arc, 0.5).x + 5);
    expect(beside?.right).toBeLessThan(pointOn(arc, 0.5).x + 5);
    expect(labelBox(arc, 40, 20, () => false)).toBeUndefined();
  });
});
