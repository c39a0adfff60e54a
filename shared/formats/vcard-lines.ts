/**
 * The properties of a vCard file as they stand in it: physical lines joined where they were folded or softly
 * broken, then cut into group, name, parameters and the raw bytes of the value (their charset is known only from
 * the parameters). Tolerates what programs of the last thirty years write (vCard 2.1, RFC 2426, RFC 6350).
 */
import { type ByteLine, joined, LineDecoder } from './text';

export interface Property {
  /** The line it begins on, from 1. */
  readonly line: number;
  /** `item1` of `item1.TEL`, lower-cased. */
  readonly group?: string;
  /** Upper-cased. */
  readonly name: string;
  /** Names upper-cased; several values of one name stand one after the other. */
  readonly params: readonly (readonly [name: string, value: string])[];
  readonly value: Uint8Array;
  /** True where the property was longer than is kept. */
  readonly cut: boolean;
}

/** A line outside all folding that is no property: it has no colon or no name. */
export interface StrayLine {
  readonly line: number;
  readonly stray: true;
}

const longestProperty = 1024 * 1024;
/** Of pictures and keys no more is kept than shows that they were there. */
const longestBinary = 1024;
const [tab, space, colon, equals, quote, semicolon] = [9, 32, 58, 61, 34, 59];

interface Open {
  readonly line: number;
  parts: Uint8Array[];
  size: number;
  cut: boolean;
  /** Whether its last physical line ended with `=`. */
  equals: boolean;
  coding: Coding | undefined;
}

/** Joins physical lines and cuts them into properties. */
export class PropertyLines {
  /** For names and parameters; a value is decoded by whoever knows its charset. */
  readonly #decoder = new LineDecoder();
  #current: Open | undefined;

