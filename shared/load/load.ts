/**
 * How much is asked of somebody, and when something last went back to them. A soft limit says how often in 30 days one
 * person is to be asked: whoever was asked so often is not forbidden, but comes after others until some time has passed.
 */
import { hasHappened } from '../introductions/stages';
import { rowsOf } from '../keeping/rows';
import { rulesOf } from '../keeping/rules';
import type { Exchange, Introduction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { addDays, type Day } from '../time';
import { type Ask, asksOf, asksOfIntroduction, askOfRequest } from './asks';

/** Days that count as "lately". */
export const lately = 30;

/** How often in 30 days one person is to be asked, where nothing else was set. */
const once = 1;

/** What went to somebody: given, thanked for, an introduction made. */
export interface Back {
  readonly day: Day;
  readonly kind: Exchange['kind'] | 'thanks' | 'brought';
}

export interface Load {
  readonly contact: string;
  /** The newest first. */
  readonly asks: readonly Ask[];
  readonly lately: readonly Ask[];
  readonly limit: number;
  /** From which day on they have been asked less than the limit again; nothing where they are free now. */
  readonly freeFrom?: Day;
  readonly back?: Back;
}

export function limitOf(network: OpenNetwork): number {
  return network.get('settings', 'settings')?.askLimit ?? once;
}

export function loadOf(network: OpenNetwork, contact: string, today: Day): Load {
  const { me } = rulesOf(network);
  const limit = limitOf(network);
  const asks = asksOf(network, contact, today, me);
  const recent = asks.filter(({ day }) => isLately(day, today));
  const free = freeFrom(
    recent.map(({ day }) => day),
    limit,
  );
  const back = lastBack(network, contact, today, me);
  return {
    contact,
    asks,
    lately: recent,
    limit,
    ...(free === undefined ? {} : { freeFrom: free }),
    ...(back === undefined ? {} : { back }),
  };
}

function isLately(day: Day, today: Day): boolean {
  return day > addDays(today, -lately) && day <= today;
}

/** @param days of the last 30, the newest first */
function freeFrom(days: readonly Day[], limit: number): Day | undefined {
  const last = days[limit - 1];
  return last === undefined ? undefined : addDays(last, lately);
}

/** Everybody who was asked as often as is wanted, with the day from which on they may be asked again. */
export function* fullLoads(network: OpenNetwork, today: Day): Steps<Map<string, Day>> {
  return fullOf(yield* askedLately(network, today), limitOf(network));
}

/** Of whoever was asked in the last 30 days: when, the newest first. */
export function* askedLately(network: OpenNetwork, today: Day): Steps<Map<string, Day[]>> {
  const { me } = rulesOf(network);
  const days = new Map<string, Day[]>();
  const add = ({ contact, day }: Ask): void => {
    if (!isLately(day, today)) return;
    const own = days.get(contact);
    if (own === undefined) days.set(contact, [day]);
    else own.push(day);
  };
  for (const request of network.all('requests')) {
    add(askOfRequest(request));
    yield;
  }
  for (const introduction of network.all('introductions')) {
    for (const ask of asksOfIntroduction(introduction, me)) add(ask);
    yield;
  }
  for (const own of days.values()) own.sort().reverse();
  return days;
}

/** @param asked days of the last 30 of each, the newest first */
export function fullOf(asked: ReadonlyMap<string, readonly Day[]>, limit: number): Map<string, Day> {
  const full = new Map<string, Day>();
  for (const [contact, own] of asked) {
    const free = freeFrom(own, limit);
    if (free !== undefined) full.set(contact, free);
  }
  return full;
}

function lastBack(
  network: OpenNetwork,
  contact: string,
  today: Day,
  me: string | undefined,
): Back | undefined {
  const exchanges = rowsOf(network, 'exchanges', contact);
  const thanked = [...exchanges, ...rowsOf(network, 'requests', contact)];
  const backs: Back[] = [
    ...exchanges.flatMap(({ direction, day, kind }) => (direction === 'given' ? [{ day, kind }] : [])),
    ...thanked.flatMap(({ thankedOn }): Back[] =>
      thankedOn === undefined ? [] : [{ day: thankedOn, kind: 'thanks' }],
    ),
    ...rowsOf(network, 'introductions', contact).flatMap((one) => broughtFor(one, contact, me)),
  ];
  return backs
    .filter(({ day }) => day <= today)
    .reduce<Back | undefined>(
      (last, one) => (last === undefined || one.day > last.day ? one : last),
      undefined,
    );
}

/** I made the introduction, and it was one of theirs; or they made one, and were thanked. */
function broughtFor(
  { a, b, by, stage, day, history }: Introduction,
  contact: string,
  me: string | undefined,
): Back[] {
  const thanked = history.findLast((step) => step.stage === 'thanked')?.day;
  if (by === contact) return thanked === undefined ? [] : [{ day: thanked, kind: 'thanks' }];
  const isMine = (by === undefined || by === me) && (a === contact || b === contact);
  const when = day ?? history.find((step) => step.stage === 'introduced')?.day;
  return isMine && hasHappened(stage) && when !== undefined ? [{ day: when, kind: 'brought' }] : [];
}
