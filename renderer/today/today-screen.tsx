/** Today: the people of the week and why, what was promised, who waits, who may slip away, how goals stand. */
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import type { WeeksAnswer } from '../../shared/goals/answers';
import type { DueAnswer, WeekAnswer } from '../../shared/keeping/answers';
import { Inspector } from '../atlas/inspector/inspector';
import { ActionButton, Button } from '../app/parts/button';
import { ErrorState } from '../app/parts/empty';
import { sayWeekday } from '../app/words';
import { useDialog, useSelectedContact, useSession, useTable, useToday } from '../network/hooks';
import { Cards } from './cards';
import { AlsoDated, LeftOut, PutOff } from './folded';
import { GoalsStrip } from './goals-strip';
import { AddMenu } from './add-menu';
import { Groups } from './groups';
import { headWords } from './head-words';
import { NobodyDue } from './nobody-due';
import { Promises } from './promises';
import { Replies } from './replies';
import { SnoozeDialog } from './snooze-dialog';
import './today.css';
import { cardsOf, TodayList } from './today-list';
import { Trips, useTripsAhead } from './trips';
import { Tweeners } from './tweeners';
import { TodayDialogs } from './today-dialogs';

export function TodayScreen(): ReactNode {
  const session = useSession();
  const list = TodayList.of(session);
  const { week, due, weeks, failed } = useStore(list.store);
  const selected = useSelectedContact();
  useEffect(() => list.look(), [list]);
  return (
    <div className={selected === undefined ? 'k-today-alone' : 'k-with-side'}>
      <section className="k-today" aria-label="Today">
        <div className="k-today-page">
          {failed !== undefined && week === undefined ? (
            <Failed message={failed} />
          ) : (
            <>
              <Head week={week} />
              {failed === undefined ? null : <NotUpToDate message={failed} />}
              {week === undefined || due === undefined ? (
                <Waiting />
              ) : (
                <Found week={week} due={due} weeks={weeks} />
              )}
            </>
          )}
        </div>
      </section>
      {selected === undefined ? null : (
        <aside className="k-side" aria-label="The person selected">
          <Inspector />
        </aside>
      )}
      <Snooze />
      <TodayDialogs />
    </div>
  );
}

function Head({ week }: { week: WeekAnswer | undefined }): ReactNode {
  const session = useSession();
  const today = useToday();
  const caughtUp = week?.caughtUp;
  const notes = (week?.notes ?? []).filter((note) => note !== week?.nobody);
  return (
    <>
      <header className="k-screen-head">
        <h1 className="k-title">{sayWeekday(today, session.hello.locale)}</h1>
        <span className="k-quiet" role="status">
          {week === undefined ? '' : headWords(week)}
        </span>
        {session.hello.readOnly === undefined ? (
          <div className="k-screen-tools">
            {caughtUp === undefined ? null : (
              <Button
                onClick={() =>
                  void session.tell(
                    'pause.add',
                    { ...caughtUp, reason: 'Away' },
                    { done: 'Clocks stood still while you were away' },
                  )
                }
              >
                I’m caught up
              </Button>
            )}
            <ActionButton id="sheet.week" look="quiet">
              Print
            </ActionButton>
            <AddMenu />
          </div>
        ) : null}
      </header>
      {notes.map((note) => (
        <p className="k-today-note" key={note}>
          {note}
        </p>
      ))}
    </>
  );
}

function Found({
  week,
  due,
  weeks,
}: {
  week: WeekAnswer;
  due: DueAnswer;
  weeks: WeeksAnswer | undefined;
}): ReactNode {
  const goals =
    weeks !== undefined && (weeks.goals.length > 0 || week.nobody === undefined) ? weeks : undefined;
  const trips = useTripsAhead();
  const groups = useTable('groupReminders');
  const owed = due.promises.length + due.replies.length;
  const somethingOwed = owed + groups.length + trips.length > 0;
  return (
    <div className="k-today-columns" data-beside={somethingOwed}>
      <div className="k-today-main">
        {week.nobody === undefined ? <Cards cards={cardsOf(week)} /> : <NobodyDue why={week.nobody} />}
        <PutOff week={week} />
        <AlsoDated week={week} />
        <LeftOut week={week} />
        <Tweeners tweeners={due.tweeners} />
        {goals === undefined ? null : <GoalsStrip answer={goals} />}
      </div>
      {somethingOwed ? (
        <div className="k-today-owed">
          <Promises promises={due.promises} />
          <Replies replies={due.replies} />
          <Groups soon={due.groups} all={groups} />
          <Trips trips={trips} />
        </div>
      ) : null}
    </div>
  );
}

function Snooze(): ReactNode {
  const { dialogs } = useSession();
  const [contact] = useDialog('snooze')?.contacts ?? [];
  return contact === undefined ? null : <SnoozeDialog contact={contact} onClose={() => dialogs.close()} />;
}

function Waiting(): ReactNode {
  return (
    <div role="status" aria-label="Looking who is due" className="k-today-waiting">
      {Array.from({ length: 5 }, (_, row) => (
        <div className="k-today-waiting-card" key={row}>
          <div className="k-skeleton k-skeleton-name" />
          <div className="k-skeleton k-skeleton-line" />
        </div>
      ))}
    </div>
  );
}

/** What stood before stays, and it is said that it may be out of date. */
function NotUpToDate({ message }: { message: string }): ReactNode {
  const list = TodayList.of(useSession());
  return (
    <p className="k-today-note k-today-fault" role="alert">
      The list may be out of date. {message}{' '}
      <Button look="quiet" className="k-today-inline" onClick={() => void list.ask()}>
        Look again
      </Button>
    </p>
  );
}

function Failed({ message }: { message: string }): ReactNode {
  const list = TodayList.of(useSession());
  const again = (
    <Button look="filled" onClick={() => void list.ask()}>
      Look again
    </Button>
  );
  return (
    <ErrorState title="Who is due could not be found out" action={again}>
      {message}
    </ErrorState>
  );
}