  push(line: ByteLine): (Property | StrayLine)[] {
    const { bytes } = line;
    const current = this.#current;
    if (current === undefined) return this.#begin(line);
    const soft = current.equals && this.#coding() === 'quoted-printable';
    if (soft && !beginsOrEndsCard(bytes)) {
      // What is no longer kept has no mark to take off.
      if (endsWithEquals(current.parts)) dropLastByte(current.parts);
      current.equals = false;
      this.#append(bytes, line.cut);
      return [];
    }
    if (bytes.length === 0) return []; // blank lines stand inside cards and within folded values
    if (bytes[0] === space || bytes[0] === tab) {
      this.#append(bytes.subarray(1), line.cut);
      return [];
    }
    // No property begins with `=` or, within base64, lacks a colon: a break without its mark.
    const unmarked =
      (bytes[0] === equals && this.#coding() === 'quoted-printable') ||
      (!bytes.includes(colon) && this.#coding() === 'base64');
    if (unmarked) {
      this.#append(bytes, line.cut);
      return [];
    }
    return [...this.end(), ...this.#begin(line)];
  }

  end(): (Property | StrayLine)[] {
    const current = this.#current;
    this.#current = undefined;
    if (current === undefined) return [];
    return [propertyOf(current, this.#decoder) ?? { line: current.line, stray: true }];
  }

  #begin(line: ByteLine): [] {
    if (line.bytes.some((byte) => byte !== space && byte !== tab)) {
      const { number, bytes, cut } = line;
      this.#current = {
        line: number,
        parts: [withoutMark(bytes)],
        size: bytes.length,
        cut,
        equals: bytes.at(-1) === equals,
        coding: undefined,
      };
    }
    return [];
  }

  #append(bytes: Uint8Array, cut: boolean): void {
    const current = this.#current;
    if (current === undefined) return;
    current.equals = bytes.at(-1) === equals;
    const most = this.#coding() === 'base64' ? longestBinary : longestProperty;
    const room = Math.max(0, most - current.size);
    if (bytes.length > room || cut) current.cut = true;
    if (room === 0 || bytes.length === 0) return;
    current.parts.push(bytes.subarray(0, room));
    current.size += Math.min(room, bytes.length);
  }

  /** How the value is coded; looked up once, when all parameters have been read. */
  #coding(): Coding {
    const current = this.#current;
    if (current === undefined) return 'plain';
    if (current.coding !== undefined) return current.coding;
    const head = joined(current.parts);
    if (!head.includes(colon)) return 'plain';
    current.parts = [head];
    current.coding = codingOf(head, this.#decoder);
    return current.coding;
  }
}

type Coding = 'plain' | 'quoted-printable' | 'base64';

function codingOf(bytes: Uint8Array, decoder: LineDecoder): Coding {
  const params = headPieces(bytes.subarray(0, Math.max(0, endOfHead(bytes))), decoder)
    .slice(1)
    .flatMap(paramValues);
  const coding = params.find(([name]) => name === 'ENCODING')?.[1] ?? '';
  if (/^quoted-printable$/i.test(coding)) return 'quoted-printable';
  return /^(?:base64|b)$/i.test(coding) ? 'base64' : 'plain';
}

function endsWithEquals(parts: readonly Uint8Array[]): boolean {
  return parts.findLast((part) => part.length > 0)?.at(-1) === equals;
}

function dropLastByte(parts: Uint8Array[]): void {
  const at = parts.findLastIndex((part) => part.length > 0);
  const last = parts[at];
  if (last !== undefined) parts[at] = last.subarray(0, -1);
}

function beginsOrEndsCard(bytes: Uint8Array): boolean {
  return bytes.length < 40 && /^(?:BEGIN|END):VCARD\s*$/i.test(ascii(bytes));
}

/** Files put together from others have byte order marks in the middle. */
function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

/** Bytes beyond ASCII become question marks; for names and keywords alone. */
function ascii(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte < 128 ? String.fromCharCode(byte) : '?';
  return text;
}

function propertyOf({ parts, line, cut }: Open, decoder: LineDecoder): Property | undefined {
  const bytes = joined(parts);
  const end = endOfHead(bytes);
  if (end < 0) return undefined;
  const [full = '', ...params] = headPieces(bytes.subarray(0, end), decoder);
  const match = /^(?:([A-Za-z0-9_-]+)\.)?([A-Za-z0-9_./ -]+)$/.exec(full.trim());
  const name = match?.[2]?.trim().toUpperCase();
  if (name === undefined || name === '') return undefined;
  const group = match?.[1]?.toLowerCase();
  return {
    line,
    ...(group === undefined ? {} : { group }),
    name: name.slice(0, 100),
    params: params.slice(0, 100).flatMap(paramValues),
    value: bytes.subarray(end + 1),
    cut,
  };
}

/** Where the colon stands that ends name and parameters; -1 where there is none. */
function endOfHead(bytes: Uint8Array): number {
  let quoted = false;
  let paramFrom = 0;
  let closedAt = -1;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === quote) {
      quoted = !quoted;
    } else if (byte === semicolon && !quoted) {
      paramFrom = i + 1;
    } else if (byte === colon) {
      // A quotation mark that is never closed must not hide the value.
      if (closedAt < 0) closedAt = i;
      if (quoted) continue;
      if (paramFrom === 0) return i;
      const param = ascii(bytes.subarray(paramFrom, Math.min(i, paramFrom + 40)));
      if (/^[A-Z0-9-]+=(?:https?|urn|mailto|tel|ftp|data|cid|urn:uuid)$/i.test(param)) continue;
      return /^LABEL=[^"]/i.test(param) ? endOfLabel(bytes, i) : i;
    }
  }
  return closedAt;
}

/**
 * An address label that is not quoted may hold colons. The value behind it has seven parts, so it begins at the
 * last colon that leaves at least six semicolons behind.
 */
function endOfLabel(bytes: Uint8Array, first: number): number {
  let semicolons = 0;
  for (let i = bytes.length - 1; i > first; i -= 1) {
    if (bytes[i] === semicolon) semicolons += 1;
    else if (bytes[i] === colon && semicolons >= 6) return i;
  }
  return first;
}

/** Name and parameters, cut at semicolons outside quotation marks. */
function headPieces(bytes: Uint8Array, decoder: LineDecoder): string[] {
  const text = decoder.decode(bytes, 0);
  return text.match(/(?:"[^"]*"|[^;])+/g) ?? [];
}

/** `TYPE="work,voice"` as two, a bare `WORK` (2.1) as a type, `^n` (RFC 6868) as what it stands for. */
function paramValues(piece: string): [string, string][] {
  const at = piece.indexOf('=');
  if (at < 0) {
    const bare = piece.trim();
    const coding = /^(?:QUOTED-PRINTABLE|BASE64|[78]BIT)$/i.test(bare);
    return bare === '' ? [] : [[coding ? 'ENCODING' : 'TYPE', bare]];
  }
  const name = piece.slice(0, at).trim().toUpperCase();
  const value = piece.slice(at + 1);
  const parts = name === 'TYPE' ? value.replaceAll('"', '').split(',') : [value.replace(/^\s*"|"\s*$/g, '')];
  return parts.map((part) => [
    name,
    part.trim().replace(/\^([n^'])/g, (_, mark: string) => (mark === 'n' ? '\n' : mark === "'" ? '"' : '^')),
  ]);
}
