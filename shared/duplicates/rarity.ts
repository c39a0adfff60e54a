/**
 * How much it says that two share something, in nats, by how many here have it.
 *
 * Names are not made of independent words: some are written in two ("Min-jun"), some given names go with some family
 * names, and namesakes run in families and towns. How often two words stand in one name is counted, too, so that what the
 * one word says already is not counted once more for the other (a tree of dependences as Chow and Liu have it, 1968).
 */
import type { Steps } from '../steps';
import type { Card } from './cards';
import type { Word, Words } from './name-words';

/**
 * The share of people who have a word is told from those here; a small address book is filled up with as many strangers
 * of whom one in two thousand would have it, so that it is not taken for common because it is there twice.
 */
const strangers = 300;
const usual = 1 / 2_000;
/** As many as one more here would have it: names that one sees once are the larger part of all names (Good, 1953). */
const unseen = 0.7;
/** From so many people with the first of two words on, those here say how often the second goes with it. */
const beforeTold = 30;
/** So many cards of one name may well be one person's. */
const ownCards = 4;
/** One in so many people has a namesake here, however rare the name: names run in families and in towns. */
const namesakes = 20;
/** Other letters with which names begin, as many as those of so many people. */
const letters = { people: 60, alphabet: 20 };

export class Rarity {
  readonly people: number;
  readonly #words: Int32Array;
  readonly #pairs: ReadonlyMap<number, number>;
  readonly #sounds: ReadonlyMap<string, number>;
  readonly #roots: ReadonlyMap<number, number>;
  readonly #letters: ReadonlyMap<string, number>;
  readonly #values: ReadonlyMap<string, number>;

  private constructor(counted: Counted, people: number, all: Iterable<Word>) {
    this.people = people;
    this.#words = counted.words;
    this.#pairs = counted.pairs;
    this.#values = counted.values;
    const sounds = new Map<string, number>();
    const roots = new Map<number, number>();
    const begins = new Map<string, number>();
    for (const word of all) {
      const count = this.#words[word.at] ?? 0;
      add(sounds, word.sound, count);
      for (const root of word.roots) add(roots, root, count);
      add(begins, word.text.slice(0, 1), count);
      add(begins, '', count);
    }
    this.#sounds = sounds;
    this.#roots = roots;
    this.#letters = begins;
  }

  static *of(cards: readonly Card[], words: Words): Steps<Rarity> {
    const counted: Counted = { words: new Int32Array(words.size), pairs: new Map(), values: new Map() };
    for (const card of cards) {
      count(card, counted);
      yield;
    }
    return new Rarity(counted, cards.length, words.all());
  }

  /** No name says more. */
  get mostOfName(): number {
    return Math.log(Math.max(2, this.people) * namesakes);
  }

  ofWord(word: Word): number {
    return this.#nats(this.#words[word.at] ?? 0);
  }

  /** Of a word that only one of the two has. */
  ofOne(word: Word): number {
    return this.#nats((this.#words[word.at] ?? 0) + 1);
  }

  /** Of all words that sound alike. */
  ofSound({ sound }: Word): number {
    return this.#nats(this.#sounds.get(sound) ?? 0);
  }

  /** Of all forms of a given name. */
  ofForms(root: number): number {
    return this.#nats(this.#roots.get(root) ?? 0);
  }

  /** That a word begins with a letter. */
  ofLetter(letter: string): number {
    const all = this.#letters.get('') ?? 0;
    const own = (this.#letters.get(letter) ?? 0) + letters.people / letters.alphabet;
    return -Math.log(own / (all + letters.people));
  }

  /** How much less a word says once another one of the name is known. */
  saidBy(known: Word, word: Word): number {
    const both = (this.#pairs.get(pairOf(known, word)) ?? 0) - ownCards;
    if (both <= 0) return 0;
    const own = this.ofWord(word);
    const share = (both + beforeTold * Math.exp(-own)) / ((this.#words[known.at] ?? 0) - 2 + beforeTold);
    return Math.max(0, own + Math.log(share));
  }

  /** Of an organisation, a place, a title, an address or a number; see `valuesOf`. */
  ofValue(kind: ValueKind, value: string): number {
    return this.#nats(this.holders(kind, value));
  }

  /** How many have it. */
  holders(kind: ValueKind, value: string): number {
    return this.#values.get(`${kind} ${value}`) ?? 0;
  }

  /** The two themselves are one of those who have it, if they are one. */
  #nats(holders: number): number {
    const filled = strangers * usual + (unseen * this.people) / (this.people + strangers);
    return -Math.log((Math.max(0, holders - 2) + filled) / (this.people + strangers));
  }
}

type ValueKind = 'o' | 'l' | 't' | 'i';

interface Counted {
  readonly words: Int32Array;
  /** By `pairOf`: on how many cards two words stand in one name. */
  readonly pairs: Map<number, number>;
  readonly values: Map<string, number>;
}

function count(card: Card, { words, pairs, values }: Counted): void {
  const own = new Set<Word>();
  const together = new Set<number>();
  for (const reading of card.readings) {
    for (const [at, word] of reading.words.entries()) {
      own.add(word);
      for (const other of reading.words.slice(at + 1)) together.add(pairOf(word, other));
    }
  }
  for (const word of own) words[word.at] = (words[word.at] ?? 0) + 1;
  for (const pair of together) add(pairs, pair, 1);
  for (const value of valuesOf(card)) add(values, value, 1);
}

/** One number for two words, whichever comes first. */
function pairOf(a: Word, b: Word): number {
  return Math.min(a.at, b.at) * 4_194_304 + Math.max(a.at, b.at);
}

function add<K>(counts: Map<K, number>, key: K, more: number): void {
  counts.set(key, (counts.get(key) ?? 0) + more);
}

function* valuesOf(card: Card): Generator<string> {
  for (const organisation of card.organisations) yield `o ${organisation}`;
  for (const place of card.places) yield `l ${place}`;
  for (const title of card.titles) yield `t ${title}`;
  for (const email of card.emails) yield `i ${email}`;
  for (const phone of card.phones) yield `i ${phone}`;
}
