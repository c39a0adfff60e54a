/**
 * What there was in each of the last weeks: people in touch with, interactions, talks, and whom one met. Made in one
 * pass; after that an edit recounts the interactions and people whom it concerns and nothing else.
 */
import { setsClockBack } from '../keeping/real-contact';
import { metOn } from '../keeping/new-connections';
import { rowsOf } from '../keeping/rows';
import { type KeepingRules, rulesOf } from '../keeping/rules';
import { weekBefore, type Week } from '../keeping/weeks';
import type { Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { type Day, dayNumber } from '../time';

/** Weeks that are looked back on, the present one included. */
export const weeksBack = 12;

export interface PastWeek extends Week {
  /** Times each person was in touch. */
  readonly people: ReadonlyMap<string, number>;
  readonly interactions: number;
  readonly talks: number;
  readonly met: ReadonlySet<string>;
}

interface Tally extends Week {
  readonly people: Map<string, number>;
  interactions: number;
  talks: number;
  readonly met: Set<string>;
}

const talkChannels: ReadonlySet<string> = new Set(['in-person', 'meal', 'call', 'video']);

export class PastWeeks {
  readonly #network: OpenNetwork;
  readonly #rules: KeepingRules;
  readonly #today: Day;
  readonly #weeks: Tally[] = [];
  /** What was counted, so that it can be taken back. */
  readonly #counted = new Map<string, Interaction>();
  readonly #met = new Map<string, Day>();

  private constructor(network: OpenNetwork, week: Week, today: Day) {
    this.#network = network;
    this.#rules = rulesOf(network);
    this.#today = today;
    for (let at = week; this.#weeks.length < weeksBack; at = weekBefore(at)) {
      this.#weeks.unshift({ ...at, people: new Map(), interactions: 0, talks: 0, met: new Set() });
    }
  }

  /** In steps, for many interactions; nothing may change the network meanwhile. */
  static *build(network: OpenNetwork, week: Week, today: Day): Steps<PastWeeks> {
    const past = new PastWeeks(network, week, today);
    const firsts = new Map<string, Day>();
    for (const interaction of network.all('interactions')) {
      if (past.#counts(interaction)) {
        past.#add(interaction, 1);
        for (const id of interaction.with) {
          const first = firsts.get(id);
          if (first === undefined || interaction.day < first) firsts.set(id, interaction.day);
        }
      }
      yield;
    }
    for (const { id } of network.all('contacts')) {
      past.#meet(id, firsts.get(id));
      yield;
    }
    return past;
  }

  /** The oldest first. */
  get weeks(): readonly PastWeek[] {
    return this.#weeks;
  }

  /** Counts these anew. */
  recount(interactions: Iterable<string>, contacts: Iterable<string>): void {
    for (const id of interactions) {
      const before = this.#counted.get(id);
      if (before !== undefined) this.#add(before, -1);
      const after = this.#network.get('interactions', id);
      if (after !== undefined && this.#counts(after)) this.#add(after, 1);
    }
    for (const id of contacts) {
      let first: Day | undefined;
      for (const interaction of rowsOf(this.#network, 'interactions', id)) {
        if (!this.#counts(interaction)) continue;
        if (first === undefined || interaction.day < first) first = interaction.day;
      }
      this.#meet(id, first);
    }
  }

  #counts(interaction: Interaction): boolean {
    return interaction.day <= this.#today && setsClockBack(interaction, this.#rules.groupEventsCount);
  }

  #add(interaction: Interaction, by: 1 | -1): void {
    const week = this.#weekOf(interaction.day);
    if (week === undefined) return;
    if (by === 1) this.#counted.set(interaction.id, interaction);
    else this.#counted.delete(interaction.id);
    week.interactions += by;
    if (talkChannels.has(interaction.channel)) week.talks += by;
    for (const id of new Set(interaction.with)) {
      if (id === this.#rules.me) continue;
      const times = (week.people.get(id) ?? 0) + by;
      if (times > 0) week.people.set(id, times);
      else week.people.delete(id);
    }
  }

  #meet(id: string, first: Day | undefined): void {
    const before = this.#met.get(id);
    if (before !== undefined) this.#weekOf(before)?.met.delete(id);
    this.#met.delete(id);
    const contact = id === this.#rules.me ? undefined : this.#network.get('contacts', id);
    const day = contact === undefined ? undefined : metOn(this.#network, contact, first);
    if (day === undefined || day > this.#today) return;
    const week = this.#weekOf(day);
    if (week === undefined) return;
    week.met.add(id);
    this.#met.set(id, day);
  }

  #weekOf(day: Day): Tally | undefined {
    const [first] = this.#weeks;
    if (first === undefined || day < first.from) return undefined;
    return this.#weeks[Math.floor((dayNumber(day) - dayNumber(first.from)) / 7)];
  }
}
