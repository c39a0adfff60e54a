/**
 * @names in a text: the longest known name after the sign, else one word, or what stands in quotation marks
 * (`@"Anna Maria"`), or an id in braces where names do not tell (`@{k3f}`).
 */
import { Id } from '../model/ids';
import type { Who } from './capture';
import type { People } from './people';
import { characterBefore, matchAt, quotedAt, tidy, wordCharacter } from './text';

export interface Mention {
  readonly who: Who;
  /** As it was written, without the sign. */
  readonly written: string;
  readonly end: number;
}

/** No name is longer than this, in characters. */
const longestName = 80;
const word = /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_'’.·・\-\u200c\u200d]*/uy;
const possessive = /['’]s$/u;
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}ー々]/u;
const afterMailName = /[A-Za-z0-9_.%+@-]/;

export function readMention(text: string, at: number, people: People): Mention | undefined {
  if (text.charAt(at) !== '@' || afterMailName.test(characterBefore(text, at))) return undefined;
  return byId(text, at + 1, people) ?? byQuote(text, at + 1, people) ?? byName(text, at + 1, people);
}

function byId(text: string, at: number, people: People): Mention | undefined {
  const found = matchAt(/\{([\w-]+)\}/y, text, at);
  const id = Id.safeParse(found?.[1]);
  if (found === undefined || !id.success) return undefined;
  const person = people.person(id.data);
  const name = person?.name ?? found[0];
  const who: Who =
    person === undefined
      ? { state: 'several', name: found[0], people: [] }
      : { state: 'known', id: person.id, name };
  return { who, written: name, end: at + found[0].length };
}

function byQuote(text: string, at: number, people: People): Mention | undefined {
  const quoted = quotedAt(text, at);
  const written = tidy(quoted?.value ?? '');
  if (quoted === undefined || written === '' || written.length > 1_000) return undefined;
  return { who: whoIs(written, people), written, end: quoted.end };
}

function byName(text: string, at: number, people: People): Mention | undefined {
  const single = oneWord(text, at);
  if (single === undefined) return undefined;
  for (const end of nameEnds(text, at)) {
    const written = text.slice(at, end);
    if (people.named(written).people.length > 0) return { who: whoIs(written, people), written, end };
  }
  if (single.length > longestName) return undefined;
  return { who: whoIs(single, people), written: single, end: at + single.length };
}

function oneWord(text: string, at: number): string | undefined {
  const found = matchAt(word, text, at);
  if (found === undefined || text.charAt(at + found[0].length) === '@') return undefined;
  const bare = found[0].replace(possessive, '').replace(/[-'’.·・\u200c\u200d]+$/u, '');
  return /[\p{L}\p{N}]/u.test(bare) ? bare : undefined;
}

/** Where a name may end, the farthest first: after a word, and after each character of scripts without blanks. */
function nameEnds(text: string, at: number): number[] {
  const ends: number[] = [];
  let end = at;
  for (const character of text.slice(at, at + longestName)) {
    if (/[\n@#"“”;]/.test(character)) break;
    end += character.length;
    const next = String.fromCodePoint(text.codePointAt(end) ?? 32);
    // A mark after a name ends a clause more often than it belongs to the name; names compare without it.
    if (!wordCharacter.test(character) || /\p{M}/u.test(next)) continue;
    if (wordCharacter.test(character) && wordCharacter.test(next)) {
      if (!unspaced.test(character) && !unspaced.test(next)) continue;
    }
    ends.push(end);
  }
  return ends.reverse();
}

/** Whom a name stands for. An organisation is nobody: those who are there are offered. */
export function whoIs(name: string, people: People): Who {
  const { people: found, loose } = people.named(name);
  const [one, ...others] = found;
  if (one === undefined) return { state: 'unknown', name };
  if (others.length > 0 || loose) return { state: 'several', name, people: found };
  return { state: 'known', id: one.id, name: one.name };
}

/** An @name that means this one, in the shortest form that does. */
export function mentionOf(who: Who, people: People, always: 'quoted' | 'plain' = 'plain'): string {
  if (who.state === 'several' && who.name.startsWith('{')) return `@${who.name}`;
  if (who.state === 'known') {
    const { people: found, loose } = people.named(who.name);
    if (found.length !== 1 || found[0]?.id !== who.id || loose) return `@{${who.id}}`;
  }
  const plain = always === 'plain' && readMention(`@${who.name}`, 0, people);
  if (plain !== false && plain?.written === who.name) return `@${who.name}`;
  const escaped = who.name.replace(/[\\"]/g, (mark) => `\\${mark}`);
  return `@"${escaped}"`;
}
