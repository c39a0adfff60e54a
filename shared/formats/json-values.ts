/**
 * Some of the values of a JSON text, as it streams by: of a large file only what is wanted is ever held, one value at a
 * time, and what is damaged costs no more than itself. A text that no quotation mark ends is over where its line is,
 * since no text in JSON goes on to a second line; in files written over many lines everything behind is whole again.
 */
import { detectEncoding, joined } from './text';

/** Whoever looks for values. A place is the names on the way to it; `*` for what is in a list: `.people.*.name`. */
export interface JsonListener {
  /** Asked where a value begins, unless it is within one that is wanted. */
  wants(place: string): boolean;
  take(place: string, value: unknown, line: number): void;
  /** A wanted value that is no JSON, or is cut off, or is too long. */
  damaged(place: string, line: number): void;
}

interface Frame {
  readonly isList: boolean;
  readonly place: string;
  key: string;
  /** In an object: whether the name of the next value was read. */
  named: boolean;
}

interface Wanted {
  readonly place: string;
  readonly line: number;
  readonly depth: number;
  parts: Uint8Array[];
  size: number;
  broken: boolean;
}

const [lineFeed, quote, backslash, comma, colon] = [10, 34, 92, 44, 58];
const [openList, closeList, open, close] = [91, 93, 123, 125];
const deepest = 64;
const longestKey = 200;
const largestByDefault = 32 * 1024 * 1024;
const headSize = 1024;

export class JsonValues {
  readonly #listener: JsonListener;
  readonly #largest: number;
  readonly #decoder = new TextDecoder();
  readonly #encoder = new TextEncoder();
  #wide: TextDecoder | undefined;
  #head: Uint8Array | undefined = new Uint8Array(0);
  readonly #stack: Frame[] = [];
  #wanted: Wanted | undefined;
  /** Where in the slice the wanted value goes on. */
  #from = 0;
  #line = 1;
  #inText = false;
  #isKey = false;
  #escaped = false;
  #inWord = false;
  #key: number[] = [];
  #begun = false;
  #brokenAt: number | undefined;

  /** @param largest bytes of one value; longer ones are damaged */
  constructor(listener: JsonListener, largest = largestByDefault) {
    this.#listener = listener;
    this.#largest = largest;
  }

  push(bytes: Uint8Array): void {
    if (this.#head === undefined) {
      this.#feed(bytes);
      return;
    }
    this.#head = joined([this.#head, bytes.slice()]);
    if (this.#head.length >= headSize) this.#begin(this.#head);
  }

  /** @returns the line from which on nothing more could be read; undefined where the text is whole */
  end(): number | undefined {
    if (this.#head !== undefined) this.#begin(this.#head);
    if (this.#wide !== undefined) this.#read(this.#encoder.encode(this.#wide.decode()));
    if (this.#inWord) this.#over(0);
    const wanted = this.#wanted;
    if (wanted !== undefined) this.#listener.damaged(wanted.place, wanted.line);
    this.#wanted = undefined;
    if (this.#brokenAt !== undefined) return this.#brokenAt;
    return this.#begun && this.#stack.length === 0 && !this.#inText ? undefined : this.#line;
  }

  #begin(head: Uint8Array): void {
    this.#head = undefined;
    const { encoding, markLength } = detectEncoding(head);
    if (encoding !== 'utf-8') this.#wide = new TextDecoder(encoding);
    this.#feed(head.subarray(markLength));
  }

  #feed(bytes: Uint8Array): void {
    if (this.#wide === undefined) this.#read(bytes);
    else this.#read(this.#encoder.encode(this.#wide.decode(bytes, { stream: true })));
  }

  #read(bytes: Uint8Array): void {
    this.#from = 0;
    for (let at = 0; at < bytes.length && this.#brokenAt === undefined; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#inText) this.#within(byte, bytes, at);
      else {
        if (this.#inWord && endsWord(byte)) {
          this.#inWord = false;
          this.#over(at, bytes);
        }
        if (!this.#inWord) this.#outside(byte, bytes, at);
      }
      if (byte === lineFeed) this.#line += 1;
    }
    if (this.#brokenAt === undefined) this.#keep(bytes, bytes.length);
  }

  #within(byte: number, bytes: Uint8Array, at: number): void {
    if (byte === lineFeed) {
      if (this.#wanted !== undefined) this.#wanted.broken = true;
      this.#endText(bytes, at);
    } else if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#endText(bytes, at + 1);
    else if (this.#isKey && this.#key.length < longestKey) this.#key.push(byte);
  }

  #endText(bytes: Uint8Array, to: number): void {
    this.#inText = false;
    this.#escaped = false;
    const frame = this.#stack.at(-1);
    if (this.#isKey && frame !== undefined) {
      frame.key = String.fromCharCode(...this.#key);
      frame.named = true;
      this.#isKey = false;
      this.#key = [];
    } else this.#over(to, bytes);
  }

  #outside(byte: number, bytes: Uint8Array, at: number): void {
    const frame = this.#stack.at(-1);
    if (byte <= 32 || byte === colon) return;
    if (byte === comma) {
      if (frame !== undefined) frame.named = false;
    } else if (byte === close || byte === closeList) {
      if (frame?.isList !== (byte === closeList)) {
        this.#break();
        return;
      }
      this.#stack.pop();
      this.#over(at + 1, bytes);
    } else if (byte === quote) {
      this.#inText = true;
      this.#isKey = frame !== undefined && !frame.isList && !frame.named;
      if (!this.#isKey) this.#start(frame, at);
    } else {
      const place = this.#start(frame, at);
      if (byte !== open && byte !== openList) this.#inWord = true;
      else if (this.#stack.length >= deepest) this.#break();
      else this.#stack.push({ isList: byte === openList, place, key: '', named: false });
    }
  }

  /** A value begins. @returns its place, which does not matter within one that is wanted */
  #start(frame: Frame | undefined, at: number): string {
    this.#begun = true;
    if (this.#wanted !== undefined) return '';
    const place = frame === undefined ? '' : `${frame.place}.${frame.isList ? '*' : frame.key}`;
    if (!this.#listener.wants(place)) return place;
    const depth = this.#stack.length;
    this.#wanted = { place, line: this.#line, depth, parts: [], size: 0, broken: false };
    this.#from = at;
    return place;
  }

  /** A value is over. */
  #over(to: number, bytes?: Uint8Array): void {
    const wanted = this.#wanted;
    if (wanted?.depth !== this.#stack.length) return;
    if (bytes !== undefined) this.#keep(bytes, to);
    this.#wanted = undefined;
    const value = wanted.broken ? undefined : this.#parsed(wanted.parts);
    if (value === undefined) this.#listener.damaged(wanted.place, wanted.line);
    else this.#listener.take(wanted.place, value, wanted.line);
  }

  #parsed(parts: readonly Uint8Array[]): unknown {
    try {
      return JSON.parse(this.#decoder.decode(joined(parts)));
    } catch {
      return undefined; // said by whoever asked for it
    }
  }

  #keep(bytes: Uint8Array, to: number): void {
    const wanted = this.#wanted;
    if (wanted === undefined || to <= this.#from) return;
    wanted.size += to - this.#from;
    if (wanted.size > this.#largest) {
      wanted.broken = true;
      wanted.parts = [];
    } else if (!wanted.broken) wanted.parts.push(bytes.slice(this.#from, to));
    this.#from = to;
  }

  #break(): void {
    this.#brokenAt = this.#line;
    this.#inWord = false;
  }
}

function endsWord(byte: number): boolean {
  return byte <= 32 || byte === comma || byte === close || byte === closeList;
}
