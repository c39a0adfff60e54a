/**
 * A clock that stands still on paused days, so that leave and holidays count neither as silence nor as time in which a
 * tie fades. Days are whole numbers (days since 1970); differences of the clock's readings are days that count.
 */

/** Days on which clocks stand still, both ends included. A pause that still lasts goes on to `Infinity`. */
export interface PausedDays {
  readonly from: number;
  readonly to: number;
}

export interface RunningClock {
  /** What the clock reads on a day. O(log pauses). */
  at(day: number): number;
  /**
   * The first day by which the clock has run `needed` days since `start`. A pause that still lasts is taken to end
   * after `asOf`: nobody knows when it will.
   */
  dayAfter(start: number, needed: number, asOf: number): number;
}

const always: RunningClock = { at: (day) => day, dayAfter: (start, needed) => start + Math.ceil(needed) };

/** @param pauses in any order; they may overlap, and those that end before they begin are none */
export function runningClock(pauses: readonly PausedDays[]): RunningClock {
  return pauses.length === 0 ? always : new PausingClock(pauses);
}

class PausingClock implements RunningClock {
  readonly #pauses: readonly PausedDays[];
  readonly #from: readonly number[];
  readonly #to: readonly number[];
  /** Paused days before each pause. */
  readonly #before: readonly number[];

  constructor(pauses: readonly PausedDays[]) {
    const apart = withoutOverlap(pauses);
    let paused = 0;
    this.#before = apart.map(({ from, to }) => {
      const before = paused;
      paused += to - from + 1;
      return before;
    });
    this.#pauses = apart;
    this.#from = apart.map(({ from }) => from);
    this.#to = apart.map(({ to }) => to);
  }

  at(day: number): number {
    const pause = upTo(this.#from, day) - 1;
    if (pause < 0) return day;
    return day - this.#before[pause]! - (Math.min(day, this.#to[pause]!) - this.#from[pause]! + 1);
  }

  dayAfter(start: number, needed: number, asOf: number): number {
    if (this.#to.at(-1) === Infinity) return this.#endingAt(asOf).dayAfter(start, needed, asOf);
    const until = this.at(start) + needed;
    let day = start;
    for (;;) {
      const missing = Math.ceil(until - this.at(day));
      if (missing <= 0) return day;
      day += missing;
    }
  }

  #endingAt(asOf: number): RunningClock {
    return runningClock(this.#pauses.map(({ from, to }) => ({ from, to: to === Infinity ? asOf : to })));
  }
}

/** How many of the values, ascending, are at most `limit`. */
export function upTo(values: ArrayLike<number>, limit: number): number {
  let from = 0;
  let to = values.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (values[middle]! <= limit) from = middle + 1;
    else to = middle;
  }
  return from;
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
