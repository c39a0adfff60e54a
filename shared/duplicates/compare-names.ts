/**
 * How well two names say one person, in nats (natural logarithms of odds): a word that both have speaks for it the more,
 * the rarer it is here and the less the other words let one expect it; a given name that is another one speaks against it.
 */
import distance from 'damerau-levenshtein';
import type { Reading, Word } from './name-words';
import type { Rarity } from './rarity';

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

const order: readonly WordLevel[] = ['same', 'alike', 'nickname', 'typo', 'short', 'initial', 'none'];
/** How often somebody’s name is written in just that other way: of all forms that a name has, of all slips there are. */
const written: Readonly<Record<'same' | 'alike' | 'nickname' | 'short' | 'turn' | 'letter', number>> = {
  same: Math.log(4 / 5),
  alike: Math.log(1 / 10),
  nickname: Math.log(1 / 20),
  short: Math.log(1 / 50),
  turn: Math.log(1 / 75),
  letter: Math.log(1 / 500),
};
const mostInitial = 2.7;
const otherGiven = -9;
const otherFamily = -4.5;
const oneMore = -0.6;
/** A word that goes with another one of the name says this much at least. */
const leastOfWord = 0.1;

interface Matched {
  readonly one: Word;
  readonly other: Word;
  readonly level: WordLevel;
  readonly weight: number;
}

export class NameComparison {
  readonly #rarity: Rarity;
  readonly #levels = new Map<number, WordLevel>();

  /** @param rarity how much it says that two share a word, in nats */
  constructor(rarity: Rarity) {
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
    let worst = 0;
    let isReordered = false;
    const matched: Matched[] = [];
    const unmatched: Word[] = [];
    for (const [at, word] of few.words.entries()) {
      const found = this.#best(word, many.words, rest, strict);
      if (found === undefined) {
        unmatched.push(word);
        continue;
      }
      rest.delete(found.at);
      isReordered ||= found.at < at || (few.words.length === many.words.length && found.at !== at);
      matched.push(found);
      worst = Math.max(worst, order.indexOf(found.level));
    }
    const left = [...rest].flatMap((at) => many.words[at] ?? []);
    if (unmatched.length > 0 && a.joined === b.joined) return this.#joined(few);
    const differs = areOtherGiven(few, unmatched, many, left);
    let weight = this.#together(matched);
    if (unmatched.length > 0) {
      worst = order.length - 1;
      // "Room 12" and "Room 13".
      const counted = unmatched.some(isNumbered) && left.some(isNumbered);
      weight += differs || counted ? otherGiven : otherFamily * unmatched.length;
    }
    weight += oneMore * Math.max(0, left.length - unmatched.length);
    return { weight, level: order[worst] ?? 'none', isReordered, differs, words: few.words.length };
  }

  /** The same letters, with blanks at other places. */
  #joined(few: Reading): NameMatch {
    const weight = this.#together(
      few.words.map((word) => ({
        one: word,
        other: word,
        level: 'alike',
        weight: this.#rarity.ofWord(word),
      })),
    );
    return { weight, level: 'alike', isReordered: false, differs: false, words: few.words.length };
  }

  /** What the words say together: of each what those before it do not say already. */
  #together(matched: readonly Matched[]): number {
    let sum = 0;
    for (const [at, { one, other, weight }] of matched.entries()) {
      let said = 0;
      for (const before of matched.slice(0, at)) {
        said = Math.max(said, this.#rarity.saidBy(before.one, one), this.#rarity.saidBy(before.other, other));
      }
      sum += said === 0 ? weight : Math.max(leastOfWord, weight - said);
    }
    return Math.min(sum, this.#rarity.mostOfName);
  }

  #best(
    word: Word,
    others: readonly Word[],
    rest: ReadonlySet<number>,
    strict: boolean,
  ): (Matched & { readonly at: number }) | undefined {
    let best: (Matched & { readonly at: number }) | undefined;
    for (const at of rest) {
      const other = others[at];
      if (other === undefined) continue;
      const level = this.#level(word, other);
      if (level === 'none' || (strict && level !== 'same' && level !== 'alike')) continue;
      const weight = this.#weight(word, other, level);
      if (best === undefined || weight > best.weight) best = { at, one: word, other, level, weight };
    }
    return best;
  }

  /**
   * Another way of writing says as much as all ways of that name together, and no more than how often one person’s name
   * is written so against how many here have it as their name.
   */
  #weight(a: Word, b: Word, level: Exclude<WordLevel, 'none'>): number {
    const rarity = this.#rarity;
    if (level === 'same') return rarity.ofWord(a) + written.same;
    if (level === 'initial') return Math.min(mostInitial, rarity.ofLetter((a.isInitial ? a : b).text));
    const [one, other] = [rarity.ofOne(a), rarity.ofOne(b)];
    const rarer = Math.max(one, other);
    switch (level) {
      case 'alike':
        return Math.min(rarity.ofSound(a), rarer + written.alike);
      case 'nickname': {
        const root = a.roots.find((own) => b.roots.includes(own)) ?? -1;
        return Math.min(rarity.ofForms(root), rarer + written.nickname);
      }
      case 'short':
        return Math.min(one, other, rarer + written.short);
      case 'typo':
        return Math.min(one, other, rarer + (isTurn(a.text, b.text) ? written.turn : written.letter));
    }
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

const numbered = /\d/;

function isNumbered({ text }: Word): boolean {
  return numbered.test(text);
}

/** Letters left out, doubled or turned round: of those there are few for a word. */
function isTurn(a: string, b: string): boolean {
  if (a.length !== b.length) return true;
  return Array.from(a).sort().join('') === Array.from(b).sort().join('');
}

/** One slip in a word of four letters and more, two in one of nine and more; another number is no slip. */
function isTypo(a: string, b: string): boolean {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const most = shorter.length >= 8 ? 2 : shorter.length >= 4 ? 1 : 0;
  if (most === 0 || longer.length - shorter.length > most || numbered.test(a + b)) return false;
  return distance(a, b).steps <= most;
}
