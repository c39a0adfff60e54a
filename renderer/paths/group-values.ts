/** Where a way can lead when nobody is named: the organisations, places, industries and tags that people have now. */
import type { Contact } from '../../shared/model/entities';
import { type GroupKind, groupKinds } from '../../shared/paths/answers';
import { keyOf, valuesOf } from '../../shared/paths/targets';
import { fold } from '../../shared/search/fold';

export interface GroupValue {
  readonly kind: GroupKind;
  readonly value: string;
  readonly people: number;
  /** Its words as they are compared. */
  readonly words: readonly string[];
}

interface Counted {
  readonly kind: GroupKind;
  readonly value: string;
  people: number;
}

/** Counts people in, one by one, so that many can be counted in turns. */
export class GroupCounts {
  readonly #counted = new Map<string, Counted>();
  readonly #today: string;

  constructor(today: string) {
    this.#today = today;
  }

  add(contact: Contact): void {
    if (contact.archived === true) return;
    for (const kind of groupKinds) {
      for (const key of new Map(valuesOf(contact, kind, this.#today).map((value) => [keyOf(value), value]))) {
        this.#count(kind, ...key);
      }
    }
  }

  /** Those with most people first. */
  values(): GroupValue[] {
    return [...this.#counted.values()]
      .sort((a, b) => b.people - a.people || (a.value < b.value ? -1 : 1))
      .map((counted) => ({ ...counted, words: wordsOf(counted.value) }));
  }

  #count(kind: GroupKind, key: string, value: string): void {
    if (key === '') return;
    const standing = this.#counted.get(`${kind} ${key}`);
    if (standing === undefined) this.#counted.set(`${kind} ${key}`, { kind, value, people: 1 });
    else standing.people++;
  }
}

/** Of each kind so many at most. */
const mostOfKind = 4;

/** Those of whose words every word of the query begins one; the kinds in their order. */
export function fittingGroups(values: readonly GroupValue[], query: string): readonly GroupValue[] {
  const sought = wordsOf(query);
  if (sought.length === 0) return [];
  const fits = ({ words }: GroupValue): boolean =>
    sought.every((word) => words.some((own) => own.startsWith(word)));
  return groupKinds.flatMap((kind) =>
    values.filter((value) => value.kind === kind && fits(value)).slice(0, mostOfKind),
  );
}

function wordsOf(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
