/**
 * Going through guessed ties: which are asked about, which were put off, how many were answered. What is open and what
 * rests shows in the page's copy of the network, so that an undo brings a pair back by itself.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Arguments } from '../../../shared/contract';
import type { Guess } from '../../../shared/guesses/answers';
import type { JsonObject } from '../../../shared/json';
import { putOffTies } from '../../../shared/put-off';
import type { Session } from '../../network/session';

export interface GuessesState {
  /** The group that is gone through; `between` for pairs of different groups; without it, all. */
  readonly group?: string | undefined;
  /** What the host named last, in its order. */
  readonly named: readonly Guess[];
  /** Those about which one was not sure are asked about, too. */
  readonly again: boolean;
  /** Those of them about which one still is not sure. */
  readonly putOff: readonly string[];
  /** Ties that were answered since the screen was opened first. */
  readonly answered: readonly string[];
  /** The last answer in words, and of which tie. */
  readonly last?: { readonly tie: string; readonly words: string } | undefined;
  /** Ties whose answer is on its way. */
  readonly underWay: readonly string[];
}

const begun: GuessesState = { named: [], again: false, putOff: [], answered: [], underWay: [] };

export type Verdict = 'yes' | 'no' | 'later';

const commands: Readonly<Record<Verdict, (tie: string) => readonly [string, JsonObject]>> = {
  yes: (tie) => ['tie.confirm', { id: tie }],
  no: (tie) => ['tie.deny', { ids: [tie] }],
  later: (tie) => ['tie.later', { ids: [tie] }],
};
const said: Readonly<Record<Verdict, (a: string, b: string) => string>> = {
  yes: (a, b) => `${a} and ${b} know each other.`,
  no: (a, b) => `${a} and ${b} do not know each other.`,
  later: (a, b) => `${a} and ${b} are left for later.`,
};

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
    const { named, again, putOff, underWay } = this.store.getState();
    const resting = this.#resting();
    const isLater = (tie: string): boolean => resting.has(tie) && (!again || putOff.includes(tie));
    return named.find(({ tie }) => this.#isOpen(tie) && !isLater(tie) && !underWay.includes(tie));
  }

  /** How many of those answered still are: an undo takes one out. */
  answered(): number {
    return this.store.getState().answered.filter((tie) => !this.#isOpen(tie)).length;
  }

  /** What the host is asked for. */
  asked(): Pick<Arguments<'guesses'>, 'group' | 'again' | 'without'> {
    const { group, again, putOff } = this.store.getState();
    return { ...(group === undefined ? {} : { group }), again, without: again ? [...putOff] : [] };
  }

  choose(group: string | undefined): void {
    this.store.setState({ group, named: [], again: false, putOff: [] });
  }

  name(named: readonly Guess[]): void {
    this.store.setState({ named });
  }

  /** Those that were put off are asked about again. */
  takeUp(): void {
    this.store.setState({ again: true, putOff: [] });
  }

  async say(verdict: Verdict): Promise<void> {
    const guess = this.current();
    if (guess === undefined) return;
    const { tie, a, b } = guess;
    this.store.setState(({ underWay }) => ({ underWay: [...underWay, tie] }));
    // It is said beside the next pair: toasts of quick answers would pile up over it.
    const [command, args] = commands[verdict](tie);
    const answer = await this.#session.tell(command, args);
    const words = said[verdict](a.name, b.name);
    this.store.setState(({ underWay, answered, putOff, last }) => ({
      underWay: underWay.filter((id) => id !== tie),
      answered: answer === undefined || answered.includes(tie) ? answered : [...answered, tie],
      putOff: answer === undefined || verdict !== 'later' ? putOff : [...putOff, tie],
      last: answer === undefined ? last : { tie, words },
    }));
  }

  /** The last answer in words, while it stands. */
  lastSaid(): string | undefined {
    const { last } = this.store.getState();
    if (last === undefined) return undefined;
    return this.#isOpen(last.tie) && !this.#resting().has(last.tie) ? undefined : last.words;
  }

  #resting(): ReadonlySet<string> {
    const { replica, state } = this.#session;
    return putOffTies(replica.network, state.getState().today);
  }

  #isOpen(tie: string): boolean {
    return this.#session.replica.network.get('ties', tie)?.state === 'inferred';
  }
}
