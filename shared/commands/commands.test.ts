/** What single commands promise to the person who gives them. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed, commands } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

function desk(): {
  network: Network;
  give: (name: string, args: JsonObject) => JsonObject;
  undoLast: () => void;
} {
  const network = new Network();
  const context = testContext();
  let last: ReturnType<typeof run>['patches'] = [];
  return {
    network,
    give(name, args) {
      const { patches, answer } = run(network, commandNamed(name), args, context);
      network.apply(patches);
      last = patches;
      return answer;
    },
    undoLast: () => network.apply(revert(network, last).patches),
  };
}

const person = (id: string, name: string, more: JsonObject = {}): JsonObject => ({
  id,
  name: { full: name },
  ...more,
});

describe('the registry', () => {
  it('names each command once and says in words what undo takes back', () => {
    expect(new Set(commands.map(({ name }) => name)).size).toBe(commands.length);
    for (const { label } of commands) expect(label).toMatch(/^[A-Z]/);
  });

  it('has no command called like a property of every object', () => {
    for (const name of ['__proto__', 'constructor', 'toString']) {
      expect(() => commandNamed(name)).toThrow(`There is no command "${name}".`);
    }
  });
});

describe('contact.remove', () => {
  it('says what goes with it, and undo brings all of it back', () => {
    const { network, give, undoLast } = desk();
    give('contact.add', person('ana', 'Ana'));
    give('contact.add', person('ben', 'Ben'));
    give('tie.add', { a: 'ana', b: 'ben' });
    give('contact.add-stub', { id: 'dana', name: 'Dana', knows: 'ana' });
    give('interaction.add', { id: 'both', with: ['ana', 'ben'], channel: 'call' });
    give('interaction.add', { id: 'alone', with: ['ana'], channel: 'call', confidentialText: 'a secret' });
    give('introduction.add', { id: 'intro', a: 'ana', b: 'ben', stage: 'idea' });
    give('note.add', { contact: 'ana', text: 'likes tea' });
    const whole = network.toData();

    const answer = give('contact.remove', { id: 'ana' });
    expect(answer).toMatchObject({
      removed: { contacts: ['ana'], interactions: ['alone'], introductions: ['intro'] },
      changed: { interactions: ['both'] },
      stubs: ['dana'],
    });
    expect(network.get('interactions', 'both')?.with).toEqual(['ben']);
    expect(network.count('ties')).toBe(0);
    expect(network.count('evidence')).toBe(0);
    expect(network.count('confidential')).toBe(0);
    expect(network.count('notes')).toBe(0);

    undoLast();
    expect(network.toData()).toEqual(whole);
  });

  it('refuses to remove the owner', () => {
    const { give } = desk();
    const { me } = give('me.set', { name: { full: 'Me' } });
    expect(() => give('contact.remove', { id: me })).toThrow('This is you');
  });
});

describe('arguments', () => {
  it('that the schema does not know are refused by name', () => {
    const { give } = desk();
    expect(() => give('contact.add', { name: { full: 'Ana' }, nickname: 'A' })).toThrow(/nickname/);
    expect(() => give('contact.edit', { id: 'nobody', place: 'Bern' })).toThrow(/no longer in your network/);
  });

  it('leave fields alone that they do not name, and null takes one out', () => {
    const { network, give } = desk();
    give('contact.add', person('ana', 'Ana', { place: 'Bern', tags: ['tea'] }));
    give('contact.edit', { id: 'ana', industry: 'law' });
    expect(network.get('contacts', 'ana')).toMatchObject({ place: 'Bern', tags: ['tea'], industry: 'law' });
    give('contact.edit', { id: 'ana', place: null });
    expect(network.get('contacts', 'ana')).not.toHaveProperty('place');
  });

  it('may name a person __proto__', () => {
    const { network, give } = desk();
    give('contact.add', person('p', '__proto__', { tags: ['constructor'] }));
    expect(network.get('contacts', 'p')?.name.full).toBe('__proto__');
  });
});

describe('fields of a later version', () => {
  it('survive an edit of the entity that has them', () => {
    const { network, give } = desk();
    network.load('contacts', 'ana', {
      ...person('ana', 'Ana'),
      createdAt: '2026-01-01T00:00:00.000Z',
      mood: { of: 'the day' },
    });
    give('contact.edit', { id: 'ana', place: 'Bern' });
    expect(network.get('contacts', 'ana')).toMatchObject({ mood: { of: 'the day' }, place: 'Bern' });
  });
});

describe('confidential texts', () => {
  it('stand in their own table alone', () => {
    const { network, give } = desk();
    give('contact.add', person('ana', 'Ana'));
    give('note.add', { id: 'n', contact: 'ana', confidentialText: 'xyzzy' });
    const { confidential, ...rest } = network.toData();
    expect(JSON.stringify(confidential)).toContain('xyzzy');
    expect(JSON.stringify(rest)).not.toContain('xyzzy');
    give('note.edit', { id: 'n', confidentialText: null, text: 'open' });
    expect(network.count('confidential')).toBe(0);
  });
});

describe('ties', () => {
  it('are one for a pair, whichever way round, and never a loop', () => {
    const { network, give } = desk();
    give('contact.add', person('b', 'B'));
    give('contact.add', person('a', 'A'));
    give('tie.add', { a: 'b', b: 'a' });
    expect([...network.all('ties')]).toMatchObject([{ a: 'a', b: 'b' }]);
    expect(() => give('tie.add', { a: 'a', b: 'b' })).toThrow('know each other already');
    expect(() => give('tie.add', { a: 'a', b: 'a' })).toThrow('two different people');
  });
});

describe('me.set', () => {
  it('takes a card with one of my addresses into me, with its ties', () => {
    const { network, give, undoLast } = desk();
    const { me } = give('me.set', { name: { full: 'Mia' } });
    give('contact.add', person('card', 'Mia M.', { emails: [{ value: 'Mia@Example.org' }], place: 'Bern' }));
    give('contact.add', person('ana', 'Ana'));
    give('tie.add', { a: 'card', b: 'ana' });
    const before = network.toData();
    const { merged } = give('me.set', { addresses: [{ kind: 'email', value: 'mia@example.org' }] });
    expect(merged).toEqual(['card']);
    expect(network.has('contacts', 'card')).toBe(false);
    expect(network.index.tieBetween(String(me), 'ana')).toBeDefined();
    expect(network.get('contacts', String(me))).toMatchObject({ name: { full: 'Mia' }, place: 'Bern' });
    undoLast();
    expect(network.toData()).toEqual(before);
  });
});
