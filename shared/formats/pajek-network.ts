/** One network of a file of Pajek's: who its numbers are, and, where it has two modes, who goes with what. */
import type { Attribute } from './attributes';
import { noteAt } from './findings';
import type { Finding, TieRecord } from './record';
import { oneLine } from './text';

/** Gatherings of so many speak for ties among those who were there, as meetings do. */
const mostTogether = 12;
/** From here on two people who were together are guessed to know each other. */
const leastConfidence = 0.1;
const mostConfident = 0.95;
const mostPairs = 500_000;

/** Somebody of the file, whom several networks may name. */
export interface Person {
  readonly line: number;
  readonly label: string;
  readonly attributes: Attribute[];
  /** What somebody belongs to by the second modes of networks. */
  readonly groups: Set<string>;
}

/** Who the numbers of one network are. In other networks of the file, the same label is the same person. */
export class PajekNetwork {
  readonly count: number;
  /** How many are people; the others are what they have in common. */
  readonly people: number;
  readonly line: number;
  readonly #ids = new Map<number, string>();
  readonly #taken = new Set<string>();
  /** How often a label was given. */
  readonly #times = new Map<string, number>();
  /** Those that are in no list, but in ties or columns. */
  readonly #mentioned = new Set<number>();
  readonly #groups = new Map<number, string>();
  readonly #together = new Map<number, Set<string>>();

  constructor(line: number, count: number, people: number) {
    this.line = line;
    this.count = count;
    this.people = people;
  }

  get hasTwoModes(): boolean {
    return this.people < this.count;
  }

  isListed(number: number): boolean {
    return this.#ids.has(number) || this.#groups.has(number);
  }

  /** Lists a person; answers by what the file's ties call them. */
  add(number: number, label: string): string {
    const name = label === '' ? String(number) : label;
    let id = name;
    let times = this.#times.get(name) ?? 0;
    for (times += 1; this.#taken.has(id); times += 1) id = oneLine(`${name.slice(0, 900)} (${times})`);
    this.#times.set(name, times);
    this.#taken.add(id);
    this.#ids.set(number, id);
    return id;
  }

  addGroup(number: number, label: string): void {
    this.#groups.set(number, label === '' ? String(number) : label);
  }

  isGroup(number: number): boolean {
    return number > this.people;
  }

  idOf(number: number): string {
    const known = this.#ids.get(number);
    if (known !== undefined) return known;
    this.#mentioned.add(number);
    return this.#taken.has(String(number)) ? `vertex ${number}` : String(number);
  }

  /** What there is to say of vertices that are counted and nowhere else. */
  get leftOut(): Finding[] {
    const left = this.people - this.#ids.size - this.#mentioned.size;
    if (left <= 0 || !Number.isFinite(left)) return [];
    const reason = `Vertices without a label and without a tie, which were left out: ${left}.`;
    return [noteAt(this.line, reason)];
  }

  /** The label of a group in which somebody is from now on. */
  join(number: number, id: string): string {
    const members = this.#together.get(number) ?? new Set<string>();
    // One more than speak for ties is enough to know that it is too large.
    if (members.size <= mostTogether) members.add(id);
    this.#together.set(number, members);
    return this.#groups.get(number) ?? String(number);
  }

  /** Guesses who know each other, from small groups that they are in together. */
  *guesses(): Generator<TieRecord | Finding> {
    const pairs = new Map<string, { a: string; b: string; doubt: number; weight: number }>();
    let [large, left] = [0, 0];
    for (const members of this.#together.values()) {
      const all = [...members].sort();
      if (all.length > mostTogether) large += 1;
      if (all.length > mostTogether || all.length < 2) continue;
      const share = 1 / (all.length - 1);
      for (const [at, a] of all.entries()) {
        for (const b of all.slice(at + 1)) {
          const key = `${a}\0${b}`;
          const pair = pairs.get(key) ?? { a, b, doubt: 1, weight: 0 };
          if (pair.weight === 0 && pairs.size >= mostPairs) {
            left += 1;
            continue;
          }
          pair.doubt *= 1 - 0.5 * share;
          pair.weight += share;
          pairs.set(key, pair);
        }
      }
    }
    for (const { a, b, doubt, weight } of pairs.values()) {
      const confidence = Math.min(mostConfident, rounded(1 - doubt));
      if (confidence < leastConfidence) left += 1;
      else yield { kind: 'tie', line: this.line, a, b, weight: rounded(weight), confidence };
    }
    const empty = [...this.#groups.keys()].filter((number) => !this.#together.has(number)).length;
    const sentences = [
      'Two modes: the first are people, the second what they share, as tags.',
      'Who shares a group of 2 to 12 is guessed to know each other.',
      ...(large === 0 ? [] : [`Groups of more than ${mostTogether}, which speak for no ties: ${large}.`]),
      ...(empty === 0 ? [] : [`Groups that nobody is in, which were left out: ${empty}.`]),
      ...(left === 0 ? [] : [`Pairs with too little in common to be guessed: ${left}.`]),
    ];
    for (const reason of sentences) yield noteAt(this.line, reason);
  }
}

const rounded = (number: number): number => Math.round(number * 1e4) / 1e4;
