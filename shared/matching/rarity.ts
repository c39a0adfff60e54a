/**
 * How much a word says: the fewer people it stands with, the more. Inverse document frequency as in Okapi BM25
 * (Robertson and Spärck Jones 1976), which is never below 0 here.
 */
export class Rarity {
  readonly #people: number;
  readonly #counts = new Map<string, number>();

  /** @param people how many there are in all */
  constructor(people: number) {
    this.#people = people;
  }

  /** These words stand with one more person. */
  add(words: Iterable<string>): void {
    for (const word of new Set(words)) this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  of(word: string): number {
    const count = this.#counts.get(word) ?? 0;
    return Math.log(1 + Math.max(0, this.#people - count + 0.5) / (count + 0.5));
  }
}
