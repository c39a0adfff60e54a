import { describe, expect, it } from 'vitest';
import { SimulatedDisk } from './simulated-disk.testing';
import { bench, contentOf } from './store.testing';

describe('a store', () => {
  it('gives back what was written, after closing and opening again', async () => {
    const disk = new SimulatedDisk();
    const first = bench(disk);
    const store = await first.open();
    await first.edit(store, 'contact.add', { name: { full: 'Ana Núñez' } });
    await first.edit(store, 'contact.add', { name: { full: '王小明' } });
    const content = contentOf(store.network);
    await store.close();
    const again = await bench(disk, {}, 100).open();
    expect(contentOf(again.network)).toBe(content);
    expect(again.seq).toBe(2);
    expect(again.notices).toEqual([]);
  });
});
