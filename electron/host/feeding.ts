/** What the analysis of a page reads of the network, as a stream of messages to its service. */
import type { Result } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import type { JsonObject } from '../../shared/json';
import type { OpenNetwork } from '../../shared/model/network';
import { Streams } from './streams';

export class Feeding {
  readonly #streams: Streams<JsonObject, { seq: number }>;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
  }

  open(network: OpenNetwork, seq: number): string {
    void [network, seq];
    throw new KithmapError('unavailable', 'The analysis cannot be fed yet.');
  }

  next(id: string): Result<'feed'> {
    const { stream, head, items, done } = this.#streams.next(id);
    return { stream, seq: head.seq, messages: [...items], done };
  }

  clear(): void {
    this.#streams.clear();
  }
}
