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
    expect([...network.all('ties')].map(({ confidence }) => confidence)).toEqual([0.1, 0.1]);
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

describe('a guess that is answered', () => {
  const guessed = () =>
    networkOf(
      person('ana', { name: 'Fjord' }),
      person('bo', { name: 'Fjord' }),
      person('cy', { name: 'Fjord' }),
      ['tie.guess-colleagues', {}],
    );
  const ids = (network: Network) => [...network.all('ties')].map(({ id }) => id);

  it('with no goes, is remembered, and is not made again', () => {
    const { network, run } = guessed();
    run('tie.deny', { ids: ids(network).slice(0, 1) });
    expect(pairs(network)).toEqual(['ana cy inferred', 'bo cy inferred']);
    expect([...network.all('pairDecisions')]).toMatchObject([{ a: 'ana', b: 'bo', kind: 'not-tied' }]);
    expect(() => run('tie.guess-colleagues')).toThrow('nobody more to guess of');
    // It says nothing about introducing them.
    run('pair.not-now', { a: 'ana', b: 'bo' });
    run('pair.never', { a: 'ana', b: 'bo' });
    expect([...network.all('pairDecisions')].map(({ kind }) => kind)).toEqual([
      'not-tied',
      'never-introduce',
    ]);
  });

  it('with no and later with yes is known', () => {
    const { network, run } = guessed();
    run('tie.deny', { ids: ids(network) });
    run('tie.link', { contact: 'bo', with: ['ana'] });
    expect(pairs(network)).toEqual(['ana bo known']);
    expect([...network.all('pairDecisions')].map(({ a, b }) => `${a} ${b}`)).toEqual(['ana cy', 'bo cy']);
  });

  it('with yes is known, several at once; a known one is not denied', () => {
    const { network, run } = guessed();
    const [first = ''] = ids(network);
    run('tie.confirm', { id: first });
    expect(run('tie.confirm-many', { ids: ids(network) })).toEqual({ confirmed: 2 });
    expect(pairs(network)).toEqual(['ana bo known', 'ana cy known', 'bo cy known']);
    expect(() => run('tie.deny', { ids: [first] })).toThrow('known and no guess');
  });
});
