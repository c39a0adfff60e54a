/**
 * Whom to be in touch with this week: never more people than the limit, whatever brings them. Dated things take places
 * first, then whoever is due, with one tweener and one new connection among them.
 *
 *   the network as it was when the week began --> the people of the week
 *   what came since --> free places, or a line among what is dated; never somebody else's place
 *   what was done since --> marks people as done, and brings nobody in
 *   who is to be met soon        --> is settled, and takes no place as due
 *   who was swapped for another --> gives the place to the next one
 *   who was on the lists before --> rests after two weeks running without an act
 */
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import { type Capacity, capacityOf } from './capacity';
import { dateOccasions } from './dates';
import type { DueEntry } from './due-order';
import { groupsUntil } from './groups';
import { type Meeting, meetingWith } from './meetings';
import type { KeptPeople } from './kept-people';
import { asksIn, type Occasion } from './occasion';
import { type Picks, picksOf } from './picks';
import { standing, type Standing } from './progress';
import { promiseOccasions } from './promises';
import type { Reason } from './reason';
import { rests } from './resting';
import type { ShownWeeks } from './shown-weeks';
import { markedReplies, waitingReplies } from './replies';
import { stayOccasions } from './stays';
import { Traces } from './traces';
import type { Week } from './weeks';

export interface Planned {
  readonly contact: string;
  /** The most pressing first. */
  readonly reasons: readonly Reason[];
  readonly state: Standing;
  /** What is planned with them already. */
  readonly meeting?: Meeting;
}

export type DatedLine =
  | { readonly kind: 'occasion'; readonly occasion: Occasion }
  | { readonly kind: 'group'; readonly group: string; readonly day: Day };

export interface LeftOut {
  readonly contact: string;
  readonly why: 'limit' | 'rest' | 'swap' | 'meeting';
  readonly meeting?: Meeting;
}

export interface WeekPlan {
  readonly week: Week;
  readonly limit: number;
  /** The last day on record, where the user was away before this week: then the plan is short. */
  readonly awaySince?: Day;
  readonly planned: readonly Planned[];
  /** What has a date and no place. */
  readonly dated: readonly DatedLine[];
  readonly leftOut: readonly LeftOut[];
  /** How many due people are left out in all. */
  readonly leftOutInAll: number;
  readonly capacity: Capacity;
}

export interface WeekInput {
  readonly network: OpenNetwork;
  /** As of the week's last day, counting what happened before the week. */
  readonly people: KeptPeople;
  /** As of today. */
  readonly now: KeptPeople;
  readonly week: Week;
  readonly today: Day;
  /** Who was on the lists of the weeks before. */
  readonly shown: ShownWeeks;
  /** Who was shown earlier in the week, in that order. */
  readonly held?: readonly string[];
}

/** After an absence. */
const placesToStart = 3;
/** The share of places that go first to mails of which it is only a guess that they wait for an answer. */
const mostGuessed = 0.4;
/** Nobody reads more of those who are left out. */
const mostLeftOut = 50;

export function planWeek(input: WeekInput): WeekPlan {
  return new Planning(input).plan();
}

class Planning {
  readonly #input: WeekInput;
  readonly #occasions = new Map<string, Occasion[]>();
  readonly #places: string[] = [];
  readonly #taken = new Set<string>();
  readonly #limit: number;
  readonly #awaySince: Day | undefined;
  readonly #picks: Picks;
  readonly #dueOf = new Map<string, DueEntry>();
  /** Whose place was given to another this week. */
  readonly #swapped: ReadonlySet<string>;

