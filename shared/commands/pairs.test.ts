import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { inverses } from '../model/patch';

let network: Network;
const context = testContext();

function give(name: string, args: JsonObject): () => void {
  const { patches } = run(network, commandNamed(name), args, context);
  network.apply(patches);
  return () => network.apply(inverses(patches));
}

const decisions = (): string[] => [...network.all('pairDecisions')].map(({ kind }) => kind);

beforeEach(() => {
  network = new Network();
  for (const id of ['ana', 'ben', 'cem']) give('contact.add', { id, name: { full: id } });
});

describe('a decision about introducing two people', () => {
  it('is kept with its day, and undo takes it back', () => {
    const undo = give('pair.never', { a: 'ben', b: 'ana' });
    expect([...network.all('pairDecisions')]).toMatchObject([
      { a: 'ben', b: 'ana', kind: 'never-introduce', day: '2026-05-04' },
    ]);
    undo();
    expect(decisions()).toEqual([]);
  });

  it('takes the place of “not now”, and of that alone', () => {
    give('pair-decision.add', { a: 'ana', b: 'ben', kind: 'not-same' });
    give('pair.not-now', { a: 'ana', b: 'ben' });
    give('pair.not-now', { a: 'ben', b: 'ana' });
    expect(decisions()).toEqual(['not-same', 'not-now']);
    const undo = give('pair.never', { a: 'ana', b: 'ben' });
    expect(decisions()).toEqual(['not-same', 'never-introduce']);
    undo();
    expect(decisions()).toEqual(['not-same', 'not-now']);
    give('pair.never', { a: 'ana', b: 'cem' });
    expect(decisions()).toHaveLength(3);
  });

  it('needs two people, and is not said twice', () => {
    expect(() => give('pair.never', { a: 'ana', b: 'ana' })).toThrow('two different people');
    expect(() => give('pair.never', { a: 'ana', b: 'zed' })).toThrow(
      expect.objectContaining({ code: 'not-found' }),
    );
    give('pair.never', { a: 'ana', b: 'ben' });
    expect(() => give('pair.not-now', { a: 'ben', b: 'ana' })).toThrow('already');
  });
});
