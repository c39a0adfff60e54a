/**
 * Whether somebody is due, and why: last contact + cadence, and days late divided by the cadence. Clocks stand still
 * in pauses. A snooze, a skip or "in touch elsewhere" moves the day without pretending that there was contact.
 */
import { type PausedDays, type RunningClock, runningClock } from '../analysis/running-clock';
import type { Contact, Snooze } from '../model/entities';
import { type Day, dayFromNumber, dayNumber } from '../time';
import { type Cadence, cadenceOf } from './cadence';
import type { KeepingRules } from './rules';

export const dueStates = ['never', 'not-settled', 'put-off', 'in-time', 'due', 'too-late'] as const;
export type DueState = (typeof dueStates)[number];

export type DueReason =
  | { readonly kind: 'never-reminded'; readonly because: 'me' | 'archived' | 'never-remind' }
  | { readonly kind: 'not-settled' }
  | {
      readonly kind: 'cadence';
      readonly days: number;
      readonly from: Cadence['from'];
      readonly name?: string;
    }
  | { readonly kind: 'last-contact' | 'cadence-set' | 'skipped' | 'elsewhere'; readonly day: Day }
  | { readonly kind: 'snoozed'; readonly until: Day }
  | { readonly kind: 'paused'; readonly days: number };

export interface Verdict {
  readonly state: DueState;
  /** Where it is never asked for: because of what. */
  readonly never?: 'me' | 'archived' | 'never-remind';
  readonly cadence?: Cadence;
  readonly start?: Start;
  /** The day on which it is due, as a day number. */
  readonly due?: number;
  /** Days late divided by the cadence; negative before. */
  readonly ratio?: number;
  /** The day until which it is put off, where that is later than it would be due. */
  readonly snoozed?: number;
  /** On how many days since the start the clock stood still. */
  readonly paused?: number;
}

/** Where the clock starts, as a day number. */
interface Start {
  readonly kind: 'last-contact' | 'cadence-set' | 'skipped' | 'elsewhere';
  readonly day: number;
}

export interface ClockFacts {
  readonly contact: Contact;
  /** The last contact that sets the clock back. */
  readonly last?: Day;
  readonly snoozes: readonly Snooze[];
  /** Of everybody and of this contact. */
  readonly pauses: readonly PausedDays[];
}

/** A snooze that says no end lasts so many days. */
const usualSnooze = 7;

/** @param asOf the day on which it is looked at */
export function judge(facts: ClockFacts, rules: KeepingRules, asOf: number): Verdict {
  const { contact, last } = facts;
  const never = neverReminded(contact, rules);
  if (never !== undefined) return { state: 'never', never };
  const cadence = cadenceOf(contact, rules, last !== undefined);
  if (cadence === undefined) return notSettled;

  const start = startOf(facts, cadence);
  const clock: RunningClock = runningClock(facts.pauses);
  const ran = clock.at(asOf) - clock.at(start.day);
  const ratio = (ran - cadence.days) / cadence.days;
  const dueBy = clock.dayAfter(start.day, cadence.days * (1 + rules.dueAt), asOf);
  const snoozed = snoozedUntil(facts, asOf);
  // On a day on which the clock stands still nobody is asked for.
  const stands = clock.at(asOf) === clock.at(asOf - 1);
  const paused = asOf - start.day - ran;
  const putOff = stands || (snoozed !== undefined && snoozed > asOf);
  return {
    state: stateOf(ratio, putOff, rules),
    cadence,
    start,
    due: snoozed === undefined ? dueBy : Math.max(dueBy, snoozed),
    ratio,
    ...(snoozed !== undefined && snoozed > dueBy ? { snoozed } : {}),
    ...(paused > 0 || stands ? { paused } : {}),
  };
}

const notSettled: Verdict = { state: 'not-settled' };

/** Why it is so, for those who ask. */
export function reasonsOf(verdict: Verdict): DueReason[] {
  const { never, cadence, start, snoozed, paused } = verdict;
  if (never !== undefined) return [{ kind: 'never-reminded', because: never }];
  if (cadence === undefined || start === undefined) return [{ kind: 'not-settled' }];
  const { days, from, name } = cadence;
  const reasons: DueReason[] = [
    { kind: 'cadence', days, from, ...(name === undefined ? {} : { name }) },
    { kind: start.kind, day: dayFromNumber(start.day) },
  ];
  if (paused !== undefined) reasons.push({ kind: 'paused', days: paused });
  if (snoozed !== undefined) reasons.push({ kind: 'snoozed', until: dayFromNumber(snoozed) });
  return reasons;
}

function stateOf(ratio: number, putOff: boolean, rules: KeepingRules): DueState {
  if (ratio < rules.dueAt) return 'in-time';
  if (putOff) return 'put-off';
  return ratio >= Math.max(rules.tooLateAt, rules.dueAt) ? 'too-late' : 'due';
}

function neverReminded(
  contact: Contact,
  rules: KeepingRules,
): 'me' | 'archived' | 'never-remind' | undefined {
  if (contact.id === rules.me) return 'me';
  if (contact.archived === true) return 'archived';
  return contact.neverRemind === true ? 'never-remind' : undefined;
}

/** Where the clock starts: the latest of contact, skip and "in touch elsewhere", else when the cadence was set. */
function startOf({ last, snoozes }: ClockFacts, cadence: Cadence): Start {
  let start: Start =
    last === undefined
      ? { kind: 'cadence-set', day: dayNumber(cadence.since) }
      : { kind: 'last-contact', day: dayNumber(last) };
  for (const { kind, from, until } of snoozes) {
    if (kind === 'snooze' || kind === 'swap') continue;
    const day = dayNumber(kind === 'elsewhere' ? (until ?? from) : from);
    if (day > start.day) start = { kind: kind === 'skip' ? 'skipped' : 'elsewhere', day };
  }
  return start;
}

/** Contact after a snooze ends it. */
function snoozedUntil({ last, snoozes }: ClockFacts, asOf: number): number | undefined {
  let latest: number | undefined;
  for (const { kind, from, until } of snoozes) {
    if (kind !== 'snooze' || (last !== undefined && last > from)) continue;
    const end = until === undefined ? dayNumber(from) + usualSnooze : dayNumber(until);
    if (dayNumber(from) <= asOf && (latest === undefined || end > latest)) latest = end;
  }
  return latest;
}
