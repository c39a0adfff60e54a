/** Guessed ties, one pair at a time with what speaks for it: yes, no, or not sure. */
import { Progress } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { ActionButton, Button } from '../../app/parts/button';
import { Empty, ErrorState } from '../../app/parts/empty';
import { many } from '../../app/words';
import { useLive } from '../../giving/use-live';
import { useSession, useTable } from '../../network/hooks';
import { GuessGroups } from './guess-groups';
import { GuessPair } from './guess-pair';
import { GuessQueue } from './guess-queue';
import './guesses.css';
import { SureGuesses } from './sure-guesses';

/** Pairs that are at hand, so that the next one is there at once. */
const ahead = 40;

export function GuessesScreen(): ReactNode {
  const session = useSession();
  const queue = GuessQueue.of(session);
  useStore(queue.store);
  // Say when a tie was answered or put off, or that was taken back.
  useTable('ties');
  useTable('pairDecisions');
  const live = useLive('guesses', { ...queue.asked(), limit: ahead });
  const { failed, again } = live;
  // The last answer stays while another is on its way.
  const [last, setLast] = useState(live.answer);
  if (live.answer !== undefined && live.answer !== last) setLast(live.answer);
  const answer = live.answer ?? last;
  useEffect(() => {
    if (answer !== undefined) queue.name(answer.guesses);
  }, [queue, answer]);
  const current = queue.current();

  if (answer === undefined) {
    return (
      <Frame>
        {failed === undefined ? (
          <p className="k-quiet">Looking for guesses</p>
        ) : (
          <ErrorState
            title="The guesses could not be read"
            action={<Button onClick={again}>Try again</Button>}
          >
            {failed}
          </ErrorState>
        )}
      </Frame>
    );
  }
  const screen = (
    <Frame>
      <Share done={queue.answered()} left={answer.total} />
      {current === undefined ? (
        <NoPair later={answer.putOff} isLooking={answer.guesses.length > 0} />
      ) : (
        <GuessPair key={current.tie} guess={current} />
      )}
      <LastAnswer said={queue.lastSaid()} />
      <SureGuesses count={answer.sure} />
    </Frame>
  );
  if (answer.groups.length === 0) return screen;
  return (
    <div className="k-with-side">
      {screen}
      <aside className="k-side" aria-label="Guesses by group">
        <GuessGroups groups={answer.groups} />
      </aside>
    </div>
  );
}

function Frame({ children }: { children: ReactNode }): ReactNode {
  const { navigation } = useSession();
  return (
    <section className="k-screen k-guesses" aria-label="Guessed ties">
      <h1 className="k-title">Do these two know each other?</h1>
      <p className="k-quiet">
        A guess is drawn dotted and counts little until you say yes. A no is remembered: it is not guessed
        again.
      </p>
      {children}
      <div className="k-guesses-out">
        <Button look="quiet" onClick={() => navigation.go('atlas')}>
          See the map
        </Button>
        <Button look="quiet" onClick={() => navigation.go('data')}>
          Back to Data
        </Button>
      </div>
    </section>
  );
}

function LastAnswer({ said }: { said: string | undefined }): ReactNode {
  return (
    <div className="k-guesses-last">
      <p className="k-quiet" role="status">
        {said}
      </p>
      {said === undefined ? null : (
        <ActionButton id="undo" look="quiet">
          Undo
        </ActionButton>
      )}
    </div>
  );
}

function Share({ done, left }: { done: number; left: number }): ReactNode {
  if (done + left === 0) return null;
  return (
    <div className="k-guesses-share">
      <Progress value={(100 * done) / (done + left)} aria-label="How many are answered" />
      <span className="k-quiet k-small k-number">
        {done === 0 ? '' : `${done.toLocaleString('en')} answered, `}
        {left.toLocaleString('en')} to go
      </span>
    </div>
  );
}

/** No pair to ask about: none are guessed, all are put off, or the next are on their way. */
function NoPair({ later, isLooking }: { later: number; isLooking: boolean }): ReactNode {
  const queue = GuessQueue.of(useSession());
  const { group } = useStore(queue.store);
  if (isLooking) return null;
  if (later > 0) {
    return (
      <Empty
        title={`${many(later, 'pair is', 'pairs are')} left, of which you were not sure`}
        action={
          <Button look="filled" onClick={() => queue.takeUp()}>
            Look at them again
          </Button>
        }
      >
        They stay guesses as long as you say neither yes nor no, and are asked about again in four weeks, or
        once something else speaks for them.
      </Empty>
    );
  }
  if (group !== undefined) {
    return (
      <Empty
        title="Nothing is left to answer in this group"
        action={
          <Button look="filled" onClick={() => queue.choose(undefined)}>
            Go through all guesses
          </Button>
        }
      />
    );
  }
  return (
    <Empty
      title="No guesses wait for an answer"
      action={
        <>
          <ActionButton id="data.import" look="filled" />
          <ActionButton id="insights.guess" />
          <ActionButton id="data.link" />
        </>
      }
    >
      Calendars and mailboxes say who was together; organisations, who may have been. Or say it yourself.
    </Empty>
  );
}
