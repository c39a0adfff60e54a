/**
 * Staying in touch, kept up to date by the patches of a network: the week's list and who is due, on any day that is
 * asked for. An edit marks the people whom it concerns; they are computed when somebody asks next.
 */
import type { OpenNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import { atOnce, type Steps } from '../steps';
import type { Day } from '../time';
import { answerDue, type Page } from './answer-due';
import { answerWeek } from './answer-week';
import type { DueAnswer, WeekAnswer } from './answers';
import { bridgesOf } from './bridges';
import { KeptPeople, lookingAt, type Looking } from './kept-people';
import { peopleIn } from './people-in';
import { rulesOf } from './rules';
import { ShownWeeks } from './shown-weeks';
import { planWeek } from './week-plan';
import { firstDayOfWeek, type Week, weekOf } from './weeks';

/** So many people at once, and all are computed anew, in steps. */
const mostTouched = 1_000;

interface Kept {
  readonly people: KeptPeople;
  readonly touched: Set<string>;
}

/** Days that are looked at side by side: today, its week, and those of a command or two. */
const mostKept = 4;

export class Keeping {
  readonly #network: OpenNetwork;
  readonly #locale: string;
  /** By the days looked at, the oldest first. */
  readonly #kept = new Map<string, Kept>();
  readonly #shown: ShownWeeks;
  #computedBefore = 0;

  /** @param shown who was on the lists that were looked at */
  constructor(network: OpenNetwork, locale: string, shown: ShownWeeks = new ShownWeeks()) {
    this.#network = network;
    this.#shown = shown;
    this.#locale = locale;
  }

  /** How many people were computed in all. */
  get computed(): number {
    let computed = this.#computedBefore;
    for (const { people } of this.#kept.values()) computed += people.computed;
    return computed;
  }

  /** An edit was made to the network. */
  changed(patches: readonly Patch[]): void {
    if (this.#kept.size === 0) return;
    for (const patch of patches) {
      const concerned = this.#concernedBy(patch);
      if (concerned === 'all') {
        this.forget();
        return;
      }
      for (const { touched } of this.#kept.values()) for (const id of concerned) touched.add(id);
    }
    for (const [key, kept] of this.#kept) if (kept.touched.size > mostTouched) this.#drop(key, kept);
  }

  /** Everything is computed anew when it is asked for next. */
  forget(): void {
    this.#computedBefore = this.computed;
    this.#kept.clear();
  }

  /** The list of a day's week. Looking at it is noted by `looked` alone. */
  week(today: Day): WeekAnswer {
    const week = this.#weekOf(today);
    const people = this.#look({ asOf: week.to, before: week.from });
    const now = this.#now(today);
    const held = this.#held(week, people);
    const plan = planWeek({ network: this.#network, people, now, week, today, shown: this.#shown, held });
    return answerWeek(this.#speaking(today), people, plan);
  }

  /** Somebody saw this list. @returns whether there is anything new to remember. */
  looked({ from, to, contacts }: WeekAnswer): boolean {
    const people = this.#look({ asOf: to, before: from });
    const dropped = this.#shown.keepOnly((id) => this.#network.has('contacts', id));
    const added = this.#shown.note(
      from,
      contacts.map(({ id }) => [id, people.get(id)?.latest?.id] as const),
    );
    return dropped || added;
  }

  #weekOf(today: Day): Week {
    const { weekStart } = rulesOf(this.#network);
    return weekOf(today, firstDayOfWeek(weekStart, this.#locale));
  }

  due(today: Day, page: Page): DueAnswer {
    return answerDue(this.#speaking(today), this.#now(today), page);
  }

  #now(today: Day): KeptPeople {
    return this.#look(lookingAt(today));
  }

  #speaking(today: Day): { network: OpenNetwork; today: Day; locale: string } {
    return { network: this.#network, today, locale: this.#locale };
  }

  /** Whether a day can be answered for at once. */
  isReady(today: Day): boolean {
    return this.#lookings(today).every((looking) => this.#kept.has(keyOf(looking)));
  }

  /** Computes what a day is answered from, in steps; nothing may change the network meanwhile. */
  *prepare(today: Day): Steps<void> {
    for (const looking of this.#lookings(today)) {
      if (!this.#kept.has(keyOf(looking))) this.#keep(looking, yield* this.#build(looking));
    }
  }

  #lookings(today: Day): Looking[] {
    const { from, to } = this.#weekOf(today);
    return [lookingAt(today), { asOf: to, before: from }];
  }

  #build(looking: Looking): Steps<KeptPeople> {
    return KeptPeople.build(this.#network, looking, (all) => bridgesOf(this.#network, all));
  }

  #look(looking: Looking): KeptPeople {
    const kept = this.#kept.get(keyOf(looking));
    if (kept === undefined) return this.#keep(looking, atOnce(this.#build(looking)));
    if (kept.touched.size > 0) {
      kept.people.recompute(kept.touched);
      kept.touched.clear();
    }
    return kept.people;
  }

  #keep(looking: Looking, people: KeptPeople): KeptPeople {
    this.#kept.set(keyOf(looking), { people, touched: new Set() });
    const [oldest] = this.#kept;
    if (this.#kept.size > mostKept && oldest !== undefined) this.#drop(...oldest);
    return people;
  }

  #drop(key: string, { people }: Kept): void {
    this.#computedBefore += people.computed;
    this.#kept.delete(key);
  }

  /**
   * Who was shown in this week already and must stay, in that order: whoever still has a reason, and whoever something
   * was written down about since, if only of a day before the week.
   */
  #held(week: Week, people: KeptPeople): string[] {
    return [...(this.#shown.of(week.from) ?? [])].flatMap(([id, latest]) => {
      const person = people.get(id);
      if (person === undefined) return [];
      const { state } = person.verdict;
      const stays = state === 'due' || state === 'too-late' || person.latest?.id !== latest;
      return stays && state !== 'never' ? [id] : [];
    });
  }

  #concernedBy({ table, id, before, after }: Patch): Iterable<string> | 'all' {
    switch (table) {
      case 'settings':
        return 'all';
      case 'contacts':
        return [id];
      case 'interactions':
        return peopleIn('with', before, after, this.#network.get('interactions', id));
      case 'snoozes':
        return peopleIn('contact', before, after, this.#network.get('snoozes', id));
      case 'pauses': {
        const concerned = peopleIn('contact', before, after, this.#network.get('pauses', id));
        const moved = before !== null && after !== null && ('contact' in before || 'contact' in after);
        return concerned.size === 0 || moved ? 'all' : concerned;
      }
      case 'positions':
        return before?.['cluster'] === after?.['cluster'] ? [] : 'all';
      default:
        return [];
    }
  }
}

function keyOf({ asOf, before }: Looking): string {
  return `${asOf} ${before}`;
}
