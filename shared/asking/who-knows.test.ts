import { beforeEach, describe, expect, it } from 'vitest';
import { TestNetwork } from '../keeping/keeping.testing';
import { atOnce } from '../steps';
import type { OfferAnswer } from './answers';
import { askedOf } from './asked';
import { whoKnows } from './who-knows';

let net: TestNetwork;
const speaking = (): Parameters<typeof whoKnows>[0] => ({
  network: net.network,
  today: '2026-05-04',
  locale: 'en-GB',
});
const knowing = (): OfferAnswer => atOnce(whoKnows(speaking()));
const why = (id: string): string | undefined =>
  knowing()
    .ought.find((one) => one.id === id)
    ?.reasons.map(({ text }) => text)
    .join(' ');

beforeEach(() => {
  net = new TestNetwork();
  net.contact('mara', { canHelpWith: ['Pitch training'], circle: 'inner' });
  net.settings({ me: 'mara' });
});

describe('who knows what I do', () => {
  it('are those who were told, lately first; what was told long ago may have changed', () => {
    net.contact('ana', { knowsMyWork: '2026-04-30' });
    net.contact('ben', { knowsMyWork: '2026-05-04', circle: 'inner' });
    net.contact('cy', { knowsMyWork: '2023-03-01', circle: 'inner' });
    expect(knowing()).toMatchObject({
      knows: [
        { id: 'ben', text: 'Told today.' },
        { id: 'ana', text: 'Told 4 days ago.' },
      ],
      knowsInAll: 2,
      oughtInAll: 1,
    });
    expect(why('cy')).toMatch(/Last told in March 2023; things may have changed since\.$/);
  });

  it('ought to be those who look for it, were asked, gave or got, stand near, or may slip away', () => {
    net.contact('looks', { lookingFor: ['training for a pitch'] });
    net.contact('asked');
    net.put('requests', { contact: 'asked', text: 'a word', askedOn: '2026-04-30' });
    net.contact('helped');
    net.put('exchanges', { contact: 'helped', direction: 'given', kind: 'help', day: '2026-05-01' });
    net.contact('near', { circle: 'close' });
    net.contact('slips');
    for (const day of ['2025-11-01', '2025-12-01'])
      net.put('interactions', { channel: 'meal', direction: 'both', with: ['slips'], day });
    net.contact('nobody');
    net.contact('gone', { circle: 'close', archived: true });
    expect(knowing().ought.map(({ id }) => id)).toEqual(['looks', 'asked', 'helped', 'near', 'slips']);
    expect(why('looks')).toBe('Is looking for “training for a pitch”, which is close to what you offer.');
    expect(why('asked')).toBe('You asked for “a word” 4 days ago.');
    expect(why('near')).toBe('In your circle “Close”.');
    expect(why('slips')).toBe('You had a meal together in December. Nothing is settled between you yet.');
  });

  it('forgets what was asked or given more than a year ago', () => {
    net.contact('asked');
    net.put('requests', { contact: 'asked', text: 'a word', askedOn: '2025-05-03' });
    net.put('exchanges', { contact: 'asked', direction: 'given', kind: 'help', day: '2025-05-03' });
    expect(knowing().ought).toEqual([]);
  });
});

describe('what was asked', () => {
  it('waits for an answer, then for thanks, then rests; a confidential text stays hidden', () => {
    net.contact('ana');
    net.put('confidential', { id: 'secret', text: 'MARKER' });
    const put = (id: string, askedOn: string, more: object = {}): string =>
      net.put('requests', { id, contact: 'ana', text: 'a word', askedOn, ...more });
    put('late', '2026-04-20');
    put('early', '2026-04-10');
    put('yes', '2026-04-01', { answer: 'yes', answeredOn: '2026-04-02' });
    put('no', '2026-03-01', { answer: 'no', answeredOn: '2026-04-02' });
    net.put('requests', { id: 'hidden', contact: 'ana', confidential: 'secret', askedOn: '2026-04-30' });
    net.put('exchanges', {
      id: 'gift',
      contact: 'ana',
      direction: 'received',
      kind: 'gift',
      day: '2026-04-03',
    });
    const asked = askedOf(speaking());
    expect(asked.open.map(({ id }) => id)).toEqual(['early', 'late', 'hidden']);
    expect(asked.open[2]).toMatchObject({ text: null, confidential: 'secret' });
    expect(asked.thanks.map(({ id, text }) => [id, text])).toEqual([
      ['gift', 'Ana gave you a present.'],
      ['yes', 'Ana said yes to “a word”.'],
    ]);
    expect(asked).toMatchObject({ past: [{ id: 'yes' }, { id: 'no' }], pastInAll: 2 });
    expect(JSON.stringify(asked)).not.toContain('MARKER');
  });
});
