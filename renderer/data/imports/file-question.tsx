/** What only the person knows of a file: what its columns hold, and in which letters it is; with what comes of it. */
import { NativeSelect, Switch } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { saysWho } from '../../../shared/formats/mapping';
import { type FileQuestion, peopleBy, shapeBy } from '../../../shared/formats/question';
import { type CodePage, codePages, type ColumnUse, type ReadHow } from '../../../shared/formats/read-how';
import { Button } from '../../app/parts/button';
import type { Asked } from '../../network/file-questions';
import { useSession, useToday } from '../../network/hooks';
import { ColumnTable } from './column-table';
import { LettersPreview } from './letters-preview';
import { letterWords } from './letter-words';
import { ReadPeople } from './read-people';
import './file-question.css';

/** People that are shown as they would come in. */
const shown = 5;

export function FileQuestionScreen({ asked }: { asked: Asked }): ReactNode {
  const { file, question } = asked;
  const [how, setHow] = useState<ReadHow>(() => startOf(asked));
  const { imports } = useSession();
  const isTable = question.format === undefined;
  const missing = isTable && !saysWho(how.mapping?.uses ?? []);
  return (
    <section className="k-import" aria-label={`How to read ${file.name}`}>
      <div className="k-import-top">
        <h1 className="k-title">
          {isTable
            ? `What do the columns of ${file.name} hold?`
            : `Which letters is ${file.name} written in?`}
        </h1>
        <p className="k-quiet">
          {isTable
            ? 'Nothing in the file says it for certain; a guess is filled in.'
            : question.doubtful === undefined
              ? 'Nothing in the file says it. Choose the letters in which the names look right.'
              : 'Most of it is in UTF-8, but these lines are not. Choose the letters in which they look right.'}{' '}
          Your answer is remembered for the next file of this kind.
        </p>
        <div className="k-columns-tools">
          {question.lettersOpen ? (
            <Letters
              value={how.letters ?? 'windows-1252'}
              onChange={(letters) => setHow((standing) => ({ ...standing, letters }))}
            />
          ) : null}
          {how.mapping === undefined ? null : (
            <Switch
              label="The first row names the columns"
              checked={how.mapping.hasHeader}
              onChange={(event) => {
                const hasHeader = event.currentTarget.checked;
                setHow((standing) => withMapping(standing, { hasHeader }));
              }}
            />
          )}
        </div>
      </div>
      <div className="k-columns-body">
        {isTable ? (
          <Columns
            asked={asked}
            how={how}
            onUses={(uses) => setHow((standing) => withMapping(standing, { uses }))}
          />
        ) : (
          <LettersPreview question={question} letters={how.letters ?? 'windows-1252'} />
        )}
      </div>
      <footer className="k-import-foot">
        <Button look="filled" disabled={missing} onClick={() => imports.answer(how)}>
          Read it so
        </Button>
        <Button onClick={() => imports.answer(undefined)}>Leave this file out</Button>
        <Button onClick={() => void imports.cancel()}>Cancel</Button>
        <span className="k-quiet k-small">
          {missing
            ? 'Say which column holds a name, a mail address, a phone number or an organisation.'
            : 'You see what would happen before anything is written.'}
        </span>
      </footer>
    </section>
  );
}

function Columns({
  asked: { file, question },
  how,
  onUses,
}: {
  asked: Asked;
  how: ReadHow;
  onUses: (uses: readonly ColumnUse[]) => void;
}): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const { mapping, letters } = how;
  const shape = useMemo(() => shapeBy(question, letters), [question, letters]);
  const people = useMemo(
    () => peopleBy(question, { mapping, letters }, { fileName: file.name, today, zone: hello.zone }, shown),
    [question, mapping, letters, file.name, today, hello.zone],
  );
  if (mapping === undefined || shape === undefined) {
    return (
      <p>This file is no table whose rows have the same columns. Leave it out, or save it as CSV first.</p>
    );
  }
  return (
    <>
      <ColumnTable rows={shape.rows} mapping={mapping} onUses={onUses} />
      <ReadPeople people={people} />
    </>
  );
}

function Letters({ value, onChange }: { value: CodePage; onChange: (value: CodePage) => void }): ReactNode {
  return (
    <NativeSelect
      classNames={{ label: 'k-mantine-label' }}
      label="Letters"
      value={value}
      data={codePages.map((page) => ({ value: page, label: letterWords[page] }))}
      onChange={({ currentTarget }) => {
        const page = codePages.find((one) => one === currentTarget.value);
        if (page !== undefined) onChange(page);
      }}
    />
  );
}

/** What was said before, as far as it fits; else a guess. */
function startOf({ question, before }: Asked): ReadHow {
  const letters = question.lettersOpen ? (before?.letters ?? 'windows-1252') : undefined;
  if (question.format !== undefined) return { letters };
  return { letters, mapping: before?.mapping ?? guessOf(question, letters) };
}

function guessOf(question: FileQuestion, letters: CodePage | undefined): ReadHow['mapping'] {
  return shapeBy(question, letters)?.guess;
}

function withMapping(how: ReadHow, change: Partial<NonNullable<ReadHow['mapping']>>): ReadHow {
  return how.mapping === undefined ? how : { ...how, mapping: { ...how.mapping, ...change } };
}
