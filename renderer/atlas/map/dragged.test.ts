import { describe, expect, it } from 'vitest';
import type { Person } from '../scene/atlas-model';
import { under } from './dragged';

const person = (id: string, x: number, y: number, diameter = 12): Person => ({
  id,
  name: id,
  x,
  y,
  diameter,
  warmth: 0,
  cooling: false,
  connector: false,
  pinned: false,
  isMe: false,
});

describe('whoever lies under somebody who is dragged', () => {
  const ana = person('ana', 0, 0);
  const drawn = [ana, person('ben', 100, 0), person('cem', 106, 0), person('dana', 0, 50, 18)];

  it('is the nearest whose mark their middle is on, never they themselves', () => {
    expect(under(ana, { x: 104, y: 0 }, drawn, 1)?.id).toBe('cem');
    expect(under(ana, { x: 98, y: 2 }, drawn, 1)?.id).toBe('ben');
    expect(under(ana, { x: 0, y: 40 }, drawn, 1)?.id).toBe('dana');
    expect(under(ana, { x: 0, y: 0 }, drawn, 1)).toBeUndefined();
    expect(under(ana, { x: 80, y: 0 }, drawn, 1)).toBeUndefined();
  });

  it('depends on what is seen: from nearby the same distance is a gap', () => {
    expect(under(ana, { x: 94, y: 0 }, drawn, 1)?.id).toBe('ben');
    expect(under(ana, { x: 94, y: 0 }, drawn, 4)).toBeUndefined();
  });
});
