/**
 * Something that asks for a person by itself, whatever their cadence says: a promise, a reply owed, a birthday, advice
 * that was taken, a stay near a trip. Each kind is found in a file of its own.
 */
import type { Day } from '../time';
import type { Week } from './weeks';

/** A text that may be confidential; then only this is said of it. */
export interface OpenText {
  readonly text?: string;
  readonly confidential?: boolean;
}

export type About =
  | ({ readonly kind: 'promise' | 'their-promise'; readonly madeOn: Day } & OpenText)
  | { readonly kind: 'reply'; readonly marked: boolean; readonly channel?: string }
  | { readonly kind: 'birthday'; readonly years?: number }
  | { readonly kind: 'date'; readonly label: string; readonly years?: number }
  | ({ readonly kind: 'update' } & OpenText)
  | { readonly kind: 'stay'; readonly place: string; readonly from: Day; readonly to: Day };

export interface Occasion {
  readonly contact: string;
  readonly about: About;
  /** The id of the promise, the owed reply, the stay. */
  readonly source?: string;
  /** The day that people look at: when the promise is due, since when they wait. */
  readonly day: Day;
  /** From which day on it asks for something, and until when. */
  readonly from: Day;
  readonly to?: Day;
  /** Since when it has been on record. */
  readonly knownSince?: Day;
  /** When it was settled. */
  readonly doneOn?: Day;
}

/** What an entity says of itself openly. */
export function openText({ text, confidential }: { text?: string; confidential?: string }): OpenText {
  return {
    ...(text === undefined || text.trim() === '' ? {} : { text: text.trim() }),
    ...(confidential === undefined ? {} : { confidential: true }),
  };
}

/** It still stood at some time from `since` on. */
export function stoodSince({ doneOn }: Pick<Occasion, 'doneOn'>, since: Day): boolean {
  return doneOn === undefined || doneOn >= since;
}

/** It asks for the person in that week, as far as it was known by then. */
export function asksIn({ from, to, knownSince }: Occasion, week: Week): boolean {
  if (from > week.to || (to !== undefined && to < week.from)) return false;
  return knownSince === undefined || knownSince <= week.to;
}
