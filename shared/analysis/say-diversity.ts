/** How varied people are, what is missing and how they mix, in sentences that say what they are counted from. */
import { many, people as sayPeople } from '../words';
import type { AttributeReport } from './questions';

interface AttributeWords {
  /** As a heading. */
  readonly name: string;
  /** Within a sentence, one of its values: "within one industry". */
  readonly one: string;
}

const words: Readonly<Record<string, AttributeWords>> = {
  industry: { name: 'Industry', one: 'industry' },
  place: { name: 'Place', one: 'place' },
  organisation: { name: 'Organisation', one: 'organisation' },
  generation: { name: 'Decade of birth', one: 'decade of birth' },
  circle: { name: 'Circle', one: 'circle' },
  cluster: { name: 'Group', one: 'group' },
};

/** @param attribute one of `attributeNames`, or `tag:` and the name of a group of tags */
export function attributeWords(attribute: string): AttributeWords {
  const known = words[attribute];
  if (known !== undefined) return known;
  const one = attribute.startsWith('tag:') ? attribute.slice(4) : attribute;
  return { name: one.charAt(0).toUpperCase() + one.slice(1), one };
}

/** Where somebody of a value is, within a sentence: "in healthcare", "at Acme", "born in the 1990s". */
export function sayWhere(attribute: string, value: string): string {
  switch (attribute) {
    case 'industry':
      return `in ${lower(value)}`;
    case 'place':
    case 'circle':
    case 'cluster':
      return `in ${value}`;
    case 'organisation':
      return `at ${value}`;
    case 'generation':
      return `born in the ${value}`;
    default:
      return `tagged ${value}`;
  }
}

/** "Health care" within a sentence; "NGOs" stays as it is. */
function lower(value: string): string {
  return /^\p{Lu}\p{Ll}/u.test(value) ? value.charAt(0).toLowerCase() + value.slice(1) : value;
}

type Coverage = Pick<AttributeReport, 'attribute' | 'known' | 'people'>;

/** "Industry is known for 96 of 120 people; the rest are left out, not guessed." */
export function sayCoverage({ attribute, known, people }: Coverage): string {
  const { name } = attributeWords(attribute);
  if (known === 0) return `${name} is known of nobody here.`;
  if (known === people) return `${name} is known for all ${sayPeople(people)}.`;
  return `${name} is known for ${known.toLocaleString('en')} of ${sayPeople(people)}; the rest are left out, not guessed.`;
}

/**
 * "By industry, your network acts like 2.8 equal groups."
 * @param whose "your network", "the circle Inner": whose variety it is
 */
export function sayEvenness({ attribute, evenness }: AttributeReport, whose: string): string {
  if (evenness.kind === 'tooFew') return `${sayTooFew(evenness)} to say how varied that makes ${whose}.`;
  const groups = evenness.hill1 < 9.95 ? evenness.hill1.toFixed(1) : String(Math.round(evenness.hill1));
  const like = groups === '1.0' ? 'one group' : `${groups} equal groups`;
  return `By ${attributeWords(attribute).one}, ${whose} acts like ${like}.`;
}

/** Below this chance the way people mix is not called chance. */
const rarely = 0.05;

/** How people know their own kind, always beside what chance would give; empty where there is nothing to hold it against. */
export function sayMixing({ attribute, mixing }: AttributeReport): string {
  const { one } = attributeWords(attribute);
  switch (mixing.kind) {
    case 'fromTies':
      return 'Groups are made of ties, so that ties lie inside them by themselves.';
    case 'tooFew':
      return `${sayTooFew(mixing)} to say whether people know their own kind.`;
    case 'counted': {
      const { ties, ei, expected, internal, p } = mixing;
      const often = p >= rarely ? 'about as often as' : ei < expected ? 'more often than' : 'less often than';
      const byChance = Math.round((ties * (1 - expected)) / 2);
      return (
        `People know their own kind ${often} chance would have it: ` +
        `${Math.round(internal).toLocaleString('en')} of ${many(ties, 'tie', 'ties')} stay within one ${one}, ` +
        `at random it would be ${byChance.toLocaleString('en')} (E-I ${signed(ei)}, at random ${signed(expected)}).`
      );
    }
  }
}

interface TooFew {
  readonly of: 'people' | 'ties' | 'days' | 'cases' | 'rarer';
  readonly have: number;
  readonly need: number;
}

const countWords: Readonly<Record<TooFew['of'], readonly [string, string]>> = {
  people: ['person', 'people'],
  ties: ['tie', 'ties'],
  days: ['contact day', 'contact days'],
  cases: ['check', 'checks'],
  rarer: ['check of the rarer kind', 'checks of the rarer kind'],
};

/** "5 people are too few, it takes 8": the beginning of a sentence. */
export function sayTooFew({ of, have, need }: TooFew): string {
  const [one, several] = countWords[of];
  const there = have === 0 ? `No ${several}` : many(have, one, several);
  if (have === 0) return `${there} to go by: it takes ${need}`;
  return `${there} ${have === 1 ? 'is' : 'are'} too few, it takes ${need}`;
}

/** "10 %", "2.5 %". */
export function sayShare(share: number): string {
  return `${Number((100 * share).toFixed(share < 0.1 ? 1 : 0))} %`;
}

function signed(value: number): string {
  const text = Math.abs(value).toFixed(2);
  return value < 0 && text !== '0.00' ? `−${text}` : text;
}
