/**
 * Do people know their own kind? Never said without what chance alone would give.
 *
 *   E-I         (E - I) / (E + I), ties to other kinds and to the own       D. Krackhardt and R. N. Stern (1988)
 *   expected    (T - 2 I*) / T, I* = sum n_g (n_g - 1) / 2, T = n (n - 1) / 2, if ties fell on any pair alike
 *   p           the share of random exchanges of the values among the people that stray as far from what is expected
 *   r           (sum e_gg - sum a_g^2) / (1 - sum a_g^2)                    M. E. J. Newman, Phys. Rev. E 67 (2003)
 *
 * A tie between people with several values is inside by the chance that one of each, drawn at random, is the same.
 * Only people whose value is known take part, and the ties among them.
 */
import type { Chunked } from './chunked';
import { leastKnown, type TooFew } from './diversity';
import type { Graph } from './graph';
import { seededRandom } from './random';

export interface Mixing {
  readonly kind: 'counted';
  readonly people: number;
  readonly ties: number;
  readonly internal: number;
  readonly ei: number;
  readonly expected: number;
  /** Two-sided, never 0: (1 + as far) / (1 + tried), Phipson and Smyth 2010. */
  readonly p: number;
  /** Null where all ends of ties are of one kind. */
  readonly assortativity: number | null;
}

export interface MixingOptions {
  /** Default 5,000. */
  readonly permutations?: number;
  readonly seed?: number;
}

/** With fewer ties nothing is said about mixing. */
const leastTies = 8;
const tiesPerChunk = 1_000_000;
const rounding = 1e-9;

/** @param held values of each person of the graph, ascending; none: unknown */
export function* mixing(
  graph: Graph,
  held: readonly (readonly number[])[],
  { permutations = 5_000, seed = 1 }: MixingOptions = {},
): Chunked<Mixing | TooFew> {
  const { kinds, people, a, b } = tiesOfKnown(graph, held);
  if (people < leastKnown) return { kind: 'tooFew', of: 'people', have: people, need: leastKnown };
  const ties = a.length;
  if (ties < leastTies) return { kind: 'tooFew', of: 'ties', have: ties, need: leastTies };

  const internal = inside(kinds, kinds.of, a, b);
  const chance = meetingChance(kinds);
  // Exchanging the values keeps the ties: a tie is then inside as often as any pair.
  const usual = ties * chance;
  const distance = Math.abs(internal - usual);
  const shuffled = kinds.of.slice();
  const random = seededRandom(seed);
  let asFar = 0;
  let done = 0;
  for (let round = 0; round < permutations; round++) {
    for (let last = people - 1; last > 0; last--) {
      const pick = random.below(last + 1);
      const kept = shuffled[last]!;
      shuffled[last] = shuffled[pick]!;
      shuffled[pick] = kept;
    }
    if (Math.abs(inside(kinds, shuffled, a, b) - usual) >= distance - rounding * ties) asFar++;
    done += ties + people;
    if (done >= tiesPerChunk) {
      done = 0;
      yield (round + 1) / permutations;
    }
  }
  return {
    kind: 'counted',
    people,
    ties,
    internal,
    ei: (ties - 2 * internal) / ties,
    expected: 1 - 2 * chance,
    p: (1 + asFar) / (1 + permutations),
    assortativity: assortativity(kinds, internal, a, b),
  };
}

/** People by their kind: a kind is a set of values, so that most comparisons are of two numbers. */
interface Kinds {
  readonly of: Int32Array;
  readonly values: readonly (readonly number[])[];
  /** Somebody has more than one value. */
  readonly several: boolean;
}

function tiesOfKnown(
  graph: Graph,
  held: readonly (readonly number[])[],
): { kinds: Kinds; people: number; a: Int32Array; b: Int32Array } {
  const place = new Int32Array(graph.size).fill(-1);
  const numbers = new Map<string, number>();
  const values: (readonly number[])[] = [];
  const of: number[] = [];
  for (let person = 0; person < graph.size; person++) {
    const own = held[person]!;
    if (own.length === 0) continue;
    const key = own.join(' ');
    let kind = numbers.get(key);
    if (kind === undefined) {
      kind = values.length;
      numbers.set(key, kind);
      values.push(own);
    }
    place[person] = of.length;
    of.push(kind);
  }
  const a: number[] = [];
  const b: number[] = [];
  for (let person = 0; person < graph.size; person++) {
    const from = place[person]!;
    if (from < 0) continue;
    for (let slot = graph.offsets[person]!; slot < graph.offsets[person + 1]!; slot++) {
      const to = place[graph.neighbours[slot]!]!;
      if (to <= from) continue;
      a.push(from);
      b.push(to);
    }
  }
  return {
    kinds: { of: Int32Array.from(of), values, several: values.some((own) => own.length > 1) },
    people: of.length,
    a: Int32Array.from(a),
    b: Int32Array.from(b),
  };
}

/** How many ties are inside, with the kind of each person in `of`. */
function inside({ values, several }: Kinds, of: Int32Array, a: Int32Array, b: Int32Array): number {
  let alike = 0;
  if (!several) {
    // Nearly all of the time goes here.
    for (let tie = 0; tie < a.length; tie++) if (of[a[tie]!]! === of[b[tie]!]!) alike++;
    return alike;
  }
  let sum = 0;
  for (let tie = 0; tie < a.length; tie++) {
    const one = of[a[tie]!]!;
    const other = of[b[tie]!]!;
    if (one === other) sum += 1 / values[one]!.length;
    else if (values[one]!.length > 1 || values[other]!.length > 1)
      sum += likeness(values[one]!, values[other]!);
  }
  return sum;
}

/** The chance that a value of each, drawn at random, is the same. */
function likeness(one: readonly number[], other: readonly number[]): number {
  let common = 0;
  for (const value of one) if (other.includes(value)) common++;
  return common / (one.length * other.length);
}

/** The chance that two different people, drawn at random, are of the same value. */
function meetingChance({ of, values }: Kinds): number {
  const counts = new Map<number, number>();
  let own = 0;
  for (const kind of of) {
    const held = values[kind]!;
    for (const value of held) counts.set(value, (counts.get(value) ?? 0) + 1 / held.length);
    own += 1 / held.length;
  }
  let all = -own;
  for (const count of counts.values()) all += count ** 2;
  return all / (of.length * (of.length - 1));
}

function assortativity({ of, values }: Kinds, internal: number, a: Int32Array, b: Int32Array): number | null {
  const ends = new Map<number, number>();
  for (const side of [a, b]) {
    for (const person of side) {
      const held = values[of[person]!]!;
      for (const value of held) ends.set(value, (ends.get(value) ?? 0) + 1 / held.length);
    }
  }
  let byChance = 0;
  for (const count of ends.values()) byChance += (count / (2 * a.length)) ** 2;
  return ends.size < 2 ? null : (internal / a.length - byChance) / (1 - byChance);
}
