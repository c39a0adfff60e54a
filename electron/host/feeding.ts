/** What the analysis of a page reads of the network, as a stream of messages to its service. */
import { feedTables } from '../../shared/analysis/feed';
import { feedMessages } from '../../shared/analysis/feed-messages';
import type { Result } from '../../shared/contract';
import type { JsonObject } from '../../shared/json';
import type { OpenNetwork } from '../../shared/model/network';
import { Picture } from './picture';
import { type Piece, Streams } from './streams';

/** Characters of JSON that a row of the feed takes, about. */
const rowWeight = 200;

export class Feeding {
  readonly #streams: Streams<JsonObject, { seq: number }>;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
  }

  async open(network: OpenNetwork, seq: number): Promise<string> {
    return this.#streams.open({ seq }, feedPieces(await Picture.take(network, feedTables), seq));
  }

  next(id: string): Result<'feed'> {
    const { stream, head, items, done } = this.#streams.next(id);
    return { stream, seq: head.seq, messages: [...items], done };
  }

  clear(): void {
    this.#streams.clear();
  }
}

function* feedPieces(network: OpenNetwork, seq: number): Generator<Piece<JsonObject>> {
  for (const message of feedMessages(network, seq)) {
    const rows = message.type === 'load' ? message.rows.length : 1;
    yield { item: { ...message }, weight: rows * rowWeight };
  }
}
