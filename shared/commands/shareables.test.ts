import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

function desk(): { network: Network; give: (name: string, args: JsonObject) => () => void } {
  const network = new Network();
  const context = testContext();
  const give = (name: string, args: JsonObject): (() => void) => {
    const { patches } = run(network, commandNamed(name), args, context);
    network.apply(patches);
    return () => network.apply(revert(network, patches).patches);
  };
  give('me.set', { name: { full: 'Mara' }, addresses: [] });
  for (const id of ['ana', 'ben']) give('contact.add', { id, name: { full: id } });
  give('shareable.add', { id: 'article', title: 'On birds', tags: ['birding'] });
  return { network, give };
}

describe('marking as sent', () => {
  it('notes who got it, that they were written to and what they were given, as one step to take back', () => {
    const { network, give } = desk();
    const before = network.toData();
    const undo = give('shareable.send', {
      id: 'article',
      contacts: ['ana', 'ben', 'ana'],
      day: '2026-05-02',
      channel: 'message',
    });
    expect(network.get('shareables', 'article')?.sent).toEqual([
      { contact: 'ana', day: '2026-05-02' },
      { contact: 'ben', day: '2026-05-02' },
    ]);
    const written = { day: '2026-05-02', channel: 'message', direction: 'mine', summary: 'Sent: On birds' };
    const interactions = [...network.all('interactions')];
    expect(interactions).toMatchObject([
      { ...written, with: ['ana'] },
      { ...written, with: ['ben'] },
    ]);
    const given = { day: '2026-05-02', direction: 'given', kind: 'information', text: 'On birds' };
    expect([...network.all('exchanges')]).toMatchObject([
      { ...given, contact: 'ana', interaction: interactions[0]?.id },
      { ...given, contact: 'ben', interaction: interactions[1]?.id },
    ]);
    undo();
    expect(network.toData()).toEqual(before);
  });

  it('keeps what is new in the same step, once', () => {
    const { network, give } = desk();
    const before = network.toData();
    const args = { id: 'new', add: { title: 'On bats', tags: ['bats'] }, contacts: ['ana'] };
    const undo = give('shareable.send', args);
    give('shareable.send', args);
    expect(network.get('shareables', 'new')).toMatchObject({ title: 'On bats', addedOn: '2026-05-04' });
    expect(network.count('interactions')).toBe(1);
    undo();
    expect(network.toData()).toEqual(before);
  });

  it.each([
    ['nobody', { contacts: [] }, /to whom it went/],
    ['somebody unknown', { contacts: ['ana', 'zed'] }, /no longer in your network/],
    ['something unknown', { id: 'gone', contacts: ['ana'] }, /no longer in your network/],
    ['a day to come', { contacts: ['ana'], day: '2026-05-05' }, /still to come/],
    ['no day', { contacts: ['ana'], day: '2026-02-30' }, /not a day/],
    ['a call', { contacts: ['ana'], channel: 'call' }, /channel/],
    ['no title', { id: 'n', add: { title: ' ', tags: [] }, contacts: ['ana'] }, /title/],
    ['no address', { id: 'n', add: { title: 'x', url: 'javascript:alert(1)' }, contacts: ['ana'] }, /https/],
  ])('refuses %s and writes nothing', (_what, args, sentence) => {
    const { network, give } = desk();
    const before = network.toData();
    expect(() => give('shareable.send', { id: 'article', ...args })).toThrow(sentence);
    expect(network.toData()).toEqual(before);
  });

  it('refuses who had it, and me', () => {
    const { network, give } = desk();
    give('shareable.send', { id: 'article', contacts: ['ana'] });
    expect(() => give('shareable.send', { id: 'article', contacts: ['ben', 'ana'] })).toThrow(
      'ana had it already. Name the others alone.',
    );
    const me = network.get('settings', 'settings')?.me ?? '';
    expect(() => give('shareable.send', { id: 'article', contacts: [me] })).toThrow(/You are one of those/);
  });
});

describe('what is kept', () => {
  it('has a title, and an address only of the web', () => {
    const { network, give } = desk();
    const count = network.count('shareables');
    expect(() => give('shareable.add', { title: ' ' })).toThrow(/^Give it a title/);
    for (const url of ['example', 'ftp://example.org/a', 'https://a b.org', 'https://me:pw@example.org/'])
      expect(() => give('shareable.add', { title: 'x', url }), url).toThrow(/no address of the web/);
    expect(() => give('shareable.edit', { id: 'article', url: 'data:text/html,x' })).toThrow(/no address/);
    expect(network.count('shareables')).toBe(count);
    give('shareable.edit', { id: 'article', url: 'http://example.org/a?b=c#d' });
    give('shareable.edit', { id: 'article', url: null });
    expect(network.get('shareables', 'article')?.url).toBeUndefined();
  });
});
