import { describe, expect, it } from 'vitest';
import { callName, exactDay, listed, people, sayDay, sayRoughDay } from './words';

it('counts one person as one', () => {
  expect(people(1)).toBe('1 person');
  expect(people(1345)).toBe('1,345 people');
});

it('calls somebody by the given name where there is one', () => {
  expect(callName({ full: 'Ana Figueiredo', given: 'Ana' })).toBe('Ana');
  expect(callName({ full: '王小明' })).toBe('王小明');
});

describe('listed', () => {
  it('joins a few and counts the rest', () => {
    expect(listed(['A'])).toBe('A');
    expect(listed(['A', 'B', 'C'])).toBe('A, B and C');
    expect(listed(['A', 'B', 'C', 'D', 'E'])).toBe('A, B and 3 more');
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
