/** Where too little is recorded for a view, what is missing and the one next step; else the view. */
import type { ReactNode } from 'react';
import type { AnswerTo } from '../../shared/analysis/questions';
import { sayPieces } from '../../shared/analysis/say-network';
import { ActionButton } from '../app/parts/button';
import { Empty, ErrorState } from '../app/parts/empty';
import { NobodyYet } from '../app/parts/nobody-yet';
import { many, people as sayPeople } from '../app/words';
import type { InsightPart } from '../network/insights-view';
import { ScreenLines } from './screen-lines';
import { type Thinness, thinness } from './thinness';

type Summary = AnswerTo<'summary'>;

export function ThinOr({
  part,
  summary,
  children,
}: {
  part: InsightPart;
  summary: Summary | undefined;
  children: ReactNode;
}): ReactNode {
  if (summary === undefined) return <ScreenLines />;
  const thin = thinness(part, summary);
  if (thin !== undefined) return <Thin thin={thin} summary={summary} />;
  const few = summary.people < fewPeople;
  const pieces = part === 'connectors' || part === 'what-if' || part === 'clusters' ? sayPieces(summary) : '';
  return (
    <>
      {few || pieces !== '' ? (
        <p className="k-quiet k-insights-note">
          {few ? `${sayPeople(summary.people)} are few: take what follows as a beginning. ` : ''}
          {pieces}
        </p>
      ) : null}
      {children}
    </>
  );
}

/** Below this many people nothing is said about shares, and little about groups (measures.md 3). */
const fewPeople = 8;

function Thin({ thin, summary }: { thin: Thinness; summary: Summary }): ReactNode {
  const { people, guessedLeftOut } = summary;
  switch (thin) {
    case 'nobody':
      return <NobodyYet />;
    case 'fewForGaps':
      return (
        <Empty
          title={`${sayPeople(people)} are too few to say how varied they are`}
          action={<ActionButton id="people.add" look="filled" withKey={false} />}
        >
          It takes 8 of whom something is known: with fewer, one person more or less turns every share around.
        </Empty>
      );
    case 'noTies':
      return (
        <Empty
          title="No one can be said to connect"
          action={
            <>
              <ActionButton id="data.link" look="filled" withIcon={false} withKey={false} />
              <ActionButton id="insights.guess" withKey={false} />
            </>
          }
        >
          Nothing is recorded about who of your {sayPeople(people)} knows whom. That you know them all says
          nothing about them. Pick a person and tick whom they know: twenty people in a minute.{' '}
          {guessedLeftOut > 0
            ? `${many(guessedLeftOut, 'tie is', 'ties are')} guessed, and left out until you confirm ${guessedLeftOut === 1 ? 'it' : 'them'}.`
            : 'Or let ties be guessed between people of one organisation; guesses stay guesses until you confirm them.'}
        </Empty>
      );
    case 'onePerson':
      return (
        <Empty
          title="One person connects nobody"
          action={<ActionButton id="people.add" look="filled" withKey={false} />}
        >
          Add whom else you know, and who of them know each other.
        </Empty>
      );
    case 'noDays':
      return (
        <Empty
          title="Nothing is recorded yet of when you were in touch"
          action={<ActionButton id="note" look="filled" />}
        >
          Warmth is unknown, not gone. Log what happened last with those who matter to you, even roughly.
        </Empty>
      );
  }
}

export function NotFound({ message }: { message: string }): ReactNode {
  return (
    <ErrorState title="This could not be worked out">
      {message} Your network is safe; close and open the window to try again.
    </ErrorState>
  );
}
