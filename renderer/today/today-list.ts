/**
 * What Today shows, as the host answers it: the week's list, what is owed and promised, and how goals stand. Asked for while the screen
 * is looked at, and again after every edit; the last answer stays until the next is there.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { toErrorMessage } from '../../shared/errors';
import type { WeeksAnswer } from '../../shared/goals/answers';
import type { DueAnswer, WeekAnswer, WeekContact } from '../../shared/keeping/answers';
import { gathered } from '../network/gathered';
import type { Session } from '../network/session';

interface TodayState {
  readonly week?: WeekAnswer;
  readonly due?: DueAnswer;
  /** How the goals of a week stand. */
  readonly weeks?: WeeksAnswer;
  /** Why there is no answer, as a sentence. */
  readonly failed?: string;
  /** The card one is on. */
  readonly current?: string;
}

/** Milliseconds in which edits are gathered: short, for one looks at what was just done. */
const gatherFor = 40;

export class TodayList {
  readonly store: StoreApi<TodayState> = createStore<TodayState>(() => ({}));
  readonly #session: Session;
  #asked = 0;
  #end: (() => void) | undefined;

  constructor(session: Session) {
    this.#session = session;
  }

  static of(session: Session): TodayList {
    return session.keep(TodayList, () => new TodayList(session));
  }

  /** Keeps the answers true while somebody looks. @returns a function that ends it. */
  look(): () => void {
    const again = gathered(() => void this.ask(), gatherFor);
    const ends = [
      this.#session.replica.onChange(() => again.call()),
      this.#session.subscribe(({ type }) => {
        if (type === 'day' || type === 'reload') again.call();
      }),
      () => again.stop(),
    ];
    this.#end = () => {
      for (const end of ends) end();
    };
    void this.ask();
    return () => this.stop();
  }

  /** Its answers are kept true just now. */
  get isLooked(): boolean {
    return this.#end !== undefined;
  }

  stop(): void {
    this.#end?.();
    this.#end = undefined;
  }

  /** Only the answer to the last question counts. */
  async ask(): Promise<void> {
    const asked = ++this.#asked;
    const { host } = this.#session;
    try {
      const [week, due, weeks] = await Promise.all([
        host.call('week', {}),
        host.call('due', { limit: 0 }),
        host.call('weeks', {}),
      ]);
      if (asked === this.#asked) this.#show(week, due, weeks);
    } catch (error) {
      if (asked === this.#asked) this.store.setState({ failed: toErrorMessage(error).message });
    }
  }

  /** Goes to a card. */
  goTo(current: string | undefined): void {
    if (current !== this.store.getState().current) this.store.setState({ current });
  }

  /** Who stands on the list as a card, in its order. */
  get cards(): readonly WeekContact[] {
    return cardsOf(this.store.getState().week);
  }

  /** The card one is on. */
  get card(): WeekContact | undefined {
    const { current } = this.store.getState();
    return this.cards.find(({ id }) => id === current);
  }

  /** Where the card one was on is gone, the one that took its place is next. */
  #show(week: WeekAnswer, due: DueAnswer, weeks: WeeksAnswer): void {
    const { current } = this.store.getState();
    const cards = cardsOf(week);
    const at = this.cards.findIndex(({ id }) => id === current);
    const stays = cards.some(({ id }) => id === current);
    const next = stays ? current : (cards[Math.min(Math.max(at, 0), cards.length - 1)]?.id ?? undefined);
    this.store.setState({ week, due, weeks, current: next }, true);
  }
}

/** Those who are put off stand folded below, not among the cards. */
export function cardsOf(week: WeekAnswer | undefined): readonly WeekContact[] {
  return (week?.contacts ?? []).filter(({ state }) => state !== 'put-off');
}
