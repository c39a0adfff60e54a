import { describe, expect, it } from 'vitest';
import type { Channel, Interaction } from '../../../shared/model/entities';
import { ticks } from './strip-days';

const on = (day: string, channel: Channel, planned?: boolean): Interaction => ({
  id: `${day}-${channel}`,
  day,
  channel,
  direction: 'both',
  with: ['ana'],
  tags: [],
  ...(planned === undefined ? {} : { planned }),
});

describe('ticks', () => {
  it('draws one a day, the tallest, oldest first', () => {
    const found = ticks(
      [on('2026-05-01', 'mail'), on('2026-05-01', 'meal'), on('2026-04-04', 'call')],
      '2026-05-04',
    );
    expect(found).toEqual([
      { ago: 30, kind: 1 },
      { ago: 3, kind: 2 },
    ]);
  });

  it('leaves out what is planned, to come, or older than the strip', () => {
    const found = ticks(
      [
        on('2026-05-04', 'call', true),
        on('2026-05-05', 'call'),
        on('2024-05-03', 'call'),
        on('2024-05-05', 'call'),
      ],
      '2026-05-04',
    );
    expect(found).toEqual([{ ago: 729, kind: 1 }]);
  });
});
