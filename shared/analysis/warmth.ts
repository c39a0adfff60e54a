/**
 * How alive a tie with me is, from the days on which there was contact.
 *
 *   b(t) = sum over contact days k <= t of w_k 2^(-(t - t_k) / h),   shown as b / (b + 1)
 *
 * Tie decay: W. Ahmad, M. A. Porter and M. Beguerisse-Diaz, IEEE Trans. Netw. Sci. Eng. 8 (2021). h is the
 * cadence. The words come from silence held against the tie's own mean gap: H. Navarro et al., R. Soc. Open
 * Sci. 4 (2017). Days are whole numbers (days since 1970); pauses stop the clock for all of it.
 *
 * What a tie has behind it is kept in a few numbers (`Remembered`), so that one more contact at its end costs the same
 * however many there are, and its warmth on any day of the past is found without going through them (`warmthTrack`).
 */
import { agedCount, coolingOrder } from './cooling-order';
import { type PausedDays, type RunningClock, runningClock, upTo } from './running-clock';

export type { PausedDays } from './running-clock';

/** What one interaction counts by its channel; an event is shared by those who are there. */
export type ContactChannel =
  'in-person' | 'meal' | 'call' | 'video' | 'mail' | 'message' | 'letter' | 'event' | 'gift';

/** A mail or message to more people than this is a broadcast and counts for nobody. */
const broadcastFrom = 11;

/** @param size how many people were there or on it, me included. */
export function contactWeight(channel: ContactChannel, size: number): number {
  switch (channel) {
    case 'in-person':
    case 'meal':
      return 3;
    case 'call':
    case 'video':
      return 2;
    case 'event':
      return 1 / Math.max(1, size);
    case 'mail':
    case 'message':
      return size > broadcastFrom ? 0 : 1;
    case 'letter':
    case 'gift':
      return 1;
  }
}

/** The cadence of a contact with interactions for whom none is set. */
export const defaultCadence = 180;
/** From this many contact days a tie has a rhythm of its own. */
const ownRhythmFrom = 5;
/** Silence divided by the own mean gap, or by the cadence, from which each word holds. */
const ownLimits = { slipping: 2, cooling: 4, quiet: 8 };
const cadenceLimits = { slipping: 1, cooling: 1.5, quiet: 3 };
/** Steps of the fill on the map, 1 warm .. 7 cold. */
const steps = 7;

export const warmthWords = ['unknown', 'in rhythm', 'slipping', 'cooling', 'gone quiet'] as const;
export type WarmthWord = (typeof warmthWords)[number];
export const warmthStates = ['unknown', 'warm', 'cooling', 'cold'] as const;
export type WarmthState = (typeof warmthStates)[number];

/** Contact days, ascending, each once, and what each counts. */
export interface ContactDays {
  readonly days: readonly number[];
  readonly weights: readonly number[];
}

export interface Warmth {
  /** b / (b + 1), 0..1. */
  readonly shown: number;
  /** 1 warm .. 7 cold; 0 unknown. */
  readonly step: number;
  readonly word: WarmthWord;
  readonly state: WarmthState;
  /** Contact days so far, the last of them, and days between them on average. */
  readonly count: number;
  readonly last: number | null;
  readonly meanGap: number | null;
  /** Days since the last contact, without the paused ones. */
  readonly silence: number | null;
  /** What the silence is held against. */
  readonly rhythm: 'own' | 'cadence' | null;
  /** The length of that rhythm, in days: the mean gap, at least 1, or the cadence. */
  readonly rhythmDays: number | null;
  /** The first day on which the tie has gone quiet if nothing happens. */
  readonly quietBy: number | null;
  /** Order of cooling (cooling-order.ts), larger is likelier to stay silent. */
  readonly order: number | null;
}

const unknownWarmth: Warmth = {
  shown: 0,
  step: 0,
  word: 'unknown',
  state: 'unknown',
  count: 0,
  last: null,
  meanGap: null,
  silence: null,
  rhythm: null,
  rhythmDays: null,
  quietBy: null,
  order: null,
};

/**
 * Several interactions on one day are one contact day, which counts as the heaviest of them.
 * @param entries in any order
 */
export function contactDays(
  entries: Iterable<{ readonly day: number; readonly weight: number }>,
): ContactDays {
  const heaviest = new Map<number, number>();
  for (const { day, weight } of entries) {
    if (weight > 0) heaviest.set(day, Math.max(weight, heaviest.get(day) ?? 0));
  }
  const days = [...heaviest.keys()].sort((a, b) => a - b);
  return { days, weights: days.map((day) => heaviest.get(day)!) };
}

