/**
 * Who is due, most pressing first, kept in order while people come and go. Whoever has a cadence that was chosen comes
 * before those who have one only because there was contact once. Among them
 *
 *   lost       two cadences have gone by: the larger overdue ratio first
 *   last call  two weeks more, and two cadences will have: the fewer days are left the sooner
 *   due        the larger overdue ratio first
 *
 * What would be lost with the tie, a way into a cluster, counts as some lateness more.
 */
import type { Bridges, KeptPerson } from './kept-person';

/** What being the only way into a cluster counts, in cadences. */
const bridgeCounts = 0.25;

/** Days in which somebody may be on the list once more at most: a week, and one of rest before it. */
const lastCall = 14;

export interface DueEntry {
  readonly id: string;
  readonly chosen: boolean;
  /** 0 lost, 1 last call, 2 due. */
  readonly stage: number;
  /** Within a stage, larger is more pressing. */
  readonly urgency: number;
  /** The cluster into which this is the only tie. */
  readonly bridgeTo?: string;
}

export class DueOrder {
  readonly bridges: Bridges;
  #entries: DueEntry[] = [];

  constructor(bridges: Bridges) {
    this.bridges = bridges;
  }

  get entries(): readonly DueEntry[] {
    return this.#entries;
  }

  fill(people: Iterable<KeptPerson>): void {
    this.#entries = [];
    for (const person of people) {
      const entry = this.#entryOf(person);
      if (entry !== undefined) this.#entries.push(entry);
    }
    this.#entries.sort(compare);
  }

  add(person: KeptPerson): void {
    const entry = this.#entryOf(person);
    if (entry !== undefined) this.#entries.splice(this.#placeOf(entry), 0, entry);
  }

  remove(person: KeptPerson): void {
    const entry = this.#entryOf(person);
    if (entry === undefined) return;
    const place = this.#placeOf(entry);
    if (this.#entries[place]?.id === entry.id) this.#entries.splice(place, 1);
  }

  #entryOf({ contact: { id }, verdict }: KeptPerson): DueEntry | undefined {
    const { state, cadence, ratio } = verdict;
    if ((state !== 'due' && state !== 'too-late') || cadence === undefined || ratio === undefined)
      return undefined;
    const bridgeTo = this.bridges.get(id);
    const late = ratio + (bridgeTo === undefined ? 0 : bridgeCounts);
    const daysLeft = (1 - late) * cadence.days;
    const stage = ratio > 1 ? 0 : daysLeft < lastCall ? 1 : 2;
    return {
      id,
      chosen: cadence.from !== 'default',
      stage,
      urgency: stage === 1 ? -daysLeft : late,
      ...(bridgeTo === undefined ? {} : { bridgeTo }),
    };
  }

  /** Where an entry stands, or would. */
  #placeOf(entry: DueEntry): number {
    let from = 0;
    let to = this.#entries.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      const there = this.#entries[middle];
      if (there !== undefined && compare(there, entry) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}

function compare(a: DueEntry, b: DueEntry): number {
  if (a.chosen !== b.chosen) return a.chosen ? -1 : 1;
  return a.stage - b.stage || b.urgency - a.urgency || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
