/**
 * Who was on the list of a week when somebody looked at it. It is no part of the network: it only keeps a week's list
 * the same after a restart, and lets nobody be asked for more than two weeks running.
 */
import { z } from 'zod';
import { jsonIn } from '../json';
import { Id } from '../model/ids';
import { Day } from '../time';

/** Weeks that are remembered, the last ones that were looked at. */
const mostWeeks = 12;

const Kept = z.array(
  z.object({
    from: Day,
    shown: z.array(z.object({ contact: Id, latest: Id.optional() })).max(1_000),
  }),
);

/** By contact, in the order of the list: the last interaction there was when they came onto it. */
export type Shown = ReadonlyMap<string, string | undefined>;

export class ShownWeeks {
  readonly #weeks = new Map<Day, Map<string, string | undefined>>();

  /** What `toText` gave; what cannot be read is as if nobody had looked. */
  static from(text: string | undefined): ShownWeeks {
    const weeks = new ShownWeeks();
    const parsed = Kept.safeParse(text === undefined ? [] : jsonIn(text));
    for (const { from, shown } of parsed.success ? parsed.data : []) {
      weeks.#weeks.set(from, new Map(shown.map(({ contact, latest }) => [contact, latest])));
    }
    return weeks;
  }

  /** They were on no list. */
  forget(gone: ReadonlySet<string>): void {
    for (const week of this.#weeks.values()) for (const id of gone) week.delete(id);
  }

  /** Undefined where nobody looked. */
  of(from: Day): Shown | undefined {
    return this.#weeks.get(from);
  }

  /** Adds whoever was not on the week's list before. @returns whether that changed anything. */
  note(from: Day, shown: Iterable<readonly [contact: string, latest: string | undefined]>): boolean {
    const known = this.#weeks.get(from);
    const week = known ?? new Map<string, string | undefined>();
    const size = week.size;
    for (const [contact, latest] of shown) if (!week.has(contact)) week.set(contact, latest);
    if (known !== undefined) return week.size > size;
    this.#weeks.set(from, week);
    const [oldest] = this.#weeks.keys();
    if (this.#weeks.size > mostWeeks && oldest !== undefined) this.#weeks.delete(oldest);
    return true;
  }

  /** Drops whoever is no longer in the network. @returns whether there was anybody. */
  keepOnly(isThere: (contact: string) => boolean): boolean {
    let dropped = false;
    for (const week of this.#weeks.values()) {
      for (const contact of [...week.keys()])
        if (!isThere(contact)) dropped = week.delete(contact) || dropped;
    }
    return dropped;
  }

  toText(): string {
    const weeks = [...this.#weeks].map(([from, week]) => ({
      from,
      shown: [...week].map(([contact, latest]) => ({ contact, ...(latest === undefined ? {} : { latest }) })),
    }));
    return `${JSON.stringify(weeks)}\n`;
  }
}
