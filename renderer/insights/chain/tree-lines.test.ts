import { describe, expect, it } from 'vitest';
import type { Brought } from '../../../shared/introductions/chain';
import { atOnce } from '../../../shared/steps';
import { namedIn, treeLines, treeOf, treeStep, unknownKey } from './tree-lines';

const node = (name: string, ...brought: Brought[]): Brought => ({
  id: name.toLowerCase(),
  name,
  isAsked: true,
  count: brought.reduce((sum, { count }) => sum + count + 1, 0),
  brought,
});

const tree = treeOf([node('Ben', node('Ana', node('Cy')), node('Eve')), node('Dan'), node('Zoë')]);
const shown = (open: readonly string[], text = ''): string[] =>
  treeLines(tree, new Set(open), atOnce(namedIn(tree, text))).map(
    ({ level, name, count, place, of }) => `${'.'.repeat(level)}${name} ${count} ${place}/${of}`,
  );

describe('who brought whom as a tree', () => {
  it('begins folded, with whoever is not on record in one line at the end', () => {
    expect(shown([])).toEqual(['.Ben 3 1/2', '.Not on record through whom 2 2/2']);
  });

  it('shows what is unfolded, each with its place', () => {
    expect(shown(['ben', 'ana', unknownKey])).toEqual([
      '.Ben 3 1/2',
      '..Ana 1 1/2',
      '...Cy 0 1/1',
      '..Eve 0 2/2',
      '.Not on record through whom 2 2/2',
      '..Dan 0 1/2',
      '..Zoë 0 2/2',
    ]);
  });

  it('of a part of a name shows them and those above, unfolded', () => {
    expect(shown([], 'cy')).toEqual(['.Ben 3 1/1', '..Ana 1 1/1', '...Cy 0 1/1']);
    expect(shown([], 'zoe')).toEqual(['.Not on record through whom 1 1/1', '..Zoë 0 1/1']);
    expect(shown([], 'nobody')).toEqual([]);
  });

  it('holds a chain that is longer than calls can nest', () => {
    let deep = node('x0');
    for (let at = 1; at < 3_000; at++) deep = { ...node(`x${at}`), count: at, brought: [deep] };
    const all = treeOf([deep]);
    expect(treeLines(all, new Set(), atOnce(namedIn(all, 'x')))).toHaveLength(3_000);
  });

  it('goes by keys as trees do', () => {
    const lines = treeLines(tree, new Set(['ben']));
    expect(treeStep('ArrowDown', lines, -1)).toEqual({ goTo: 0 });
    expect(treeStep('End', lines, 0)).toEqual({ goTo: 3 });
    expect(treeStep('ArrowRight', lines, 0)).toEqual({ goTo: 1 });
    expect(treeStep('ArrowRight', lines, 1)).toEqual({ turn: 'ana' });
    expect(treeStep('ArrowLeft', lines, 1)).toEqual({ goTo: 0 });
    expect(treeStep('ArrowLeft', lines, 0)).toEqual({ turn: 'ben' });
    expect(treeStep('ArrowLeft', treeLines(tree, new Set()), 0)).toBeUndefined();
    expect(treeStep('x', lines, 0)).toBeUndefined();
  });
});
