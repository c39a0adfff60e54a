import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import { atOnce } from '../steps';
import { fullLoads, loadOf } from './load';
import { toldLoad } from './say-load';

const today = '2026-05-04';
let net: TestNetwork;
const speaking = () => ({ network: net.network, today, locale: 'en-GB' });
const told = (contact = 'ana') => toldLoad(speaking(), loadOf(net.network, contact, today));
const request = (askedOn: string, fields: JsonObject = {}): string =>
  net.put('requests', { contact: 'ana', askedOn, answer: 'open', ...fields });
const introduction = (fields: JsonObject): string =>
  net.put('introductions', {
    a: 'ana',
    b: 'ben',
    stage: 'asked',
    consentA: 'asked',
    consentB: 'not-asked',
    history: [
      { day: '2026-04-20', stage: 'idea' },
      { day: '2026-04-25', stage: 'asked', side: 'a', consent: 'asked' },
    ],
    ...fields,
  });

beforeEach(() => {
  net = new TestNetwork();
  for (const id of ['mara', 'ana', 'ben', 'cem']) net.contact(id);
  net.settings({ me: 'mara' });
});

describe('how much is asked of somebody', () => {
  it('counts what I asked, meetings they were asked about and introductions they were asked for', () => {
    request('2026-05-01', { text: 'the visa' });
    introduction({});
    introduction({
      id: 'by-ana',
      a: 'mara',
      b: 'cem',
      by: 'ana',
      history: [{ day: '2026-03-01', stage: 'asked' }],
    });
    const { asks, lately, freeFrom } = loadOf(net.network, 'ana', today);
    expect(asks.map(({ kind, day }) => [kind, day])).toEqual([
      ['request', '2026-05-01'],
      ['meeting', '2026-04-25'],
      ['introducing', '2026-03-01'],
    ]);
    expect(lately).toHaveLength(2);
    // Once in 30 days, where nothing else was set: the last one decides.
    expect(freeFrom).toBe('2026-05-31');
    // Ben has not been asked yet; Cem was, by Ana.
    expect(loadOf(net.network, 'ben', today).asks).toEqual([]);
    expect(loadOf(net.network, 'cem', today).asks).toMatchObject([{ by: 'ana' }]);
    expect(told().asks.map(({ text }) => text)).toEqual([
      'You asked for “the visa”: no answer yet',
      'You asked about meeting Ben: no answer yet (Asked)',
      'You asked for an introduction of you and Cem (Asked)',
    ]);
  });

  it('says how often, whether that is enough, what came of it and what went back', () => {
    request('2026-05-01', { answer: 'yes', thankedOn: '2026-05-02' });
    request('2026-01-10', { answer: 'no' });
    expect(told().text).toBe(
      'Ana was asked once in the last 30 days. That is as often as you want to ask one person (once a month); from Sunday 31 May on it is easier. Of 2 times in a year: once yes and once no. Something last went back 2 days ago: you said thank you.',
    );
    net.change('settings', 'settings', {}, { askLimit: 2 });
    expect(told().freeFrom).toBeNull();
    expect(told().brief).toBe('Ana was asked once in the last 30 days.');
  });

  it('names others who asked, and brings up an introduction once, however often it was asked', () => {
    introduction({
      by: 'cem',
      history: [
        { day: '2026-04-10', stage: 'asked', side: 'a', consent: 'asked' },
        { day: '2026-05-02', stage: 'asked', side: 'a', consent: 'asked' },
      ],
    });
    expect(told().brief).toMatch(/^Ana was asked once in the last 30 days by Cem\./);
    expect(told().text).toMatch(/Nothing that went back is on record yet\.$/);
  });

  it('takes an introduction that I made for them as something that went back', () => {
    introduction({ stage: 'met', day: '2026-04-28', consentA: 'yes', consentB: 'yes' });
    expect(told().text).toMatch(/What came of it: yes\. Something last went back .*: you introduced them/);
  });

  it('says nothing of whom nobody asked, and leaves out what was confidential and what is to come', () => {
    net.put('confidential', { id: 'secret', text: 'MARKER' });
    expect(told()).toMatchObject({ text: '', asks: [], freeFrom: null });
    request('2026-06-01');
    expect(told().text).toBe('');
    request('2026-05-01', { confidential: 'secret' });
    expect(told().asks[0]?.text).toBe('You asked for something confidential: no answer yet');
  });

  it('is the same for everybody at once', () => {
    request('2026-05-01');
    introduction({ by: 'cem' });
    net.change('settings', 'settings', {}, { askLimit: 2 });
    const full = atOnce(fullLoads(net.network, today));
    for (const contact of ['ana', 'ben', 'cem']) {
      expect(full.get(contact)).toBe(loadOf(net.network, contact, today).freeFrom);
    }
    expect([...full]).toEqual([['ana', '2026-05-25']]);
  });
});
