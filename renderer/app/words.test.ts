import { describe, expect, it } from 'vitest';
import { Contact } from '../../shared/model/entities/contact';
import { nameOf, roleOf } from './words';

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
});
