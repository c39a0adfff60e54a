import { describe, expect, it } from 'vitest';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';

function network(...edits: [day: string, name: string, args: Record<string, unknown>][]): Network {
  const made = new Network();
  for (const [today, name, args] of edits) {
    const context = { now: `${today}T09:00:00.000Z`, today, zone: 'UTC', newId: () => 'new' };
    made.apply(run(made, commandNamed(name), args, context).patches);
  }
  return made;
}

describe('the day on which a cadence was set', () => {
  const ana: [string, string, Record<string, unknown>] = [
    '2020-01-01',
    'contact.add',
    { id: 'ana', name: { full: 'Ana' } },
  ];
  const since = (...edits: Parameters<typeof network>): string | undefined =>
    network(ana, ...edits).get('contacts', 'ana')?.cadenceSince;

  it('is that of a new cadence or circle, of one contact or of many', () => {
    expect(since(['2026-05-04', 'contact.edit', { id: 'ana', cadenceDays: 30 }])).toBe('2026-05-04');
    expect(since(['2026-05-04', 'contact.edit', { id: 'ana', circle: 'close' }])).toBe('2026-05-04');
    expect(since(['2026-05-04', 'contact.bulk', { ids: ['ana'], circle: 'close' }])).toBe('2026-05-04');
  });

  it('stays where the cadence stays, and is what was said where it was said', () => {
    const set: Parameters<typeof network>[number] = [
      '2026-01-01',
      'contact.edit',
      { id: 'ana', circle: 'close' },
    ];
    expect(since(set, ['2026-05-04', 'contact.edit', { id: 'ana', circle: 'close', place: 'Bern' }])).toBe(
      '2026-01-01',
    );
    expect(since(set, ['2026-05-04', 'contact.bulk', { ids: ['ana'], circle: 'close' }])).toBe('2026-01-01');
    expect(
      since(['2026-05-04', 'contact.edit', { id: 'ana', cadenceDays: 9, cadenceSince: '2026-02-01' }]),
    ).toBe('2026-02-01');
    expect(since(['2026-05-04', 'contact.edit', { id: 'ana', place: 'Bern' }])).toBeUndefined();
  });
});
