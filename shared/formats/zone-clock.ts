/**
 * The clocks of a zone: from what they show to the moment.
 * Moments are milliseconds since 1970 in UTC; what a clock shows is written as the moment at which one in UTC shows it.
 */

const quarter = 900_000;
const day = 86_400_000;
/** Moments and days that are remembered. */
const most = 50_000;

export class ZoneClock {
  readonly #format: Intl.DateTimeFormat;
  /** By the moment, which is a quarter of an hour: the finest step of any zone's clock. */
  readonly #offsets = new Map<number, number>();
  /** By the day of UTC. */
  readonly #days = new Map<number, number | 'changes'>();

  /** @param zone an IANA name that this runtime knows */
  constructor(zone: string) {
    this.#format = new Intl.DateTimeFormat('en', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** The moment at which clocks show this; where they show it twice, the first; where never, as if they had not been set. */
  momentOf(shown: number): number {
    const [before, after] = [this.#offsetAt(shown - day), this.#offsetAt(shown + day)];
    for (const offset of [before, after]) {
      if (this.#offsetAt(shown - offset) === offset) return shown - offset;
    }
    return shown - before;
  }

  /** What the clocks show at a moment. */
  shownAt(moment: number): number {
    return moment + this.#offsetAt(moment);
  }

  #offsetAt(moment: number): number {
    const at = Math.floor(moment / day);
    let whole = this.#days.get(at);
    if (whole === undefined) {
      // No zone sets its clocks twice within a day.
      const [first, last] = [this.#lookUp(at * day), this.#lookUp((at + 1) * day)];
      whole = first === last ? first : 'changes';
      if (this.#days.size >= most) this.#days.clear();
      this.#days.set(at, whole);
    }
    return whole === 'changes' ? this.#lookUp(Math.floor(moment / quarter) * quarter) : whole;
  }

  #lookUp(moment: number): number {
    const known = this.#offsets.get(moment);
    if (known !== undefined) return known;
    const parts = this.#format.formatToParts(new Date(moment));
    const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
    const shown = Date.UTC(
      part('year'),
      part('month') - 1,
      part('day'),
      part('hour'),
      part('minute'),
      part('second'),
    );
    if (this.#offsets.size >= most) this.#offsets.clear();
    this.#offsets.set(moment, shown - moment);
    return shown - moment;
  }
}
