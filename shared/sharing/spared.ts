/** Who is not sent anything just now although they might care: they had it, or had enough from me lately. */
import type { OpenNetwork } from '../model/network';
import { rowsOf } from '../keeping/rows';
import { addDays, type Day } from '../time';

/** So many things from me in so many days, and somebody is spared. */
export const enough = { things: 3, days: 30 } as const;

export type Sparing =
  | { readonly kind: 'had-it'; readonly day: Day }
  | { readonly kind: 'archived' }
  | { readonly kind: 'had-enough'; readonly things: number; readonly day: Day };

export class Spared {
  readonly #network: OpenNetwork;
  readonly #today: Day;
  readonly #after: Day;
  /** What was passed on lately: how many things a day, by contact. */
  readonly #sent = new Map<string, Map<Day, number>>();
  readonly #had = new Map<string, Day>();

  /** @param shareable whoever had it already is spared it */
  constructor(network: OpenNetwork, today: Day, shareable?: string) {
    this.#network = network;
    this.#today = today;
    this.#after = addDays(today, -enough.days);
    for (const { id, sent } of network.all('shareables')) {
      for (const { contact, day } of sent) {
        if (id === shareable) this.#had.set(contact, day);
        if (this.#isLately(day)) count(this.#sent, contact, day);
      }
    }
  }

  why(contact: string): Sparing | undefined {
    const had = this.#had.get(contact);
    if (had !== undefined) return { kind: 'had-it', day: had };
    if (this.#network.get('contacts', contact)?.archived === true) return { kind: 'archived' };
    const days = this.#things(contact);
    const things = [...days.values()].reduce((sum, each) => sum + each, 0);
    const last = [...days.keys()].sort().at(-1);
    return things < enough.things || last === undefined
      ? undefined
      : { kind: 'had-enough', things, day: last };
  }

  /** What is marked as sent is noted as given, too: of a day's two counts the larger holds. */
  #things(contact: string): Map<Day, number> {
    const given = new Map<string, Map<Day, number>>();
    for (const { direction, day } of rowsOf(this.#network, 'exchanges', contact)) {
      if (direction === 'given' && this.#isLately(day)) count(given, contact, day);
    }
    const things = new Map(this.#sent.get(contact));
    for (const [day, each] of given.get(contact) ?? []) things.set(day, Math.max(each, things.get(day) ?? 0));
    return things;
  }

  #isLately(day: Day): boolean {
    return day > this.#after && day <= this.#today;
  }
}

function count(days: Map<string, Map<Day, number>>, contact: string, day: Day): void {
  const own = days.get(contact) ?? new Map<Day, number>();
  own.set(day, (own.get(day) ?? 0) + 1);
  days.set(contact, own);
}
