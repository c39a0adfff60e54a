/** How much it says that two share something, by how many here have it. */
import type { Steps } from '../steps';
import type { Card } from './cards';
import type { Word } from './name-words';

/**
 * The share of people who have a word is told from those here; a small address book is filled up with as many strangers
 * of whom one in two thousand would have it, so that it is not taken for common because it is there twice.
 */
const strangers = 300;
const usual = 1 / 2_000;

export class Rarity {
  readonly #people: number;
  readonly #words: Int32Array;
  readonly #values: ReadonlyMap<string, number>;

  private constructor(people: number, words: Int32Array, values: ReadonlyMap<string, number>) {
    this.#people = people;
    this.#words = words;
    this.#values = values;
  }

  static *of(cards: readonly Card[], wordCount: number): Steps<Rarity> {
    const words = new Int32Array(wordCount);
    const values = new Map<string, number>();
    for (const card of cards) {
      for (const word of new Set(card.readings.flatMap((reading) => reading.words))) {
        words[word.at] = (words[word.at] ?? 0) + 1;
      }
      for (const value of valuesOf(card)) values.set(value, (values.get(value) ?? 0) + 1);
      yield;
    }
    return new Rarity(cards.length, words, values);
  }

  readonly ofWord = (word: Word): number => this.#nats(this.#words[word.at] ?? 0);

  /** Of an organisation, a place, an address or a number; see `valuesOf`. */
  ofValue(kind: 'o' | 'l' | 'i', value: string): number {
    return this.#nats(this.holders(kind, value));
  }

  /** How many have it. */
  holders(kind: 'o' | 'l' | 'i', value: string): number {
    return this.#values.get(`${kind} ${value}`) ?? 0;
  }

  /** The two themselves are one of those who have it, if they are one. */
  #nats(count: number): number {
    const share = (Math.max(0, count - 2) + strangers * usual) / (this.#people + strangers);
    return Math.min(9, -Math.log(share));
  }
}

function* valuesOf(card: Card): Generator<string> {
  for (const organisation of card.organisations) yield `o ${organisation}`;
  for (const place of card.places) yield `l ${place}`;
  for (const email of card.emails) yield `i ${email}`;
  for (const phone of card.phones) yield `i ${phone}`;
}
