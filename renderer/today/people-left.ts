/**
 * How many people of the week are left to be in touch with, for the rail: from the list of Today where that is looked
 * at, else asked for when the window is idle, and again some time after an edit that may change it.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { WeekAnswer } from '../../shared/keeping/answers';
import type { TableName } from '../../shared/model/table-names';
import { gathered } from '../network/gathered';
import type { Session } from '../network/session';
import { cardsOf, TodayList } from './today-list';

interface Left {
  /** Undefined until it is known. */
  readonly left?: number;
}

/** What brings somebody onto the list, or takes them off. */
const tables: ReadonlySet<TableName> = new Set<TableName>([
  'contacts',
  'interactions',
  'commitments',
  'owedReplies',
  'snoozes',
  'pauses',
  'stays',
  'trips',
  'settings',
]);

/** Milliseconds after the network is there: drawing comes first. */
const firstAfter = 3_000;
/** Milliseconds in which edits are gathered. */
const gatherFor = 1_500;

export class PeopleLeft {
  readonly store: StoreApi<Left> = createStore<Left>(() => ({}));
  readonly #session: Session;
  readonly #list: TodayList;
  readonly #ends: (() => void)[];
  #asked = 0;

  constructor(session: Session, wait = { first: firstAfter, next: gatherFor }) {
    this.#session = session;
    this.#list = TodayList.of(session);
    const first = gathered(() => void this.#ask(), wait.first);
    const again = gathered(() => void this.#ask(), wait.next);
    const { replica } = session;
    const begin = (): void => {
      if (replica.state.getState().kind === 'ready') first.call();
    };
    this.#ends = [
      this.#list.store.subscribe(({ week }) => {
        // What was asked for before is older than this.
        this.#asked++;
        this.#take(week);
      }),
      replica.state.subscribe(begin),
      replica.onChange(({ patches }) => {
        if (patches.some(({ table }) => tables.has(table))) again.call();
      }),
      session.subscribe(({ type }) => {
        if (type === 'day' || type === 'reload') again.call();
      }),
      () => first.stop(),
      () => again.stop(),
    ];
    begin();
  }

  static of(session: Session): PeopleLeft {
    return session.keep(PeopleLeft, () => new PeopleLeft(session));
  }

  stop(): void {
    for (const end of this.#ends) end();
  }

  /** The rail is no place for a failure: Today says it. */
  async #ask(): Promise<void> {
    if (this.#list.isLooked) return;
    const asked = ++this.#asked;
    try {
      const week = await this.#session.host.call('week', { glance: true });
      if (asked === this.#asked) this.#take(week);
    } catch {
      this.store.setState({}, true);
    }
  }

  #take(week: WeekAnswer | undefined): void {
    if (week === undefined) return;
    this.store.setState({ left: cardsOf(week).filter(({ state }) => state === 'open').length });
  }
}
