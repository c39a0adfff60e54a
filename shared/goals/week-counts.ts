/** The goals of a week, kept up to date by the patches of a network, for the day that was asked for last. */
import { peopleIn } from '../keeping/people-in';
import { rulesOf } from '../keeping/rules';
import { firstDayOfWeek, weekOf } from '../keeping/weeks';
import type { WeekGoals } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Patch } from '../model/patch';
import { atOnce, type Steps } from '../steps';
import type { Day } from '../time';
import { goalKinds, type WeeksAnswer } from './answers';
import { answerWeeks } from './goals';
import { PastWeeks } from './past-weeks';

/** So many people or interactions at once, and all are counted anew, in steps. */
const mostTouched = 1_000;

export class WeekCounts {
  readonly #network: OpenNetwork;
  readonly #locale: string;
  #kept: { readonly day: Day; readonly weeks: PastWeeks } | undefined;
  readonly #interactions = new Set<string>();
  readonly #contacts = new Set<string>();

  constructor(network: OpenNetwork, locale: string) {
    this.#network = network;
    this.#locale = locale;
  }

  /** An edit was made to the network. */
  changed(patches: readonly Patch[]): void {
    if (this.#kept === undefined) return;
    for (const { table, id, before, after } of patches) {
      if (table === 'settings') this.forget();
      if (table === 'contacts') this.#contacts.add(id);
      if (table === 'sources') {
        for (const one of peopleIn('contact', before, after, this.#network.get('sources', id)))
          this.#contacts.add(one);
      }
      if (table !== 'interactions') continue;
      this.#interactions.add(id);
      for (const one of peopleIn('with', before, after, this.#network.get('interactions', id)))
        this.#contacts.add(one);
    }
    if (this.#interactions.size + this.#contacts.size > mostTouched) this.forget();
  }

  /** Everything is counted anew when it is asked for next. */
  forget(): void {
    this.#kept = undefined;
    this.#interactions.clear();
    this.#contacts.clear();
  }

  /** Whether a day can be answered for at once. */
  isReady(day: Day): boolean {
    return this.#goals === undefined || this.#kept?.day === day;
  }

  /** Counts what a day is answered from, in steps; nothing may change the network meanwhile. */
  *prepare(day: Day): Steps<void> {
    if (this.isReady(day)) return;
    const { weekStart } = rulesOf(this.#network);
    const week = weekOf(day, firstDayOfWeek(weekStart, this.#locale));
    this.forget();
    this.#kept = { day, weeks: yield* PastWeeks.build(this.#network, week, day) };
  }

  answer(day: Day): WeeksAnswer {
    const goals = this.#goals;
    if (goals === undefined) return { goals: [], weeks: [] };
    atOnce(this.prepare(day));
    const weeks = this.#kept?.weeks;
    if (weeks === undefined) return { goals: [], weeks: [] };
    weeks.recount(this.#interactions, this.#contacts);
    this.#interactions.clear();
    this.#contacts.clear();
    return answerWeeks(this.#network, goals, weeks.weeks, day);
  }

  /** Undefined where none is set. */
  get #goals(): WeekGoals | undefined {
    const goals = this.#network.get('settings', 'settings')?.weekGoals;
    return goalKinds.some((kind) => goals?.[kind] !== undefined) ? goals : undefined;
  }
}
