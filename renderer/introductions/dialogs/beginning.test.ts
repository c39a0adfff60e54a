import { describe, expect, it } from 'vitest';
import { Network } from '../../../shared/model/network';
import type { Stage } from '../../../shared/model/entities';
import { argsOf, filledFrom, underWay } from './beginning';

const today = '2026-05-04';

describe('a new introduction', () => {
  it('begins with whoever is selected, or with somebody who introduces', () => {
    expect(filledFrom({ a: 'ana' }, 'me', today)).toMatchObject({ kind: 'mine', a: 'ana', b: undefined });
    expect(filledFrom({ a: 'ana', b: 'ben', by: 'cy' }, 'me', today)).toMatchObject({
      kind: 'theirs',
      by: 'cy',
    });
    const toMe = { kind: 'to-me', a: undefined, b: 'ana', by: 'cy' };
    expect(filledFrom({ a: 'ana', b: 'me', by: 'cy' }, 'me', today)).toMatchObject(toMe);
    expect(filledFrom({ a: 'me', b: 'ana', by: 'cy' }, 'me', today)).toMatchObject(toMe);
  });

  it('has no arguments while somebody is missing', () => {
    const filled = filledFrom({ a: 'ana' }, 'me', today);
    expect(argsOf(filled, 'me')).toBeUndefined();
    expect(argsOf({ ...filled, kind: 'theirs', b: 'ben' }, 'me')).toBeUndefined();
    expect(argsOf({ ...filled, kind: 'to-me', b: 'ben', by: 'cy' }, undefined)).toBeUndefined();
  });

  it('says who, why, openly or apart, and that it happened', () => {
    const filled = filledFrom({ a: 'ana', b: 'ben', by: 'cy', why: ' Both sail. ' }, 'me', today);
    expect(argsOf(filled, 'me', 'plan')).toEqual({
      a: 'ana',
      b: 'ben',
      by: 'cy',
      why: 'Both sail.',
      plan: 'plan',
    });
    expect(argsOf({ ...filled, kind: 'mine', isSecret: true, sure: true }, 'me')).toEqual({
      a: 'ana',
      b: 'ben',
      confidentialText: 'Both sail.',
      sure: true,
    });
    expect(argsOf({ ...filled, kind: 'to-me', why: '', happened: true }, 'me')).toEqual({
      a: 'me',
      b: 'ben',
      by: 'cy',
      stage: 'introduced',
      channel: 'mail',
      day: today,
    });
  });
});

it('of the same two, the one that is under way is found, in either order', () => {
  const network = new Network();
  for (const id of ['ana', 'ben']) {
    const after = { id, name: { full: id }, createdAt: '2020-01-01T09:00:00.000Z' };
    network.apply([{ table: 'contacts', id, before: null, after }]);
  }
  const put = (id: string, stage: Stage): void =>
    network.apply([{ table: 'introductions', id, before: null, after: { id, a: 'ana', b: 'ben', stage } }]);
  put('old', 'declined');
  expect(underWay(network, 'ben', 'ana')).toBeUndefined();
  put('new', 'asked');
  expect(underWay(network, 'ben', 'ana')).toBe('new');
  expect(underWay(network, 'ana', 'cy')).toBeUndefined();
});
