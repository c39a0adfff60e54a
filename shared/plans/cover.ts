/**
 * Which introductions reach the most. Somebody of the aim is worth 1 to whoever knows them, 0.4 to whoever knows somebody
 * who knows them (the factor of a hand-over on a warm path). A set of introductions is worth, over everybody of the aim, the
 * best that it or what is there already gives:
 *
 *   reach(S) = sum over t of max(before(t), max over s in S of value(s, t))
 *
 * That is monotone and submodular, so taking the introduction that adds most, one after another, reaches at least 1 - 1/e
 * (63 %) of what the best set of as many could add; with a limit on how often each is asked, half of it (Nemhauser, Wolsey
 * and Fisher 1978, Mathematical Programming 14; Fisher, Nemhauser and Wolsey 1978). How near it came is worked out besides:
 * the best set adds no more than this one and the n largest gains that are left.
 */
import type { Steps } from '../steps';

export interface Option {
  /** Whoever has to be asked, and can be asked so many times. */
  readonly asked: string;
  /** By the person of the aim. */
  readonly values: ReadonlyMap<number, number>;
}

export interface Covering<O extends Option> {
  readonly options: readonly O[];
  /** What is reached without any of them, by the person of the aim. */
  readonly before: readonly number[];
  readonly most: number;
  /** How often each may be asked; as often as one likes where it is not said. */
  readonly room: ReadonlyMap<string, number>;
  /** Which of two that add the same is asked for less. */
  readonly order: (a: O, b: O) => number;
}

export interface Covered<O extends Option> {
  readonly chosen: readonly { readonly option: O; readonly adds: number }[];
  /** What they add in all. */
  readonly added: number;
  /** No set of as many adds more than `added` divided by this. */
  readonly atLeast: number;
}

/** Sums of 1 and 0.4 that differ by less are the same. */
const same = 1e-9;
/** Options weighed between two pauses. */
const pause = 200;

export function* cover<O extends Option>(covering: Covering<O>): Steps<Covered<O>> {
  const { before, most, room, order } = covering;
  const ordered = [...covering.options].sort(order);
  const left = new Map(room);
  const reached = [...before];
  const taken = new Set<O>();
  while (taken.size < most) {
    let [best, gain]: [O | undefined, number] = [undefined, same];
    for (const [at, option] of ordered.entries()) {
      if (at % pause === pause - 1) yield;
      if (taken.has(option) || (left.get(option.asked) ?? 1) < 1) continue;
      const adds = gainOf(option, reached);
      if (adds > gain + same) [best, gain] = [option, adds];
    }
    if (best === undefined) break;
    taken.add(best);
    left.set(best.asked, (left.get(best.asked) ?? most) - 1);
    take(best, reached);
  }
  const chosen = needed([...taken], before);
  const added = chosen.reduce((sum, { adds }) => sum + adds, 0);
  const gains: number[] = [];
  for (const [at, option] of ordered.entries()) {
    if (at % pause === pause - 1) yield;
    if (!taken.has(option)) gains.push(gainOf(option, reached));
  }
  const more = gains
    .sort((a, b) => b - a)
    .slice(0, most)
    .reduce((sum, adds) => sum + adds, 0);
  return { chosen, added, atLeast: added + more < same ? 1 : added / (added + more) };
}

/** Those without which less would be reached, in the order in which they add most. */
function needed<O extends Option>(
  taken: readonly O[],
  before: readonly number[],
): { option: O; adds: number }[] {
  const total = worth(taken, before);
  let kept = taken;
  for (const option of [...taken].reverse()) {
    const without = kept.filter((one) => one !== option);
    if (worth(without, before) > total - same) kept = without;
  }
  const reached = [...before];
  return kept.map((option) => {
    const adds = gainOf(option, reached);
    take(option, reached);
    return { option, adds };
  });
}

/** What a set reaches. */
export function worth(set: readonly Option[], before: readonly number[]): number {
  const reached = [...before];
  for (const option of set) take(option, reached);
  return reached.reduce((sum, one) => sum + one, 0);
}

function gainOf({ values }: Option, reached: readonly number[]): number {
  let gain = 0;
  for (const [target, value] of values) gain += Math.max(0, value - (reached[target] ?? 0));
  return gain;
}

function take({ values }: Option, reached: number[]): void {
  for (const [target, value] of values) reached[target] = Math.max(reached[target] ?? 0, value);
}
