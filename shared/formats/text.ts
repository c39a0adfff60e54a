/**
 * From bytes to lines of text: the encoding is found from the bytes, lines end as files really end them, and no
 * line is longer in memory than a bound. Works on slices of a file, however it was sliced.
 */
import type { Finding } from './record';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/** How many bytes are looked at to find the encoding. */
const headSize = 1024;
/** Longer lines are cut: 4 MB holds a photo of 3 MB in base64 on one line. */
const longestLine = 4 * 1024 * 1024;
const lineFeed = 10;
const carriageReturn = 13;
const nothing = new Uint8Array(0);

/**
 * The encoding by byte order mark, or by where the zero bytes of mostly Latin UTF-16 stand; everything else is
 * taken for UTF-8 (each line of it is checked later, see `LineDecoder`).
 * @param head the first bytes of the file, at least 1024 of them or all there are.
 */
export function detectEncoding(head: Uint8Array): { encoding: Encoding; markLength: number } {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', markLength: 3 };
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', markLength: 2 };
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', markLength: 2 };
  const pairs = Math.floor(Math.min(head.length, headSize) / 2);
  let zeroFirst = 0;
  let zeroSecond = 0;
  for (let i = 0; i < pairs * 2; i += 2) {
    if (head[i] === 0) zeroFirst += 1;
    if (head[i + 1] === 0) zeroSecond += 1;
  }
  if (zeroFirst > pairs / 5 && zeroSecond < zeroFirst / 10) return { encoding: 'utf-16be', markLength: 0 };
  if (zeroSecond > pairs / 5 && zeroFirst < zeroSecond / 10) return { encoding: 'utf-16le', markLength: 0 };
  return { encoding: 'utf-8', markLength: 0 };
}

export interface ByteLine {
  /** From 1. */
  readonly number: number;
  /** Without its line end; UTF-16 files arrive here as UTF-8. */
  readonly bytes: Uint8Array;
  /** True where the line was longer than the bound and the rest of it is lost. */
  readonly cut: boolean;
}

/** Splits bytes at CRLF, LF, CR CR LF and lone CR. */
export class LineSplitter {
  readonly #longest: number;
  readonly #encoder = new TextEncoder();
  #head: Uint8Array | undefined = nothing;
  #wide: TextDecoder | undefined;
  #parts: Uint8Array[] = [];
  #size = 0;
  #cut = false;
  /** CRs seen that may yet turn out to be one line end together with the next byte. */
  #returns = 0;
  #number = 1;

  constructor(longest = longestLine) {
    this.#longest = longest;
  }

