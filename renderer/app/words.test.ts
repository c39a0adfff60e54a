import { describe, expect, it } from 'vitest';
import { Contact } from '../../shared/model/entities/contact';
import { exactDay, nameOf, people, roleOf, sayDay, sayRoughDay } from './words';

const contact = (fields: object): Contact =>
  Contact.parse({ id: 'a', name: { full: '' }, createdAt: '2026-01-01T00:00:00Z', ...fields });

describe('words about people', () => {
  it('calls a person by name, else by what else is known', () => {
    expect(nameOf(contact({ name: { full: '王小明' } }))).toBe('王小明');
    expect(nameOf(contact({ emails: [{ value: 'a@b.example' }] }))).toBe('a@b.example');
    expect(nameOf(contact({}))).toBe('Without a name');
  });

  it('names the present post before a former one', () => {
    const organisations = [
      { name: 'Tidemark', title: 'Analyst', to: '2020' },
      { name: 'Halden Grid', title: 'Head of partnerships' },
    ];
    expect(roleOf(contact({ organisations, place: 'Lisbon' }))).toBe(
      'Head of partnerships, Halden Grid · Lisbon',
    );
    expect(roleOf(contact({ place: 'Porto' }))).toBe('Porto');
    expect(roleOf(contact({}))).toBe('');
  });

  it('counts one person as one', () => {
    expect(people(1)).toBe('1 person');
    expect(people(1345)).toBe('1,345 people');
  });
});

describe('words about days', () => {
  const today = '2026-05-04';
  it.each([
    ['2026-05-04', 'today'],
    ['2026-05-03', 'yesterday'],
    ['2026-03-21', '44 days ago'],
    ['2026-03-01', 'March'],
    ['2024-03-01', 'March 2024'],
  ])('says %s as %s', (day, words) => {
    expect(sayDay(day, today, 'en-GB')).toBe(words);
  });

  it('says the exact day in full', () => {
    expect(exactDay('2026-05-04', 'en-GB')).toBe('Monday, 4 May 2026');
  });

  it.each([
    ['2026-06-15', 'mid-June'],
    ['2026-05-24', 'late May'],
    ['2027-06-02', 'early June 2027'],
  ])('says roughly when: %s is %s', (day, words) => {
    expect(sayRoughDay(day, today, 'en-GB')).toBe(words);
  });
});
