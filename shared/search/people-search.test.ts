import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact } from '../model/entities/contact';
import { searchDocument } from './document';
import { PeopleSearch } from './people-search';

function contact(id: string, name: string, fields: object = {}): Contact {
  return Contact.parse({ id, name: { full: name }, createdAt: '2026-01-01T00:00:00Z', ...fields });
}

function searchIn(...contacts: readonly Contact[]): PeopleSearch {
  const search = new PeopleSearch();
  for (const one of contacts) search.put(searchDocument(one));
  return search;
}

describe('finding people by their names', () => {
  const search = searchIn(
    contact('nunez', 'José Núñez'),
    contact('wang', '王小明'),
    contact('kim', '김민수', { name: { full: '김민수', given: '민수', family: '김' } }),
    contact('yamada', '山田 太郎', {
      name: { full: '山田 太郎', phoneticGiven: 'タロウ', phoneticFamily: 'ヤマダ' },
    }),
    contact('brien', 'Maeve O’Brien'),
    contact('tan', 'Tan Wei-Ling'),
    contact('lukasz', 'Łukasz Żak'),
    contact('strass', 'Jörg Straßer'),
    contact('ana', 'Ana Figueiredo', { nicknames: ['Anocas'] }),
    contact('anabel', 'Anabel Cruz'),
  );

  it.each([
    ['nunez', 'nunez'],
    ['NUÑEZ josé', 'nunez'],
    ['小明', 'wang'],
    ['王', 'wang'],
    ['민수', 'kim'],
    ['太郎 山田', 'yamada'],
    ['やまだ', 'yamada'],
    ['obrien', 'brien'],
    ["o'brien", 'brien'],
    ['weiling', 'tan'],
    ['ling tan', 'tan'],
    ['lukasz zak', 'lukasz'],
    ['strasser', 'strass'],
    ['anoc', 'ana'],
    ['figueirdo', 'ana'],
    ['fgiueiredo', 'ana'],
  ])('%s finds %s', (query, id) => {
    expect(search.find(query)[0]).toBe(id);
  });

  it('puts whoever is called exactly so before whose name only begins so', () => {
    expect(search.find('ana')).toEqual(['ana', 'anabel']);
  });

  it('wants every word', () => {
    expect(search.find('ana zak')).toEqual([]);
    expect(search.find('tan nunez')).toEqual([]);
  });

  it('finds nobody for nothing', () => {
    expect(search.find('  ')).toEqual([]);
    expect(search.find('?!')).toEqual([]);
  });

  it('answers no more than asked for', () => {
    expect(search.find('ana', 1)).toEqual(['ana']);
  });
});

describe('finding people by what is known of them', () => {
  it('finds organisation, title, place, tag and mail address, a name before all of them', () => {
    const search = searchIn(
      contact('a', 'Ida Bergman', {
        organisations: [{ name: 'Halden Grid', title: 'Head of partnerships' }],
        place: 'Malmö',
        tags: ['choir'],
        emails: [{ value: 'ida@halden.example' }],
      }),
      contact('b', 'Halden Ekdahl'),
    );
    expect(search.find('halden')).toEqual(['b', 'a']);
    expect(search.find('malmo')).toEqual(['a']);
    expect(search.find('partner')).toEqual(['a']);
    expect(search.find('choir berg')).toEqual(['a']);
    expect(search.find('ida@halden')).toEqual(['a']);
  });

  it('finds a word of a note until the note says something else or goes', () => {
    const search = searchIn(contact('a', 'Ida Bergman'));
    search.putNote('n1', 'wants to meet in Kigali', 'a');
    search.putNote('n2', 'Kigali again', 'a');
    expect(search.find('kigali')).toEqual(['a']);
    search.putNote('n1', 'moved to Porto');
    expect(search.find('porto')).toEqual(['a']);
    expect(search.find('kigali')).toEqual(['a']);
    search.removeNote('n2');
    expect(search.find('kigali')).toEqual([]);
  });

  it('looks for one or two letters among names alone', () => {
    const search = searchIn(contact('a', 'Ida Bergman', { tags: ['museum'] }), contact('b', 'Mu Fang'));
    expect(search.find('mu')).toEqual(['b']);
    expect(search.find('mus')).toEqual(['a']);
  });
});

describe('keeping up with edits', () => {
  it('forgets what a contact no longer is, and contacts that go', () => {
    const search = searchIn(contact('a', 'Ida Bergman', { place: 'Malmö' }), contact('b', 'Ruth Ellery'));
    search.put(searchDocument(contact('a', 'Ida Bergman', { place: 'Porto' })));
    expect(search.find('malmo')).toEqual([]);
    expect(search.find('porto')).toEqual(['a']);
    search.remove('b');
    expect(search.find('ruth')).toEqual([]);
    search.put(searchDocument(contact('c', 'Nell Harcourt')));
    expect(search.find('nell')).toEqual(['c']);
    expect(search.find('ellery')).toEqual([]);
  });

  it('is the same as one built at once, whatever the order of edits', () => {
    const words = fc.constantFrom('ana', 'anna', 'bo', '小明', 'núñez', 'porto');
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('put' as const), id: fc.nat(3), name: words, place: words }),
      fc.record({ kind: fc.constant('note' as const), id: fc.nat(3), note: fc.nat(2), text: words }),
      fc.record({ kind: fc.constant('remove' as const), id: fc.nat(3) }),
      fc.record({ kind: fc.constant('removeNote' as const), id: fc.nat(3), note: fc.nat(2) }),
    );
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), words, (edits, query) => {
        const search = new PeopleSearch();
        const people = new Map<string, Contact>();
        const notes = new Map<string, { id: string; text: string }>();
        for (const one of edits) {
          const id = `p${one.id}`;
          if (one.kind === 'put') {
            people.set(id, contact(id, one.name, { place: one.place }));
            search.put(searchDocument(contact(id, one.name, { place: one.place })));
          } else if (one.kind === 'remove') {
            people.delete(id);
            for (const note of [...notes.keys()]) if (note.startsWith(id)) notes.delete(note);
            search.remove(id);
          } else if (one.kind === 'note' && people.has(id)) {
            notes.set(`${id}-${one.note}`, { id, text: one.text });
            search.putNote(`${id}-${one.note}`, one.text, id);
          } else if (one.kind === 'removeNote') {
            notes.delete(`${id}-${one.note}`);
            search.removeNote(`${id}-${one.note}`);
          }
        }
        const fresh = searchIn(...people.values());
        for (const [note, { id, text }] of notes) fresh.putNote(note, text, id);
        expect(search.find(query).toSorted()).toEqual(fresh.find(query).toSorted());
      }),
    );
  });
});
