import { describe, expect, it } from 'vitest';
import { Network } from '../model/network';
import { commandNamed } from './index';
import { Draft } from './draft';
import { testContext } from './random-commands.testing';

type Fields = Readonly<Record<string, unknown>>;

/** A network in which commands were run one after the other. */
function networkOf(...edits: readonly (readonly [name: string, args: Fields])[]) {
  const network = new Network();
  const context = testContext();
  const run = (name: string, args: Fields = {}) => {
    const draft = new Draft(network);
    const answer = commandNamed(name).run(draft, args, context);
    network.apply(draft.patches());
    return answer;
  };
  for (const [name, args] of edits) run(name, args);
  return { network, run };
}

const person = (id: string, ...organisations: Fields[]): readonly [string, Fields] => [
  'contact.add',
  { id, name: { full: id }, organisations },
];
const pairs = (network: Network) =>
  [...network.all('ties')].map(({ a, b, state }) => `${a} ${b} ${state}`).sort();

describe('ties guessed within organisations', () => {
  it('joins those who were there at the same time, in whatever spelling, with what it rests on', () => {
    const { network, run } = networkOf(
      person('ana', { name: 'Fjord & Co' }),
      person('bo', { name: 'FJORD & CO', from: '2019', to: '2021-03' }),
      person('cy', { name: 'Fjord & Co', from: '2021-04' }),
      person('di', { name: 'Marisma' }),
    );
    expect(run('tie.guess-colleagues')).toEqual({ ties: 2, supported: 0, left: 0 });
    expect(pairs(network)).toEqual(['ana bo inferred', 'ana cy inferred']);
    expect([...network.all('evidence')]).toMatchObject([
      { kind: 'organisation', size: 3 },
      { kind: 'organisation', size: 3 },
    ]);
  });

  it('leaves known ties alone, and asked twice makes nothing twice', () => {
    const { network, run } = networkOf(
      person('ana', { name: 'Fjord' }),
      person('bo', { name: 'Fjord' }),
      person('cy', { name: 'Fjord' }),
      ['tie.add', { a: 'ana', b: 'bo' }],
      ['tie.add', { a: 'ana', b: 'cy', state: 'inferred' }],
    );
    expect(run('tie.guess-colleagues')).toEqual({ ties: 1, supported: 1, left: 0 });
    expect(pairs(network)).toEqual(['ana bo known', 'ana cy inferred', 'bo cy inferred']);
    expect(() => run('tie.guess-colleagues')).toThrow('nobody more to guess of');
  });

  it('guesses nothing of the archived, of large organisations and of those left out of measures', () => {
    const crowd = Array.from({ length: 31 }, (_, i) => person(`p${i}`, { name: 'Everyone Ltd' }));
    const { network, run } = networkOf(
      ...crowd,
      person('ana', { name: 'Fjord' }),
      person('bo', { name: 'Fjord' }),
      person('cy', { name: 'Fjord' }),
      ['contact.edit', { id: 'bo', archived: true }],
      ['contact.edit', { id: 'cy', noMeasures: true }],
    );
    expect(() => run('tie.guess-colleagues')).toThrow('so large');
    expect(network.count('ties')).toBe(0);
  });
});
