import { describe, expect, it } from 'vitest';
import { hostOf } from '../../shared/answerer';
import { memoryLine, testHost } from '../memory.testing';

describe('who may be there twice', () => {
  it('is answered anew after every edit, with the likelier pairs first and no more than asked for', async () => {
    const host = hostOf(memoryLine(testHost().local));
    const { client } = await host.call('hello', {});
    const edit = (name: string, args: Record<string, unknown>): Promise<unknown> =>
      host.call('edit', { client, name, args });
    const number = [{ value: '+41 79 123 45 67' }];
    await edit('contact.add', { id: 'kat', name: { full: 'Katarzyna Mazur' }, phones: number });
    await edit('contact.add', { id: 'kas', name: { full: 'Kasia Mazur' }, phones: number });
    await edit('contact.add', { id: 'ben', name: { full: 'Ben Okoro' } });
    expect(await host.call('duplicates', {})).toMatchObject({ total: 1, certain: 1 });
    await edit('contact.add', { id: 'okoro', name: { full: 'Okoro, Benjamin' } });
    const { pairs, total } = await host.call('duplicates', {});
    expect(total).toBe(2);
    expect(pairs.map(({ certain }) => certain)).toEqual([true, false]);
    expect((await host.call('duplicates', { contact: 'ben' })).pairs).toHaveLength(1);
    expect(await host.call('duplicates', { limit: 0 })).toMatchObject({ pairs: [], total: 2 });
    expect((await host.call('duplicates', { least: 0.99 })).total).toBe(1);

    // Me before anybody, whoever has more on record.
    await edit('interaction.add', { with: ['kas'], channel: 'call', day: '2026-05-01' });
    expect((await host.call('duplicates', {})).pairs[0]?.a.id).toBe('kas');
    await edit('me.choose', { id: 'kat' });
    await edit('pair.same-later', { a: 'okoro', b: 'ben' });
    expect(await host.call('duplicates', {})).toMatchObject({ total: 1, putOff: 1, pairs: [{}] });
    expect((await host.call('duplicates', { putOff: true })).pairs.map(({ certain }) => certain)).toEqual([
      true,
      false,
    ]);
    await edit('pair-decision.add', { a: 'ben', b: 'okoro', kind: 'not-same' });
    expect((await host.call('duplicates', {})).pairs.map(({ b }) => b.id)).not.toContain('okoro');
  });
});