/** What is kept of a tie's contact days: enough for its warmth on any day from the last of them on. */
export interface Remembered {
  /** The decayed sum just before the last contact day, and what that day adds. */
  readonly earlier: number;
  readonly weight: number;
  /** Contact days, and the same counted by their age on the last of them. */
  readonly count: number;
  readonly aged: number;
  /** The last contact day, and what the running clock read on it and on the first one. */
  readonly last: number;
  readonly lastAt: number;
  readonly firstAt: number;
}

/** What is left after some days. */
export function decayed(b: number, days: number, halfLife: number): number {
  return b * 2 ** (-days / halfLife);
}

/**
 * One more contact, on the last contact day or after it; constant time, and equal to starting from scratch.
 * @param before undefined where there was none yet
 * @param cadence in days; absent: 180
 * @param clock of the pauses that the other contacts were remembered with
 */
export function withContact(
  before: Remembered | undefined,
  day: number,
  weight: number,
  cadence: number | undefined,
  clock: RunningClock = runningClock([]),
): Remembered {
  const at = clock.at(day);
  if (before === undefined) {
    return { earlier: 0, weight, count: 1, aged: 1, last: day, lastAt: at, firstAt: at };
  }
  if (day === before.last) return { ...before, weight: Math.max(weight, before.weight) };
  const since = at - before.lastAt;
  return {
    earlier: decayed(before.earlier + before.weight, since, cadence ?? defaultCadence),
    weight,
    count: before.count + 1,
    aged: agedCount(before.aged, since) + 1,
    last: day,
    lastAt: at,
    firstAt: before.firstAt,
  };
}

/**
 * The warmth on a day, from what is remembered of the contacts until then.
 * @param remembered undefined where there were none: unknown
 */
export function warmthFrom(
  remembered: Remembered | undefined,
  cadence: number | undefined,
  asOf: number,
  clock: RunningClock = runningClock([]),
): Warmth {
  if (remembered === undefined) return unknownWarmth;
  const { count, last, lastAt, firstAt } = remembered;
  const halfLife = cadence ?? defaultCadence;
  const silence = clock.at(asOf) - lastAt;
  const b = decayed(remembered.earlier + remembered.weight, silence, halfLife);
  const shown = b / (b + 1);
  const meanGap = count < 2 ? null : (lastAt - firstAt) / (count - 1);
  const own = meanGap !== null && count >= ownRhythmFrom;
  const rhythmDays = Math.max(1, own ? meanGap : halfLife);
  const limits = own ? ownLimits : cadenceLimits;
  const word = wordFor(silence, rhythmDays, limits);
  return {
    shown,
    step: Math.max(1, steps - Math.floor(shown * steps)),
    word,
    state: word === 'in rhythm' ? 'warm' : word === 'gone quiet' ? 'cold' : 'cooling',
    count,
    last,
    meanGap,
    silence,
    rhythm: own ? 'own' : 'cadence',
    rhythmDays,
    quietBy: clock.dayAfter(last, limits.quiet * rhythmDays, asOf),
    order: coolingOrder({ silence, rhythm: rhythmDays, aged: remembered.aged }),
  };
}

/**
 * The warmth of a contact as of a day; contact days after it have not happened yet. One pass over the days before.
 * @param cadence how often the user wants to be in touch, in days; absent: 180
 */
export function warmthOf(
  contact: ContactDays,
  cadence: number | undefined,
  asOf: number,
  pauses: readonly PausedDays[] = [],
): Warmth {
  const clock = runningClock(pauses);
  let remembered: Remembered | undefined;
  for (let i = 0; i < contact.days.length && contact.days[i]! <= asOf; i++) {
    remembered = withContact(remembered, contact.days[i]!, contact.weights[i]!, cadence, clock);
  }
  return warmthFrom(remembered, cadence, asOf, clock);
}

/** The warmth of a contact on any day, each in O(log(contact days + pauses)). */
export interface WarmthTrack {
  at(day: number): Warmth;
}

/** Goes through the contact days once, for a handle that replays the past. Parameters as of `warmthOf`. */
export function warmthTrack(
  contact: ContactDays,
  cadence: number | undefined,
  pauses: readonly PausedDays[] = [],
): WarmthTrack {
  const clock = runningClock(pauses);
  const remembered: Remembered[] = [];
  contact.days.forEach((day, i) => {
    remembered.push(withContact(remembered[i - 1], day, contact.weights[i]!, cadence, clock));
  });
  return { at: (day) => warmthFrom(remembered[upTo(contact.days, day) - 1], cadence, day, clock) };
}

function wordFor(silence: number, rhythm: number, limits: typeof ownLimits): WarmthWord {
  if (silence < limits.slipping * rhythm) return 'in rhythm';
  if (silence < limits.cooling * rhythm) return 'slipping';
  if (silence < limits.quiet * rhythm) return 'cooling';
  return 'gone quiet';
}
