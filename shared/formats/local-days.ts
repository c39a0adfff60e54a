/** Moments of one file as days in the user's zone, each quarter of an hour looked up once. */
import { isDay } from '../time';

export class LocalDays {
  readonly #format: Intl.DateTimeFormat;
  /** Days by quarter of an hour, the finest step of any zone's clock. */
  readonly #known = new Map<number, string>();

  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
  }

  /** @returns undefined beyond what a calendar holds. */
  of(milliseconds: number): string | undefined {
    if (!(Math.abs(milliseconds) < 8e15)) return undefined;
    const quarter = Math.floor(milliseconds / 900_000);
    const known = this.#known.get(quarter);
    if (known !== undefined) return known;
    const parts = this.#format.formatToParts(new Date(milliseconds));
    const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
    const day = `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
    if (!isDay(day)) return undefined;
    if (this.#known.size >= 50_000) this.#known.clear();
    this.#known.set(quarter, day);
    return day;
  }
}
