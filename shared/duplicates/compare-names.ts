/**
 * How well two names say one person, in nats (natural logarithms of odds): a word that both have speaks for it the more,
 * the rarer it is here; a given name that is another one speaks against it.
 */
import distance from 'damerau-levenshtein';
import type { Reading, Word } from './name-words';

export type WordLevel = 'same' | 'alike' | 'nickname' | 'typo' | 'short' | 'initial' | 'none';

export interface NameMatch {
  readonly weight: number;
  /** The worst way in which a word of the one is a word of the other. */
  readonly level: WordLevel;
  readonly isReordered: boolean;
  /** Both have a given name, and it is not the same. */
  readonly differs: boolean;
  readonly words: number;
}

const share: Readonly<Record<Exclude<WordLevel, 'none' | 'initial'>, number>> = {
  same: 1,
  alike: 0.85,
  nickname: 0.75,
  typo: 0.65,
  short: 0.5,
};
const order: readonly WordLevel[] = ['same', 'alike', 'nickname', 'typo', 'short', 'initial', 'none'];
const initialWeight = 1.2;
const otherGiven = -9;
const otherFamily = -4.5;
const oneMore = -0.6;

export class NameComparison {
  readonly #rarity: (word: Word) => number;
  readonly #levels = new Map<number, WordLevel>();

  /** @param rarity how much it says that two share a word, in nats */
  constructor(rarity: (word: Word) => number) {
    this.#rarity = rarity;
  }

  /** The best of all readings; undefined where one has no name. */
  compare(one: readonly Reading[], other: readonly Reading[]): NameMatch | undefined {
    let best: NameMatch | undefined;
    for (const a of one) {
      for (const b of other) {
        const match = this.#match(a, b);
        if (best === undefined || match.weight > best.weight) best = match;
      }
    }
    return best;
  }

  #match(a: Reading, b: Reading): NameMatch {
    const [few, many] = a.words.length <= b.words.length ? [a, b] : [b, a];
    const rest = new Set(many.words.keys());
    const strict = a.isUnspaced && b.isUnspaced;
    let weight = 0;
    let worst = 0;
    let isReordered = false;
    const unmatched: Word[] = [];
    for (const [at, word] of few.words.entries()) {
      const found = this.#best(word, many.words, rest, strict);
      if (found === undefined) {
        unmatched.push(word);
        continue;
      }
      rest.delete(found.at);
      isReordered ||= found.at < at || (few.words.length === many.words.length && found.at !== at);
      weight += found.weight;
      worst = Math.max(worst, order.indexOf(found.level));
    }
    const left = [...rest].flatMap((at) => many.words[at] ?? []);
    if (unmatched.length > 0 && a.joined === b.joined) return this.#joined(few);
    const differs = areOtherGiven(few, unmatched, many, left);
    if (unmatched.length > 0) {
      worst = order.length - 1;
      weight += differs ? otherGiven : otherFamily * unmatched.length;
    }
    weight += oneMore * Math.max(0, left.length - unmatched.length);
    return { weight, level: order[worst] ?? 'none', isReordered, differs, words: few.words.length };
  }

  /** The same letters, with blanks at other places. */
  #joined(few: Reading): NameMatch {
    const weight = few.words.reduce((sum, word) => sum + this.#rarity(word), 0);
    return { weight, level: 'alike', isReordered: false, differs: false, words: few.words.length };
  }

  #best(
    word: Word,
    others: readonly Word[],
    rest: ReadonlySet<number>,
    strict: boolean,
  ): { at: number; level: WordLevel; weight: number } | undefined {
    let best: { at: number; level: WordLevel; weight: number } | undefined;
    for (const at of rest) {
      const other = others[at];
      if (other === undefined) continue;
      const level = this.#level(word, other);
      if (level === 'none' || (strict && level !== 'same' && level !== 'alike')) continue;
      const weight =
        level === 'initial'
          ? initialWeight
          : share[level] * Math.min(this.#rarity(word), this.#rarity(other));
      if (best === undefined || weight > best.weight) best = { at, level, weight };
    }
    return best;
  }

  #level(a: Word, b: Word): WordLevel {
    if (a === b) return 'same';
    const key = a.at < b.at ? a.at * 4_194_304 + b.at : b.at * 4_194_304 + a.at;
    let level = this.#levels.get(key);
    if (level === undefined) {
      level = levelOf(a, b);
      this.#levels.set(key, level);
    }
    return level;
  }
}

/**
 * Whether what is left of both names are given names. Where only one name says which of its words is which, that goes
 * for the other, too; where neither does and they stand in another order, they may be, and that is enough.
 */
function areOtherGiven(
  one: Reading,
  leftOfOne: readonly Word[],
  other: Reading,
  leftOfOther: readonly Word[],
): boolean {
  const whole = (words: readonly Word[]): Word[] => words.filter((word) => !word.isInitial);
  const [here, there] = [whole(leftOfOne), whole(leftOfOther)];
  if (here.length === 0 || there.length === 0) return false;
  const isHere = here.some((word) => one.given.has(word));
  const isThere = there.some((word) => other.given.has(word));
  if (one.isSure && other.isSure) return isHere && isThere;
  if (one.isSure) return isHere;
  if (other.isSure) return isThere;
  return isHere || isThere;
}

function levelOf(a: Word, b: Word): WordLevel {
  if (a.isInitial || b.isInitial) {
    const [initial, word] = a.isInitial ? [a, b] : [b, a];
    return word.text.startsWith(initial.text) || word.sound.startsWith(initial.sound || ' ')
      ? 'initial'
      : 'none';
  }
  if (a.sound !== '' && a.sound === b.sound) return 'alike';
  if (a.roots.some((root) => b.roots.includes(root))) return 'nickname';
  if (isTypo(a.text, b.text) || isTypo(a.sound, b.sound)) return 'typo';
  const [shorter, longer] = a.text.length < b.text.length ? [a.text, b.text] : [b.text, a.text];
  return shorter.length >= 3 && longer.startsWith(shorter) ? 'short' : 'none';
}

/** One slip in a word of four letters and more, two in one of nine and more. */
function isTypo(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const most = shorter.length >= 8 ? 2 : shorter.length >= 4 ? 1 : 0;
  if (most === 0 || longer.length - shorter.length > most) return false;
  return distance(a, b).steps <= most;
}
