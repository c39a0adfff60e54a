import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fitBounds } from './bounds';

const screen = { x: 0, y: 0, width: 1920, height: 1040 };
const size = { width: 800, height: 600 };

describe('where a window opens', () => {
  it.each([
    ['where it was', { x: 100, y: 50 }, { x: 100, y: 50 }],
    ['half beside the display, its top within reach', { x: -600, y: 0 }, { x: -600, y: 0 }],
    ['too far to the left', { x: -750, y: 0 }, {}],
    ['too far to the right', { x: 1850, y: 0 }, {}],
    ['above the display', { x: 100, y: -30 }, {}],
    ['below the display', { x: 100, y: 1020 }, {}],
  ])('%s', (_name, place, expected) => {
    expect(fitBounds({ ...size, ...place }, [screen])).toEqual({ ...size, ...expected });
  });

  it('is no larger than its display, and finds a place where there is none to know of', () => {
    expect(fitBounds({ width: 5000, height: 5000 }, [screen])).toEqual({ width: 1920, height: 1040 });
    expect(fitBounds({ ...size, x: 1, y: 1 }, [])).toEqual(size);
  });

  it('always leaves a grip on some display', () => {
    const number = fc.integer({ min: -5000, max: 5000 });
    const side = fc.integer({ min: 200, max: 4000 });
    fc.assert(
      fc.property(number, number, side, side, number, (x, y, width, height, shift) => {
        const areas = [screen, { ...screen, x: 1920, y: shift }];
        const fitted = fitBounds({ x, y, width, height }, areas);
        if (fitted.x === undefined || fitted.y === undefined) return true;
        const { x: left, y: top } = fitted;
        return areas.some(
          (area) =>
            top >= area.y &&
            top + 40 <= area.y + area.height &&
            Math.min(left + width, area.x + area.width) - Math.max(left, area.x) >= 120,
        );
      }),
    );
  });
});
