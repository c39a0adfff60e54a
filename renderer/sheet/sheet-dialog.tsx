/** A sheet to print: of this week, or of some people. It is shown first; the browser's own print does the rest. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { toErrorMessage } from '../../shared/errors';
import type { DueAnswer, WeekAnswer } from '../../shared/keeping/answers';
import { Dialog } from '../app/parts/dialog';
import { people as sayPeople, sayWeekday } from '../app/words';
import { useSession, useToday } from '../network/hooks';
import type { Session } from '../network/session';
import { mostPeople, peopleSheet, type Sheet, weekSheet } from './sheet';
import { SheetPage } from './sheet-page';
import './sheet.css';

interface Asked {
  readonly week: WeekAnswer;
  readonly due: DueAnswer;
}

/** @param people whom it is of; the people of this week where there are none */
export function SheetDialog({
  people,
  onClose,
}: {
  people: readonly string[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const today = useToday();
  const [asked, setAsked] = useState<Asked>();
  const [failed, setFailed] = useState<string>();
  const [ways, setWays] = useState(true);
  const [room, setRoom] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    Promise.all([
      session.host.call('week', { glance: true }),
      session.host.call('due', { limit: 2_000 }),
    ]).then(
      ([week, due]) => isCurrent && setAsked({ week, due }),
      (error: unknown) => isCurrent && setFailed(toErrorMessage(error).message),
    );
    return () => {
      isCurrent = false;
    };
  }, [session]);
  const { locale } = session.hello;
  const sheet = asked === undefined ? undefined : sheetOf(session, people, asked);
  const title = titleOf(session, people, asked);
  const look = { title, today, locale, ways, room };
  const isEmpty = sheet !== undefined && sheet.people.length + sheet.promises.length === 0;
  return (
    <Dialog
      title="Print a sheet"
      onClose={onClose}
      submit="Print"
      canSubmit={sheet !== undefined && !isEmpty}
      onSubmit={() => window.print()}
      width="48rem"
    >
      <Checkbox
        label="How to reach them"
        checked={ways}
        onChange={(event) => setWays(event.currentTarget.checked)}
      />
      <Checkbox
        label="Room to write"
        checked={room}
        onChange={(event) => setRoom(event.currentTarget.checked)}
      />
      <p className="k-quiet k-small">Nothing confidential is on it.</p>
      {failed === undefined ? null : <p role="alert">{failed}</p>}
      {isEmpty ? <p>{asked?.week.nobody ?? 'Nobody is left for this week.'}</p> : null}
      {sheet === undefined || isEmpty ? null : (
        <>
          <div className="k-sheet-preview" tabIndex={0} role="group" aria-label="How it will look">
            <SheetPage sheet={sheet} look={look} />
          </div>
          {createPortal(
            <div className="k-sheet-print" aria-hidden="true">
              <SheetPage sheet={sheet} look={look} />
            </div>,
            document.body,
          )}
        </>
      )}
    </Dialog>
  );
}

function sheetOf({ replica, hello }: Session, people: readonly string[], { week, due }: Asked): Sheet {
  const of = {
    due,
    contact: (id: string) => replica.network.get('contacts', id),
    last: (id: string) => replica.summary(id).last,
  };
  if (people.length === 0) return weekSheet(week, of);
  const collator = new Intl.Collator([hello.locale, 'en'], { sensitivity: 'base' });
  return peopleSheet(people, of, (a, b) => collator.compare(a, b));
}

/** The name of the group that is selected, where these are its people. */
function titleOf(
  { selection, replica, tally, hello }: Session,
  people: readonly string[],
  asked: Asked | undefined,
): string {
  if (people.length === 0) {
    return asked === undefined ? 'This week' : `The week from ${sayWeekday(asked.week.from, hello.locale)}`;
  }
  const cluster = selection.getState().cluster;
  const isGroup = cluster !== undefined && people.every((id) => tally.membersOf(cluster).has(id));
  const name = isGroup ? replica.network.get('clusters', cluster)?.name : undefined;
  return name ?? sayPeople(Math.min(people.length, mostPeople));
}
