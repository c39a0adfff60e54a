/** Staying in touch, answered from live states that follow every edit; made when somebody asks first. */
import type { EditEvent, Result } from '../../shared/contract';
import { WeekCounts } from '../../shared/goals/week-counts';
import type { Page } from '../../shared/keeping/answer-due';
import { sayDigest } from '../../shared/keeping/digest';
import { Keeping } from '../../shared/keeping/keeping';
import { ShownWeeks } from '../../shared/keeping/shown-weeks';
import type { Day } from '../../shared/time';
import type { Clock } from './clock';
import { Live, type LiveOptions } from './live';
import type { Store } from './store/store';
import type { SideFile } from './side-file';

export interface KeepingOptions extends LiveOptions {
  readonly store: Store;
  readonly clock: Clock;
  /** Where it stays who was on a list; otherwise it is forgotten at the end. */
  readonly shown?: SideFile | undefined;
}

export class KeepingAnswers {
  readonly #options: KeepingOptions;
  readonly #keeping: Live<Keeping>;
  readonly #counts: Live<WeekCounts>;
  #shown = new ShownWeeks();
  #reading: Promise<void> | undefined;
  #writing: Promise<void> = Promise.resolve();

  constructor(options: KeepingOptions) {
    const { locale } = options.clock;
    this.#options = options;
    this.#keeping = new Live(options, (network) => new Keeping(network, locale, this.#shown));
    this.#counts = new Live(options, (network) => new WeekCounts(network, locale));
  }

  /** @param glance nobody looks at the list: it does not count as seen */
  async week(day: Day | undefined, glance = false): Promise<Result<'week'>> {
    const today = this.#options.clock.today();
    const keeping = await this.#ready(day ?? today);
    const answer = keeping.week(day ?? today);
    // A look at another week is no look at its list.
    const isLooked = !glance && answer.from <= today && today <= answer.to;
    if (isLooked && keeping.looked(answer)) await this.#write();
    return answer;
  }

  async due(day: Day | undefined, page: Page): Promise<Result<'due'>> {
    const asked = day ?? this.#options.clock.today();
    return (await this.#ready(asked)).due(asked, page);
  }

  async weeks(day: Day | undefined): Promise<Result<'weeks'>> {
    const asked = day ?? this.#options.clock.today();
    return (await this.#counts.at(asked)).answer(asked);
  }

  /** Whoever is named in the digest was on a list that somebody saw. */
  async digest(hour: number): Promise<Result<'digest'>> {
    const { store, clock } = this.#options;
    const chosen = store.network.get('settings', 'settings')?.digestHour;
    if (chosen === undefined || hour < chosen) return { due: false };
    const [week, { promises }] = [await this.week(undefined), await this.due(undefined, nobody)];
    const text = sayDigest(week, promises, clock.locale);
    return { due: true, ...(text === undefined ? {} : { text }) };
  }

  heard(edit: EditEvent): void {
    this.#keeping.heard(edit);
    this.#counts.heard(edit);
  }

  /** Nothing that is kept beside the network names these any more. */
  async forget(gone: ReadonlySet<string>): Promise<void> {
    this.#reading ??= this.#read();
    await this.#reading;
    this.#shown.forget(gone);
    await this.#write();
  }

  renew(): void {
    this.#keeping.renew();
    this.#counts.renew();
  }

  async #ready(day: Day): Promise<Keeping> {
    this.#reading ??= this.#read();
    await this.#reading;
    return this.#keeping.at(day);
  }

  async #read(): Promise<void> {
    this.#shown = ShownWeeks.from(await this.#options.shown?.read());
  }

  /** One after another, each with all that is known by then. */
  async #write(): Promise<void> {
    const { store, shown } = this.#options;
    if (shown === undefined || store.readOnly !== undefined) return;
    this.#writing = this.#writing.then(() => shown.write(this.#shown.toText()));
    await this.#writing;
  }
}

const nobody: Page = { offset: 0, limit: 0 };
