/** The one step that comes next, and taking the last one back. */
import { memo, type ReactNode } from 'react';
import { fullName } from '../../../shared/keeping/names';
import { isOnTheWay, orderOf, type StageOnTheWay, stageNames } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import { Button } from '../../app/parts/button';
import { useSession } from '../../network/hooks';
import { Fault } from '../fault';
import { askForStep, bothOf, sayMoved } from '../moving';
import { useSpeaking } from '../use-speaking';
import { useStep } from '../use-step';

interface Next {
  readonly stage: StageOnTheWay;
  readonly words: string;
  /** There is something to tell of it. */
  readonly asks: boolean;
}

export const NextStep = memo(function NextStep({ introduction }: { introduction: Introduction }): ReactNode {
  const session = useSession();
  const speaking = useSpeaking(introduction);
  const { fault, take } = useStep();
  const { id, stage, by, history } = introduction;
  const next = isOnTheWay(stage)
    ? nextOf(stage, by === undefined ? undefined : fullName(speaking, by), isMine(introduction, speaking.me))
    : undefined;
  const canGoBack = isOnTheWay(stage) && history.some((step) => orderOf(step.stage) < orderOf(stage));
  const takeBack = (done: string): void => void take('introduction.back', { id }, done);
  return (
    <div className="k-insp-section k-intro-next">
      <div className="k-insp-actions">
        {next === undefined ? null : (
          <Button
            look="filled"
            onClick={() => {
              if (next.asks) askForStep(session, { id, stage: next.stage });
              else {
                void take(
                  'introduction.move',
                  { id, stage: next.stage },
                  sayMoved(session, introduction, next.stage),
                );
              }
            }}
          >
            {next.words}
          </Button>
        )}
        {isOnTheWay(stage) ? null : (
          <Button look="filled" onClick={() => takeBack(`Taken up again: ${bothOf(session, introduction)}`)}>
            Take it up again
          </Button>
        )}
        {canGoBack ? (
          <Button
            look="quiet"
            onClick={() =>
              takeBack(`Taken back from “${stageNames[stage]}”: ${bothOf(session, introduction)}`)
            }
          >
            Back a stage
          </Button>
        ) : null}
      </div>
      <Fault>{fault}</Fault>
    </div>
  );
});

function isMine({ a, b }: Introduction, me: string | undefined): boolean {
  return a === me || b === me;
}

function nextOf(stage: StageOnTheWay, by: string | undefined, mine: boolean): Next | undefined {
  switch (stage) {
    case 'idea':
      return {
        stage: 'asked',
        words: by === undefined ? 'Both were asked' : `${by} was asked`,
        asks: false,
      };
    case 'asked':
      return { stage: 'agreed', words: mine ? 'They said yes' : 'Both said yes', asks: false };
    case 'agreed':
      return {
        stage: 'introduced',
        words: mine
          ? 'We were introduced…'
          : by === undefined
            ? 'I introduced them…'
            : 'They were introduced…',
        asks: true,
      };
    case 'introduced':
      return { stage: 'met', words: mine ? 'We met…' : 'They met…', asks: true };
    case 'met':
      return { stage: 'outcome', words: 'What came of it…', asks: true };
    case 'outcome':
      return { stage: 'thanked', words: 'Thanks were said', asks: false };
    case 'thanked':
      return undefined;
  }
}
