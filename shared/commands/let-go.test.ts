import { describe, expect, it } from 'vitest';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

function letGo(note?: string): { network: Network; undo: () => void } {
  const network = new Network();
  const context = testContext();
  const give = (name: string, args: Record<string, unknown>): ReturnType<typeof run>['patches'] => {
    const { patches } = run(network, commandNamed(name), args, context);
    network.apply(patches);
    return patches;
  };
  give('contact.add', { id: 'ana', name: { full: 'Ana' } });
  const patches = give('contact.let-go', { id: 'ana', note });
  return { network, undo: () => network.apply(revert(network, patches).patches) };
}

describe('letting go', () => {
  it('archives, keeps a note where one is given, and is one step to take back', () => {
    const { network, undo } = letGo(' Moved on, no hard feelings. ');
    expect(network.get('contacts', 'ana')?.archived).toBe(true);
    expect([...network.all('notes')]).toMatchObject([
      { contact: 'ana', text: 'Moved on, no hard feelings.', day: testContext().today },
    ]);
    undo();
    expect(network.get('contacts', 'ana')?.archived).toBeUndefined();
    expect(network.count('notes')).toBe(0);
  });

  it('writes no empty note', () => {
    expect(letGo('  ').network.count('notes')).toBe(0);
    expect(letGo().network.count('notes')).toBe(0);
  });
});
