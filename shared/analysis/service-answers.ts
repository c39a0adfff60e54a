/** What can be said of one contact or one tie alone: warmth and strength, told when it is news. */
import { type Day, dayFromNumber, dayNumber } from '../time';
import type { AnalysisView, ContactWarmth, TieStrength } from './service-messages';
import type { ServiceState } from './service-state';
import { warmthOf } from './warmth';

export class Answers {
  readonly #state: ServiceState;
  readonly #warmth = new Map<string, ContactWarmth>();
  readonly #strengths = new Map<string, TieStrength>();

  constructor(state: ServiceState) {
    this.#state = state;
  }

  /** As it was told last. */
  strength(tie: string): TieStrength | undefined {
    return this.#strengths.get(tie);
  }

  /** Takes up to `most` contacts out of `waiting`; answers those whose warmth is news. */
  nextWarmth(waiting: Set<string>, most: number, view: AnalysisView): ContactWarmth[] {
    return taken(waiting, most).flatMap((id) => {
      const found = this.#warmthOf(id, view.asOf);
      if (found === undefined) this.#warmth.delete(id);
      if (found === undefined || same(this.#warmth.get(id), found)) return [];
      this.#warmth.set(id, found);
      return [found];
    });
  }

  /** Takes up to `most` ties out of `waiting`; answers those whose strength or confidence is news. */
  nextStrengths(waiting: Set<string>, most: number, view: AnalysisView): TieStrength[] {
    const asOf = dayNumber(view.asOf);
    return taken(waiting, most).flatMap((id) => {
      const tie = this.#state.ties.get(id);
      if (tie === undefined) return [];
      const { strength, confidence } = this.#state.strengthOf(tie, asOf);
      const sure = confidence >= 1 || confidence >= view.guessedFrom;
      const counts = sure && this.#state.isMeasured(tie.a) && this.#state.isMeasured(tie.b);
      const found = { tie: id, strength, confidence, counts };
      if (same(this.#strengths.get(id), found)) return [];
      this.#strengths.set(id, found);
      return [found];
    });
  }

  #warmthOf(id: string, asOf: Day): ContactWarmth | undefined {
    const contact = this.#state.contacts.get(id);
    if (contact === undefined || id === this.#state.me) return undefined;
    const today = dayNumber(asOf);
    const days = contact.noMeasures === true ? { days: [], weights: [] } : this.#state.contactDaysOf(id);
    const pauses = this.#state.pausesOf(id, today);
    const { last, quietBy, count, ...rest } = warmthOf(days, this.#state.cadenceOf(contact), today, pauses);
    return { contact: id, ...rest, days: count, last: dayOrNull(last), quietBy: dayOrNull(quietBy) };
  }
}

function dayOrNull(number: number | null): Day | null {
  return number === null ? null : dayFromNumber(number);
}

function taken(waiting: Set<string>, most: number): string[] {
  const found: string[] = [];
  for (const id of waiting) {
    if (found.length >= most) break;
    found.push(id);
  }
  for (const id of found) waiting.delete(id);
  return found;
}

function same<T extends object>(one: T | undefined, other: T): boolean {
  return one !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
