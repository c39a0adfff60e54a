/**
 * The words of a need, and which words of a text answer to them: the same word, or one that begins as it does, so that
 * "grant" finds "granting". A word that fewer people stand with says more.
 */
import { tellingWords } from '../matching/words';

/** Words of asking itself, which say nothing of what is needed. */
const asking = new Set(
  'know help helping find finding ask asking anyone anybody somebody everyone everybody advise'.split(' '),
);
/** Shorter beginnings fit too many words. */
const beginning = 5;
/** What a word counts that only begins alike. */
const alike = 0.6;

export interface Answering {
  /** The word of the need. */
  readonly sought: string;
  readonly closeness: number;
}

export class Need {
  readonly words: readonly string[];
  readonly #exact: ReadonlySet<string>;
  readonly #long: readonly string[];
  /** By word of a text; null where it answers to nothing. */
  readonly #known = new Map<string, Answering | null>();

  constructor(words: Iterable<string>) {
    this.words = [...words].filter((word) => !asking.has(word));
    this.#exact = new Set(this.words);
    this.#long = this.words.filter(({ length }) => length >= beginning);
  }

  /** The telling words of a text that answer to words of the need. */
  inText(text: string): Map<string, Answering> {
    const found = new Map<string, Answering>();
    for (const word of tellingWords(text)) {
      const answering = this.#answering(word);
      if (answering !== null) found.set(word, answering);
    }
    return found;
  }

  #answering(word: string): Answering | null {
    let known = this.#known.get(word);
    if (known === undefined) this.#known.set(word, (known = this.#find(word)));
    return known;
  }

  #find(word: string): Answering | null {
    if (this.#exact.has(word)) return { sought: word, closeness: 1 };
    if (word.length < beginning) return null;
    const sought = this.#long.find((one) => word.startsWith(one) || one.startsWith(word));
    return sought === undefined ? null : { sought, closeness: alike };
  }
}
