import { beforeEach, describe, expect, it } from 'vitest';
import { isLike, sayAim } from './aim';
import { PlanParty, proposed, today } from './plans.testing';

let party: PlanParty;

beforeEach(() => {
  party = new PlanParty();
});

/** Somebody whom I know, in biotech in Basel. */
const there = (id: string): string =>
  party.friend(id, { industry: 'Biotechnology', place: 'Basel, Switzerland' });
/** Somebody there whom I do not know. */
const far = (id: string): string => party.contact(id, { industry: 'Biotech', place: 'Basel' });
const aim = { industries: ['biotech'], places: ['Basel'] };

describe('who is there', () => {
  it('meets every kind that the aim names; where nobody does, those who meet the most', () => {
    there('ana');
    party.friend('ben', { industry: 'Biotechnology', place: 'Zurich' });
    party.friend('cem', { industry: 'Law', place: 'Basel' });
    party.plan(aim);
    expect(party.answer().there).toMatchObject({
      text: '1 person in your network meets all of it.',
      people: [{ id: 'ana', why: 'Biotechnology, in Basel, Switzerland', steps: 1, isMine: true }],
      inAll: 1,
    });
    party.change('contacts', 'ana', {}, { archived: true });
    expect(party.answer().there.text).toBe('Nobody meets all of it; 2 people meet 1 part of 2.');
  });

  it('is found by words in titles, offers, tags and interests', () => {
    party.friend('ana', { organisations: [{ name: 'Roche', title: 'Senior data engineer' }] });
    party.friend('ben', { organisations: [{ name: 'Roche', title: 'Data clerk' }] });
    party.friend('cem', { organisations: [{ name: 'Roche', title: 'Data engineer', to: '2020' }] });
    party.plan({ text: 'hire a data engineer' });
    // “Hire” stands nowhere: two words of three are enough.
    expect(party.answer().there.people.map(({ id }) => id)).toEqual(['ana']);
  });

  it('is asked for by the beginnings of words', () => {
    expect(isLike('Biotechnology', 'biotech')).toBe(true);
    expect(isLike('Basel, Switzerland', 'basel')).toBe(true);
    expect(isLike('Law', 'lawyer')).toBe(false);
    expect(isLike('Basel', ' ')).toBe(false);
    expect(sayAim({ ...aim, organisations: ['Roche', 'Novartis'], tags: [], text: ' pharma ' })).toBe(
      'industry biotech, at Roche or Novartis, in Basel, “pharma”',
    );
  });
});

describe('the introductions for somebody else', () => {
  beforeEach(() => {
    party.friend('dana');
  });

  it('are those by me to whom I know, who is there or knows the most there', () => {
    there('priya');
    for (const id of ['far1', 'far2', 'far3']) far(id);
    party.friend('reto');
    for (const id of ['far1', 'far2', 'far3']) party.tie('reto', id);
    party.plan({ ...aim, person: 'dana' });
    const answer = party.answer();
    expect(proposed(answer)).toEqual(['dana > reto', 'dana > priya']);
    expect(answer.proposals[0]).toMatchObject({
      why: 'Reto knows Far1, Far2 and Far3 there.',
      meets: 0,
      nears: 3,
      load: '',
    });
    expect(answer.proposals[1]?.why).toBe('Priya is there (Biotechnology, in Basel, Switzerland).');
    expect(answer.reach).toMatchObject({
      before: { known: 0, near: 0 },
      after: { known: 1, near: 4 },
      text: 'Dana knows none of the 4 there and reaches none within two steps; with these introductions it would be 1 and 4.',
    });
    expect(answer.guarantee).toBe('No other 2 introductions would add more.');
    expect(answer.bridges.people).toMatchObject([
      { id: 'reto', knows: 3, text: 'knows Far1, Far2 and Far3' },
    ]);
  });

  it('take nothing for new that the person reaches already, and nobody they know', () => {
    there('priya');
    there('ana');
    far('far1');
    party.tie('dana', 'ana');
    party.tie('ana', 'far1');
    party.friend('reto');
    party.tie('reto', 'far1');
    party.plan({ ...aim, person: 'dana' });
    expect(proposed(party.answer())).toEqual(['dana > priya']);
    expect(party.answer().there.people.map(({ id, steps }) => [id, steps])).toEqual([
      ['ana', 1],
      ['far1', 2],
      ['priya', null],
    ]);
  });

  it('are no more than are wanted, those under way among them, and none that was decided about', () => {
    for (const id of ['p1', 'p2', 'p3', 'p4']) there(id);
    party.plan({ ...aim, person: 'dana', most: 3 });
    party.put('introductions', { a: 'dana', b: 'p1', stage: 'idea', plan: 'plan', history: [] });
    party.put('pairDecisions', { a: 'dana', b: 'p2', kind: 'never-introduce', day: today });
    const answer = party.answer();
    expect(answer.underWay).toBe(1);
    expect(proposed(answer)).toEqual(['dana > p3', 'dana > p4']);
    party.change('plans', 'plan', { most: 3 }, { most: 1 });
    expect(party.answer().none).toContain('are under way');
  });

  it('pass over whoever was asked as often as is wanted, and say so', () => {
    there('priya');
    party.plan({ ...aim, person: 'dana' });
    party.put('requests', { contact: 'priya', askedOn: '2026-05-01', answer: 'open' });
    const { proposals, passedOver, none } = party.answer();
    expect(proposals).toEqual([]);
    expect(passedOver).toEqual([
      'Priya was asked as often as you want to ask one person, and is passed over until Sunday 31 May.',
    ]);
    expect(none).toContain('Let some time pass');
  });

  it('need that I know the person', () => {
    there('priya');
    party.contact('eve');
    party.plan({ ...aim, person: 'eve' });
    expect(party.answer()).toMatchObject({
      proposals: [],
      none: expect.stringMatching(/^You do not know Eve/) as string,
    });
  });
});

describe('the introductions for me', () => {
  beforeEach(() => {
    party.contact('mara');
    party.settings({ me: 'mara' });
  });

  it('are those by whom I know to who is there and I do not know, nobody asked more often than is wanted', () => {
    party.friend('ben');
    party.friend('cem', {}, '2025-06-01');
    for (const id of ['far1', 'far2']) far(id);
    party.tie('ben', 'far1');
    party.tie('ben', 'far2');
    party.tie('cem', 'far2');
    party.plan(aim);
    const answer = party.answer();
    expect(proposed(answer)).toEqual(['mara > far1 by ben', 'mara > far2 by cem']);
    expect(answer.proposals[0]?.why).toBe(
      'Far1 is there (Biotech, in Basel). Ben knows them and could introduce you.',
    );
    expect(answer.reach.text).toBe(
      'You know none of the 2 there and reach 2 within two steps; with these introductions it would be 2 and 2.',
    );
    party.change('settings', 'settings', {}, { askLimit: 2 });
    expect(proposed(party.answer())).toEqual(['mara > far1 by ben', 'mara > far2 by ben']);
  });

  it('are none where I know everybody there, where nobody is there, and where it says nothing', () => {
    party.plan({});
    expect(party.answer().none).toContain('Say where the plan leads');
    party.change('plans', 'plan', {}, { places: ['Basel'] });
    expect(party.answer().none).toContain('Nobody is there yet');
    there('ana');
    expect(party.answer().none).toBe('You know everybody there already. Turn to them directly.');
    far('far1');
    expect(party.answer().none).toContain('Say who knows whom');
  });
});
