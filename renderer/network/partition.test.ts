import { describe, expect, it } from 'vitest';
import type { ClusterFound } from '../../shared/analysis/service-messages';
import { partitionArgs } from './partition';

const found = (id: string, name: string | null = null, tint = 1): ClusterFound => ({
  id,
  name,
  tint,
  basis: 'ties',
  people: 3,
  agreement: null,
  clarity: null,
});
const nobody = (): undefined => undefined;

describe('partitionArgs', () => {
  it('names a new cluster by what its members share, else by the next free number', () => {
    const args = partitionArgs([found('a', 'lisbon'), found('b'), found('c')], [], [], nobody);
    expect(args?.clusters.map(({ name }) => name)).toEqual(['Lisbon', 'Group 1', 'Group 2']);
  });

  it('tells two clusters apart that share the same', () => {
    const args = partitionArgs([found('a', 'Lisbon'), found('b', 'Lisbon')], [], [], nobody);
    expect(args?.clusters.map(({ name }) => name)).toEqual(['Lisbon', 'Lisbon 2']);
  });

  it('keeps a name that means something, whoever gave it', () => {
    const standing = [
      { id: 'a', name: 'Choir', tint: 1, named: true },
      { id: 'b', name: 'Porto', tint: 1 },
    ];
    expect(partitionArgs([found('a', 'Lisbon'), found('b', 'Lisbon')], [], standing, nobody)).toBeUndefined();
  });

  it('replaces a mere number once there is something to be called by', () => {
    const args = partitionArgs([found('a', 'Lisbon')], [], [{ id: 'a', name: 'Group 1', tint: 1 }], nobody);
    expect(args?.clusters).toEqual([{ id: 'a', name: 'Lisbon', tint: 1 }]);
  });

  it('lists who moved and which clusters are gone, and nothing that stays', () => {
    const standing = [
      { id: 'a', name: 'Choir', tint: 1 },
      { id: 'old', name: 'Old', tint: 2 },
    ];
    const members = [
      { contact: 'ana', cluster: 'a' },
      { contact: 'ben', cluster: 'a' },
      { contact: 'eve', cluster: null },
    ];
    const args = partitionArgs([found('a')], members, standing, (id) =>
      id === 'ben' ? 'old' : id === 'ana' ? 'a' : undefined,
    );
    expect(args).toEqual({ clusters: [], gone: ['old'], members: [{ id: 'ben', cluster: 'a' }] });
  });
});
