/**
 * The weeks in which the network bears a trace of its user: something happened, was written down, promised, put off or
 * brought in. Where there is none for long, the user was away.
 */
import type { OpenNetwork } from '../model/network';
import { type Day, dayFromNumber, dayNumber } from '../time';
import type { KeptPeople } from './kept-people';
import type { Week } from './weeks';

/** Away for two weeks is an absence. */
const absence = 2;

export class Traces {
  readonly #from: number;
  /** Weeks before the one looked at, 1 the last one. */
  readonly #weeks = new Set<number>();
  #last: number | undefined;
  readonly #first: Day | undefined;

  /** @param week the one that people were looked at for; traces of it and later do not count */
  constructor(network: OpenNetwork, people: KeptPeople, week: Week) {
    this.#from = dayNumber(week.from);
    this.#first = people.firstCreated;
    for (const day of people.tracedDays) this.#see(day);
    for (const { at } of network.all('notes')) this.#see(at);
    for (const { at } of network.all('batches')) this.#see(at);
    for (const { from } of network.all('snoozes')) this.#see(from);
    for (const { since, doneOn } of network.all('owedReplies')) this.#see(since, doneOn);
    for (const { madeOn, doneOn, droppedOn, toldOn } of network.all('commitments')) {
      this.#see(madeOn, doneOn, droppedOn, toldOn);
    }
  }

  /** The last day with a trace, where the user was away before the week; undefined for a network that is younger. */
  awaySince(): Day | undefined {
    const begin = dayFromNumber(this.#from - 7 * absence);
    if (this.#first === undefined || this.#first >= begin) return undefined;
    for (let ago = 1; ago <= absence; ago++) if (this.#weeks.has(ago)) return undefined;
    return this.#last === undefined ? this.#first : dayFromNumber(this.#last);
  }

  #see(...moments: readonly (string | undefined)[]): void {
    for (const moment of moments) {
      if (moment === undefined) continue;
      const day = dayNumber(moment.slice(0, 10));
      if (day >= this.#from) continue;
      this.#weeks.add(this.#weeksAgo(day));
      if (this.#last === undefined || day > this.#last) this.#last = day;
    }
  }

  #weeksAgo(day: number): number {
    return Math.ceil((this.#from - day) / 7);
  }
}
