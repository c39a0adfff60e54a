import { expect, it } from 'vitest';
import type { FileQuestion } from '../formats/question';
import type { ReadHow } from '../formats/read-how';
import { ImportMapping } from '../model/entities/upkeep';
import { howOf, remembering, rememberedFor } from './remembered';

const table: FileQuestion = { head: new Uint8Array(0), lettersOpen: false, key: 'k' };
const book: FileQuestion = { ...table, format: 'book' };
const tableHow: ReadHow = {
  mapping: { delimiter: '\t', hasHeader: false, uses: ['name', 'mail', 'leave'] },
  letters: 'shift_jis',
};

it.each<[FileQuestion, ReadHow]>([
  [table, tableHow],
  [table, { mapping: { delimiter: ',', hasHeader: true, uses: Array.from({ length: 12 }, () => 'keep') } }],
  [book, { letters: 'windows-1250' }],
])('an answer is found again for the same question, and reads the same', (question, how) => {
  const kept = ImportMapping.parse({ id: 'm', ...remembering(question, how) });
  expect(rememberedFor(question, [kept])).toBe(kept);
  expect(howOf(kept)).toEqual({ letters: undefined, ...how });
  expect(rememberedFor({ ...question, key: 'other' }, [kept])).toBeUndefined();
  expect(rememberedFor(question === table ? book : table, [kept])).toBeUndefined();
});

it('what another version kept and this one does not know is asked again', () => {
  const kept = ImportMapping.parse({ id: 'm', ...remembering(table, tableHow) });
  expect(howOf({ ...kept, letters: 'ebcdic' })).toBeUndefined();
  expect(howOf({ ...kept, columns: { 1: 'shoe size' } })).toBeUndefined();
  expect(howOf({ ...kept, delimiter: undefined })).toBeUndefined();
});
