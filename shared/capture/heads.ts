/** The first words of the sayings in a capture: what a promise, a gift, an introduction or a topic begins with. */
import type { Promised } from './capture';
import { type Named, type Reader, readSeveral } from './reader';
import { matchAt, sticky, wordEnd } from './text';

const and = '(?:(?:and|but|then|also),? )?';
export const words = {
  iOwe: sticky(`${and}I (?:still |also )?(owe|promised)${wordEnd}\\s*`),
  owe: sticky(`${and}(owe|promised)(?! me${wordEnd})${wordEnd}\\s*`),
  owesMe: sticky(`${and}(?:owes?|promised) me${wordEnd}\\s*`),
  theyOwe: sticky(` (?:still |also )?(owes? me|promised(?: me)?)${wordEnd}\\s*`),
  gave: sticky(`${and}(I )?(?:also )?gave${wordEnd}\\s*`),
  gaveMe: sticky(` (?:also )?gave me${wordEnd}\\s*`),
  got: sticky(`${and}(I )?(?:also )?(?:got|received)${wordEnd}\\s*`),
  from: sticky(`from (?=@|(?:her|him|them)${wordEnd})`),
  to: sticky(`to (?=@|(?:her|him|them)${wordEnd})`),
  plusIntro: sticky(`\\+intro(?:duce|duction)?:?(?=\\s|@|$)\\s*`),
  introduced: sticky(`${and}(?:I )?introduced `),
  between: sticky(`\\s*(?:to |and |with |& ?|-> ?|→ ?|, ?)?(?=@)`),
  why: sticky(`\\s+(?:about|because|for|re:?|why:)${wordEnd}\\s*:?\\s*`),
  topic: sticky(`(?:re|topic|subject|about):\\s*|re (?=[\\p{L}\\p{N}"“])`),
  due: sticky(`(by|until|till|before|no later than|due(?: by| on)?):? `),
  on: sticky(`on `),
  into: sticky(`in `),
  joined: sticky(and),
};

/** What stands before a saying in its clause. */
export interface Before {
  /** Nothing but chips. */
  readonly fresh: boolean;
  readonly afterPerson: boolean;
  /** The day of all this was said. */
  readonly hasDay: boolean;
}
const inside: Before = { fresh: false, afterPerson: true, hasDay: true };

/** Who owes whom, up to what is owed. */
export function promiseHead(
  reader: Reader,
  at: number,
  { fresh, afterPerson }: Before,
): { by: Promised['by']; who: readonly Named[]; end: number } | undefined {
  const { text } = reader;
  const someone: Named = { state: 'pronoun', name: '' };
  const mine =
    matchAt(words.iOwe, text, at) ?? (fresh && !afterPerson ? matchAt(words.owe, text, at) : undefined);
  if (mine !== undefined) {
    const from = at + mine[0].length;
    const who = readSeveral(reader, from, 'object');
    return { by: 'me', who: who?.value ?? [someone], end: who?.end ?? from };
  }
  const bare = fresh && !afterPerson ? matchAt(words.owesMe, text, at) : undefined;
  if (bare !== undefined) return { by: 'them', who: [someone], end: at + bare[0].length };
  const subjectAt = at + (matchAt(words.joined, text, at)?.[0].length ?? 0);
  const who = readSeveral(reader, subjectAt, 'subject');
  const verb = who && matchAt(words.theyOwe, text, who.end);
  if (who === undefined || verb === undefined) return undefined;
  // "@ana and @ben owes me lunch": it is Ben alone who does.
  if (who.value.length > 1 && /^owes/i.test(verb[1] ?? '')) return undefined;
  const end = who.end + verb[0].length;
  // What somebody promised to somebody else is no promise to me.
  if (!/me$/i.test(verb[1] ?? '') && readSeveral(reader, end, 'object') !== undefined) return undefined;
  return { by: 'them', who: who.value, end };
}

/** Whether a saying begins here that says so itself, in the middle of another. */
export function startsSaying(reader: Reader, at: number): boolean {
  const { text } = reader;
  if (matchAt(words.plusIntro, text, at) !== undefined) return true;
  if (promiseHead(reader, at, inside) !== undefined) return true;
  if (matchAt(words.gave, text, at)?.[1] !== undefined || matchAt(words.got, text, at)?.[1] !== undefined)
    return true;
  const subject = readSeveral(reader, at, 'subject');
  return subject !== undefined && matchAt(words.gaveMe, text, subject.end) !== undefined;
}
