/** Words to write with, for every occasion there is now: one letter open at a time. */
import { memo, type ReactNode, useState } from 'react';
import { lettersFor } from '../../../shared/introductions/letters';
import type { Introduction } from '../../../shared/model/entities';
import { Section, TextButton } from '../../atlas/inspector/section';
import { useTable } from '../../network/hooks';
import { useSpeaking } from '../use-speaking';
import { letterTitle } from '../words';
import { LetterView } from './letter';

/** Drawn again only where something of it is different. */
export const Letters = memo(function Letters({ introduction }: { introduction: Introduction }): ReactNode {
  const speaking = useSpeaking(introduction);
  // Wakes when a draft or a template is different.
  useTable('drafts');
  useTable('templates');
  const letters = lettersFor(speaking, introduction);
  const [opened, setOpened] = useState<string>();
  if (letters.length === 0) return null;
  const open = letters.find(({ key }) => key === opened) ?? letters[0];
  return (
    <Section title="Words to write with">
      {letters.map((letter) => {
        const title = letterTitle(speaking, letter, introduction);
        return letter.key === open?.key ? (
          <LetterView key={letter.key} introduction={introduction} letter={letter} title={title} />
        ) : (
          <p key={letter.key} className="k-intro-letter-folded">
            <TextButton onClick={() => setOpened(letter.key)}>{title}</TextButton>
          </p>
        );
      })}
    </Section>
  );
});
