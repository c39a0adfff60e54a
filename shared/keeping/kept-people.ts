/**
 * Everybody as far as staying in touch goes, looked at on one day: whose clock stands where, who is due and in which
 * order. Edits recompute the people whom they concern and nobody else.
 */
import type { PausedDays } from '../analysis/running-clock';
import type { Contact, Interaction, Pause, Snooze } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { atOnce, type Steps } from '../steps';
import { addDays, type Day, dayNumber } from '../time';
import { chosenCadence } from './cadence';
import { dayOfYear } from './dates-of-year';
import { DueOrder } from './due-order';
import { fewContacts, likedTag } from './few';
import type { Bridges, KeptPerson, LatestContact } from './kept-person';
import { isReal, setsClockBack } from './real-contact';
import { rowsOf } from './rows';
import { type KeepingRules, rulesOf } from './rules';
import { judge } from './verdict';

/** The day on which it is looked at, and the one before which what happened counts. */
export interface Looking {
  readonly asOf: Day;
  readonly before: Day;
}

/** What happened with one person. */
interface Past {
  last?: Day;
  latest?: LatestContact;
  count: number;
}

export class KeptPeople {
  readonly rules: KeepingRules;
  order = new DueOrder(new Map());
  /** Contacts a week that all cadences together ask for. */
  perWeek = 0;
  /** Days on which something happened or somebody was written down, before the one looked at. */
  readonly tracedDays = new Set<Day>();
  /** When the first of the contacts was written down. */
  firstCreated: Day | undefined;
  /** How many people were computed since it was made. */
  computed = 0;
  readonly #network: OpenNetwork;
  readonly #looking: Looking;
  readonly #asOf: number;
  readonly #people = new Map<string, KeptPerson>();
  readonly #byDayOfYear = new Map<string, Set<string>>();
  readonly #few = new Set<string>();
  readonly #unanswered = new Set<string>();
  readonly #pausesOfAll: readonly PausedDays[];

  private constructor(network: OpenNetwork, looking: Looking) {
    this.#network = network;
    this.#looking = looking;
    this.#asOf = dayNumber(looking.asOf);
    this.rules = rulesOf(network);
    this.#pausesOfAll = [...network.all('pauses')]
      .filter(({ contact }) => contact === undefined)
      .map(pausedDays);
  }

  /**
   * In steps, for many people; nothing may change the network meanwhile.
   * @param findBridges is asked once, when everybody's clock is known.
   */
  static *build(
    network: OpenNetwork,
    looking: Looking,
    findBridges: (people: Iterable<KeptPerson>) => Bridges = () => new Map(),
  ): Steps<KeptPeople> {
    const kept = new KeptPeople(network, looking);
    const pasts = new Map<string, Past>();
    for (const interaction of network.all('interactions')) {
      kept.#read(pasts, interaction);
      yield;
    }
    for (const contact of network.all('contacts')) {
      kept.#put(contact, pasts.get(contact.id) ?? { count: 0 });
      yield;
    }
    kept.order = new DueOrder(findBridges(kept.all()));
    yield;
    kept.order.fill(kept.all());
    return kept;
  }

  /** At once. */
  static of(...of: Parameters<typeof KeptPeople.build>): KeptPeople {
    return atOnce(KeptPeople.build(...of));
  }

  get(id: string): KeptPerson | undefined {
    return this.#people.get(id);
  }

  all(): IterableIterator<KeptPerson> {
    return this.#people.values();
  }

  /** People with few contacts, and those who were marked as liked. */
  withFewContacts(): ReadonlySet<string> {
    return this.#few;
  }

  /** Whose last word is a mail or message of theirs. */
  unanswered(): ReadonlySet<string> {
    return this.#unanswered;
  }

  /** People with a date that comes back on this day of the year (`02-29`). */
  withDateOn(ofYear: string): ReadonlySet<string> {
    return this.#byDayOfYear.get(ofYear) ?? new Set();
  }

