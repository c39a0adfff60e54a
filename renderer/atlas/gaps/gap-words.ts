/** What a gap is called: "No one in healthcare", "One person born in the 1990s". */
import { people as peopleWords } from '../../app/words';

export interface GapNamed {
  readonly attribute: string;
  readonly value: string;
  readonly people: number;
}

export function gapWords({ attribute, value, people }: GapNamed): string {
  const who = people === 0 ? 'No one' : people === 1 ? 'One person' : peopleWords(people);
  return `${who} ${placeWords(attribute, value)}`;
}

function placeWords(attribute: string, value: string): string {
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
