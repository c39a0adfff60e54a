import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import type { CoolingFit } from './cooling-fit';
import {
  type ClusterMember,
  type CoolingPerson,
  bridgeUrgency,
  coolingList,
  whenQuiet,
} from './cooling-list';
import { contactDays, warmthOf } from './warmth';

const noFit: CoolingFit = { kind: 'tooFew', of: 'cases', have: 3, need: 200 };
const today = 1000;
const person = (contact: string, days: readonly number[], cluster: string | null = null) => ({
  contact,
  cluster,
  warmth: warmthOf(contactDays(days.map((day) => ({ day, weight: 1 }))), 30, today),
});
const listOf = (people: readonly CoolingPerson[]) => finish(coolingList(people, today, noFit));
const everyTenUntil = (last: number) => [40, 30, 20, 10, 0].map((before) => last - before);

test('when a tie goes quiet: by today, in 7, 30 and 91 days, later', () => {
  const days = [-300, 0, 1, 7, 8, 30, 31, 91, 92];
  expect(days.map((day) => whenQuiet(today + day, today))).toEqual([
    'quiet',
    'quiet',
    'week',
    'week',
    'month',
    'month',
    'season',
    'season',
    'later',
  ]);
});

describe('the only tie into a cluster', () => {
  const member = (
    contact: string,
    state: ClusterMember['state'],
    cluster: string | null = 'choir',
  ): ClusterMember => ({
    contact,
    state,
    cluster,
  });

  test('is the one that has not gone quiet', () => {
    const only = bridgeUrgency([member('a', 'cold'), member('b', 'cooling'), member('c', 'unknown')]);
    expect([...only]).toEqual([['b', 'choir']]);
  });

  test('is the only one there ever was where all have gone quiet', () => {
    const only = bridgeUrgency([member('a', 'cold'), member('b', 'unknown'), member('c', 'unknown')]);
    expect([...only]).toEqual([['a', 'choir']]);
    expect(bridgeUrgency([member('a', 'cold'), member('b', 'cold'), member('c', 'unknown')]).size).toBe(0);
  });

  test('is nobody where two are in touch, in a group of two, and outside of groups', () => {
    expect(bridgeUrgency([member('a', 'warm'), member('b', 'cooling'), member('c', 'cold')]).size).toBe(0);
    expect(bridgeUrgency([member('a', 'warm'), member('b', 'unknown')]).size).toBe(0);
    const outside = ['a', 'b', 'c'].map((id, i) => member(id, i === 0 ? 'warm' : 'unknown', null));
    expect(bridgeUrgency(outside).size).toBe(0);
  });
});

describe('the list', () => {
  test('says of each why, with dates, and gives no chance without a fit', () => {
    const [entry] = listOf([person('ana', everyTenUntil(940), 'choir')]);
    expect(entry).toEqual({
      contact: 'ana',
      when: 'month',
      cluster: 'choir',
      chance: null,
      reasons: [
        { kind: 'lastContact', day: '1972-07-29', silence: 60 },
        { kind: 'rhythm', own: true, days: 10 },
        { kind: 'quietBy', day: '1972-10-17' },
      ],
    });
  });

  test('holds everyone with a contact day, likeliest to go quiet first', () => {
    const people = [
      person('late', everyTenUntil(990)),
      person('none', []),
      person('long ago', everyTenUntil(700)),
      person('few', [900]),
      person('ahead', [today + 5]),
    ];
    const list = listOf(people);
    expect(list.map(({ contact }) => contact)).toEqual(['long ago', 'few', 'late']);
    expect(list[1]!.reasons).toContainEqual({ kind: 'rhythm', own: false, days: 30 });
  });

  test('puts the only tie into a cluster before an equal one', () => {
    const people = [
      person('a', everyTenUntil(960), 'work'),
      person('b', everyTenUntil(960), 'choir'),
      person('w', everyTenUntil(961), 'work'),
      ...['w2', 'c1', 'c2'].map((id) => person(id, [], id.startsWith('w') ? 'work' : 'choir')),
    ];
    const list = listOf(people);
    expect(list.map(({ contact }) => contact)).toEqual(['b', 'a', 'w']);
    expect(list[0]!.reasons).toContainEqual({ kind: 'onlyTieInto', cluster: 'choir' });
    expect(list[1]!.reasons.some(({ kind }) => kind === 'onlyTieInto')).toBe(false);
  });
});
