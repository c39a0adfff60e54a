import { beforeEach, describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { stages } from '../model/entities/introduction';
import { TestNetwork } from '../keeping/keeping.testing';
import { stuckIntroductions } from '../keeping/stuck-introductions';
import { boardOf } from './board';
import { type Brought, whoBrought } from './chain';
import { draftsFor } from './drafts';
import { sayHowFar, type SpeakingOfMe } from './say';

const today = '2026-05-04';
let test: TestNetwork;
let speaking: SpeakingOfMe;

beforeEach(() => {
  test = new TestNetwork();
  for (const id of ['ana', 'ben', 'cy', 'dan', 'mara']) test.contact(id);
  test.settings({ me: 'mara' });
  speaking = { network: test.network, today, locale: 'en-GB', me: 'mara' };
});

const put = (id: string, fields: JsonObject): string =>
  test.put('introductions', { id, a: 'ana', b: 'ben', ...fields });
const asked = (day: string, side: 'a' | 'b', consent = 'asked'): JsonObject => ({
  day,
  stage: 'asked',
  side,
  consent,
});

describe('the board', () => {
  it('has every stage in its column, and what ended apart', () => {
    for (const stage of stages) put(`i-${stage}`, { stage, history: [{ day: today, stage }] });
    const { columns, ended } = boardOf(test.network, today);
    expect(columns.map(({ title, cards }) => [title, ...cards.map((card) => card.introduction.id)])).toEqual([
      ['Idea', 'i-idea'],
      ['Asked', 'i-asked'],
      ['Both agreed', 'i-agreed'],
      ['Introduced', 'i-introduced'],
      ['Met', 'i-met'],
      ['Outcome and thanks', 'i-outcome', 'i-thanked'],
    ]);
    expect(ended.map((card) => card.introduction.id)).toEqual(['i-declined', 'i-not-now', 'i-withdrawn']);
  });

  it('has what is stuck first, the longest before the others, then the newest', () => {
    const on = (day: string): JsonObject => ({
      stage: 'introduced',
      day,
      history: [{ day, stage: 'introduced' }],
    });
    put('new', on('2026-05-01'));
    put('stuck', on('2026-04-01'));
    put('newest', on('2026-05-03'));
    put('longest', on('2026-01-01'));
    expect(boardOf(test.network, today).columns[3]?.cards.map((card) => card.introduction.id)).toEqual([
      'longest',
      'stuck',
      'newest',
      'new',
    ]);
  });
});

describe('what is stuck', () => {
  const texts = (): string[] =>
    stuckIntroductions(speaking).lines.map(({ name, text }) => `${name}: ${text}`);

  it('is a question of three weeks without an answer, of whoever has not answered', () => {
    const consents = { stage: 'asked', consentA: 'yes', consentB: 'asked' };
    put('i', { ...consents, history: [asked('2026-03-01', 'a', 'yes'), asked('2026-04-14', 'b')] });
    expect(texts()).toEqual([]);
    put('j', { ...consents, b: 'cy', history: [asked('2026-03-01', 'a', 'yes'), asked('2026-04-13', 'b')] });
    expect(stuckIntroductions(speaking).lines).toEqual([
      {
        id: 'cy',
        name: 'Cy',
        kind: 'introduction',
        day: '2026-05-04',
        source: 'j',
        text: 'You asked about meeting Ana 21 days ago, and no answer is on record. Ask once more, or let it rest.',
      },
    ]);
    // Asked once more, they have their time again.
    test.change('introductions', 'j', { history: [] }, { history: [asked('2026-04-30', 'b')] });
    expect(texts()).toEqual([]);
  });

  it('is what both agreed to and did not happen, and what happened without news', () => {
    put('i', { stage: 'agreed', history: [{ day: '2026-04-20', stage: 'agreed' }] });
    put('j', { stage: 'introduced', b: 'cy', day: '2026-04-04' });
    put('k', { stage: 'agreed', b: 'dan', history: [{ day: '2026-04-21', stage: 'agreed' }] });
    put('l', { stage: 'introduced', a: 'cy', day: '2026-04-05' });
    expect(texts()).toEqual([
      'Ana: Ana and Ben agreed 14 days ago and wait for your introduction.',
      'Ana: Ana and Cy were introduced 30 days ago; what became of it is not on record.',
    ]);
  });

  it('turns to whoever introduces, and to the other where I am one of the two', () => {
    const history = [asked('2026-04-01', 'b')];
    put('i', { a: 'mara', b: 'ana', by: 'ben', stage: 'asked', consentA: 'yes', consentB: 'asked', history });
    put('j', { a: 'mara', b: 'cy', by: 'ben', stage: 'introduced', day: '2026-03-01' });
    expect(texts()).toEqual([
      'Cy: You and Cy were introduced 64 days ago; what became of it is not on record.',
      'Ben: Ben was to ask Ana about meeting you 33 days ago; no answer is on record.',
    ]);
  });

  it('is nothing of an idea, of what came to its end, or of somebody in the archive', () => {
    for (const stage of ['idea', 'met', 'thanked', 'declined', 'not-now', 'withdrawn']) {
      put(stage, { stage, history: [{ day: '2025-01-01', stage }] });
    }
    test.contact('old', { archived: true });
    put('i', { stage: 'introduced', b: 'old', day: '2025-01-01' });
    expect(texts()).toEqual([]);
  });

  it('is ten lines at most, and a number for the rest', () => {
    for (let at = 0; at < 12; at++) put(`i${at}`, { stage: 'introduced', day: '2026-01-01' });
    const { lines, more } = stuckIntroductions(speaking);
    expect(lines).toHaveLength(10);
    expect(more).toBe('2 more introductions wait for a next step.');
  });
});

describe('how far one is', () => {
  it('says each side’s answer with its day', () => {
    const history = [asked('2026-04-29', 'a'), asked('2026-05-03', 'a', 'yes')];
    const id = put('i', { stage: 'asked', consentA: 'yes', consentB: 'not-asked', history });
    const introduction = test.network.get('introductions', id);
    if (introduction === undefined) throw new Error('It is not there.');
    expect(sayHowFar(speaking, introduction)).toBe(
      'Asked, 5 days ago. Ana said yes yesterday; Ben is not asked yet.',
    );
  });
});

describe('words to write', () => {
  const words = (fields: JsonObject): { to: readonly string[]; subject: string; text: string }[] => {
    const introduction = test.network.get('introductions', put('i', fields));
    if (introduction === undefined) throw new Error('It is not there.');
    return draftsFor(speaking, introduction).map(({ to, subject, text }) => ({ to, subject, text }));
  };

  it('ask each side who is not asked yet, with what the other is, and make a no easy', () => {
    test.contact('ben', { organisations: [{ name: 'Acme', title: 'Engineer' }] });
    expect(words({ stage: 'idea', why: 'Both sail' })).toEqual([
      {
        to: ['ana'],
        subject: 'May I introduce Ben to you?',
        text: 'Dear Ana,\n\nMay I put you in touch with Ben (Engineer, Acme)? Both sail. If now is not the time, a no is fine.\n\nMara',
      },
      {
        to: ['ben'],
        subject: 'May I introduce Ana to you?',
        text: 'Dear Ben,\n\nMay I put you in touch with Ana? Both sail. If now is not the time, a no is fine.\n\nMara',
      },
    ]);
    expect(words({ stage: 'asked', consentA: 'yes', consentB: 'not-asked' }).map(({ to }) => to)).toEqual([
      ['ben'],
    ]);
  });

  it('introduce both once they agreed, and say nothing more afterwards', () => {
    expect(words({ stage: 'agreed', consentA: 'yes', consentB: 'yes' })).toEqual([
      {
        to: ['ana', 'ben'],
        subject: 'Ana, meet Ben',
        text: 'Dear Ana, dear Ben,\n\nAna, this is Ben. Ben, this is Ana. I leave the rest to you.\n\nMara',
      },
    ]);
    for (const stage of ['introduced', 'thanked', 'declined']) expect(words({ stage })).toEqual([]);
  });

  it('are none where nobody is left who could introduce me', () => {
    for (const stage of ['idea', 'agreed']) expect(words({ a: 'mara', b: 'ana', stage })).toEqual([]);
  });

  it('ask somebody else to introduce me, and hold nothing confidential', () => {
    test.put('confidential', { id: 's', text: 'xyzzy' });
    const [draft, ...others] = words({ a: 'mara', b: 'ana', by: 'ben', stage: 'idea', confidential: 's' });
    expect(others).toEqual([]);
    expect(draft?.to).toEqual(['ben']);
    expect(draft?.text).toBe(
      'Dear Ben,\n\nWould you introduce me to Ana? Please ask them first; if it does not suit, a no is fine.\n\nMara',
    );
  });
});

describe('who brought whom', () => {
  const shape = (brought: readonly Brought[]): unknown[] =>
    brought.map(({ id, count, brought: below }) => [id, count, ...shape(below)]);

  it('is a tree by how we met and by introductions of others to me', () => {
    test.contact('ana', { howMet: { through: 'ben' } });
    put('i', { a: 'mara', b: 'cy', by: 'ana', stage: 'met' });
    put('j', { a: 'dan', b: 'mara', by: 'ana', stage: 'asked' });
    put('k', { a: 'dan', b: 'cy', by: 'ben', stage: 'met' });
    expect(shape(whoBrought(test.network))).toEqual([
      ['ben', 2, ['ana', 1, ['cy', 0]]],
      ['dan', 0],
    ]);
  });

  it('puts whoever brought most first, then goes by name, however many there are', () => {
    for (let at = 700; at > 0; at--) test.contact(`p${String(at).padStart(3, '0')}`);
    test.contact('p650', { howMet: { through: 'p600' } });
    const names = whoBrought(test.network).map(({ id }) => id);
    expect(names[0]).toBe('p600');
    expect(names).toHaveLength(703);
    const [, ...rest] = whoBrought(test.network).map(({ name }) => name);
    expect(rest).toEqual([...rest].sort());
  });

  it('of some people names who is on the way to them, and counts them alone', () => {
    test.contact('ana', { howMet: { through: 'ben' } });
    test.contact('cy', { howMet: { through: 'ana' } });
    const [ben] = whoBrought(test.network, ['cy', 'mara', 'gone']);
    expect(ben).toMatchObject({
      id: 'ben',
      isAsked: false,
      count: 1,
      brought: [{ id: 'ana', isAsked: false, count: 1 }],
    });
  });

  it('cuts a ring, and holds a chain that is longer than calls can nest', () => {
    test.contact('ana', { howMet: { through: 'ben' } });
    test.contact('ben', { howMet: { through: 'ana' } });
    expect(shape(whoBrought(test.network, ['ana', 'ben']))).toEqual([['ben', 1, ['ana', 0]]]);
    for (let at = 0; at < 3_000; at++) {
      test.contact(`x${at}`, at === 0 ? {} : { howMet: { through: `x${at - 1}` } });
    }
    expect(whoBrought(test.network)[0]).toMatchObject({ id: 'x0', count: 2_999 });
  });
});
