import { describe, expect, it } from 'vitest';
import { Contact } from '../../../shared/model/entities/contact';
import { defaultCircles } from '../../../shared/model/entities/upkeep';
import { comparedFields } from './compared';

const card = (fields: object): Contact =>
  Contact.parse({ id: 'x', name: { full: 'Ana' }, createdAt: '2026-05-04T09:00:00.000Z', ...fields });

describe('two cards side by side', () => {
  it('say field by field what each holds, and where there is something to choose', () => {
    const mine = card({
      place: 'Lisbon',
      emails: [{ value: 'ana@example.org', label: 'work' }],
      circle: 'close',
      tags: ['choir'],
    });
    const theirs = card({ name: { full: 'Ana Silva' }, place: 'Porto', tags: ['choir'], cadenceDays: 20 });
    const fields = comparedFields(mine, theirs, defaultCircles);
    const of = (name: string): object | undefined => fields.find(({ field }) => field === name);
    expect(fields.map(({ field }) => field)).toEqual(['name', 'place', 'emails', 'circle', 'tags']);
    expect(of('place')).toMatchObject({ mine: ['Lisbon'], theirs: ['Porto'], differs: true, isList: false });
    expect(of('emails')).toMatchObject({ mine: ['ana@example.org (work)'], theirs: [], differs: false });
    expect(of('circle')).toMatchObject({ mine: ['Close'], theirs: ['every 20 days'], differs: true });
    expect(of('tags')).toMatchObject({ differs: false, isList: true });
  });
});
