/** What a gap is called: "No one in healthcare", "One person born in the 1990s". */
import { sayWhere } from '../../../shared/analysis/say-diversity';
import { people as peopleWords } from '../../app/words';

export interface GapNamed {
  readonly attribute: string;
  readonly value: string;
  readonly people: number;
}

export function gapWords({ attribute, value, people }: GapNamed): string {
  const who = people === 0 ? 'No one' : people === 1 ? 'One person' : peopleWords(people);
  return `${who} ${sayWhere(attribute, value)}`;
}
