import { describe, expect, it } from 'vitest';
import { Desk } from '../imports/importing.testing';
import type { JsonObject } from '../json';
import type { Patch } from '../model/patch';
import { atOnce } from '../steps';
import { DuplicatesQuestion } from './answers';
import { answerDuplicates } from './duplicates';
import { findDuplicates, type Likely } from './find';

type Card = JsonObject & { readonly full: string };

/** Two cards in an address book of a hundred others; what is said of the two. */
function pairOf(one: Card, other: Card, also: (desk: Desk) => void = () => undefined): Likely | undefined {
  const desk = new Desk();
  for (const [id, { full, ...fields }] of [['one', one] as const, ['other', other] as const]) {
    desk.do('contact.add', { id, name: { full }, ...fields });
  }
  desk.network.apply(others);
  also(desk);
  const isPair = ({ a, b }: Likely): boolean => [a, b].sort().join() === 'one,other';
  return atOnce(findDuplicates(desk.network, 0.01)).find(isPair);
}

const given = ['Anna', 'Ben', 'Chloe', 'Dmitri', 'Esi', 'Robert', 'Maria'];
const family = ['Abreu', 'Brandt', 'Chen', 'Dupont', 'Smith', 'Garcia'];
const others: readonly Patch[] = Array.from({ length: 100 }, (_, i) => {
  const id = `x${i}`;
  const full = `${given[i % given.length] ?? ''} ${family[i % family.length] ?? ''}${i}`;
  const phones = [{ value: `+4179555${1_000 + i}` }];
  return {
    table: 'contacts',
    id,
    before: null,
    after: { id, name: { full }, phones, createdAt: '2026-05-01T10:00:00.000Z' },
  };
});
const mail = (value: string): JsonObject => ({ emails: [{ value }] });
const phone = (value: string): JsonObject => ({ phones: [{ value }] });

describe('names of one person', () => {
  it.each([
    ['Ana Silveira', 'Silveira, Ana', 'The same name, turned round'],
    ['Jose Nunez', 'José Núñez', 'The same name'],
    ['Дмитрий Соколов', 'Dmitry Sokolov', 'The name sounds the same'],
    ['Γιώργος Νικολάου', 'Giorgos Nikolaou', 'The name sounds the same'],
    ['王小明', 'Xiaoming Wang', 'The same name, turned round'],
    ['Bob Hargreaves', 'Robert Hargreaves', 'The same name with a short or other form of it'],
    ['Kasia Mazur', 'Mazur Katarzyna', 'The same name with a short or other form of it, turned round'],
    ['Jürgen Möllemann', 'Juergen Moellemann', 'The name sounds the same'],
    ['Catherine Hargreaves', 'Catherine Hargraeves', 'Nearly the same name; it may be a slip'],
    ['Jean-Pierre Lacombe', 'Jean Pierre Lacombe', 'The same name'],
    ['Dr. Ana Silveira', 'Ana Maria Silveira', 'The same name'],
  ])('%s and %s', (one, other, words) => {
    const pair = pairOf({ full: one }, { full: other });
    expect(pair?.probability).toBeGreaterThan(0.3);
    // A name alone makes nobody certain.
    expect(pair?.probability).toBeLessThan(0.85);
    expect(pair?.certain).toBe(false);
    const desk = new Desk();
    desk.do('contact.add', { id: 'one', name: { full: one } });
    desk.do('contact.add', { id: 'other', name: { full: other } });
    const question = { ...DuplicatesQuestion.parse({ least: 0.01 }), day: desk.context.today };
    const answer = answerDuplicates(desk.network, pair === undefined ? [] : [pair], question);
    expect(answer.pairs[0]?.reasons[0]?.text).toBe(words);
  });

  it('in characters are others where one character is another', () => {
    expect(pairOf({ full: '三宅翔' }, { full: '三宅蓮' })?.probability ?? 0).toBeLessThan(0.1);
  });

  it('are likelier the rarer they are, and with an organisation that both have', () => {
    const org = { organisations: [{ name: 'Halden Grid GmbH' }] };
    const same = { organisations: [{ name: 'Halden Grid' }] };
    const bare = pairOf({ full: 'H. Okonjo' }, { full: 'Halima Okonjo' });
    const more = pairOf({ full: 'H. Okonjo', ...org }, { full: 'Halima Okonjo', ...same });
    expect(more?.probability).toBeGreaterThan((bare?.probability ?? 1) + 0.1);
  });
});