  push(bytes: Uint8Array): ByteLine[] {
    if (this.#head === undefined) return this.#feed(bytes);
    this.#head = joined([this.#head, bytes.slice()]);
    return this.#head.length < headSize ? [] : this.#begin(this.#head);
  }

  end(): ByteLine[] {
    const lines = this.#head === undefined ? [] : this.#begin(this.#head);
    if (this.#wide !== undefined) lines.push(...this.#split(this.#encoder.encode(this.#wide.decode())));
    if (this.#returns > 0) this.#endLines(lines);
    if (this.#size > 0) lines.push(this.#take());
    return lines;
  }

  #begin(head: Uint8Array): ByteLine[] {
    this.#head = undefined;
    const { encoding, markLength } = detectEncoding(head);
    if (encoding !== 'utf-8') this.#wide = new TextDecoder(encoding);
    return this.#feed(head.subarray(markLength));
  }

  #feed(bytes: Uint8Array): ByteLine[] {
    if (this.#wide === undefined) return this.#split(bytes);
    return this.#split(this.#encoder.encode(this.#wide.decode(bytes, { stream: true })));
  }

  #split(bytes: Uint8Array): ByteLine[] {
    const lines: ByteLine[] = [];
    let start = 0;
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i];
      if (byte === lineFeed) {
        this.#keep(bytes, start, i);
        lines.push(this.#take());
        this.#returns = 0;
        start = i + 1;
      } else if (byte === carriageReturn) {
        this.#keep(bytes, start, i);
        start = i + 1;
        if (this.#returns === 2) lines.push(this.#take());
        else this.#returns += 1;
      } else if (this.#returns > 0) {
        this.#endLines(lines);
        start = i;
      }
    }
    this.#keep(bytes, start, bytes.length);
    return lines;
  }

  /** The CRs waiting were line ends of their own. */
  #endLines(lines: ByteLine[]): void {
    for (; this.#returns > 0; this.#returns -= 1) lines.push(this.#take());
  }

  #keep(bytes: Uint8Array, from: number, to: number): void {
    const room = Math.min(to - from, this.#longest - this.#size);
    if (room < to - from) this.#cut = true;
    if (room <= 0) return;
    // A copy, since a slice may be reused by whoever handed it in.
    this.#parts.push(bytes.slice(from, from + room));
    this.#size += room;
  }

  #take(): ByteLine {
    const line = { number: this.#number, bytes: joined(this.#parts), cut: this.#cut };
    this.#number += 1;
    this.#parts = [];
    this.#size = 0;
    this.#cut = false;
    return line;
  }
}

/** Several pieces of bytes as one; a single piece as it is. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  const full = parts.filter((part) => part.length > 0);
  if (full.length <= 1) return full[0] ?? nothing;
  const all = new Uint8Array(full.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of full) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** Text of bytes that are UTF-8, else in the charset they are declared to be in, else in windows-1252. */
export class LineDecoder {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lenient = new TextDecoder('utf-8');
  readonly #western = new TextDecoder('windows-1252');
  readonly #declared = new Map<string, TextDecoder | undefined>();
  readonly #said = new Set<string>();
  readonly #findings: Finding[] = [];

  /** @param line where the bytes stand, for the finding. */
  decode(bytes: Uint8Array, line: number, charset?: string): string {
    const declared = charset === undefined ? undefined : this.#named(charset);
    if (declared !== undefined && declared.encoding !== 'utf-8') {
      const text = declared.decode(bytes);
      return declared.encoding === 'windows-1252' ? western(text) : text;
    }
    try {
      return this.#strict.decode(bytes);
    } catch {
      const text = this.#lenient.decode(bytes);
      if (mostlyWhole(text)) {
        this.#say(line, damaged);
        return text;
      }
      this.#say(line, guessed);
      return western(this.#western.decode(bytes));
    }
  }

  /** What there is to say since the last call about bytes that were not what they should be; each thing once a file. */
  takeFindings(): Finding[] {
    return this.#findings.splice(0);
  }

  #say(line: number, reason: string): void {
    if (this.#said.has(reason)) return;
    this.#said.add(reason);
    this.#findings.push({ kind: 'finding', line, level: 'note', reason });
  }

  #named(charset: string): TextDecoder | undefined {
    const name = charset.trim().toLowerCase();
    if (!this.#declared.has(name) && this.#declared.size < 100) {
      this.#declared.set(name, decoderNamed(name));
    }
    return this.#declared.get(name);
  }
}

function decoderNamed(name: string): TextDecoder | undefined {
  try {
    return new TextDecoder(name);
  } catch {
    return undefined; // a charset this runtime does not know
  }
}

const guessed =
  'This line, and maybe others, is not in UTF-8 and was read as Western European (windows-1252). If names look wrong, export the file in UTF-8 and import it again.';
const damaged = 'This line, and maybe others, holds damaged characters; each stands as \ufffd where it was.';

/** UTF-8 with a few damaged bytes, rather than another encoding: what is beyond ASCII is for the most part valid. */
function mostlyWhole(text: string): boolean {
  const beyond = text.match(/[^\0-\x7f]/gu) ?? [];
  const bad = beyond.filter((character) => character === '\ufffd').length;
  return beyond.length - bad >= bad;
}

const westernSpecials = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Node 20 decodes windows-1252 as Latin-1: bytes 80 to 9F, which hold € and quotation marks, come out as controls. */
export function western(text: string): string {
  return text.replace(
    /[\u0080-\u009f]/g,
    (control) => westernSpecials[control.charCodeAt(0) - 0x80] ?? control,
  );
}

export interface TextLine {
  readonly number: number;
  readonly text: string;
  /** What is to be said about how the line was read. */
  readonly findings: readonly Finding[];
}

/** Lines of text of a file. */
export class TextLines {
  readonly #splitter: LineSplitter;
  readonly #decoder = new LineDecoder();

  constructor(longest = 1024 * 1024) {
    this.#splitter = new LineSplitter(longest);
  }

  push(bytes: Uint8Array): TextLine[] {
    return this.#splitter.push(bytes).map((line) => this.#text(line));
  }

  end(): TextLine[] {
    return this.#splitter.end().map((line) => this.#text(line));
  }

  #text({ number, bytes, cut }: ByteLine): TextLine {
    const text = this.#decoder.decode(bytes, number);
    const findings = this.#decoder.takeFindings();
    if (cut) findings.push({ kind: 'finding', line: number, level: 'note', reason: tooLong });
    return { number, text, findings };
  }
}

const tooLong = 'The line is too long to be read whole; the rest of it was left out.';

const plainText = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** One line of at most 1,000 characters, without control characters and outer blanks; what a name or label may be. */
export function oneLine(text: string): string {
  // Most texts are plain, and looking for what is not is dear.
  if (text.length <= 1_000 && plainText.test(text)) return text;
  const flat = text.replace(/[\p{Cc}\u2028\u2029\s]+/gu, ' ').trim();
  return clipped(flat, 1_000).trimEnd();
}

/** Free text of at most 200,000 characters with LF line ends and without other control characters but tabs. */
export function freeText(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    // eslint-disable-next-line no-control-regex -- these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim();
  return clipped(clean, 200_000);
}

/** Cut to a length without halving a surrogate pair. */
function clipped(text: string, length: number): string {
  if (text.length <= length) return text;
  const last = text.charCodeAt(length - 1);
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? length - 1 : length);
}
