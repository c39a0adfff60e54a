/**
 * The records of one file of an import until they are compared with the network: as text in bytes, which takes a fourth
 * of the memory that they take as values, so that hundreds of thousands of them can wait.
 */
import { KithmapError } from '../../shared/errors';
import type { ImportItem } from '../../shared/formats/record';
import { parseItems } from '../../shared/imports/index';
import type { Steps } from '../../shared/steps';

export class StagedItems {
  readonly #pieces: Buffer[] = [];
  #count = 0;

  get count(): number {
    return this.#count;
  }

  /** @param text a list of records in JSON. */
  add(text: string, count: number): void {
    this.#pieces.push(Buffer.from(text));
    this.#count += count;
  }

  /** All of them as values, piece by piece. */
  *read(): Steps<ImportItem[]> {
    const all: ImportItem[] = [];
    for (const piece of this.#pieces) {
      const values: unknown = JSON.parse(piece.toString());
      if (!Array.isArray(values))
        throw new KithmapError('internal', 'What was staged is no list of records.');
      for (const item of parseItems(values)) all.push(item);
      yield;
    }
    return all;
  }
}
