/** Whom to offer while an @name is being typed, and what choosing one puts in its place. */
import type { Person, Span } from './capture';
import { mentionOf } from './mentions';
import { nameKey } from './name-key';
import type { PeopleIndex } from './people';
import { characterBefore } from './text';

export interface Offer {
  readonly person: Person;
  /** What stands in the text once they are chosen. */
  readonly insert: string;
}

export interface Completions {
  /** What choosing replaces: the sign and what was typed after it. */
  readonly span: Span;
  readonly typed: string;
  readonly offers: readonly Offer[];
  /** The name that may be added, where nobody is called exactly so. */
  readonly newName?: string;
}

/** No name that is being typed is longer than this. */
const longestTyped = 60;

/** What to offer at the cursor; nothing where no name is being typed there, or one that nobody begins with. */
export function completionsAt(
  text: string,
  cursor: number,
  people: PeopleIndex,
  limit = 8,
): Completions | undefined {
  const at = text.slice(0, cursor).lastIndexOf('@');
  if (at < 0 || cursor - at > longestTyped) return undefined;
  if (/[A-Za-z0-9_.%+@-]/.test(characterBefore(text, at))) return undefined;
  const typed = text.slice(at + 1, cursor).replace(/^["“]/u, '');
  if (/[\n,;"”{}]|\s{2}|^\s/u.test(typed)) return undefined;
  const offers = people.complete(typed, limit).map((person) => ({
    person,
    insert: mentionOf({ state: 'known', id: person.id, name: person.name }, people),
  }));
  const isOneWord = !/\s/.test(typed);
  if (offers.length === 0 && (!isOneWord || typed === '')) return undefined;
  const isName = /[\p{L}\p{N}]/u.test(typed);
  const isKnown = offers.some(({ person }) => nameKey(person.name) === nameKey(typed));
  return {
    span: { from: at, to: cursor },
    typed,
    offers,
    ...(isName && !isKnown ? { newName: typed.trim() } : {}),
  };
}
