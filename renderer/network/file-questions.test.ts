import { expect, it } from 'vitest';
import type { FileQuestion } from '../../shared/formats/question';
import type { ReadHow } from '../../shared/formats/read-how';
import { type Asked, FileQuestions, type QuestionMemory } from './file-questions';

const question: FileQuestion = { head: new Uint8Array(0), lettersOpen: false, key: 'k' };
const how: ReadHow = { mapping: { delimiter: ',', hasHeader: true, uses: ['name'] } };
const file = new File([], 'a.csv');

function desk(before?: ReadHow) {
  const kept: ReadHow[] = [];
  const shown: Asked[] = [];
  const memory: QuestionMemory = {
    recall: () => before,
    keep: (_, said) => {
      kept.push(said);
      return Promise.resolve();
    },
  };
  const questions = new FileQuestions(memory);
  const stop = new AbortController();
  const ask = (anew = false) =>
    questions.ask(file, question, { anew, signal: stop.signal, show: (asked) => shown.push(asked) });
  return { questions, ask, kept, shown, stop };
}

it('asks once, keeps the answer, and does not ask where it was said before', async () => {
  const { questions, ask, kept, shown } = desk();
  const asked = ask();
  expect(shown).toEqual([{ file, question, before: undefined }]);
  questions.answer(how);
  expect(await asked).toEqual({ how, asBefore: false });
  expect(kept).toEqual([how]);

  const known = desk(how);
  expect(await known.ask()).toEqual({ how, asBefore: true });
  expect([known.shown, known.kept]).toEqual([[], []]);
});

it('asks anew with what was said before, and keeps nothing of a file that is left out', async () => {
  const { questions, ask, kept, shown } = desk(how);
  const asked = ask(true);
  expect(shown[0]?.before).toBe(how);
  questions.answer(undefined);
  expect(await asked).toBeUndefined();
  expect(kept).toEqual([]);
});

it('waits no longer once all is given up', async () => {
  const { ask, stop } = desk();
  const asked = ask();
  stop.abort();
  await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
});
