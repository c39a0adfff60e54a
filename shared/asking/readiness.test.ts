import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { TestNetwork } from '../keeping/keeping.testing';
import type { Readiness } from './answers';
import { readinessOf } from './readiness';

const today = '2026-05-04';
let net: TestNetwork;

beforeEach(() => {
  net = new TestNetwork();
  net.contact('mara');
  net.settings({ me: 'mara' });
  net.contact('ana', { howMet: { on: '2019-03' } });
  // In rhythm, and known well.
  for (const day of ['2025-12-01', '2026-02-01', '2026-04-20']) net.call('ana', day);
});

function ready(contact = 'ana'): Readiness {
  const found = readinessOf({ network: net.network, today, locale: 'en-GB' }, contact);
  if (found === undefined) throw new Error('nobody');
  return found;
}

const fact = (kind: string): string | undefined => ready().facts.find((one) => one.kind === kind)?.text;
const promise = (more: JsonObject): string =>
  net.put('commitments', { contact: 'ana', by: 'me', text: 'the slides', madeOn: '2026-04-01', ...more });
const request = (askedOn: string, more: JsonObject = {}): string =>
  net.put('requests', { contact: 'ana', text: 'a word', askedOn, ...more });
const exchange = (direction: string, day: string, more: JsonObject = {}): string =>
  net.put('exchanges', { contact: 'ana', direction, kind: 'help', day, ...more });

