/**
 * A state that is made from the network when somebody asks first, and follows every edit from then on. Computing all
 * of it is a look beside the writes (`Writing.beside`).
 */
import type { EditEvent } from '../../shared/contract';
import type { Patch } from '../../shared/model/patch';
import type { Steps } from '../../shared/steps';
import type { Day } from '../../shared/time';
import type { Store } from './store/store';
import type { Writing } from './writing';

export interface Following {
  /** An edit was made to the network. */
  changed(patches: readonly Patch[]): void;
  /** Everything is computed anew when it is asked for next. */
  forget(): void;
  /** Whether a day can be answered for at once. */
  isReady(day: Day): boolean;
  /** Computes what a day is answered from; left half done where the network changes meanwhile. */
  prepare(day: Day): Steps<void>;
}

export interface LiveOptions {
  readonly store: Pick<Store, 'network'>;
  readonly writing: Pick<Writing, 'seq' | 'beside'>;
}

export class Live<T extends Following> {
  readonly #options: LiveOptions;
  readonly #make: (network: Store['network']) => T;
  #made: { readonly state: T; readonly network: Store['network'] } | undefined;
  #seq = 0;

  constructor(options: LiveOptions, make: (network: Store['network']) => T) {
    this.#options = options;
    this.#make = make;
  }

  /** A gap in the numbers stands for more edits than are at hand. */
  heard({ seq, patches }: EditEvent): void {
    if (this.#made === undefined) return;
    if (seq === this.#seq + 1) this.#made.state.changed(patches);
    else this.#made.state.forget();
    this.#seq = seq;
  }

  /** The network was replaced, or changed in ways that no edit told of. */
  renew(): void {
    this.#made = undefined;
  }

  /** The state, ready for a day. */
  async at(day: Day): Promise<T> {
    const state = this.#current();
    return state.isReady(day) ? state : this.#options.writing.beside(() => this.#ready(day));
  }

  /** What is worked out in steps from the state, ready for a day. */
  over<R>(day: Day, work: (state: T) => Steps<R>): Promise<R> {
    return this.#options.writing.beside(() => followed(this.#ready(day), work));
  }

  *#ready(day: Day): Steps<T> {
    const state = this.#current();
    if (!state.isReady(day)) yield* state.prepare(day);
    return state;
  }

  #current(): T {
    const { store, writing } = this.#options;
    if (this.#made === undefined || this.#made.network !== store.network) {
      this.#made = { state: this.#make(store.network), network: store.network };
      this.#seq = writing.seq;
    }
    return this.#made.state;
  }
}

function* followed<T, R>(first: Steps<T>, then: (found: T) => Steps<R>): Steps<R> {
  return yield* then(yield* first);
}
