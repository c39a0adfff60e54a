import { describe, expect, it } from 'vitest';
import { memoryLine, testHost } from '../memory.testing';
import { fillWithSample, folderFor } from './sample-folder';

describe('the sample', () => {
  it('lies beside the person’s own network, never in it, unless they name a folder', () => {
    const environment = { KITHMAP_DATA: '/data/mine' };
    expect(folderFor(undefined, true, environment)).toBe('/data/mine-sample');
    expect(folderFor(undefined, false, environment)).toBe('/data/mine');
    expect(folderFor('/data/named', true, environment)).toBe('/data/named');
  });

  it('fills an empty network, and leaves one with people in it alone', async () => {
    const { local, store } = testHost();
    await fillWithSample(memoryLine(local));
    const filled = store.network.count('contacts');
    expect(filled).toBeGreaterThan(0);
    await fillWithSample(memoryLine(local));
    expect(store.network.count('contacts')).toBe(filled);
  });

  it('passes on whatever else goes wrong', async () => {
    const { local, store } = testHost();
    store.failure = new Error('the disk is gone');
    await expect(fillWithSample(memoryLine(local))).rejects.toThrow();
  });
});
