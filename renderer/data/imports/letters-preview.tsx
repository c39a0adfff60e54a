import type { ReactNode } from 'react';
import { type FileQuestion, linesBy } from '../../../shared/formats/question';
import type { CodePage } from '../../../shared/formats/read-how';

/** Lines that are shown. */
const shown = 12;

/** The lines of a file whose letters are in doubt, as they would be read. */
export function LettersPreview({
  question,
  letters,
}: {
  question: FileQuestion;
  letters: CodePage;
}): ReactNode {
  const lines = linesBy(question, letters, shown);
  return (
    <>
      <h2 className="k-columns-head">As it would be read</h2>
      <ul className="k-columns-lines" aria-live="polite">
        {lines.map((line, at) => (
          <li key={at}>{line.slice(0, 300)}</li>
        ))}
      </ul>
    </>
  );
}
