/**
 * The network in another form, as a stream of texts. Confidential texts have no way into it. It is written in whole
 * while nothing changes, so that it never tells of a tie to somebody who is no longer there, and then handed out.
 */
import { setImmediate } from 'node:timers/promises';
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { writeCsv } from '../../shared/formats/write-csv';
import { writeGraphML } from '../../shared/formats/write-graphml';
import { writeJson } from '../../shared/formats/write-json';
import { writeVCards } from '../../shared/formats/write-vcard';
import type { OpenNetwork } from '../../shared/model/network';
import { type Piece, sliceLimits, Streams } from './streams';

type Format = Parsed<'export'>['format'];

const writers: { readonly [F in Format]: (network: OpenNetwork) => Iterable<string> } = {
  json: writeJson,
  vcard: writeVCards,
  csv: writeCsv,
  graphml: writeGraphML,
};

export class Exports {
  readonly #streams: Streams<string, undefined>;
  readonly #elapsed: () => number;

  constructor(newId: () => string, elapsed: () => number) {
    this.#streams = new Streams(newId, elapsed);
    this.#elapsed = elapsed;
  }

  async open(network: OpenNetwork, format: Format): Promise<string> {
    const pieces: Piece<string>[] = [];
    let begin = this.#elapsed();
    for (const item of writers[format](network)) {
      pieces.push({ item, weight: item.length });
      if (this.#elapsed() - begin < sliceLimits.work) continue;
      await setImmediate();
      begin = this.#elapsed();
    }
    return this.#streams.open(undefined, pieces);
  }

  next(id: string): Result<'export'> {
    const { stream, items, done } = this.#streams.next(id);
    return { stream, text: items.join(''), done };
  }

  clear(): void {
    this.#streams.clear();
  }
}
