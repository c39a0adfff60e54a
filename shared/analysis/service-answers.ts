/** What can be said of one contact or one tie alone: warmth and strength, told when it is news. */
import { type Day, dayFromNumber, dayNumber } from '../time';
import type { FeedTie } from './feed';
import type { AnalysisView, ContactWarmth, TieStrength } from './service-messages';
import type { ServiceState } from './service-state';
import { type Warmth, type WarmthTrack, warmthTrack } from './warmth';

export class Answers {
  readonly #state: ServiceState;
  readonly #warmth = new Map<string, ContactWarmth>();
  readonly #strengths = new Map<string, TieStrength>();
  readonly #tracks = new Map<string, WarmthTrack>();
  readonly #waiting: ReadonlySet<string>;

  /** @param waiting ties whose strength as it was told last may be out of date */
  constructor(state: ServiceState, waiting: ReadonlySet<string>) {
    this.#state = state;
    this.#waiting = waiting;
  }

  warmth(contact: string): ContactWarmth | undefined {
    return this.#warmth.get(contact);
  }

  strengthNow(tie: FeedTie, view: AnalysisView): TieStrength {
    const told = this.#waiting.has(tie.id) ? undefined : this.#strengths.get(tie.id);
    return told ?? this.#strengthOf(tie, view);
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
    return taken(waiting, most).flatMap((id) => {
      const tie = this.#state.ties.get(id);
      if (tie === undefined) {
        this.#strengths.delete(id);
        return [];
      }
      const found = this.#strengthOf(tie, view);
      if (same(this.#strengths.get(id), found)) return [];
      this.#strengths.set(id, found);
      return [found];
    });
  }

  #strengthOf(tie: FeedTie, view: AnalysisView): TieStrength {
    const asOf = dayNumber(view.asOf);
    const { strength, confidence } = this.#state.strengthOf(tie, asOf);
    const there = this.#state.wasThere(tie, asOf);
    const sure = confidence >= 1 || confidence >= view.guessedFrom;
    return { tie: tie.id, strength, confidence, there, counts: there && sure };
  }

  /** What is known of a contact's days is another than it was. */
  forgetDays(contact: string): void {
    this.#tracks.delete(contact);
  }

  /** Undefined for me and for whom there is not. */
  warmthAt(id: string, asOf: number): Warmth | undefined {
    const contact = this.#state.contacts.get(id);
    if (contact === undefined || id === this.#state.me) return undefined;
    let track = this.#tracks.get(id);
    if (track === undefined) {
      const days = contact.noMeasures === true ? { days: [], weights: [] } : this.#state.contactDaysOf(id);
      const { paused, open } = this.#state.pausesOf(id, asOf);
      track = warmthTrack(days, this.#state.cadenceOf(contact), paused);
      // A pause that goes on lasts to whatever day is looked at.
      if (!open) this.#tracks.set(id, track);
    }
    return track.at(asOf);
  }

  #warmthOf(id: string, asOf: Day): ContactWarmth | undefined {
    const warmth = this.warmthAt(id, dayNumber(asOf));
    if (warmth === undefined) return undefined;
    const { last, quietBy, count } = warmth;
    return {
      contact: id,
      step: warmth.step,
      shown: warmth.shown,
      state: warmth.state,
      word: warmth.word,
      last: dayOrNull(last),
      days: count,
      meanGap: warmth.meanGap,
      silence: warmth.silence,
      rhythm: warmth.rhythm,
      quietBy: dayOrNull(quietBy),
      order: warmth.order,
    };
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
