/** Finding a person among many with notes, against a plain walk over their folded texts. */
import { parseEntity } from '../shared/model/network';
import { searchDocument } from '../shared/search/document';
import { fold } from '../shared/search/fold';
import { PeopleSearch } from '../shared/search/people-search';
import { makeNetwork } from './make-network';
import { type Figure, median } from './report';

/** What people type, the commonest words and beginnings of words, and words with slips that fit nothing as they are. */
const queries = [
  ...['nunez', '小明', 'company 12', 'bern tea', 'patel pri', 'garden slides', 'no such person'],
  ...['person', 'example', 'company', 'per', 'com', 'p com t', 'person company bern example', 'tea tree'],
  ...['persom123', 'companu 333', 'prsn2345 bern', 'exampel', 'xylophones'],
  ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789'),
];

export function measureSearch(people: number): Figure[] {
  const search = new PeopleSearch();
  const plain = new Map<string, string>();
  for (const piece of makeNetwork(people, 0).pieces) {
    for (const { table, id, after } of piece) {
      if (table === 'contacts') {
        const document = searchDocument(parseEntity('contacts', id, after));
        search.put(document);
        plain.set(id, fold(Object.values(document).join(' ')));
      } else if (table === 'notes') {
        const note = parseEntity('notes', id, after);
        search.putNote(id, note.text ?? '', note.contact);
        plain.set(note.contact, `${plain.get(note.contact) ?? ''} ${fold(note.text ?? '')}`);
      }
    }
  }
  const times: number[] = [];
  const walks: number[] = [];
  for (let run = 0; run < 5; run++) {
    for (const query of queries) {
      let began = performance.now();
      search.find(query, 50);
      times.push(performance.now() - began);
      began = performance.now();
      const words = fold(query).split(' ');
      [...plain].filter(([, text]) => words.every((word) => text.includes(word)));
      walks.push(performance.now() - began);
    }
  }
  return [
    { what: 'find a person: median', people, value: median(times), unit: 'ms' },
    { what: 'find a person: slowest', people, value: Math.max(...times), unit: 'ms' },
    {
      what: 'find a person: slowest query, median of its runs',
      people,
      value: Math.max(...queries.map((_, at) => median(times.filter((_, i) => i % queries.length === at)))),
      unit: 'ms',
    },
    {
      what: 'find a person: median',
      people,
      value: median(times) / median(walks),
      unit: 'times',
      against: 'a walk over all texts',
    },
  ];
}
