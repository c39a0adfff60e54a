import { describe, expect, it } from 'vitest';
import { DueAnswer, WeekAnswer } from '../../shared/keeping/answers';
import { Contact } from '../../shared/model/entities/contact';
import { mostPeople, peopleSheet, weekSheet } from './sheet';

const contact = (id: string, full = id) =>
  Contact.parse({ id, name: { full }, createdAt: '2026-01-01T00:00:00Z', phones: [{ value: '+41 1' }] });
const people = new Map(['ana', 'ben', 'cy'].map((id) => [id, contact(id)]));
const promise = (id: string, fields: Record<string, unknown>) => ({
  ...{ id, kind: 'promise', by: 'me', name: 'Name', text: `slides ${id}`, madeOn: '2026-05-01' },
  ...{ due: null, late: null },
  ...fields,
});
const due = DueAnswer.parse({
  ...{ asOf: '2026-05-04', total: 1, replies: [], tweeners: [], groups: [] },
  due: [
    {
      ...{ id: 'ben', name: 'Ben', state: 'due', due: '2026-05-01', ratio: 0.1, lastDay: null },
      ...{ cadence: { days: 30, from: 'contact' }, text: 'Ben is 3 days late.', reasons: [] },
    },
  ],
  promises: [
    promise('p1', { contact: 'ana' }),
    promise('p2', { contact: 'ana', text: null, confidential: 'x' }),
    promise('p3', { contact: 'ben', due: '2026-05-08' }),
    promise('p4', { contact: 'ben', due: '2026-06-08' }),
  ],
});
const of = {
  due,
  contact: (id: string) => people.get(id),
  last: (id: string) => (id === 'ana' ? '2026-04-01' : undefined),
};
const weekContact = (id: string, fields: Record<string, unknown> = {}) => ({
  ...{ id, name: id, last: null, lastDay: null, channel: 'call', state: 'open' },
  suggestion: { kind: 'none', text: '' },
  draft: { text: '', facts: [] },
  reasons: [{ kind: 'due', text: 'Due.' }],
  ...fields,
});
const week = WeekAnswer.parse({
  ...{ limit: 5, from: '2026-05-04', to: '2026-05-10', today: '2026-05-04', notes: [], dated: [] },
  ...{ leftOut: [], leftOutInAll: 0, capacity: { perWeek: 1, holds: true, limit: 5 } },
  contacts: [
    weekContact('ana', {
      reasons: [
        { kind: 'promise', text: 'You promised something confidential.', source: 'p2' },
        { kind: 'promise', text: 'You promised slides.', source: 'p1' },
        { kind: 'cadence', text: 'You were last in touch in March.' },
      ],
    }),
    weekContact('cy', { state: 'done' }),
  ],
});

describe('a sheet', () => {
  it('of this week has who is open, why, what was promised, and nothing confidential', () => {
    const sheet = weekSheet(week, of);
    expect(sheet.people).toMatchObject([
      {
        ...{ id: 'ana', why: ['You were last in touch in March.'], last: '2026-04-01', ways: ['+41 1'] },
        promises: [{ id: 'p1' }],
      },
    ]);
    expect(sheet.promises.map(({ id }) => id)).toEqual(['p3']);
    expect(JSON.stringify(sheet)).not.toContain('confidential"');
  });

  it('of people has them by name, with why they are due, and says who is not on it', () => {
    const compare = (a: string, b: string): number => (a < b ? -1 : 1);
    expect(peopleSheet(['cy', 'ben', 'gone'], of, compare).people).toMatchObject([
      { id: 'ben', why: ['Ben is 3 days late.'], promises: [{ id: 'p3' }, { id: 'p4' }] },
      { id: 'cy', why: [], last: undefined },
    ]);
    const crowd = Array.from({ length: mostPeople + 7 }, (_, i) => contact(`c${i}`));
    const many = { ...of, contact: (id: string) => crowd.find((one) => one.id === id) };
    const sheet = peopleSheet(
      crowd.map(({ id }) => id),
      many,
      compare,
    );
    expect(sheet.people).toHaveLength(mostPeople);
    expect(sheet.more).toBe(7);
  });
});
