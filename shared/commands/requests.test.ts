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
  give('contact.add', { id: 'ana', name: { full: 'Ana' } });
});

const request = (): JsonObject => ({ ...network.get('requests', 'r') });

describe('a request', () => {
  beforeEach(() => {
    give('request.add', { id: 'r', contact: 'ana', text: 'a word with her dean' });
  });

  it('stands open from the day it was asked', () => {
    expect(request()).toMatchObject({ askedOn: '2026-05-04', answer: 'open' });
    undoLast();
    expect(network.count('requests')).toBe(0);
  });

  it('takes down a yes and the help that came of it as one step, and thanks for both', () => {
    const { exchange } = give('request.answer', {
      id: 'r',
      answer: 'yes',
      received: { kind: 'introduction', text: 'wrote to her dean' },
    });
    expect(request()).toMatchObject({ answer: 'yes', answeredOn: '2026-05-04', received: exchange });
    expect([...network.all('exchanges')]).toMatchObject([
      { id: exchange, contact: 'ana', direction: 'received', kind: 'introduction', day: '2026-05-04' },
    ]);
    undoLast();
    expect(network.count('exchanges')).toBe(0);
    expect(request()).toMatchObject({ answer: 'open' });

    give('request.answer', { id: 'r', answer: 'yes', received: { kind: 'time' } });
    give('request.thank', { id: 'r' });
    expect(request()).toMatchObject({ thankedOn: '2026-05-04' });
    expect([...network.all('exchanges')]).toMatchObject([{ thankedOn: '2026-05-04' }]);
    undoLast();
    expect(request()['thankedOn']).toBeUndefined();
    expect([...network.all('exchanges')][0]?.thankedOn).toBeUndefined();
  });

  it('stays when what came of it is taken out', () => {
    const { exchange } = give('request.answer', { id: 'r', answer: 'yes', received: { kind: 'help' } });
    give('exchange.remove', { id: exchange });
    expect(request()).toMatchObject({ answer: 'yes' });
    expect(request()['received']).toBeUndefined();
  });

  it('takes an answer back', () => {
    give('request.answer', { id: 'r', answer: 'no' });
    expect(request()).toMatchObject({ answer: 'no', answeredOn: '2026-05-04' });
    give('request.answer', { id: 'r', answer: 'open' });
    expect(request()['answeredOn']).toBeUndefined();
  });

  it('keeps a confidential text apart', () => {
    give('request.add', { id: 's', contact: 'ana', confidentialText: 'for the doctor’s number' });
    expect(network.get('requests', 's')?.text).toBeUndefined();
    expect([...network.all('confidential')]).toMatchObject([{ text: 'for the doctor’s number' }]);
  });

  it.each<[string, string, JsonObject, RegExp]>([
    ['somebody unknown', 'request.add', { contact: 'zoe', text: 'x' }, /not in your network/],
    ['nothing', 'request.add', { contact: 'ana', text: ' ' }, /^Write what you ask for\.$/],
    ['the future', 'request.add', { contact: 'ana', text: 'x', askedOn: '2026-05-05' }, /not come yet/],
    [
      'an early answer',
      'request.answer',
      { id: 'r', answer: 'no', answeredOn: '2026-05-03' },
      /before you asked/,
    ],
    ['an early answer by edit', 'request.edit', { id: 'r', answeredOn: '2026-05-03' }, /before you asked/],
    ['early thanks', 'request.edit', { id: 'r', thankedOn: '2026-05-03' }, /^Thanks cannot come before/],
    ['thanks for nothing', 'request.thank', { id: 'r' }, /no answer yet/],
    [
      'help of a no',
      'request.answer',
      { id: 'r', answer: 'no', received: { kind: 'help' } },
      /of a yes alone/,
    ],
  ])('refuses %s with a sentence, and nothing is written', (_what, name, args, says) => {
    const before = network.toData();
    expect(() => give(name, args)).toThrow(says);
    expect(network.toData()).toEqual(before);
  });

  it('is not asked of oneself, and what was received is written down once', () => {
    const { me } = give('me.set', { name: { full: 'Mara' } });
    expect(() => give('request.add', { contact: me, text: 'x' })).toThrow('This is you.');
    give('request.answer', { id: 'r', answer: 'yes', received: { kind: 'help' } });
    expect(() => give('request.answer', { id: 'r', answer: 'yes', received: { kind: 'help' } })).toThrow(
      'on record already',
    );
  });
});

describe('knowing what I do', () => {
  it('is written down for several people as one step', () => {
    give('contact.add', { id: 'ben', name: { full: 'Ben' } });
    give('contact.bulk', { ids: ['ana', 'ben'], knowsMyWork: '2026-05-04' });
    expect(['ana', 'ben'].map((id) => network.get('contacts', id)?.knowsMyWork)).toEqual([
      '2026-05-04',
      '2026-05-04',
    ]);
    undoLast();
    expect(network.get('contacts', 'ben')?.knowsMyWork).toBeUndefined();
  });
});
