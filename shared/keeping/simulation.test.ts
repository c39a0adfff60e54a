/** Sixty weeks of a person who does three fifths of what the list says: whom does it lose? */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Random, seededRandom } from '../analysis/random';
import { addDays, type Day, daysBetween } from '../time';
import { lookedAt, planOf, TestNetwork } from './keeping.testing';
import { ShownWeeks } from './shown-weeks';

const start = '2026-01-05';
const weeks = 60;
const share = 0.6;

interface Person {
  readonly id: string;
  readonly cadence: number;
  last: Day;
  /** Weeks since they fell due, and in how many of them they were on the list. */
  dueFor: number;
  shown: number;
  running: number;
}

interface Story {
  /** The longest that anybody waited, in cadences. */
  longest: number;
  /** Of those who waited over two cadences, the smallest share of weeks on the list since they fell due. */
  leastShown: number;
  mostRunning: number;
  mostPeople: number;
  heldEachWeek: boolean;
}

/** People whose cadences together ask for no more than a share of what the user does in a week. */
function makePeople(
  test: TestNetwork,
  perWeek: number,
  cadences: readonly number[],
  random: Random,
): Person[] {
  const people: Person[] = [];
  let asked = 0;
  for (;;) {
    const cadence = cadences[random.below(cadences.length)]!;
    asked += 7 / cadence;
    if (asked > perWeek) return people;
    const id = `p${people.length}`;
    const last = addDays(start, -1 - random.below(cadence));
    test.contact(id, { cadenceDays: cadence });
    test.call(id, last);
    people.push({ id, cadence, last, dueFor: 0, shown: 0, running: 0 });
  }
}

function live(
  seed: number,
  limit: number,
  load: number,
  cadences: readonly number[],
  choose: (names: readonly string[], random: Random) => readonly string[],
): Story {
  const test = new TestNetwork();
  const random = seededRandom(seed);
  test.settings({ weeklyLimit: limit });
  const shown = new ShownWeeks();
  const people = makePeople(test, load * share * limit, cadences, random);
  const story = { longest: 0, leastShown: 1, mostRunning: 0, mostPeople: 0, heldEachWeek: true };
  const look = (person: Person, day: Day): void => {
    const waited = daysBetween(person.last, day) / person.cadence;
    story.longest = Math.max(story.longest, waited);
    if (waited > 2) story.leastShown = Math.min(story.leastShown, person.shown / person.dueFor);
  };
  for (let week = 0; week < weeks; week++) {
    const monday = addDays(start, 7 * week);
    const names = lookedAt(test.network, monday, shown);
    story.heldEachWeek &&= planOf(test.network, monday, shown).capacity.holds;
    story.mostPeople = Math.max(story.mostPeople, names.length);
    const done = new Set(choose(names, random).slice(0, Math.ceil(share * names.length)));
    for (const person of people) {
      const shown = names.includes(person.id);
      if (shown || daysBetween(person.last, addDays(monday, 6)) >= person.cadence) person.dueFor++;
      if (shown) person.shown++;
      if (done.has(person.id)) {
        const day = addDays(monday, random.below(7));
        look(person, day);
        test.call(person.id, day);
        Object.assign(person, { last: day, dueFor: 0, shown: 0, running: 0 });
      } else {
        person.running = shown ? person.running + 1 : 0;
        story.mostRunning = Math.max(story.mostRunning, person.running);
      }
    }
  }
  for (const person of people) look(person, addDays(start, 7 * weeks - 1));
  return story;
}

const seeds = fc.integer({ min: 1, max: 1_000_000 });
const limits = fc.integer({ min: 3, max: 8 });
const runs = { numRuns: 25 };

describe('sixty weeks of somebody who does 60 % of the list', () => {
  it('keeps nobody waiting for more than two cadences where the limit can hold them, from the top down', () => {
    fc.assert(
      fc.property(seeds, limits, (seed, limit) => {
        const story = live(seed, limit, 0.75, [14, 30, 60, 90, 180, 365], (names) => names);
        expect(story.heldEachWeek).toBe(true);
        expect(story.longest).toBeLessThanOrEqual(2);
        expect(story.mostRunning).toBeLessThanOrEqual(2);
        expect(story.mostPeople).toBeLessThanOrEqual(limit);
      }),
      runs,
    );
  });

  it('offers whoever waits longer, because they were passed over at random, in two weeks of three', () => {
    fc.assert(
      fc.property(seeds, limits, (seed, limit) => {
        const story = live(seed, limit, 0.75, [14, 30, 90, 365], (names, random) =>
          names
            .map((name) => ({ name, at: random.next() }))
            .sort((a, b) => a.at - b.at)
            .map(({ name }) => name),
        );
        expect(story.leastShown).toBeGreaterThanOrEqual(0.5);
        expect(story.mostRunning).toBeLessThanOrEqual(2);
        expect(story.mostPeople).toBeLessThanOrEqual(limit);
      }),
      runs,
    );
  });

  it('holds the limit and gives rest where the limit cannot hold the cadences, and says so', () => {
    fc.assert(
      fc.property(seeds, limits, (seed, limit) => {
        const story = live(seed, limit, 4, [7, 14, 30], (names) => names);
        expect(story.heldEachWeek).toBe(false);
        expect(story.mostRunning).toBeLessThanOrEqual(2);
        expect(story.mostPeople).toBe(limit);
      }),
      { ...runs, numRuns: 15 },
    );
  });
});
