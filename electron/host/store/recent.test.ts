import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../shared/model/patch';
import { RecentEntries } from './recent';
import type { JournalEntry } from './store';

const patch: Patch = { table: 'contacts', id: 'ana', before: {}, after: {} };
const entry = (seq: number, patches = 1): JournalEntry => {
  return { seq, at: '', by: '', name: '', label: '', patches: Array.from({ length: patches }, () => patch) };
};

describe('the latest entries', () => {
  it('are those after a number, also where numbers are left out', () => {
    const recent = new RecentEntries(3);
    recent.add([entry(4), entry(7), entry(8)]);
    expect(recent.after(3, 8)?.map(({ seq }) => seq)).toEqual([4, 7, 8]);
    expect(recent.after(5, 8)?.map(({ seq }) => seq)).toEqual([7, 8]);
    expect(recent.after(8, 8)).toEqual([]);
    expect(recent.after(2, 8)).toBeUndefined();
    expect(recent.after(9, 8)).toBeUndefined();
    expect(recent.get(7)?.seq).toBe(7);
    expect(recent.get(6)).toBeUndefined();
  });

  it('are only so many', () => {
    const recent = new RecentEntries(0);
    recent.add([entry(1, 10_000), entry(2, 9_000), entry(3, 5_000)]);
    expect(recent.after(0, 3)).toBeUndefined();
    expect(recent.after(1, 3)?.map(({ seq }) => seq)).toEqual([2, 3]);
    recent.add([entry(4, 100_000)]);
    expect(recent.after(3, 4)).toBeUndefined();
    expect(recent.after(4, 4)).toEqual([]);
  });

  it('are none any more when they were cleared', () => {
    const recent = new RecentEntries(0);
    recent.add([entry(1)]);
    recent.clear(1);
    expect(recent.after(0, 1)).toBeUndefined();
    expect(recent.get(1)).toBeUndefined();
  });
});
