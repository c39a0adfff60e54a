/** One letter: its words to edit, what to begin with, and the ways out: the mail program, copied, as a file. Nothing is sent from here. */
import { Textarea, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Letter } from '../../../shared/introductions/letters';
import { sayUnknown, unknownIn } from '../../../shared/introductions/placeholders';
import type { Introduction } from '../../../shared/model/entities';
import { useSession } from '../../network/hooks';
import { Fault } from '../fault';
import { BeginWith } from './begin-with';
import { LetterDesk, letterKey, type LetterOf } from './letter-desk';
import { LetterDone } from './letter-done';
import { WaysOut } from './ways-out';

interface LetterProps {
  readonly introduction: Introduction;
  readonly letter: Letter;
  readonly title: string;
}

export function LetterView({ introduction, letter, title }: LetterProps): ReactNode {
  const desk = LetterDesk.of(useSession());
  const own: LetterOf = { introduction: introduction.id, use: letter.use, to: letter.to };
  const key = letterKey(own);
  const written = useStore(desk.store, (all) => all[key]);
  const { subject, text } = written ?? letter;
  const unknown = sayUnknown([...new Set([...unknownIn(subject), ...unknownIn(text)])]);
  const keep = (): void => void desk.keep(own);
  return (
    <section className="k-intro-letter" aria-label={title}>
      <h4 className="k-intro-letter-title">{title}</h4>
      <BeginWith introduction={introduction} letter={letter} />
      <TextInput
        size="xs"
        label="Subject"
        maxLength={1_000}
        value={subject}
        onChange={(event) => desk.write(own, { subject: event.currentTarget.value, text })}
        onBlur={keep}
      />
      <Textarea
        size="xs"
        label="Text"
        classNames={{ input: 'k-intro-text', label: 'k-mantine-label' }}
        rows={5}
        maxLength={200_000}
        value={text}
        onChange={(event) => desk.write(own, { subject, text: event.currentTarget.value })}
        onBlur={keep}
      />
      <p className="k-small k-quietest" role="status">
        {written !== undefined
          ? 'Not kept yet'
          : letter.draft === undefined
            ? 'As you edit it, it is kept with this introduction.'
            : 'Edited, and kept with this introduction.'}
      </p>
      <Fault>{written?.fault}</Fault>
      {unknown === undefined ? null : <p className="k-small k-intro-urgent">{unknown}</p>}
      <WaysOut to={letter.to} subject={subject} text={text} />
      <LetterDone introduction={introduction} letter={letter} text={text} />
    </section>
  );
}
