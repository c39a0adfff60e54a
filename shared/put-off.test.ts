import { beforeEach, describe, expect, it } from 'vitest';
import { Desk } from './imports/importing.testing';
import { putOffDays, putOffPairs, putOffTies } from './put-off';
import { addDays } from './time';

let desk: Desk;
const pairs = (): number => putOffPairs(desk.network, desk.context.today).size;
const ties = (): string[] => [...putOffTies(desk.network, desk.context.today)];
const goOn = (days: number): void => desk.at(`${addDays(desk.context.today, days)}T10:00:00.000Z`);

beforeEach(() => {
  desk = new Desk();
  for (const id of ['ana', 'ben', 'cem']) desk.do('contact.add', { id, name: { full: id } });
  desk.do('tie.add', { id: 't', a: 'ana', b: 'ben', state: 'inferred', confidence: 0.3 });
});

describe('whether two are one person, put off', () => {
  it('rests for some weeks, and said again it begins anew', () => {
    desk.do('pair.same-later', { a: 'ben', b: 'ana' });
    expect([...putOffPairs(desk.network, desk.context.today)]).toEqual(['ana ben']);
    goOn(putOffDays - 1);
    expect(pairs()).toBe(1);
    desk.do('pair.same-later', { a: 'ana', b: 'ben' });
    expect(desk.network.count('pairDecisions')).toBe(1);
    goOn(putOffDays - 1);
    expect(pairs()).toBe(1);
    goOn(1);
    expect(pairs()).toBe(0);
  });

  it('rests until one of the two cards says something else, and undo takes it back', () => {
    const patches = desk.do('pair.same-later', { a: 'ana', b: 'ben' });
    desk.do('contact.edit', { id: 'ana', tags: ['choir'], circle: 'close' });
    expect(pairs()).toBe(1);
    desk.do('contact.edit', { id: 'ana', phones: [{ value: '+41791234567' }] });
    expect(pairs()).toBe(0);
    desk.do('contact.edit', { id: 'ana', phones: [] });
    expect(pairs()).toBe(1);
    desk.undo(patches);
    expect(pairs()).toBe(0);
  });

  it('is no matter any more once it is decided, and none of somebody with themselves', () => {
    desk.do('pair.same-later', { a: 'ana', b: 'ben' });
    desk.do('pair-decision.add', { a: 'ben', b: 'ana', kind: 'not-same' });
    expect([...desk.network.all('pairDecisions')].map(({ kind }) => kind)).toEqual(['not-same']);
    desk.do('pair.same-later', { a: 'ana', b: 'cem' });
    desk.do('contact.merge', { into: 'ana', gone: 'cem' });
    expect([...desk.network.all('pairDecisions')].map(({ kind }) => kind)).toEqual(['not-same']);
    expect(() => desk.do('pair.same-later', { a: 'ana', b: 'ana' })).toThrow('one contact already');
  });
});

describe('whether two know each other, put off', () => {
  it('rests until something else speaks for it, for some weeks at most', () => {
    desk.do('tie.later', { ids: ['t'] });
    expect(ties()).toEqual(['t']);
    goOn(putOffDays - 1);
    expect(ties()).toEqual(['t']);
    desk.do('tie.edit', { id: 't', confidence: 0.5 });
    expect(ties()).toEqual([]);
    desk.do('tie.later', { ids: ['t'] });
    goOn(putOffDays);
    expect(ties()).toEqual([]);
  });

  it('is no matter any more once it is answered; a known tie is not put off', () => {
    desk.do('tie.later', { ids: ['t'] });
    desk.do('tie.confirm', { id: 't' });
    expect(desk.network.count('pairDecisions')).toBe(0);
    expect(() => desk.do('tie.later', { ids: ['t'] })).toThrow('known already');
    desk.do('tie.add', { id: 'u', a: 'cem', b: 'ben', state: 'inferred' });
    desk.do('tie.later', { ids: ['u'] });
    desk.do('tie.deny', { ids: ['u'] });
    expect([...desk.network.all('pairDecisions')].map(({ kind }) => kind)).toEqual(['not-tied']);
  });
});
