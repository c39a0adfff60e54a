/** The network in another form, as a stream of texts. Confidential texts have no way into it. */
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import type { OpenNetwork } from '../../shared/model/network';
import type { Clock } from './clock';
import { Streams } from './streams';

export class Exports {
  readonly #streams: Streams<string, undefined>;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
  }

  open(network: OpenNetwork, format: Parsed<'export'>['format'], clock: Clock): string {
    void [network, format, clock];
    throw new KithmapError('unavailable', 'Kithmap cannot write this format yet.');
  }

  next(id: string): Result<'export'> {
    const { stream, items, done } = this.#streams.next(id);
    return { stream, text: items.join(''), done };
  }

  clear(): void {
    this.#streams.clear();
  }
}
