/** Somebody of the week: who, why now, the last time; and on the card one is on, what helps with reaching out. */
import { IconCheck } from '@tabler/icons-react';
import type { KeyboardEvent, ReactNode } from 'react';
import type { WeekContact } from '../../shared/keeping/answers';
import { daysBetween } from '../../shared/time';
import { Strip } from '../atlas/inspector/strip';
import { ticks } from '../atlas/inspector/strip-days';
import { useInteractions } from '../atlas/inspector/use-interactions';
import { ContactMark } from '../app/parts/mark';
import { exactDay, roleOf, sayDay, sayRoughDay } from '../app/words';
import { useContact, useSession, useToday, useWarmth } from '../network/hooks';
import { CardOpen } from './card-open';
import { cardId } from './focus-card';
import { TodayList } from './today-list';

export function Card({ card, here }: { card: WeekContact; here: boolean }): ReactNode {
  const session = useSession();
  const list = TodayList.of(session);
  const { id, name, reasons, state, meets } = card;
  const person = useContact(id);
  const isDone = state === 'done';
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.key !== 'Enter') return;
    event.preventDefault();
    if (session.selection.getState().contacts[0] === id) focusSide();
    else session.select(id);
  };
  return (
    <article
      id={cardId(id)}
      className="k-today-card"
      data-card={id}
      data-done={isDone}
      aria-label={isDone ? `${name}, done` : name}
      aria-current={here ? 'true' : undefined}
      tabIndex={here ? 0 : -1}
      onFocus={() => list.goTo(id)}
      onClick={() => list.goTo(id)}
      onKeyDown={onKeyDown}
    >
      <div className="k-today-mark">
        {isDone ? (
          <IconCheck size={18} stroke={1.75} aria-hidden="true" />
        ) : (
          <ContactMark contact={id} box={34} />
        )}
      </div>
      <div className="k-today-who">
        <div className="k-today-name">
          <h2>
            <button type="button" className="k-today-name-button" onClick={() => session.select(id)}>
              {name}
            </button>
          </h2>
          <span className="k-small k-quietest">{person === undefined ? '' : roleOf(person)}</span>
        </div>
        <p className="k-quiet">{isDone ? (meets ?? 'Done this week.') : reasons[0]?.text}</p>
      </div>
      <History card={card} />
      {here && !isDone ? <CardOpen card={card} /> : null}
    </article>
  );
}

/** The strip of contact days, and in words when it was last and when it goes quiet. */
function History({ card: { id, lastDay } }: { card: WeekContact }): ReactNode {
  const { hello } = useSession();
  const { locale } = hello;
  const today = useToday();
  const interactions = useInteractions(id);
  const quietBy = useWarmth(id)?.quietBy ?? undefined;
  const ahead = quietBy !== undefined && quietBy >= today ? daysBetween(today, quietBy) : undefined;
  return (
    <div className="k-today-history">
      <Strip days={ticks(interactions?.list ?? [], today)} quiet={ahead} width={236} height={26} />
      <p className="k-today-ends k-small">
        <span className="k-quietest" title={lastDay === null ? undefined : exactDay(lastDay, locale)}>
          {lastDay === null ? 'no record yet' : sayDay(lastDay, today, locale)}
        </span>
        {ahead === undefined || quietBy === undefined ? null : (
          <span className="k-quiet" title={exactDay(quietBy, locale)}>
            quiet by {sayRoughDay(quietBy, today, locale)}
          </span>
        )}
      </p>
    </div>
  );
}

function focusSide(): void {
  document.querySelector<HTMLElement>('.k-side :is(button, input, a, [tabindex="0"])')?.focus();
}
