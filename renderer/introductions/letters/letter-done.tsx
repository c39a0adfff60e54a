/** What to write down once a letter has gone out: asked, asked once more, introduced, thanked. */
import type { ReactNode } from 'react';
import { fullName } from '../../../shared/keeping/names';
import type { Letter } from '../../../shared/introductions/letters';
import { sideOf } from '../../../shared/introductions/occasions';
import { hasHappened } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { Fault } from '../fault';
import { askForStep, sayMoved } from '../moving';
import { useSpeaking } from '../use-speaking';
import { useStep } from '../use-step';

interface LetterDoneProps {
  readonly introduction: Introduction;
  readonly letter: Letter;
  readonly text: string;
}

export function LetterDone({ introduction, letter: { use, to }, text }: LetterDoneProps): ReactNode {
  const session = useSession();
  const speaking = useSpeaking(introduction);
  const { fault, take } = useStep();
  const { id, stage, by } = introduction;
  const [first = ''] = to;
  const side = sideOf(introduction, first);
  const name = fullName(speaking, first);
  const button = (words: string, onClick: () => void): ReactNode => (
    <>
      <Button look="quiet" className="k-intro-done" onClick={onClick}>
        {words}
      </Button>
      <Fault>{fault}</Fault>
    </>
  );
  const move = (to: 'asked' | 'thanked') => (): void =>
    void take('introduction.move', { id, stage: to }, sayMoved(session, introduction, to));
  switch (use) {
    case 'ask':
      if (by !== undefined || side === undefined) return button('It is asked', move('asked'));
      return button(
        `${name} is asked`,
        () =>
          void take(
            'introduction.consent',
            { id, side, consent: 'asked' },
            `Written down: ${name} was asked`,
          ),
      );
    case 'remind':
      if (by !== undefined || side === undefined || hasHappened(stage)) return null;
      return button(
        `${name} is asked once more`,
        () =>
          void take(
            'introduction.consent',
            { id, side, consent: 'asked' },
            `Written down: ${name} was asked once more`,
          ),
      );
    case 'introduce':
      return button('They are introduced…', () => askForStep(session, { id, stage: 'introduced', text }));
    case 'thank':
      return button('Thanks were said', move('thanked'));
    case 'decline':
      return null;
  }
}
