/** What of a calendar brings nothing, by reason: one sentence each at the end, with how many there are. */
import { many } from '../words';
import { noteAt, passedOverAt } from './findings';
import type { Finding } from './record';

/** Why, and how it is said of one and of several. */
const sentences = {
  nobody: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'names' : 'name'} nobody who took part, and so ${n === 1 ? 'says' : 'say'} nothing about people; left out.`,
  cancelled: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'was' : 'were'} called off, so nobody met; left out.`,
  answers: (n: number) =>
    `${many(n, 'answer', 'answers')} to ${n === 1 ? 'an invitation is no meeting' : 'invitations are no meetings'}; left out.`,
  others: (n: number) =>
    `${many(n, 'task, journal entry or list of free times', 'tasks, journal entries or lists of free times')} left out: Kithmap reads events.`,
  own: (n: number) => `${many(n, 'reminder', 'reminders')} that Kithmap wrote itself left out.`,
  repeated: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'stands' : 'stand'} in the file more than once; the copy that was changed last counts.`,
  uncounted: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'comes' : 'come'} back by a rule that cannot be counted; only the first time of ${n === 1 ? 'it' : 'each'} was taken.`,
  shortened: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'comes' : 'come'} back more often than is counted; the last times of ${n === 1 ? 'it' : 'each'} up to a year from now were taken, 1,000 at most.`,
  stray: (n: number) =>
    `${many(n, 'line', 'lines')} ${n === 1 ? 'is' : 'are'} no part of an event that can be read; left out.`,
  open: (n: number) =>
    `${many(n, 'event', 'events')} ${n === 1 ? 'has' : 'have'} no end (END:VEVENT) and ${n === 1 ? 'was' : 'were'} read as far as ${n === 1 ? 'it goes' : 'they go'}.`,
} as const;
type Reason = keyof typeof sentences;
/** Of these nothing is read. */
const passedOver: readonly Reason[] = ['nobody', 'cancelled', 'answers', 'others', 'own', 'repeated'];

export class CalendarTally {
  readonly #counts = new Map<Reason, { line: number; count: number }>();
  readonly #zones = new Map<string, { line: number; count: number }>();

  count(reason: Reason, line: number): void {
    raise(this.#counts, reason, line);
  }

  /** An event in a zone that nobody knows. */
  countZone(zone: string, line: number): void {
    if (this.#zones.has(zone) || this.#zones.size < 20) raise(this.#zones, zone, line);
  }

  findings(): Finding[] {
    const counts = [...this.#counts].map(([reason, { line, count }]) => {
      const sentence = sentences[reason](count);
      return passedOver.includes(reason) ? passedOverAt(line, sentence, count) : noteAt(line, sentence);
    });
    const zones = [...this.#zones].map(([zone, { line, count }]) =>
      noteAt(
        line,
        `The zone "${zone.slice(0, 60)}" is not known; the times of ${many(count, 'meeting', 'meetings')} were read as if they were yours.`,
      ),
    );
    return [...counts, ...zones];
  }
}

function raise<K>(counts: Map<K, { line: number; count: number }>, key: K, line: number): void {
  const known = counts.get(key);
  if (known === undefined) counts.set(key, { line, count: 1 });
  else known.count += 1;
}
