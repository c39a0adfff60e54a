/** Asking and offering, answered from the network as it is: what goes over everybody goes beside other work. */
import type { Result } from '../../shared/contract';
import { askedOf } from '../../shared/asking/asked';
import { readinessOf } from '../../shared/asking/readiness';
import { whoCanHelp } from '../../shared/asking/who-can-help';
import { whoKnows } from '../../shared/asking/who-knows';
import { KithmapError } from '../../shared/errors';
import type { Speaking } from '../../shared/keeping/names';
import { limitOf, loadOf } from '../../shared/load/load';
import { toldLoad } from '../../shared/load/say-load';
import type { Clock } from './clock';
import type { Store } from './store/store';
import type { Writing } from './writing';

export interface AskingOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly writing: Pick<Writing, 'beside'>;
}

export class AskingAnswers {
  readonly #options: AskingOptions;

  constructor(options: AskingOptions) {
    this.#options = options;
  }

  whoCanHelp(need: string, limit: number): Promise<Result<'whoCanHelp'>> {
    return this.#options.writing.beside(() => whoCanHelp(this.#speaking(), need, limit));
  }

  whoKnows(): Promise<Result<'whoKnows'>> {
    return this.#options.writing.beside(() => whoKnows(this.#speaking()));
  }

  readiness(contact: string): Result<'readiness'> {
    const readiness = readinessOf(this.#speaking(), contact);
    if (readiness !== undefined) return readiness;
    throw new KithmapError('not-found', 'There is nobody to ask here: choose somebody else in your network.');
  }

  asked(): Result<'asked'> {
    return askedOf(this.#speaking());
  }

  /** Of those alone of whom anything is on record. */
  load(contacts: readonly string[]): Result<'load'> {
    const speaking = this.#speaking();
    const { network, today } = speaking;
    const loads = [...new Set(contacts)]
      .map((contact) => loadOf(network, contact, today))
      .filter(({ asks }) => asks.length > 0);
    return { limit: limitOf(network), loads: loads.map((load) => toldLoad(speaking, load)) };
  }

  #speaking(): Speaking {
    const { store, clock } = this.#options;
    return { network: store.network, today: clock.today(), locale: clock.locale };
  }
}
