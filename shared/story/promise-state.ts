/** How a promise stands, and what can be said of it next. */
import type { Commitment } from '../model/entities';
import { daysBetween } from '../time';
import { many, sayDay, sayDayAhead } from '../words';

export interface PromiseState {
  /** "due Friday 8 May", "3 days late", "kept 9 days ago". */
  readonly said: string;
  readonly late: boolean;
  readonly open: boolean;
  /** Advice was followed, and its giver does not know yet. */
  readonly owesUpdate: boolean;
}

export function promiseState(promise: Commitment, today: string, locale: string): PromiseState {
  const { advice, due, doneOn, droppedOn, toldOn } = promise;
  const settled = { late: false, open: false, owesUpdate: false };
  const past = (day: string): string => sayDay(day, today, locale);
  if (toldOn !== undefined) return { ...settled, said: `told ${past(toldOn)}` };
  if (doneOn !== undefined) {
    const isAdvice = advice === true;
    return { ...settled, said: `${isAdvice ? 'followed' : 'kept'} ${past(doneOn)}`, owesUpdate: isAdvice };
  }
  if (droppedOn !== undefined) {
    return { ...settled, said: `${advice === true ? 'not followed' : 'dropped'} ${past(droppedOn)}` };
  }
  const open = { open: true, owesUpdate: false };
  if (due === undefined) return { ...open, said: 'open, no day set', late: false };
  const late = daysBetween(due, today);
  if (late > 0) return { ...open, said: `${many(late, 'day', 'days')} late`, late: true };
  return { ...open, said: `due ${sayDayAhead(due, today, locale)}`, late: false };
}
