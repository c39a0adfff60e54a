/**
 * How alive a tie with me is, from the days on which there was contact.
 *
 *   b(t) = sum over contact days k <= t of w_k 2^(-(t - t_k) / h),   shown as b / (b + 1)
 *
 * Tie decay: W. Ahmad, M. A. Porter and M. Beguerisse-Diaz, IEEE Trans. Netw. Sci. Eng. 8 (2021). h is the
 * cadence. The words come from silence held against the tie's own mean gap: H. Navarro et al., R. Soc. Open
 * Sci. 4 (2017). Days are whole numbers (days since 1970); pauses stop the clock for all of it.
 */

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

/** Days on which clocks stand still, both ends included. */
export interface PausedDays {
  readonly from: number;
  readonly to: number;
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
  /** The first day on which the tie has gone quiet if nothing happens. */
  readonly quietBy: number | null;
  /** Order of cooling, larger is likelier to stay silent. */
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

/** The decayed sum as it is stored: its value right after the last contact, and when that was. */
export interface Decaying {
  readonly b: number;
  readonly last: number;
}

/** What is left after some days. */
export function decayed(b: number, days: number, halfLife: number): number {
  return b * 2 ** (-days / halfLife);
}

/** One more contact, not before the last one; constant time. */
export function withContact(
  before: Decaying | undefined,
  day: number,
  weight: number,
  halfLife: number,
): Decaying {
  if (before === undefined) return { b: weight, last: day };
  return { b: decayed(before.b, day - before.last, halfLife) + weight, last: day };
}

/**
 * The warmth of a contact as of a day; contact days after it have not happened yet.
 * @param cadence how often the user wants to be in touch, in days; absent: 180
 */
export function warmthOf(
  contact: ContactDays,
  cadence: number | undefined,
  asOf: number,
  pauses: readonly PausedDays[] = [],
): Warmth {
  const halfLife = cadence ?? defaultCadence;
  const clock = runningClock(pauses);
  let decaying: Decaying | undefined;
  let count = 0;
  for (; count < contact.days.length && contact.days[count]! <= asOf; count++) {
    decaying = withContact(decaying, clock(contact.days[count]!), contact.weights[count]!, halfLife);
  }
  if (decaying === undefined) return unknownWarmth;

  const last = contact.days[count - 1]!;
  const silence = clock(asOf) - decaying.last;
  const b = decayed(decaying.b, silence, halfLife);
  const shown = b / (b + 1);
  const meanGap = count < 2 ? null : (decaying.last - clock(contact.days[0]!)) / (count - 1);
  const own = meanGap !== null && count >= ownRhythmFrom;
  const unit = Math.max(1, own ? meanGap : halfLife);
  const limits = own ? ownLimits : cadenceLimits;
  const word = wordFor(silence / unit, limits);
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
    quietBy: dayAfter(last, Math.ceil(limits.quiet * unit), pauses),
    order: 0.78 * Math.log1p(silence) + 0.6 * Math.log1p(silence / unit) - 0.81 * Math.log(count),
  };
}

function wordFor(ratio: number, limits: typeof ownLimits): WarmthWord {
  if (ratio < limits.slipping) return 'in rhythm';
  if (ratio < limits.cooling) return 'slipping';
  if (ratio < limits.quiet) return 'cooling';
  return 'gone quiet';
}

/** A clock that stands still on paused days: differences of its readings are days that count. */
function runningClock(pauses: readonly PausedDays[]): (day: number) => number {
  if (pauses.length === 0) return (day) => day;
  const apart = withoutOverlap(pauses);
  return (day) => {
    let paused = 0;
    for (const { from, to } of apart) paused += Math.max(0, Math.min(day, to) - from + 1);
    return day - paused;
  };
}

/** The first day by which the clock has run `needed` days since `start`. */
function dayAfter(start: number, needed: number, pauses: readonly PausedDays[]): number {
  const clock = runningClock(pauses);
  let day = start;
  for (;;) {
    const missing = needed - (clock(day) - clock(start));
    if (missing <= 0) return day;
    day += missing;
  }
}

function withoutOverlap(pauses: readonly PausedDays[]): PausedDays[] {
  const apart: { from: number; to: number }[] = [];
  for (const { from, to } of [...pauses].sort((a, b) => a.from - b.from)) {
    const previous = apart.at(-1);
    if (to < from) continue;
    if (previous !== undefined && from <= previous.to + 1) previous.to = Math.max(previous.to, to);
    else apart.push({ from, to });
  }
  return apart;
}
