/** Where the words of a need were found, in sentences; of a note the matching words alone are quoted. */
import { type Speaking, shortName } from '../keeping/names';
import { asWritten } from '../matching/words';
import { sayMonth } from '../words';
import type { Hit } from './places';

/** Places told of one person. */
const most = 3;

/** @param hits what says most first */
export function sayMatch(
  speaking: Speaking,
  contact: string,
  hits: readonly Hit[],
): { why: string; words: string[] } {
  const told = hits.slice(0, most);
  const words = told.flatMap(({ text, found }) => asWritten(text, new Set(found.keys())));
  const folded = new Map(words.map((word) => [word.toLowerCase(), word]));
  return {
    why: told.map((hit) => sayHit(speaking, shortName(speaking, contact), hit)).join(' '),
    words: [...folded.values()],
  };
}

function sayHit({ locale }: Speaking, who: string, { place, text, day, found }: Hit): string {
  switch (place) {
    case 'offer':
      return `Can help with “${text}”.`;
    case 'title':
      return `Works as “${text}”.`;
    case 'past-title':
      return `Once worked as “${text}”.`;
    case 'tag':
      return `You tagged ${who} “${text}”.`;
    case 'industry':
      return `Is in “${text}”.`;
    case 'organisation':
      return `Is or was with “${text}”.`;
    case 'interest':
      return `Cares for “${text}”.`;
    case 'note': {
      const words = asWritten(text, new Set(found.keys())).map((word) => `“${word}”`);
      const said = words.slice(0, most).join(', ');
      return `Your note${day === undefined ? '' : ` of ${sayMonth(day, locale)}`} says ${said}.`;
    }
  }
}
