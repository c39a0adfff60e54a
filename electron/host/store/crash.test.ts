import { describe, expect, it } from 'vitest';
import { brokenPromise, thorough } from './crash.testing';
import { type SyncPoint, syncPoints } from './files';
import { neededIn, scenarios } from './scenarios.testing';
import type { DiskOptions } from './simulated-disk.testing';

/** Those that are followed by a rename: the order of the two can be swapped. */
const contentPoints: readonly SyncPoint[] = [
  'new journal',
  'history',
  'snapshot',
  'aside',
  'backup',
  'forgetting',
];

describe('pulling the plug', { timeout: 180_000 }, () => {
  it.each(Object.entries(scenarios))('at every operation loses nothing: %s', async (_name, scenario) => {
    const { moments } = await scenario();
    const looked = { crashes: 0 };
    expect(await brokenPromise(moments, thorough, looked)).toBeUndefined();
    expect(looked.crashes).toBeGreaterThan(moments.length);
  });

  /** How a disk that does not keep a promise breaks ours. */
  async function lossWith(point: SyncPoint, options: DiskOptions): Promise<string | undefined> {
    const { moments } = await scenarios[neededIn[point]](options);
    return brokenPromise(moments, thorough);
  }

  it.each(syncPoints)('loses something if the disk does not keep this: %s', async (point) => {
    expect(await lossWith(point, { ignored: point })).toBeDefined();
  });

  it.each(contentPoints)('loses something if this is asked for only after the rename: %s', async (point) => {
    expect(await lossWith(point, { late: point })).toBeDefined();
  });
});
