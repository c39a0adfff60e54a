import { describe, expect, it } from 'vitest';
import type { Commitment } from '../model/entities';
import { promiseCautions } from './promise-load';

const monday = { today: '2026-05-04', locale: 'en-GB', firstDay: 1 };

/** So many open promises of mine for a day. */
function promises(count: number, due: string, more: Partial<Commitment> = {}): Commitment[] {
  return Array.from({ length: count }, (_, at) => ({
    id: `${due} ${at}`,
    contact: 'ana',
    by: 'me',
    text: 'slides',
    madeOn: '2026-04-01',
    due,
    ...more,
  }));
}

describe('many promises for one week', () => {
  it('says so from the ninth on', () => {
    const eight = promises(8, '2026-05-15');
    expect(promiseCautions(eight, ['2026-05-15'], monday)).toEqual([]);
    expect(promiseCautions([...eight, ...promises(1, '2026-05-11')], ['2026-05-11'], monday)).toEqual([
      'That makes 9 promises of yours that fall due in the week from Monday 11 May. A later day may be easier to keep.',
    ]);
    expect(promiseCautions(promises(9, '2026-05-08'), ['2026-05-08'], monday)[0]).toMatch(
      /fall due this week/,
    );
  });

  it('counts mine that are open and fall due in that week, and nothing else', () => {
    const others = [
      ...promises(8, '2026-05-18'),
      ...promises(8, '2026-05-10'),
      ...promises(8, '2026-05-12', { by: 'them' }),
      ...promises(8, '2026-05-12', { advice: true }),
      ...promises(8, '2026-05-12', { doneOn: '2026-05-02' }),
      ...promises(8, '2026-05-12', { droppedOn: '2026-05-02' }),
      ...promises(8, '2026-05-12', { due: undefined }),
    ];
    expect(promiseCautions([...others, ...promises(1, '2026-05-12')], ['2026-05-12'], monday)).toEqual([]);
  });

  it('goes by the day on which weeks start', () => {
    const nine = [...promises(8, '2026-05-10'), ...promises(1, '2026-05-11')];
    expect(promiseCautions(nine, ['2026-05-11'], monday)).toEqual([]);
    expect(promiseCautions(nine, ['2026-05-11'], { ...monday, firstDay: 0 })).toHaveLength(1);
  });

  it('speaks of each week once, and of none where nothing falls due', () => {
    const all = [...promises(9, '2026-05-12'), ...promises(9, '2026-05-20')];
    expect(promiseCautions(all, ['2026-05-20', '2026-05-12', '2026-05-13'], monday)).toHaveLength(2);
    expect(promiseCautions(all, [], monday)).toEqual([]);
  });
});
