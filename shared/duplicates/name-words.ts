/** The words of a name that tell people apart, in Latin letters, with what else each may stand for. */
import type { Contact } from '../model/entities';
import { latin } from './latin';
import { readNicknames } from './nicknames';
import { soundOf } from './sound';

/** One word of somebody's name. Equal words of a `Words` are one object. */
export interface Word {
  /** Its number among the words. */
  readonly at: number;
  readonly text: string;
  readonly sound: string;
  /** The lines of given names in which it stands. */
  readonly roots: readonly number[];
  /** A single letter stands for a word. */
  readonly isInitial: boolean;
}

/** One way to read a name. */
export interface Reading {
  readonly words: readonly Word[];
  /** Which of the words may be a given name; one that differs tells two people apart. */
  readonly given: ReadonlySet<Word>;
  /** The name itself says which words are given names. */
  readonly isSure: boolean;
  /** Written in characters of which each is a syllable or more: another one is another name, and no slip. */
  readonly isUnspaced: boolean;
  /** All letters, without blanks between words. */
  readonly joined: string;
}

const titles = new Set(
  'dr prof professor mr mrs ms miss mx sir dame herr frau ing dipl mag med phd md mba msc bsc jr junior sr senior ii iii iv esq dott sra sr srta mme mlle mr'.split(
    ' ',
  ),
);
const particles = new Set(
  'von van de der den del della di da do dos das du la les el ibn bint zu zur zum ter ten of and'.split(' '),
);
const mostWords = 6;
const mostReadings = 4;
/** Written without a blank between family and given name; the family name comes first. */
const unspaced = /^(?:\p{Script=Han}{2,4}|\p{Script=Hangul}{2,4})$/u;

export class Words {
  readonly #byText = new Map<string, Word>();
  readonly #nicknames = readNicknames((name) => latin(name));

  get size(): number {
    return this.#byText.size;
  }

  all(): Iterable<Word> {
    return this.#byText.values();
  }

  /** The name that a line of nicknames stands for. */
  headOf(root: number): string {
    return this.#nicknames.heads[root] ?? '';
  }

  /** The ways in which a contact may be called, the name itself first; none where there is no name. */
  readingsOf({ name, nicknames, nameDoubt }: Contact): readonly Reading[] {
    if (nameDoubt !== undefined) return [];
    const readings: Reading[] = [];
    const add = (given: string, family: string, whole: string): void => {
      const reading = this.#reading(given, family, whole);
      const isNew = !readings.some(
        ({ joined, words }) => joined === reading.joined && words.length === reading.words.length,
      );
      if (reading.words.length > 0 && isNew && readings.length < mostReadings) readings.push(reading);
    };
    const { given = '', family = '', full } = name;
    add(given, family, full);
    const { phoneticGiven = '', phoneticFamily = '' } = name;
    if (phoneticGiven + phoneticFamily !== '') {
      add(phoneticGiven, phoneticFamily, `${phoneticGiven} ${phoneticFamily}`);
    }
    const surname = family === '' ? (full.trim().split(/\s+/u).at(-1) ?? '') : family;
    for (const nickname of nicknames.slice(0, 3)) {
      if (/\s/u.test(nickname.trim())) add('', '', nickname);
      else if (surname !== full.trim()) add(nickname, surname, `${nickname} ${surname}`);
    }
    return readings;
  }

  #reading(given: string, family: string, whole: string): Reading {
    const bare = whole.trim();
    const isUnspaced = unspaced.test(bare);
    const parts = given !== '' && family !== '' ? `${family} ${given}` : spaced(bare);
    const text = isUnspaced ? parts : bare;
    const words = this.#wordsIn(text);
    const comma = /^[^,]+,\s*[^,]+$/u.test(bare);
    const ofGiven = new Set(this.#wordsIn(given));
    const ofFamily = new Set(this.#wordsIn(family));
    const known = ofGiven.size > 0 && ofFamily.size > 0;
    const isGiven = (word: Word, at: number): boolean => {
      if (known) return ofGiven.has(word) || !ofFamily.has(word);
      return comma || isUnspaced ? at > 0 : at < words.length - 1 || words.length === 1;
    };
    return {
      words,
      given: new Set(words.filter(isGiven)),
      isSure: known || comma || isUnspaced,
      isUnspaced,
      joined: words.map((word) => word.text).join(''),
    };
  }

  #wordsIn(text: string): Word[] {
    const parts = latin(text)
      .replace(/(?<=\p{L})['’`´](?=\p{L})/gu, '')
      .split(/[^a-z0-9]+/)
      .filter((part) => part !== '');
    const telling = parts.filter((part) => !titles.has(part) && !particles.has(part));
    const kept = telling.length === 0 ? parts : telling;
    return kept.slice(0, mostWords).map((part) => this.#word(part));
  }

  #word(text: string): Word {
    const standing = this.#byText.get(text);
    if (standing !== undefined) return standing;
    const word: Word = {
      at: this.#byText.size,
      text,
      sound: soundOf(text),
      roots: this.#nicknames.forms.get(text) ?? [],
      isInitial: text.length === 1,
    };
    this.#byText.set(text, word);
    return word;
  }
}

/** "王小明" as "王 小明"; of four characters the first two are the family name. */
function spaced(name: string): string {
  const characters = Array.from(name);
  const family = characters.length === 4 ? 2 : 1;
  return `${characters.slice(0, family).join('')} ${characters.slice(family).join('')}`;
}
