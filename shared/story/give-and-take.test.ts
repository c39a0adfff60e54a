import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../model/entities';
import { exchangeKinds } from '../model/entities/happening';
import { type Brought, giveAndTake } from './give-and-take';

const speaking = { name: 'Signe', today: '2026-05-04', locale: 'en-GB' };
let made = 0;

function exchange(
  direction: Exchange['direction'],
  day: string,
  kind: Exchange['kind'] = 'help',
  text = 'with the roof',
): Exchange {
  made += 1;
  return { id: `x${made}`, contact: 'signe', direction, kind, day, text };
}

describe('the sentence of give and take', () => {
  it('says how often, when, and who was brought together', () => {
    const helped = [exchange('given', '2025-03-01'), exchange('given', '2025-11-12')];
    const ben = { by: 'them', name: 'Ben', day: '2026-03-09' } as const;
    expect(giveAndTake(helped, [ben], speaking)).toBe(
      'You helped twice last year; Signe introduced you to Ben in March.',
    );
  });

  it('tells the last year in which there was any of a kind, the latest kinds first, two of each side', () => {
    const all = [
      exchange('received', '2019-01-01'),
      exchange('received', '2024-02-03'),
      exchange('received', '2026-05-01', 'gift'),
      exchange('received', '2025-06-01', 'information'),
    ];
    expect(giveAndTake(all, [], speaking)).toBe(
      'Signe gave a present this month and passed on information in June 2025.',
    );
  });

  it('names those brought together in one clause, and does not tell it twice', () => {
    const dana: Brought = { by: 'me', name: 'Dana', day: '2026-01-02' };
    const zed: Brought = { by: 'me', name: 'Zed', day: '2026-02-02' };
    const same = exchange('given', '2026-01-02', 'introduction');
    expect(giveAndTake([same], [dana, zed], speaking)).toBe(
      'You introduced Signe to Zed and Dana this year.',
    );
    expect(giveAndTake([], [{ by: 'them', name: 'Ben' }], speaking)).toBe('Signe introduced you to Ben.');
    expect(giveAndTake([], [{ by: 'them', name: 'Ben', day: '2014' }], speaking)).toBe(
      'Signe introduced you to Ben in 2014.',
    );
  });

  it('says nothing where nothing is recorded, or only what is ahead', () => {
    expect(giveAndTake([], [], speaking)).toBeUndefined();
    expect(giveAndTake([exchange('given', '2026-05-05')], [], speaking)).toBeUndefined();
  });

  it('speaks of a side only where there is something of it, weighs nothing, and tells no text', () => {
    const one = fc.record({
      direction: fc.constantFrom('given' as const, 'received' as const),
      kind: fc.constantFrom(...exchangeKinds),
      day: fc.integer({ min: 2018, max: 2026 }).map((year) => `${year}-04-15`),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (all) => {
        const exchanges = all.map(({ direction, day, kind }) => exchange(direction, day, kind, 'SECRET'));
        const said = giveAndTake(exchanges, [], speaking);
        expect(said === undefined).toBe(all.length === 0);
        expect(/^You /.test(said ?? '')).toBe(all.some(({ direction }) => direction === 'given'));
        expect(/Signe /.test(said ?? '')).toBe(all.some(({ direction }) => direction === 'received'));
        expect(said ?? '').not.toMatch(/SECRET|owe|balance|more than|less than|undefined/);
      }),
    );
  });
});
