/** How far apart spellings are: Damerau's distance (optimal string alignment), no further than a limit. */

/**
 * One spelling, held against many words in order. What two words after another begin with alike is looked at once:
 * the table of distances has a row for each beginning of the word, and a new word keeps the rows it shares.
 */
export class Spelling {
  readonly #letters: string;
  readonly #slips: number;
  /** By the length of a beginning of the word: its distance from each beginning of the spelling. */
  readonly #rows: number[][];
  #word = '';

  /** @param slips letters that may be wrong, missing, too many or swapped. */
  constructor(letters: string, slips: number) {
    this.#letters = letters;
    this.#slips = slips;
    this.#rows = [Array.from({ length: letters.length + 1 }, (_, at) => at)];
  }

  /**
   * @returns whether the word is spelled about like this; where it is not, how long a beginning of it is so far off
   * that no word with this beginning is (0 where that is not known).
   */
  look(word: string): { readonly alike: boolean; readonly hopeless: number } {
    let depth = sharedBeginning(this.#word, word);
    this.#word = word;
    while (depth < word.length) {
      depth += 1;
      if (this.#fillRow(word, depth) > this.#slips) {
        // Of this word no more is known than this beginning.
        this.#word = word.slice(0, depth);
        return { alike: false, hopeless: depth };
      }
    }
    return { alike: this.#rows[depth]![this.#letters.length]! <= this.#slips, hopeless: 0 };
  }

  /** @returns the least distance in the row. */
  #fillRow(word: string, depth: number): number {
    const above = this.#rows[depth - 1]!;
    const aboveThat = depth > 1 ? this.#rows[depth - 2]! : above;
    const row = (this.#rows[depth] ??= []);
    const letter = word.charCodeAt(depth - 1);
    const before = depth > 1 ? word.charCodeAt(depth - 2) : -1;
    row[0] = depth;
    let least = depth;
    for (let at = 1; at <= this.#letters.length; at += 1) {
      const wanted = this.#letters.charCodeAt(at - 1);
      let cost = Math.min(above[at]! + 1, row[at - 1]! + 1, above[at - 1]! + (letter === wanted ? 0 : 1));
      if (at > 1 && before === wanted && letter === this.#letters.charCodeAt(at - 2)) {
        cost = Math.min(cost, aboveThat[at - 2]! + 1);
      }
      row[at] = cost;
      if (cost < least) least = cost;
    }
    return least;
  }
}

function sharedBeginning(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length += 1;
  return length;
}
