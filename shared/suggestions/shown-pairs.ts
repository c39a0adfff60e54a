/**
 * Which pairs were suggested in which week when somebody looked. It is no part of the network: it keeps a week's
 * suggestions the same after a restart, and lets rest what was seen and passed over.
 */
import { z } from 'zod';
import { jsonIn } from '../json';
import { Id } from '../model/ids';
import { addDays, Day } from '../time';

/** Whoever was suggested in one of so many weeks before is not suggested again. */
const restingWeeks = 6;
/** Weeks that are remembered, the last ones that were looked at. */
const mostWeeks = 8;

const Pair = z.tuple([Id, Id]);
const Kept = z.array(z.object({ from: Day, pairs: z.array(Pair).max(1_000) }));
export type Pair = z.infer<typeof Pair>;

export class ShownPairs {
  #weeks: { readonly from: Day; readonly pairs: readonly Pair[] }[] = [];

  /** What `toText` gave; what cannot be read is as if nobody had looked. */
  static from(text: string | undefined): ShownPairs {
    const shown = new ShownPairs();
    const parsed = Kept.safeParse(text === undefined ? [] : jsonIn(text));
    if (parsed.success) shown.#weeks = parsed.data;
    return shown;
  }

  /** They were in no pair. */
  forget(gone: ReadonlySet<string>): void {
    this.#weeks = this.#weeks.map((week) => ({
      ...week,
      pairs: week.pairs.filter((pair) => !pair.some((id) => gone.has(id))),
    }));
  }

  /** How many are remembered. */
  get size(): number {
    return this.#weeks.reduce((sum, { pairs }) => sum + pairs.length, 0);
  }

  /** In the order in which they were shown. */
  in(from: Day): readonly Pair[] {
    return this.#weeks.find((week) => week.from === from)?.pairs ?? [];
  }

  /** Those of the weeks before that rest in this one. */
  restingIn(from: Day): Pair[] {
    const first = addDays(from, -7 * restingWeeks);
    return this.#weeks.flatMap((week) => (week.from >= first && week.from < from ? week.pairs : []));
  }

  /** Adds the pairs that were not there before. @returns whether there were any */
  note(from: Day, pairs: readonly Pair[]): boolean {
    const before = this.in(from);
    const isOld = ([a, b]: Pair): boolean => before.some((pair) => pair[0] === a && pair[1] === b);
    const added = pairs.filter((pair) => !isOld(pair));
    if (added.length === 0) return false;
    const others = this.#weeks.filter((week) => week.from !== from);
    this.#weeks = [...others, { from, pairs: [...before, ...added] }].slice(-mostWeeks);
    return true;
  }

  /** Drops pairs of whoever is no longer in the network. @returns whether there were any */
  keepOnly(isThere: (contact: string) => boolean): boolean {
    let dropped = false;
    this.#weeks = this.#weeks.map(({ from, pairs }) => {
      const kept = pairs.filter(([a, b]) => isThere(a) && isThere(b));
      dropped ||= kept.length < pairs.length;
      return { from, pairs: kept };
    });
    return dropped;
  }

  toText(): string {
    return `${JSON.stringify(this.#weeks)}\n`;
  }
}
