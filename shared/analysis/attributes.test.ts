import { describe, expect, test } from 'vitest';
import { finish } from './chunked';
import { type Attribute, attributesOf, type PersonRecord, tagGroupsOf } from './attributes';
import { person } from './people.testing';

const attribute = (
  name: string,
  records: Partial<PersonRecord>[],
  tagGroups = [] as { name: string; tags: string[] }[],
): Attribute =>
  finish(
    attributesOf(
      records.map((record, i) => person(`p${i}`, record)),
      tagGroups,
    ),
  ).find((one) => one.name === name)!;
const labels = (one: Attribute) => one.values.map(({ label }) => label);
const heldLabels = (one: Attribute) => one.held.map((own) => own.map((value) => one.values[value]!.label));

describe('groups of an attribute', () => {
  test('spellings that differ in case, marks or blanks are one group, shown as most people write it', () => {
    const found = attribute('place', [
      { place: 'Zürich' },
      { place: 'zurich' },
      { place: ' Zürich ' },
      { place: 'ZÜRICH' },
      { place: 'St.  Gallen' },
      { place: 'St. Gallen' },
      { place: 'Łódź' },
      { place: 'Lodz' },
    ]);
    expect(labels(found)).toEqual(['Lodz', 'St. Gallen', 'Zürich']);
    expect(found.held).toEqual([[2], [2], [2], [2], [1], [1], [0], [0]]);
  });

  test('no value, or an empty one, is in no group', () => {
    const found = attribute('industry', [{}, { industry: '  ' }, { industry: 'Law' }]);
    expect(labels(found)).toEqual(['Law']);
    expect(found.held).toEqual([[], [], [0]]);
  });

  test('circles and clusters are ids and stay as they are', () => {
    expect(labels(attribute('cluster', [{ cluster: 'aB' }, { cluster: 'Ab' }, { cluster: 'aB' }]))).toEqual([
      'Ab',
      'aB',
    ]);
  });

  test.each([
    ['1984-05-02', ['1980s']],
    ['1990', ['1990s']],
    ['1979-12', ['1970s']],
    ['--05-02', []],
    [undefined, []],
  ])('born %s: %j', (birthday, decade) => {
    expect(heldLabels(attribute('generation', [{ birthday }]))).toEqual([decade]);
  });

  test('organisations are the present ones; each once', () => {
    const organisations = [
      { name: 'Roche', from: '2019' },
      { name: 'roche', title: 'Chemist' },
      { name: 'University', to: '2018' },
      { name: 'School', to: '2026-04' },
      { name: 'This year', to: '2026' },
      { name: 'From next month', from: '2026-06' },
      { name: 'New', from: '2026' },
    ];
    const someone = person('p', { organisations });
    expect(someone.values.organisation).toEqual(['Roche', 'roche', 'This year', 'New']);
    expect(someone.pastJobs).toEqual([
      { organisation: 'University', title: null, until: '2018' },
      { organisation: 'School', title: null, until: '2026-04' },
    ]);
    expect(heldLabels(attribute('organisation', [{ organisations }]))).toEqual([
      ['New', 'Roche', 'This year'],
    ]);
  });

  test('a job told as a fact is past, unless the card names no organisation', () => {
    const jobs = [{ name: 'Clinic', title: 'Nurse' }];
    const held = person('a', { organisations: [{ name: 'School' }], jobs });
    expect(held.values.organisation).toEqual(['School']);
    expect(held.pastJobs).toEqual([{ organisation: 'Clinic', title: 'Nurse', until: null }]);
    expect(person('b', { jobs }).values.organisation).toEqual(['Clinic']);
    expect(person('b', { jobs }).pastJobs).toEqual([]);
  });

  test('groups of tags: those that the user names, and those that tags name themselves', () => {
    const records = [
      { tags: ['German', 'club: Rowing'] },
      { tags: ['french', 'german', 'friend'] },
      { tags: ['Club: chess', 'alone: one'] },
      { tags: ['friend', 'CLUB: rowing'] },
    ];
    const languages = { name: 'languages', tags: ['German', 'French', 'Thai'] };
    const found = attribute('tag:languages', records, [languages]);
    expect(heldLabels(found)).toEqual([['German'], ['french', 'German'], [], []]);
    const own = tagGroupsOf(records.map((record, i) => person(`p${i}`, record)));
    expect(own.map(({ name }) => name)).toEqual(['club']);
    const club = attribute(
      'tag:club',
      records,
      own.map(({ name, tags }) => ({ name, tags: [...tags] })),
    );
    expect(club.held).toEqual([[1], [], [0], [1]]);
    expect(club.values.map(({ key }) => key)).toEqual(['chess', 'rowing']);
  });
});