  constructor(input: WeekInput) {
    this.#input = input;
    const { network, people, week, today } = input;
    this.#swapped = swapped(network, week, today);
    const horizon = laterOf(addDays(week.to, 7), addDays(today, 14));
    for (const occasion of this.#allOccasions(horizon)) {
      if (!this.#isKept(occasion.contact)) continue;
      const of = this.#occasions.get(occasion.contact);
      if (of === undefined) this.#occasions.set(occasion.contact, [occasion]);
      else of.push(occasion);
    }
    this.#picks = isPaused(network, today)
      ? {}
      : picksOf(network, people, week, today, (id) => this.#isKept(id) && !this.#isOut(id));
    this.#awaySince = new Traces(network, people, week).awaySince();
    const { weeklyLimit } = people.rules;
    this.#limit = this.#awaySince === undefined ? weeklyLimit : Math.min(placesToStart, weeklyLimit);
  }

  plan(): WeekPlan {
    const { people, week, held = [] } = this.#input;
    for (const id of held) if (people.get(id) !== undefined && !this.#swapped.has(id)) this.#seat(id);
    const dated = this.#datedThisWeek();
    const guessed = dated.filter(({ about }) => about.kind === 'reply' && !about.marked);
    const wait = new Set(guessed.slice(Math.ceil(this.#limit * mostGuessed)));
    for (const occasion of dated) if (!wait.has(occasion)) this.#seatUnlessResting(occasion.contact);
    this.#seatDue();
    for (const { contact } of wait) this.#seatUnlessResting(contact);
    for (const { contact } of this.#upcomingDates()) this.#seatUnlessResting(contact);
    for (const { contact } of this.#arrivals()) this.#seatUnlessResting(contact);
    return {
      week,
      limit: people.rules.weeklyLimit,
      ...(this.#awaySince === undefined ? {} : { awaySince: this.#awaySince }),
      planned: this.#places.map((contact) => this.#planned(contact)),
      dated: this.#dated(),
      ...this.#leftOut(),
      capacity: capacityOf(people.perWeek, people.rules.weeklyLimit),
    };
  }

  *#allOccasions(horizon: Day): Generator<Occasion> {
    const { network, people, now, week, today } = this.#input;
    yield* promiseOccasions(network, week.from);
    yield* markedReplies(network, week.from);
    yield* waitingReplies(network, people, week.from);
    for (const occasion of waitingReplies(network, now, today)) if (this.#isNew(occasion)) yield occasion;
    yield* stayOccasions(network, week.from);
    yield* dateOccasions(people, week.from, horizon);
  }

  /** Me, the archived and the removed are asked for by nothing. */
  #isKept(id: string): boolean {
    const contact = this.#input.people.get(id)?.contact;
    return contact !== undefined && contact.archived !== true && id !== this.#input.people.rules.me;
  }

  /** No place is for them this week. */
  #isOut(id: string): boolean {
    return this.#swapped.has(id) || this.#rests(id);
  }

  #rests(id: string): boolean {
    return rests(this.#input.network, this.#input.shown, id, this.#input.week);
  }

  get #free(): number {
    return this.#limit - this.#places.length;
  }

  #seat(id: string): boolean {
    if (this.#taken.has(id)) return true;
    if (this.#free <= 0) return false;
    this.#places.push(id);
    this.#taken.add(id);
    return true;
  }

  #seatUnlessResting(id: string): boolean {
    if (this.#taken.has(id)) return true;
    return this.#free > 0 && !this.#isOut(id) && this.#seat(id);
  }

  /** Promises that fall due, replies owed and dates of people who are more than a line in an address book. */
  #datedThisWeek(): Occasion[] {
    const { week, people } = this.#input;
    const found: Occasion[] = [];
    for (const occasion of this.#known()) {
      const { kind } = occasion.about;
      if (!asksIn(occasion, week)) continue;
      if (kind === 'promise' || kind === 'reply') found.push(occasion);
      if (kind === 'birthday' || kind === 'date') {
        if (people.get(occasion.contact)?.settled === true) found.push(occasion);
      }
    }
    return found.sort(byDate);
  }

  /** What was on record before the week began. */
  *#known(): Generator<Occasion> {
    for (const of of this.#occasions.values()) {
      for (const occasion of of) if (!this.#isNew(occasion)) yield occasion;
    }
  }

  #isNew({ knownSince }: Occasion): boolean {
    return knownSince !== undefined && knownSince >= this.#input.week.from;
  }

  /** Whoever is due, and among them what has no date: an update owed, a stay, a tweener, a new connection. */
  #seatDue(): void {
    const { people, week } = this.#input;
    const { tweener, connection } = this.#picks;
    const free = this.#free;
    const others = [...this.#known()]
      .filter((occasion) => occasion.about.kind === 'update' || occasion.about.kind === 'stay')
      .filter((occasion) => asksIn(occasion, week))
      .sort(byDate)
      .map(({ contact }) => contact);
    // The due ones keep most of the places; with few places, all of them.
    const forTweener = tweener !== undefined && free >= 3 ? 1 : 0;
    const forNew = connection !== undefined && free >= 4 ? 1 : 0;
    let forOthers = free >= 2 ? Math.floor((free - forTweener - forNew) / 2) : 0;
    for (const id of others) {
      if (forOthers > 0 && !this.#taken.has(id) && this.#seatUnlessResting(id)) forOthers--;
    }
    const due = people.order.entries;
    for (const entry of due) this.#dueOf.set(entry.id, entry);
    this.#seatSome(due, forTweener + forNew);
    if (tweener !== undefined && forTweener === 1) this.#seatUnlessResting(tweener.contact);
    if (connection !== undefined && forNew === 1) this.#seatUnlessResting(connection.contact);
    this.#seatSome(due, 0);
    for (const id of others) this.#seatUnlessResting(id);
    for (const pick of [tweener, connection]) if (pick !== undefined) this.#seatUnlessResting(pick.contact);
  }

  #meeting(id: string): Meeting | undefined {
    const { network, people, week } = this.#input;
    return meetingWith(network, people.rules, id, week);
  }

  /** Seats the due in their order while more than `left` places are free. */
  #seatSome(due: readonly DueEntry[], left: number): void {
    for (const { id } of due) {
      if (this.#free <= left) return;
      if (this.#meeting(id) === undefined) this.#seatUnlessResting(id);
    }
  }

  /** Dates of next week take what is free. */
  #upcomingDates(): Occasion[] {
    const { week, people } = this.#input;
    const until = addDays(week.to, 7);
    return [...this.#known()]
      .filter(({ about }) => about.kind === 'birthday' || about.kind === 'date')
      .filter(({ day, contact }) => day > week.to && day <= until && people.get(contact)?.settled === true)
      .sort(byDate);
  }

  /** What came up in the course of the week, the earliest first. */
  #arrivals(): Occasion[] {
    const { week } = this.#input;
    const all = [...this.#occasions.values()].flat();
    return all
      .filter((occasion) => this.#isNew(occasion) && occasion.about.kind !== 'their-promise')
      .filter((occasion) => asksIn(occasion, week))
      .sort((a, b) => compareText(a.knownSince ?? '', b.knownSince ?? '') || byDate(a, b));
  }

  #planned(contact: string): Planned {
    const { network, people, week, today } = this.#input;
    const { tweener, connection } = this.#picks;
    const reasons: Reason[] = (this.#occasions.get(contact) ?? [])
      .filter((occasion) => isNear(occasion, week))
      .sort(byDate)
      .map((occasion) => ({ kind: 'occasion', occasion }));
    const entry = this.#dueOf.get(contact);
    const verdict = people.get(contact)?.verdict;
    if (entry !== undefined && verdict !== undefined) {
      const { bridgeTo } = entry;
      reasons.push({ kind: 'due', verdict, ...(bridgeTo === undefined ? {} : { bridgeTo }) });
    }
    if (tweener?.contact === contact) reasons.push({ kind: 'tweener', tweener });
    if (connection?.contact === contact) reasons.push({ kind: 'new-connection', connection });
    if (reasons.length === 0) reasons.push({ kind: 'shown' });
    const meeting = this.#meeting(contact);
    const meets = meeting !== undefined;
    return {
      contact,
      reasons,
      state: standing(network, people.rules, contact, reasons, { week, today, meets }),
      ...(meeting === undefined ? {} : { meeting }),
    };
  }

  /** A line for everything with a date whose person has no place. */
  #dated(): DatedLine[] {
    const { network, week } = this.#input;
    const lines: DatedLine[] = [];
    for (const [contact, of] of this.#occasions) {
      if (this.#taken.has(contact)) continue;
      for (const occasion of of) {
        if (occasion.doneOn === undefined && isNear(occasion, week))
          lines.push({ kind: 'occasion', occasion });
      }
    }
    for (const { id, next } of groupsUntil(network, addDays(week.to, 7))) {
      lines.push({ kind: 'group', group: id, day: next });
    }
    return lines.sort((a, b) => compareText(dayOfLine(a), dayOfLine(b)));
  }

  #leftOut(): Pick<WeekPlan, 'leftOut' | 'leftOutInAll'> {
    const leftOut: LeftOut[] = [];
    let inAll = 0;
    for (const { id } of this.#input.people.order.entries) {
      if (this.#taken.has(id)) continue;
      inAll++;
      if (leftOut.length >= mostLeftOut) continue;
      const meeting = this.#meeting(id);
      if (meeting !== undefined) leftOut.push({ contact: id, why: 'meeting', meeting });
      else {
        const why = this.#swapped.has(id) ? 'swap' : this.#rests(id) ? 'rest' : 'limit';
        leftOut.push({ contact: id, why });
      }
    }
    return { leftOut, leftOutInAll: inAll };
  }
}

/** Leave or holidays, when nobody new is asked for. */
function isPaused(network: OpenNetwork, day: Day): boolean {
  for (const { contact, from, to } of network.all('pauses')) {
    if (contact === undefined && from <= day && (to === undefined || to >= day)) return true;
  }
  return false;
}

function swapped(network: OpenNetwork, week: Week, today: Day): ReadonlySet<string> {
  const ids = new Set<string>();
  for (const { contact, kind, from } of network.all('snoozes')) {
    if (kind === 'swap' && from >= week.from && from <= today) ids.add(contact);
  }
  return ids;
}

/** It concerns this week or the next. */
function isNear(occasion: Occasion, week: Week): boolean {
  if (occasion.to !== undefined && occasion.to < week.from) return false;
  return occasion.from <= addDays(week.to, 7);
}

/** Promises before replies before dates; within each, the earliest first. */
const kindOrder = ['promise', 'reply', 'birthday', 'date', 'update', 'stay', 'their-promise'];

function byDate(a: Occasion, b: Occasion): number {
  const kinds = kindOrder.indexOf(a.about.kind) - kindOrder.indexOf(b.about.kind);
  return kinds || compareText(a.day, b.day) || compareText(a.contact, b.contact);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function laterOf(a: Day, b: Day): Day {
  return a > b ? a : b;
}

function dayOfLine(line: DatedLine): Day {
  return line.kind === 'group' ? line.day : line.occasion.day;
}
