/** From the bytes of a file to its text, piece by piece, where its lines do not matter. */
import { detectEncoding, joined } from './text';

/** What the beginning of a file says of its letters: the label of an encoding, and how many bytes mark it. */
export interface Letters {
  readonly encoding: string;
  readonly markLength: number;
}

/** Bytes that are held back to see in which letters they are. */
const headSize = 1024;

/** The same bytes give the same text however they are sliced. */
export class TextStream {
  readonly #lettersOf: (head: Uint8Array) => Letters;
  #head: Uint8Array | undefined = new Uint8Array(0);
  #decoder = new TextDecoder('utf-8');

  /** @param lettersOf may throw, for letters that are not known */
  constructor(lettersOf: (head: Uint8Array) => Letters = detectEncoding) {
    this.#lettersOf = lettersOf;
  }

  push(bytes: Uint8Array): string {
    if (this.#head === undefined) return this.#decoder.decode(bytes, { stream: true });
    this.#head = joined([this.#head, bytes.slice()]);
    return this.#head.length < headSize ? '' : this.#begin(this.#head);
  }

  end(): string {
    const begun = this.#head === undefined ? '' : this.#begin(this.#head);
    return begun + this.#decoder.decode();
  }

  #begin(head: Uint8Array): string {
    this.#head = undefined;
    const { encoding, markLength } = this.#lettersOf(head);
    this.#decoder = new TextDecoder(encoding);
    return this.#decoder.decode(head.subarray(markLength), { stream: true });
  }
}
