/** Who might care for something worth sharing, looked up over everybody beside other work. */
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import { whoCares } from '../../shared/sharing/who-cares';
import type { Clock } from './clock';
import type { Store } from './store/store';
import type { Writing } from './writing';

export interface SharingOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly writing: Pick<Writing, 'beside'>;
}

export function answerWhoCares(
  { store, clock, writing }: SharingOptions,
  { shareable, day, limit, ...asked }: Parsed<'whoCares'>,
): Promise<Result<'whoCares'>> {
  return writing.beside(() => {
    const { network } = store;
    const standing = shareable === undefined ? asked : network.get('shareables', shareable);
    if (standing === undefined) {
      throw new KithmapError('not-found', 'What was to be shared is no longer in your network.');
    }
    const matter = asked.title === '' ? standing : asked;
    const today = day ?? clock.today();
    const kept = shareable === undefined ? {} : { shareable };
    return whoCares(network, { matter, ...kept, today, locale: clock.locale, limit });
  });
}
