/**
 * A year of mail and meetings with known truth: people in teams, families and a choir who know each other, a user who
 * works with some of them, and all that blurs who knows whom: large meetings, rounds of mail to strangers, newsletters.
 */
import type { EncounterRecord, Participant } from '../../shared/formats/record';
import { pairKey } from '../../shared/model/indices';
import { addDays } from '../../shared/time';

/** A chance from a seed (mulberry32), so that a year is the same in every run. */
export function chances(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export interface Year {
  readonly records: readonly EncounterRecord[];
  /** Pairs who know each other, by the key of their addresses. */
  readonly truth: ReadonlySet<string>;
  readonly people: readonly string[];
}

export const mine = 'me@work.example';
const first = '2025-05-01';
export const last = '2026-04-30';

interface Circle {
  readonly people: readonly string[];
  /** How likely two of it know each other. */
  readonly dense: number;
  /** Meetings a year in which the user is, and how many of the circle come. */
  readonly meetings: number;
  readonly come: readonly [number, number];
  /** Of those meetings, how many belong to a weekly series. */
  readonly series: number;
  readonly mails: number;
}

/** One year: circles of people, then what happened in each, then noise. */
export function makeYear(seed: number): Year {
  const chance = chances(seed);
  const some = (least: number, most: number): number => least + Math.floor(chance() * (most - least + 1));
  let made = 0;
  const fresh = (count: number): string[] =>
    Array.from({ length: count }, () => {
      made += 1;
      return `p${made}@${made % 3 === 0 ? 'other' : 'work'}.example`;
    });
  const circles: Circle[] = [];
  const add = (count: number, make: () => Circle): void => {
    for (let at = 0; at < count; at++) circles.push(make());
  };
  add(6, () => ({
    people: fresh(some(4, 8)),
    ...{ dense: 0.9, meetings: some(15, 45), come: [2, 6], series: 0.6, mails: some(20, 60) },
  }));
  add(5, () => ({
    people: fresh(some(8, 20)),
    ...{ dense: 0.35, meetings: some(6, 15), come: [4, 12], series: 0.5, mails: some(10, 25) },
  }));
  add(8, () => ({
    people: fresh(some(2, 4)),
    ...{ dense: 0.95, meetings: some(2, 8), come: [1, 3], series: 0, mails: some(4, 12) },
  }));
  // People the user meets together now and then who hardly know each other: customers, applicants, panels.
  add(10, () => ({
    people: fresh(some(6, 14)),
    ...{ dense: 0.06, meetings: some(2, 6), come: [2, 8], series: 0, mails: some(4, 10) },
  }));

  const truth = new Set<string>();
  for (const { people, dense } of circles) {
    for (const [at, a] of people.entries()) {
      for (const b of people.slice(at + 1)) if (chance() < dense) truth.add(pairKey(a, b));
    }
  }
  const everybody = circles.flatMap(({ people }) => people);
  const happenings = new Happenings(chance);
  for (const circle of circles) happenings.of(circle, truth);
  happenings.noise(everybody);
  return { records: happenings.records, truth, people: everybody };
}

class Happenings {
  readonly records: EncounterRecord[] = [];
  readonly #chance: () => number;

  constructor(chance: () => number) {
    this.#chance = chance;
  }

  of({ people, meetings, come, series, mails }: Circle, truth: ReadonlySet<string>): void {
    const weekly = Math.floor(meetings * series);
    const regulars = this.#company(people, come, truth);
    const begin = this.#day();
    for (let nth = 1; nth <= weekly; nth++) {
      const day = addDays(begin, 7 * nth);
      if (day <= last) this.#meeting(day, regulars, nth, `series ${people[0] ?? ''}`);
    }
    for (let at = weekly; at < meetings; at++) this.#meeting(this.#day(), this.#company(people, come, truth));
    for (let at = 0; at < mails; at++) this.#mail(this.#day(), this.#company(people, come, truth));
  }

  /** Town halls, rounds of mail to people of all circles, newsletters. */
  noise(everybody: readonly string[]): void {
    for (let at = 0; at < 12; at++) this.#meeting(this.#day(), this.#pick(everybody, 30 + at));
    for (let at = 0; at < 25; at++) this.#meeting(this.#day(), this.#pick(everybody, 3 + (at % 8)));
    for (let at = 0; at < 60; at++) this.#mail(this.#day(), this.#pick(everybody, 2 + (at % 8)));
    for (let at = 0; at < 200; at++) this.#mail(this.#day(), this.#pick(everybody, 1), true);
  }

  /** Somebody of a circle, and mostly those whom they know. */
  #company(
    people: readonly string[],
    [least, most]: readonly [number, number],
    truth: ReadonlySet<string>,
  ): string[] {
    const [host = ''] = this.#pick(people, 1);
    const size = least + Math.floor(this.#chance() * (most - least + 1));
    const known = people.filter((one) => truth.has(pairKey(host, one)));
    const others = people.filter((one) => one !== host && !known.includes(one));
    const guests = this.#pick(known, Math.ceil(size * 0.75));
    return [host, ...guests, ...this.#pick(others, size - 1 - guests.length)].slice(0, Math.max(1, size));
  }

  #meeting(day: string, people: readonly string[], nth?: number, series?: string): void {
    const key = `m ${series ?? this.records.length} ${nth ?? ''}`;
    this.#add({
      ...{ key, sort: 'meeting', channel: 'in-person', day },
      ...(nth === undefined ? {} : { nth }),
      participants: [
        { role: 'organiser', email: mine },
        ...people.map((email) => ({ role: 'attendee' as const, email })),
      ],
    });
  }

  #mail(day: string, people: readonly string[], bulk = false): void {
    const all = [mine, ...people];
    const from = Math.floor(this.#chance() * all.length);
    const participants = all.map((email, at): Participant => ({ role: at === from ? 'from' : 'to', email }));
    this.#add({
      ...{ key: `l ${this.records.length}`, sort: 'mail', channel: 'mail', day, participants },
      ...(bulk ? { bulk } : {}),
    });
  }

  #add(record: Omit<EncounterRecord, 'kind' | 'line'>): void {
    this.records.push({ kind: 'encounter', line: this.records.length + 1, ...record });
  }

  #day(): string {
    return addDays(first, Math.floor(this.#chance() * 364));
  }

  #pick(people: readonly string[], count: number): string[] {
    const left = [...people];
    const picked: string[] = [];
    while (picked.length < count && left.length > 0) {
      picked.push(...left.splice(Math.floor(this.#chance() * left.length), 1));
    }
    return picked;
  }
}
