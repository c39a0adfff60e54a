/**
 * Whom I know, and how strong each tie is as of a day. I know a contact of whom anything says so: a tie with me, a real
 * interaction, a circle, a cadence or how we met, an address book or a list of connections that holds them. A name that
 * only a list of ties mentions, or that stands in somebody else's card, is nobody I know yet.
 *
 *   b = sum over contact days of w 2^(-days / h)      the decaying sum behind warmth (measures.md 4), pauses left out
 *
 * Without contact days it is the strength that the tie was given (4b), if it was given any.
 */
import { runningClock, type PausedDays } from '../analysis/running-clock';
import { contactDays, contactWeight, decayed, defaultCadence } from '../analysis/warmth';
import { chosenCadence } from '../keeping/cadence';
import { rowsOf } from '../keeping/rows';
import type { KeepingRules } from '../keeping/rules';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { dayNumber } from '../time';
import { givenStrength, type TieNow, tieNow } from './tie-now';

/** Formats of files that hold the people their owner knows. */
const ownFormats: ReadonlySet<string> = new Set(['linkedin', 'vcard', 'book']);

export class OwnTies {
  readonly #network: OpenNetwork;
  readonly #rules: KeepingRules;
  readonly #asOf: number;
  readonly #pausesOfAll: readonly PausedDays[];

  constructor(network: OpenNetwork, rules: KeepingRules, asOf: number) {
    this.#network = network;
    this.#rules = rules;
    this.#asOf = asOf;
    this.#pausesOfAll = [...network.all('pauses')].flatMap((pause) =>
      pause.contact === undefined ? [this.#paused(pause)] : [],
    );
  }

  /** Undefined for whom I do not know, and for me. */
  of(contact: Contact): TieNow | undefined {
    const { me } = this.#rules;
    if (contact.id === me) return undefined;
    const tieId = me === undefined ? undefined : this.#network.index.tieBetween(me, contact.id);
    const tie = tieId === undefined ? undefined : this.#network.get('ties', tieId);
    const standing = tie === undefined ? undefined : tieNow(this.#network, tie, this.#asOf);
    const warmth = this.#warmthOf(contact);
    if (warmth > 0) return { b: warmth, confidence: 1 };
    const confidence = this.#isKnown(contact) ? 1 : standing?.confidence;
    if (confidence === undefined) return undefined;
    const isThere = tie !== undefined && standing !== undefined;
    return { b: (isThere ? givenStrength(this.#network, tie, this.#asOf) : undefined) ?? 0, confidence };
  }

  #warmthOf(contact: Contact): number {
    const entries: { day: number; weight: number }[] = [];
    for (const { day, planned, channel, size, with: people } of rowsOf(
      this.#network,
      'interactions',
      contact.id,
    )) {
      if (planned === true) continue;
      entries.push({ day: dayNumber(day), weight: contactWeight(channel, size ?? people.length + 1) });
    }
    if (entries.length === 0) return 0;
    const { days, weights } = contactDays(entries);
    const clock = runningClock(this.#pausesOf(contact.id));
    const halfLife = chosenCadence(contact, this.#rules)?.days ?? defaultCadence;
    const now = clock.at(this.#asOf);
    let b = 0;
    for (const [at, day] of days.entries()) {
      if (day <= this.#asOf) b += decayed(weights[at] ?? 0, now - clock.at(day), halfLife);
    }
    return b;
  }

  #pausesOf(contact: string): readonly PausedDays[] {
    if (this.#network.count('pauses') === 0) return this.#pausesOfAll;
    const own = rowsOf(this.#network, 'pauses', contact).map((pause) => this.#paused(pause));
    return [...this.#pausesOfAll, ...own];
  }

  #paused({ from, to }: { readonly from: string; readonly to?: string | undefined }): PausedDays {
    return { from: dayNumber(from), to: to === undefined ? this.#asOf : dayNumber(to) };
  }

  #isKnown({ id, circle, cadenceDays, howMet }: Contact): boolean {
    if (circle !== undefined || cadenceDays !== undefined || howMet !== undefined) return true;
    return rowsOf(this.#network, 'sources', id).some(({ format }) => ownFormats.has(format));
  }
}
