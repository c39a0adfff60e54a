/** What a letter begins with: plain words, or a template of one's own; and keeping one as a template. */
import { NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { wordsFor } from '../../../shared/introductions/drafts';
import type { Letter } from '../../../shared/introductions/letters';
import { asTemplate, fill, sayEmpty, valuesFor } from '../../../shared/introductions/placeholders';
import type { Introduction } from '../../../shared/model/entities';
import { TextButton } from '../../atlas/inspector/section';
import { useSession, useTable } from '../../network/hooks';
import { openTemplate } from '../introducing';
import { useSpeaking } from '../use-speaking';
import { LetterDesk } from './letter-desk';

interface BeginWithProps {
  readonly introduction: Introduction;
  readonly letter: Letter;
}

export function BeginWith({ introduction, letter }: BeginWithProps): ReactNode {
  const session = useSession();
  const desk = LetterDesk.of(session);
  const speaking = useSpeaking(introduction);
  const [lacking, setLacking] = useState<string>();
  const templates = useTable('templates').filter(({ use }) => use === letter.use);
  const { use, to, draft } = letter;
  const own = { introduction: introduction.id, use, to };
  const begin = (id: string): void => {
    const template = templates.find((one) => one.id === id);
    if (template === undefined) {
      setLacking(undefined);
      void desk.beginAnew(own, draft?.id);
      return;
    }
    const values = valuesFor(speaking, introduction, letter);
    const body = fill(template.body, values);
    const plain = wordsFor(speaking, introduction, letter).subject;
    const subject = fill(template.subject ?? plain, values);
    setLacking(sayEmpty([...new Set([...subject.empty, ...body.empty])]));
    void desk.begin(own, { subject: subject.text, text: body.text }, id);
  };
  const keepAsTemplate = (): void => {
    const values = valuesFor(speaking, introduction, letter);
    const written = desk.wordsOf(own) ?? letter;
    openTemplate(session, {
      use,
      subject: asTemplate(written.subject, values),
      body: asTemplate(written.text, values),
    });
  };
  return (
    <>
      <NativeSelect
        classNames={{ label: 'k-mantine-label' }}
        size="xs"
        label="Begin with"
        value={templates.some(({ id }) => id === draft?.template) ? draft?.template : ''}
        data={[
          { value: '', label: 'Plain words' },
          ...templates.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => begin(event.currentTarget.value)}
      />
      {lacking === undefined ? null : <p className="k-small k-intro-urgent">{lacking}</p>}
      <p className="k-intro-letter-tools">
        {draft === undefined ? null : (
          <TextButton onClick={() => void desk.beginAnew(own, draft.id)}>Back to plain words</TextButton>
        )}
        <TextButton onClick={keepAsTemplate}>Keep as a template…</TextButton>
      </p>
    </>
  );
}
