import { describe, expect, it } from 'vitest';
import { Contact } from '../../../shared/model/entities/contact';
import { contactFields, recordFrom, shownRecord, valuesOf, wrongWith } from './field-list';

describe('contactFields', () => {
  it('names every field that a person can say something about', () => {
    const aside = ['id', 'createdAt', 'cadenceSince', 'stub', 'archived', 'nameDoubt'];
    const editable = Object.keys(Contact.shape).filter((field) => !aside.includes(field));
    expect(contactFields.map(({ field }) => field).sort()).toEqual(editable.sort());
  });
});

const work = contactFields.find(({ field }) => field === 'organisations')!.shape;
const parts = work.kind === 'records' ? work.parts : [];

describe('records', () => {
  it('keep what the inputs do not show', () => {
    const before = { name: 'Halden Grid', title: 'Head', since: 'kept' };
    const values = { ...valuesOf(before, parts), title: 'Chair' };
    expect(recordFrom(before, values, parts)).toEqual({ name: 'Halden Grid', title: 'Chair', since: 'kept' });
  });

  it('lose what is emptied, and go when nothing is left', () => {
    expect(recordFrom({ name: 'A', title: 'B' }, { name: 'A', title: ' ' }, parts)).toEqual({ name: 'A' });
    expect(recordFrom({ name: 'A' }, { name: '' }, parts)).toBeUndefined();
  });

  it('refuse a date that is none', () => {
    expect(wrongWith({ from: '2014-13' }, parts)).toContain('From');
    expect(wrongWith({ from: '2014-05', to: '' }, parts)).toBeUndefined();
  });

  it('read as one says them', () => {
    expect(shownRecord({ name: 'Halden Grid', title: 'Head', from: '2014' }, parts)).toBe(
      'Halden Grid, Head, 2014 to now',
    );
  });
});
