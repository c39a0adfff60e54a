/**
 * Going through guessed ties: which are asked about, which were put off, how many were answered. What is open shows in
 * the page's copy of the network, so that an undo brings a pair back by itself.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Guess } from '../../../shared/guesses/answers';
import type { Session } from '../../network/session';

export interface GuessesState {
  /** The group that is gone through; `between` for pairs of different groups; without it, all. */
  readonly group?: string | undefined;
  /** What the host named last, in its order. */
  readonly named: readonly Guess[];
  /** Ties that were put off, until somebody wants to see them again. */
  readonly putOff: readonly string[];
  /** Ties that were answered since the screen was opened first. */
  readonly answered: readonly string[];
  /** The last answer in words, and of which tie. */
  readonly last?: { readonly tie: string; readonly words: string } | undefined;
  /** Ties whose answer is on its way. */
  readonly underWay: readonly string[];
}

const begun: GuessesState = { named: [], putOff: [], answered: [], underWay: [] };

export type Verdict = 'yes' | 'no' | 'later';

export class GuessQueue {
  readonly store: StoreApi<GuessesState> = createStore<GuessesState>(() => begun);
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  static of(session: Session): GuessQueue {
    return session.keep(GuessQueue, () => new GuessQueue(session));
  }

  stop(): void {
    this.store.setState(begun, true);
  }

  /** The pair that is asked about. */
  current(): Guess | undefined {
    const { named, putOff, underWay } = this.store.getState();
    return named.find(({ tie }) => this.#isOpen(tie) && !putOff.includes(tie) && !underWay.includes(tie));
  }

  /** How many of those answered still are: an undo takes one out. */
  answered(): number {
    return this.store.getState().answered.filter((tie) => !this.#isOpen(tie)).length;
  }

  choose(group: string | undefined): void {
    this.store.setState({ group, named: [] });
  }

  name(named: readonly Guess[]): void {
    this.store.setState({ named });
  }

  /** Those that were put off are asked about again. */
  takeUp(): void {
    this.store.setState({ putOff: [] });
  }

  async say(verdict: Verdict): Promise<void> {
    const guess = this.current();
    if (guess === undefined) return;
    const { tie, a, b } = guess;
    if (verdict === 'later') {
      this.store.setState(({ putOff }) => ({ putOff: [...putOff, tie] }));
      return;
    }
    this.store.setState(({ underWay }) => ({ underWay: [...underWay, tie] }));
    // It is said beside the next pair: toasts of quick answers would pile up over it.
    const answer =
      verdict === 'yes'
        ? await this.#session.tell('tie.confirm', { id: tie })
        : await this.#session.tell('tie.deny', { ids: [tie] });
    const words = `${a.name} and ${b.name} ${verdict === 'yes' ? 'know' : 'do not know'} each other.`;
    this.store.setState(({ underWay, answered, last }) => ({
      underWay: underWay.filter((id) => id !== tie),
      answered: answer === undefined || answered.includes(tie) ? answered : [...answered, tie],
      last: answer === undefined ? last : { tie, words },
    }));
  }

  /** The last answer in words, while it stands. */
  lastSaid(): string | undefined {
    const { last } = this.store.getState();
    return last === undefined || this.#isOpen(last.tie) ? undefined : last.words;
  }

  #isOpen(tie: string): boolean {
    return this.#session.replica.network.get('ties', tie)?.state === 'inferred';
  }
}