describe('what one person alone has', () => {
  it('makes it certain: a mail address, a number in any form, a profile', () => {
    for (const [mine, theirs] of [
      [mail('ana@example.org'), mail('ANA@Example.org')],
      [phone('+41 79 123 45 67'), phone('079 123 45 67')],
      [
        { urls: [{ value: 'https://www.linkedin.com/in/Ana-S/' }] },
        { urls: [{ value: 'de.linkedin.com/in/ana-s' }] },
      ],
    ] as const) {
      expect(pairOf({ full: 'Ana Silva', ...mine }, { full: 'Silva Ana', ...theirs })?.certain).toBe(true);
    }
  });

  it('says little of a household: another given name with the same number, house or mailbox', () => {
    const home = { ...phone('+41 79 123 45 67'), ...mail('hargreaves@example.org'), place: 'Bern' };
    for (const other of ['Ursula Hargreaves', 'Hargreaves, Ursula', 'Hargreaves Ursula']) {
      const pair = pairOf({ full: 'Peter Hargreaves', ...home }, { full: other, ...home });
      expect(pair?.probability ?? 0).toBeLessThan(0.3);
    }
  });

  it('finds whoever has another family name since', () => {
    const before = { full: 'Anna Hargreaves', ...mail('anna.h@example.org') };
    expect(pairOf(before, { ...before, full: 'Anna Lindqvist' })?.probability).toBeGreaterThan(0.9);
  });

  it('leaves father and son of one name two', () => {
    const home = phone('+41 79 123 45 67');
    const father = { full: 'John Hargreaves Sr.', ...home };
    expect(pairOf(father, { full: 'John Hargreaves, Jr', ...home })?.probability ?? 0).toBeLessThan(0.9);
    expect(pairOf(father, { full: 'John Hargreaves', ...home })?.certain).toBe(false);
  });

  it('is doubted where something speaks against it', () => {
    const ana = { full: 'Ana Silveira', ...mail('ana@example.org') };
    expect(pairOf({ ...ana, birthday: '1990-01-02' }, { ...ana, birthday: '1961-07-30' })?.certain).toBe(
      false,
    );
    const first = { ...ana, urls: [{ value: 'linkedin.com/in/ana-1' }] };
    const second = { ...ana, urls: [{ value: 'linkedin.com/in/ana-2' }] };
    expect(pairOf(first, second)?.certain).toBe(false);
  });
});