  /** Computes these people anew. */
  recompute(ids: Iterable<string>): void {
    for (const id of ids) {
      const before = this.#people.get(id);
      if (before !== undefined) {
        this.#take(before);
        this.order.remove(before);
      }
      const contact = this.#network.get('contacts', id);
      if (contact === undefined) continue;
      this.order.add(this.#put(contact, this.#pastOf(id)));
    }
  }

  #put(contact: Contact, past: Past): KeptPerson {
    this.computed++;
    const { id } = contact;
    const created = contact.createdAt.slice(0, 10);
    this.tracedDays.add(created);
    if (this.firstCreated === undefined || created < this.firstCreated) this.firstCreated = created;
    const verdict = judge(
      {
        contact,
        ...(past.last === undefined ? {} : { last: past.last }),
        snoozes: this.#snoozesOf(id),
        pauses: this.#pausesOf(id),
      },
      this.rules,
      this.#asOf,
    );
    const settled = past.count > 0 || chosenCadence(contact, this.rules) !== undefined;
    const person: KeptPerson = { ...past, contact, verdict, settled };
    this.#people.set(id, person);
    if (verdict.cadence !== undefined) this.perWeek += 7 / verdict.cadence.days;
    for (const ofYear of daysOfYear(contact)) {
      const set = this.#byDayOfYear.get(ofYear);
      if (set === undefined) this.#byDayOfYear.set(ofYear, new Set([id]));
      else set.add(id);
    }
    if (past.count <= fewContacts || likedTag(contact) !== undefined) this.#few.add(id);
    if (past.latest?.direction === 'theirs') this.#unanswered.add(id);
    return person;
  }

  #take({ contact, verdict }: KeptPerson): void {
    this.#people.delete(contact.id);
    if (verdict.cadence !== undefined) this.perWeek -= 7 / verdict.cadence.days;
    for (const ofYear of daysOfYear(contact)) this.#byDayOfYear.get(ofYear)?.delete(contact.id);
    this.#few.delete(contact.id);
    this.#unanswered.delete(contact.id);
  }

  #snoozesOf(id: string): readonly Snooze[] {
    if (this.#network.count('snoozes') === 0) return none;
    return rowsOf(this.#network, 'snoozes', id).filter(({ from }) => from < this.#looking.before);
  }

  #pausesOf(id: string): readonly PausedDays[] {
    if (this.#network.count('pauses') === 0) return none;
    return [...this.#pausesOfAll, ...rowsOf(this.#network, 'pauses', id).map(pausedDays)];
  }

  #read(pasts: Map<string, Past>, interaction: Interaction): void {
    if (!this.#counts(interaction)) return;
    const { with: people } = interaction;
    for (const id of people.length === 1 ? people : new Set(people)) {
      let past = pasts.get(id);
      if (past === undefined) pasts.set(id, (past = { count: 0 }));
      this.#remember(past, interaction);
    }
  }

  #pastOf(id: string): Past {
    const past: Past = { count: 0 };
    for (const interaction of rowsOf(this.#network, 'interactions', id)) {
      if (this.#counts(interaction)) this.#remember(past, interaction);
    }
    return past;
  }

  #counts(interaction: Interaction): boolean {
    return interaction.day < this.#looking.before && isReal(interaction);
  }

  #remember(past: Past, interaction: Interaction): void {
    const { id, day, at, channel, direction } = interaction;
    past.count++;
    this.tracedDays.add(day);
    if (past.latest === undefined || isLater(interaction, past.latest)) {
      const people = interaction.with.length;
      past.latest = { id, day, ...(at === undefined ? {} : { at }), channel, direction, people };
    }
    if (
      (past.last === undefined || day > past.last) &&
      setsClockBack(interaction, this.rules.groupEventsCount)
    ) {
      past.last = day;
    }
  }
}

const none: readonly never[] = [];

function daysOfYear({ birthday, dates }: Contact): Iterable<string> {
  if (birthday === undefined && dates.length === 0) return none;
  const all = birthday === undefined ? dates : [...dates, { date: birthday }];
  const days = new Set<string>();
  for (const { date } of all) {
    const ofYear = dayOfYear(date);
    if (ofYear !== undefined) days.add(ofYear);
  }
  return days;
}

/** On one day the later moment, else the one with the larger id: the same whichever comes first. */
function isLater(a: Pick<Interaction, 'day' | 'at' | 'id'>, b: LatestContact): boolean {
  if (a.day !== b.day) return a.day > b.day;
  const [momentA, momentB] = [a.at ?? '', b.at ?? ''];
  return momentA === momentB ? a.id > b.id : momentA > momentB;
}

export function pausedDays({ from, to }: Pause): PausedDays {
  return { from: dayNumber(from), to: to === undefined ? Infinity : dayNumber(to) };
}

/** The day after, for looking at a day with all that happened on it. */
export function lookingAt(day: Day): Looking {
  return { asOf: day, before: addDays(day, 1) };
}
