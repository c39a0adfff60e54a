/** Reading a text of quick capture: where words and clauses begin and end, quoted parts, and how the rest is tidied. */

/** A letter, mark, digit or underscore: what a word is made of. */
export const wordCharacter = /[\p{L}\p{M}\p{N}_]/u;
/** Nothing of a word comes next, nor an apostrophe with more of it. */
export const wordEnd = String.raw`(?![\p{L}\p{M}\p{N}_]|['’]\p{L})`;

const abbreviation = /(?:^|[^\p{L}])(?:dr|mr|mrs|ms|prof|st|jr|sr|vs|no|nr|e\.g|i\.e|\p{L})$/iu;

/** The character before a place, whole also where it is written as two. */
export function characterBefore(text: string, at: number): string {
  if (at <= 0) return '';
  const pair = at > 1 && /[\udc00-\udfff]/.test(text.charAt(at - 1));
  return text.slice(pair ? at - 2 : at - 1, at);
}

export function startsWord(text: string, at: number): boolean {
  return !wordCharacter.test(characterBefore(text, at));
}

/** A pattern to be looked for at one place, in which a blank stands for any run of blanks. */
export function sticky(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll(' ?', '\\s*').replaceAll(' ', '\\s+'), 'iuy');
}

/** What a sticky expression finds exactly here. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text) ?? undefined;
}

export function skipBlanks(text: string, at: number): number {
  let end = at;
  while (end < text.length && /\s/.test(text.charAt(end))) end += 1;
  return end;
}

export interface Quoted {
  readonly value: string;
  readonly end: number;
}

/** No quoted part is longer than this; what looks like one is a mark in the text. */
const longestQuote = 2_000;

const mayClose = /["”](?![\p{L}\p{M}\p{N}_])/u;

/** A part in quotation marks that begins here. `\"` and `\\` stand for a mark and a backslash. */
export function quotedAt(text: string, at: number): Quoted | undefined {
  const open = text.charAt(at);
  if (open !== '"' && open !== '“') return undefined;
  const before = characterBefore(text, at);
  if (before !== '' && !/[\s([@#:]/u.test(before)) return undefined;
  const close = open === '“' ? '”' : '"';
  const last = Math.min(text.length, at + longestQuote);
  if (!mayClose.test(text.slice(at + 1, last))) return undefined;
  let value = '';
  for (let end = at + 1; end < last; end += 1) {
    const character = text.charAt(end);
    const next = text.charAt(end + 1);
    if (character === '\n') return undefined;
    if (character === '\\' && (next === close || next === '\\')) {
      value += next;
      end += 1;
    } else if (character === close && !wordCharacter.test(next)) {
      return { value, end: end + 1 };
    } else value += character;
  }
  return undefined;
}

const link = /(?:https?:\/\/|www\.)\S+/iuy;

/** Where a part ends that is never read for chips, a quoted one or a link; nothing where none begins here. */
export function literalEnd(text: string, at: number): number | undefined {
  const quoted = quotedAt(text, at);
  if (quoted !== undefined) return quoted.end;
  const found = startsWord(text, at) ? matchAt(link, text, at) : undefined;
  return found && at + found[0].replace(/[.,;:!?)\]]+$/u, '').length;
}

/** The text in quotation marks, as `quotedAt` reads it. */
export function quote(text: string): string {
  return `"${text.replace(/[\\"]/g, (mark) => `\\${mark}`)}"`;
}

/** How long the mark that ends a clause here is; 0 where none does. */
export function separatorAt(text: string, at: number): number {
  const mark = text.charAt(at);
  const next = text.charAt(at + 1);
  const closes = next === '' || /\s/.test(next);
  if (mark === '\n') return 1;
  if (mark === ',' || mark === ';') {
    return /\d/.test(next) && /\d/.test(characterBefore(text, at)) ? 0 : 1;
  }
  if ('，。、；،؛।'.includes(mark) && mark !== '') return 1;
  if (mark === '.') return closes && !abbreviation.test(text.slice(Math.max(0, at - 8), at)) ? 1 : 0;
  if (mark === '!' || mark === '?' || mark === '…' || mark === ':') return closes ? 1 : 0;
  if (mark === '–' || mark === '—' || mark === '-') {
    return closes && /^\s?$/.test(characterBefore(text, at)) ? 1 : 0;
  }
  return 0;
}

/** Where the text begins that is taken as it stands, and where the mark before it does: after ` // `. */
export function verbatimIn(text: string): { readonly mark: number; readonly from: number } | undefined {
  for (let at = 0; at < text.length; at += 1) {
    const literal = literalEnd(text, at);
    if (literal !== undefined) at = literal - 1;
    else if (text.startsWith('//', at) && /^\s?$/.test(characterBefore(text, at))) {
      const next = text.charAt(at + 2);
      if (next === '' || /\s/.test(next)) return { mark: at, from: at + 2 };
    }
  }
  return undefined;
}

/** Control characters as blanks, each in its place, so that places in the text stay what they are. */
export function withoutControls(text: string): string {
  return text.replace(/\r(?!\n)/g, '\n').replace(/(?!\n)\p{Cc}|[\u2028\u2029]/gu, ' ');
}

/** One blank between words, none at the ends; lines stay lines. */
export function tidy(text: string): string {
  return text
    .replace(/[^\S\n]+/gu, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
