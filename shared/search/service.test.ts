import { expect, it } from 'vitest';
import type { FromSearch } from './messages';
import { searchService } from './service';

const person = (id: string, name: string): object => ({
  id,
  name,
  nicknames: '',
  organisations: '',
  place: '',
  tags: '',
  emails: '',
  more: '',
});

it('answers each search by its number, after what it was told before', () => {
  const answers: FromSearch[] = [];
  const tell = searchService((message) => answers.push(message));
  tell({ type: 'put', documents: [person('a', 'Ida Bergman'), person('b', 'Ruth Ellery')] });
  tell({ type: 'notes', notes: [{ id: 'n', contact: 'b', text: 'sings' }] });
  tell({ type: 'find', request: 1, query: 'ida' });
  tell({ type: 'find', request: 2, query: 'sings' });
  tell({ type: 'notes', notes: [{ id: 'n' }] });
  tell({ type: 'remove', contacts: ['a'] });
  tell({ type: 'find', request: 3, query: 'ida' });
  tell({ type: 'find', request: 4, query: 'sings' });
  tell({ type: 'clear' });
  tell({ type: 'find', request: 5, query: 'ruth' });
  expect(answers.map(({ request, contacts }) => [request, contacts])).toEqual([
    [1, ['a']],
    [2, ['b']],
    [3, []],
    [4, []],
    [5, []],
  ]);
});

it('refuses what is no message', () => {
  const tell = searchService(() => undefined);
  expect(() => tell({ type: 'find', request: 'x' })).toThrow();
});
