import { describe, expect, it } from 'vitest';
import { Contact } from '../../shared/model/entities/contact';
import { fittingGroups, GroupCounts } from './group-values';

const today = '2026-05-04';
const person = (id: string, fields: object): Contact =>
  Contact.parse({ id, name: { full: id }, createdAt: `${today}T00:00:00Z`, ...fields });

function counted(...people: readonly Contact[]): GroupCounts {
  const counts = new GroupCounts(today);
  for (const one of people) counts.add(one);
  return counts;
}

describe('where a way can lead', () => {
  const counts = counted(
    person('ana', { organisations: [{ name: 'Novartis' }], place: 'Basel, Switzerland', tags: ['choir'] }),
    person('ben', {
      organisations: [{ name: 'novartis' }, { name: 'Old Mill', to: '2019' }],
      tags: ['choir'],
    }),
    person('cem', { industry: 'Biotech', place: 'Zürich' }),
    person('dana', { organisations: [{ name: 'Novartis' }], archived: true }),
  );

  it('is what people have now, once each however it is written, with how many have it', () => {
    expect(counts.values().map(({ kind, value, people }) => `${kind} ${value} ${people}`)).toEqual([
      'organisation Novartis 2',
      'tag choir 2',
      'place Basel, Switzerland 1',
      'industry Biotech 1',
      'place Zürich 1',
    ]);
  });

  it('is found by how any of its words begins', () => {
    const found = (query: string): string[] =>
      fittingGroups(counts.values(), query).map(({ value }) => value);
    expect(found('swi ba')).toEqual(['Basel, Switzerland']);
    expect(found('zur')).toEqual(['Zürich']);
    expect(found('o')).toEqual([]);
    expect(found(' ')).toEqual([]);
  });
});
