import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { Network } from '../model/network';
import { run } from './command';
import { commandNamed } from './index';
import { testContext } from './random-commands.testing';
import { revert } from './revert';

let network: Network;
let give: (name: string, args: JsonObject) => JsonObject;
let undoLast: () => void;
let me: string;

beforeEach(() => {
  network = new Network();
  const context = testContext();
  let last: ReturnType<typeof run>['patches'] = [];
  give = (name, args) => {
    const { patches, answer } = run(network, commandNamed(name), args, context);
    network.apply(patches);
    last = patches;
    return answer;
  };
  undoLast = () => network.apply(revert(network, last).patches);
  for (const id of ['ana', 'ben']) give('contact.add', { id, name: { full: id } });
  give('me.set', { name: { full: 'Mara' } });
  me = network.get('settings', 'settings')?.me ?? '';
});

describe('a reminder for a group', () => {
  const group = (): JsonObject => ({ ...network.get('groupReminders', 'g') });
  beforeEach(() => {
    give('group-reminder.add', {
      id: 'g',
      name: 'Class of 2005',
      contacts: ['ana', 'ben', me],
      everyDays: 1_825,
      next: '2026-05-02',
    });
  });

  it('that was met is contact with everybody but me, and comes up on the same day years later', () => {
    give('group-reminder.met', { id: 'g' });
    expect([...network.all('interactions')]).toMatchObject([
      { day: '2026-05-04', channel: 'event', with: ['ana', 'ben'], size: 3, summary: 'Class of 2005' },
    ]);
    expect(group()['next']).toBe('2031-05-02');
    undoLast();
    expect(network.count('interactions')).toBe(0);
    expect(group()['next']).toBe('2026-05-02');
  });

  it('that is skipped comes up the time after, and nothing is said to have happened', () => {
    give('group-reminder.skip', { id: 'g' });
    expect(group()['next']).toBe('2031-05-02');
    expect(network.count('interactions')).toBe(0);
  });

  it('cannot have been met on a day to come, nor be for nobody', () => {
    expect(() => give('group-reminder.met', { id: 'g', day: '2026-05-05' })).toThrow(/has not come yet/);
    expect(() => give('group-reminder.edit', { id: 'g', contacts: [] })).toThrow(/one person at least/);
  });
});

describe('trips and stays', () => {
  it('end on the day they begin or later', () => {
    const trip = { place: 'Seoul', from: '2026-06-10', to: '2026-06-09' };
    expect(() => give('trip.add', trip)).toThrow(/before it begins/);
    expect(() => give('stay.add', { contact: 'ana', ...trip })).toThrow(/before it begins/);
    give('trip.add', { id: 't', ...trip, to: '2026-06-10' });
    expect(() => give('trip.edit', { id: 't', from: '2026-06-11' })).toThrow(/before it begins/);
  });
});

describe('a reply owed', () => {
  it('is marked once until it is answered', () => {
    give('owed-reply.add', { id: 'r', contact: 'ana', since: '2026-05-01' });
    expect(() => give('owed-reply.add', { contact: 'ana' })).toThrow(/waited since 2026-05-01/);
    give('owed-reply.add', { contact: 'ben' });
    give('interaction.add', { with: ['ana'], channel: 'mail', direction: 'mine', day: '2026-05-03' });
    give('owed-reply.add', { contact: 'ana' });
    expect(network.count('owedReplies')).toBe(3);
  });

  it('can be marked again once it was said that none is needed', () => {
    give('owed-reply.add', { id: 'r', contact: 'ana', since: '2026-05-01' });
    give('owed-reply.edit', { id: 'r', doneOn: '2026-05-04' });
    give('owed-reply.add', { contact: 'ana' });
    expect(network.count('owedReplies')).toBe(2);
  });

  it('is not owed where I was in touch since, nor from a day to come', () => {
    give('interaction.add', { with: ['ana'], channel: 'call', day: '2026-05-03' });
    expect(() => give('owed-reply.add', { contact: 'ana', since: '2026-05-01' })).toThrow(
      /counts as an answer/,
    );
    expect(() => give('owed-reply.add', { contact: 'ana', since: '2026-05-05' })).toThrow(/has not come yet/);
  });
});