describe('what would be said twice', () => {
  const crowd = (given: string) => (desk: Desk) => {
    for (const family of ['Abreu', 'Brandt', 'Chen', 'Dupont', 'Ek', 'Fofana', 'Gruber', 'Horvat']) {
      desk.do('contact.add', { name: { full: `${given} ${family}` } });
    }
  };

  it('is said once: a given name in two words is one', () => {
    const weightOf = (given: string): number => {
      const card = { full: `${given} Smith` };
      return pairOf(card, card, crowd(given))?.grounds[0]?.weight ?? 0;
    };
    expect(weightOf('Min-jun')).toBeCloseTo(weightOf('Minjun'), 0);
  });

  it('counts another place little beside another organisation, since who moves changes both', () => {
    const before = { full: 'Ana Silveira', organisations: [{ name: 'Halden' }], place: 'Bern' };
    const job = { ...before, organisations: [{ name: 'Orla' }], place: undefined };
    const both = { ...job, place: 'Graz' };
    const bare = pairOf({ full: before.full }, { full: before.full })?.grounds.length;
    expect(bare).toBe(1);
    const weights = (card: Card): number[] =>
      pairOf(before, card)?.grounds.flatMap(({ kind, weight }) => (kind === 'name' ? [] : [weight])) ?? [];
    const [alone = 0] = weights({ full: before.full, organisations: [{ name: 'Orla' }] });
    const together = weights(both).reduce((sum, weight) => sum + weight, 0);
    expect(alone).toBeLessThan(-1);
    expect(together).toBeGreaterThan(1.5 * alone);
  });

  it('takes a mailbox for news as far as it is not the name', () => {
    const weightOf = (mailbox: string): number =>
      pairOf(
        { full: 'Ana Silveira', ...mail(`${mailbox}@example.org`) },
        { full: 'Ana Silveira', ...mail(`${mailbox}@work.example`) },
      )?.grounds.find(({ kind }) => kind === 'mailbox')?.weight ?? 0;
    expect(weightOf('ana.silveira')).toBeLessThan(weightOf('ana.silveira82'));
    expect(weightOf('ana.silveira82')).toBeLessThan(weightOf('wanderlust'));
    expect(weightOf('asilveira')).toBeLessThan(2);
  });

  it('takes another number in a name for another name', () => {
    expect(pairOf({ full: 'Test Contact 12' }, { full: 'Test Contact 13' })?.probability ?? 0).toBeLessThan(
      0.3,
    );
  });

  it('says that other addresses and numbers are others', () => {
    const one = { full: 'Ana Silveira', ...mail('ana@example.org'), ...phone('+41791112233') };
    const other = { full: 'Ana Silveira', ...mail('silveira@work.example'), ...phone('+41442223344') };
    const kinds = pairOf(one, other)?.grounds.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['other-email', 'other-phone']));
  });
});

describe('what speaks against a pair', () => {
  const ana = { full: 'Ana Silveira' };
  const before = pairOf(ana, ana)?.probability ?? 0;

  it('a tie between the two, a meeting that both were at, two profiles at one site', () => {
    const tied = pairOf(ana, ana, (desk) => desk.do('tie.add', { a: 'one', b: 'other' }));
    const met = pairOf(ana, ana, (desk) =>
      desk.do('interaction.add', { with: ['one', 'other'], channel: 'meal', day: '2026-04-01' }),
    );
    for (const pair of [tied, met]) expect(pair?.probability ?? 0).toBeLessThan(before - 0.3);
  });

  it('that it was said that they are two: for good', () => {
    const pair = pairOf(ana, ana, (desk) =>
      desk.do('pair-decision.add', { a: 'other', b: 'one', kind: 'not-same' }),
    );
    expect(pair).toBeUndefined();
  });

  it('that one is an organisation: people and organisations are never one', () => {
    const firm = { full: 'Silveira', nameDoubt: 'organisation', ...mail('ana@example.org') };
    expect(pairOf({ ...ana, ...mail('ana@example.org') }, firm)).toBeUndefined();
    expect(pairOf(firm, { ...firm, full: 'Silveira Ltd' })?.probability).toBeGreaterThan(0.9);
  });
});

it('finds a pair among thousands of one family name without comparing them all', () => {
  const desk = new Desk();
  const patches = Array.from({ length: 4_000 }, (_, i) => ({
    table: 'contacts' as const,
    id: `p${i}`,
    before: null,
    after: {
      id: `p${i}`,
      name: { full: `${given[i % 7] ?? ''} Smith` },
      place: `Town ${i % 900}`,
      createdAt: desk.context.now,
    },
  }));
  desk.network.apply(patches);
  for (const id of ['one', 'other']) {
    desk.do('contact.add', { id, name: { full: 'Zebulon Smith' }, place: 'Elsewhere' });
  }
  let compared = 0;
  const steps = findDuplicates(desk.network, 0.5);
  for (let step = steps.next(); ; step = steps.next()) {
    compared += 1;
    if (step.done !== true) continue;
    expect(step.value.map(({ a, b }) => [a, b])).toContainEqual(['one', 'other']);
    break;
  }
  expect(compared).toBeLessThan(200_000);
});
