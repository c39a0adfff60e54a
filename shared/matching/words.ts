/**
 * The words of a text that say what it is about: folded, without stop words and bare numbers, singular and plural
 * alike. Scripts without blanks are compared by characters and pairs of them, as everywhere in search.
 */
import { fold } from '../search/fold';
import { isUnspaced, queryTerms, textTerms } from '../search/terms';
import type { Steps } from '../steps';

/** Words of English that stand in texts about anything; then those of addresses and of talk about people. */
const stopWords = new Set(
  (
    'a about above after again against ain all also always am among an and another any are aren as at away back be ' +
    'because been before being below between both but by can cannot could couldn d did didn do does doesn doing don ' +
    'done down during each else even ever every few first for from further gave get gets getting give given go goes ' +
    'going gone good got great had hadn has hasn have haven having he her here hers herself him himself his how i if ' +
    'in into is isn it its itself just know known last later least less let like likes ll long look looking looks m ' +
    'made make makes making many may me might mine more most much must my myself need needs never new next no nor ' +
    'not nothing now o of off often old on once one only or other our ours ourselves out over own people please re ' +
    'really s said same say says see seem seen shall she should since small so some someone something soon still ' +
    'such t take taken than that the their theirs them themselves then there these they thing things think this ' +
    'those three through to today together told too took two under until up upon us use used using ve very want ' +
    'wants was way we well went were what when where whether which while who whom whose why will with within ' +
    'without would yes yet you your yours yourself yourselves com html http https org www'
  ).split(' '),
);

/** Characters that are read in one step. */
const pieceLength = 4_000;

/** What a long text is read in: pieces that end between two words where there is such a place. */
export function* piecesOf(text: string): Generator<string> {
  for (let from = 0; from < text.length;) {
    const blank = text.lastIndexOf(' ', from + pieceLength);
    const to = from + pieceLength >= text.length ? text.length : blank > from ? blank : from + pieceLength;
    yield text.slice(from, to);
    from = to;
  }
}

/** Every telling word under which a text is found. */
export function tellingWords(text: string): string[] {
  return textTerms(text).filter(isTelling).map(singular);
}

/** Words that are looked for in many texts: every form in which one may stand there is known beforehand. */
export class Sought {
  readonly #forms = new Map<string, string>();

  constructor(words: Iterable<string>) {
    for (const word of words) {
      const forms = [word, `${word}s`, ...(word.endsWith('y') ? [`${word.slice(0, -1)}ies`] : [])];
      for (const form of forms) if (singular(form) === word) this.#forms.set(form, word);
    }
  }

  /** Those that stand in a text. */
  in(text: string): Set<string> {
    const found = new Set<string>();
    for (const term of textTerms(text)) {
      const word = this.#forms.get(term);
      if (word !== undefined) found.add(word);
    }
    return found;
  }
}

/** The telling words to look for, each once. */
export function* soughtWords(text: string): Steps<Set<string>> {
  const words = new Set<string>();
  for (const piece of piecesOf(text)) {
    for (const term of queryTerms(piece)) if (isTelling(term)) words.add(singular(term));
    yield;
  }
  return words;
}

/** The words among these, as the text writes them, in its order and each once. */
export function asWritten(text: string, words: ReadonlySet<string>): string[] {
  const found = new Map<string, string>();
  for (const [run] of text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
    if (found.size === words.size) break;
    for (const term of queryTerms(run)) {
      const word = singular(term);
      if (words.has(word) && !found.has(word)) found.set(word, isUnspaced(term) ? term : run);
    }
  }
  return [...new Map([...found.values()].map((run) => [fold(run), run])).values()];
}

function isTelling(term: string): boolean {
  if (stopWords.has(term) || /^\p{N}+$/u.test(term)) return false;
  return term.length > 1 || isUnspaced(term);
}

/** Birds and bird are one word, and so are stories and story; glass, bus and analysis stay as they are. */
function singular(word: string): string {
  if (word.length < 4 || !/[a-z]s$/.test(word) || /(?:ss|us|is)$/.test(word)) return word;
  return word.length > 4 && word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1);
}