describe('before asking', () => {
  it('is a good moment where nothing on record stands in the way', () => {
    expect(ready()).toMatchObject({
      moment: 'good',
      headline: 'A good moment',
      text: 'Nothing on record stands in the way.',
      better: [],
    });
  });

  it('tells how long, how lately, what went to and fro, what is open, how often asked, what thanks', () => {
    expect(ready().facts.map(({ text }) => text)).toEqual([
      'You have known each other since March 2019, for 7 years.',
      'Spoke on the phone 14 days ago. That is in rhythm.',
      'Nothing given or received is on record.',
      'You owe Ana no promise.',
      'You have not asked for anything yet, as far as is on record.',
      'No thanks are owed.',
    ]);
    exchange('given', '2026-03-02');
    expect(fact('given')).toBe('You helped in March.');
    request('2026-03-01', { answer: 'no', answeredOn: '2026-03-02' });
    expect(fact('asked')).toBe(
      'You asked once in the last three months, last for “a word” in March; the answer was no.',
    );
  });

  it.each<[string, () => string, RegExp, string]>([
    [
      'a promise that is late',
      () => promise({ due: '2026-05-01' }),
      /3 days late now\. Keep it first\.$/,
      'keep-promise',
    ],
    ['a request without an answer', () => request('2026-04-30'), /there is no answer yet/, 'write-answer'],
  ])('is not yet with %s', (_what, put, text, kind) => {
    const id = put();
    expect(ready()).toMatchObject({
      moment: 'not-yet',
      headline: 'Not yet',
      better: [{ act: { kind, id } }],
    });
    expect(ready().text).toMatch(text);
  });

  it('is not yet for a month after “not now”, and after the third request of a quarter', () => {
    request('2026-04-06', { answer: 'not-now', answeredOn: '2026-04-10' });
    expect(ready().better).toMatchObject([{ kind: 'not-now' }]);
    net.change('requests', 'requests-4', { answeredOn: '2026-04-10' }, { answeredOn: '2026-04-04' });
    expect(ready().moment).toBe('good');
    const no = { answer: 'no', answeredOn: '2026-04-06' };
    request('2026-03-06', no);
    expect(ready().moment).toBe('good');
    request('2026-03-07', no);
    expect(ready()).toMatchObject({ moment: 'not-yet', better: [{ kind: 'asked-often' }] });
    expect(ready().better[0]?.text).toContain('3 times in the last three months');
  });

  it.each<[string, () => string, string, string]>([
    ['a promise that is not due yet', () => promise({ due: '2026-05-08' }), 'promise', 'keep-promise'],
    ['thanks owed for help', () => exchange('received', '2026-03-02'), 'thanks', 'thank-exchange'],
    [
      'thanks owed for a yes',
      () => request('2026-01-02', { answer: 'yes', answeredOn: '2026-01-03' }),
      'thanks',
      'thank-request',
    ],
    [
      'a reply owed',
      () => net.put('owedReplies', { contact: 'ana', since: '2026-05-02' }),
      'reply',
      'answer-reply',
    ],
    [
      'advice that was followed and not told of',
      () => promise({ by: 'them', advice: true, doneOn: '2026-04-01' }),
      'update',
      'tell-outcome',
    ],
  ])('is better after one thing with %s', (_what, put, kind, act) => {
    const id = put();
    expect(ready()).toMatchObject({
      moment: 'after',
      headline: 'Better after one thing',
      better: [{ kind, act: { kind: act, id } }],
    });
    expect(ready().text).toMatch(/^[A-Z].*\.$/);
  });

  it('asks for a word first where it has gone quiet, never began, or has only begun', () => {
    net.contact('ben');
    expect(ready('ben')).toMatchObject({
      moment: 'after',
      better: [{ act: { kind: 'be-in-touch', id: 'ben' } }],
    });
    net.call('ben', '2026-05-01');
    expect(ready('ben').text).toContain('only just met');
    net.call('ben', '2026-05-03');
    expect(ready('ben').moment).toBe('good');
    net.contact('cy');
    for (const day of ['2021-01-01', '2021-06-01']) net.call('cy', day);
    expect(ready('cy').text).toBe(
      'It has gone quiet with Cy; you were last in touch in June 2021. Be in touch once before you ask.',
    );
    net.contact('dee', { noMeasures: true });
    for (const day of ['2021-01-01', '2021-06-01']) net.call('dee', day);
    expect(ready('dee').moment).toBe('good');
  });

  it('gives before it asks where more than one thing was received this year and nothing given', () => {
    net.change('contacts', 'ana', { lookingFor: [] }, { lookingFor: ['a flat in Basel'] });
    expect(ready()).toMatchObject({ moment: 'good', better: [{ kind: 'looks-for' }] });
    for (const day of ['2026-01-01', '2026-02-01']) exchange('received', day, { thankedOn: day });
    expect(ready()).toMatchObject({ moment: 'after', better: [{ kind: 'give' }, { kind: 'looks-for' }] });
    exchange('given', '2026-03-01');
    expect(ready()).toMatchObject({ moment: 'good', better: [] });
  });

  it('counts a yes and what came of it once', () => {
    const id = exchange('received', '2026-04-02');
    request('2026-04-01', { answer: 'yes', answeredOn: '2026-04-02', received: id });
    expect(ready().better).toHaveLength(1);
    net.change('exchanges', id, {}, { thankedOn: '2026-04-03' });
    expect(ready().moment).toBe('good');
  });

  it('says of what is confidential only that it is, and has no answer about me or a stranger', () => {
    net.put('confidential', { id: 'secret', text: 'MARKER' });
    for (const table of ['commitments', 'requests', 'exchanges'] as const) {
      const row = {
        commitments: { contact: 'ana', by: 'me', madeOn: '2026-04-01', due: '2026-05-01' },
        requests: { contact: 'ana', askedOn: '2026-05-01' },
        exchanges: { contact: 'ana', direction: 'received', kind: 'help', day: '2026-05-01' },
      }[table];
      net.put(table, { ...row, confidential: 'secret' });
    }
    const said = JSON.stringify(ready());
    expect(said).toContain('something confidential');
    expect(said).not.toContain('MARKER');
    const speaking = { network: net.network, today, locale: 'en-GB' };
    expect(readinessOf(speaking, 'mara')).toBeUndefined();
    expect(readinessOf(speaking, 'zoe')).toBeUndefined();
  });
});
