/** Files whose letters are in a code page that nothing in them names: finding that out, and reading them by the one that is chosen. */
import type { CodePage } from './read-how';
import { recognisedBytes } from './recognise';
import type { Chunks, FormatName } from './record';
import { type ByteLine, detectEncoding, joined, LineDecoder, LineSplitter, western } from './text';

/** These say in which code page they are, or are always in UTF-8. */
const certain: readonly (FormatName | undefined)[] = [
  'mail',
  'graphml',
  'gexf',
  'cytoscape',
  'kithmap',
  'monica',
];

const longestLine = 4 * 1024 * 1024;
/** Bytes of lines in doubt that are kept, to be shown. */
const mostKept = 64 * 1024;

/** The letters of a file that nothing names. */
export interface OpenLetters {
  /** Lines in a code page. */
  readonly lines: Uint8Array;
  /** Most of what is beyond ASCII is in UTF-8, and only some lines are not. */
  readonly mixed: boolean;
}

/** Goes through lines and takes down which of them are in a code page. */
class LineJudge {
  readonly #format: FormatName | undefined;
  readonly #decoder = new LineDecoder();
  readonly #open: Uint8Array[] = [];
  #size = 0;
  #opened = 0;
  #sound = 0;

  constructor(format: FormatName | undefined) {
    this.#format = format;
  }

  take({ bytes, number }: ByteLine): void {
    if (!bytes.some((byte) => byte > 127)) return;
    const isVcard = this.#format === 'vcard';
    if (isVcard && /CHARSET=/i.test(this.#decoder.decode(bytes.subarray(0, 300), number))) return;
    if (!isOpen(bytes)) {
      this.#sound += 1;
      return;
    }
    this.#opened += 1;
    if (this.#size < mostKept) this.#open.push(bytes.subarray(0, 2_000), new Uint8Array([10]));
    this.#size += Math.min(bytes.length, 2_000) + 1;
  }

  found(): OpenLetters | undefined {
    if (this.#opened === 0) return undefined;
    return { lines: joined(this.#open), mixed: this.#sound > this.#opened };
  }
}

/** What of these bytes is in a code page that nothing names. */
export function openLetters(head: Uint8Array, format?: FormatName): OpenLetters | undefined {
  if (certain.includes(format) || detectEncoding(head).encoding !== 'utf-8') return undefined;
  const splitter = new LineSplitter();
  const judge = new LineJudge(format);
  const lines = [...splitter.push(head), ...splitter.end()];
  // The last line of a beginning may be cut off in the middle of a letter.
  for (const line of head.length < recognisedBytes ? lines : lines.slice(0, -1)) judge.take(line);
  return judge.found();
}

/** The same of a whole file, of which the beginning leaves nothing open. @param open opens it anew */
export async function openLettersIn(
  open: () => Chunks,
  head: Uint8Array,
  format: FormatName,
): Promise<OpenLetters | undefined> {
  if (certain.includes(format) || detectEncoding(head).encoding !== 'utf-8') return undefined;
  if (await isUtf8(open())) return undefined;
  const splitter = new LineSplitter();
  const judge = new LineJudge(format);
  for await (const chunk of open()) for (const line of splitter.push(chunk)) judge.take(line);
  for (const line of splitter.end()) judge.take(line);
  return judge.found();
}

async function isUtf8(chunks: Chunks): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of chunks) decoder.decode(chunk, { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error; // the file cannot be read
  }
}

function isOpen(bytes: Uint8Array): boolean {
  if (!bytes.some((byte) => byte > 127)) return false;
  const decoder = new LineDecoder();
  decoder.decode(bytes, 1);
  return decoder.takeFindings().some(({ reason }) => reason.includes('windows-1252'));
}

/** A text by its code page. */
export function lettersBy(page: CodePage, bytes: Uint8Array): string {
  const text = new TextDecoder(page).decode(bytes);
  return page === 'windows-1252' ? western(text) : text;
}

/** The bytes of a file in a code page as UTF-8. */
export async function* inUtf8(chunks: Chunks, page: CodePage): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(page);
  const encoder = new TextEncoder();
  const spelt = (text: string): Uint8Array => encoder.encode(page === 'windows-1252' ? western(text) : text);
  for await (const chunk of chunks) yield spelt(decoder.decode(chunk, { stream: true }));
  yield spelt(decoder.decode());
}

/** The same where only those lines are in the code page that are not in UTF-8. */
export async function* mixedInUtf8(chunks: Chunks, page: CodePage): AsyncGenerator<Uint8Array> {
  let rest: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(10); to >= 0; to = chunk.indexOf(10, from)) {
      yield lineInUtf8(joined([...rest, chunk.slice(from, to + 1)]), page);
      [rest, size, from] = [[], 0, to + 1];
    }
    rest.push(chunk.slice(from));
    size += chunk.length - from;
    if (size > longestLine) {
      yield lineInUtf8(joined(rest), page);
      [rest, size] = [[], 0];
    }
  }
  yield lineInUtf8(joined(rest), page);
}

function lineInUtf8(bytes: Uint8Array, page: CodePage): Uint8Array {
  return isOpen(bytes) ? new TextEncoder().encode(lettersBy(page, bytes)) : bytes;
}

/** A beginning in UTF-8, whatever of it is in a code page. */
export function headInUtf8(head: Uint8Array, page: CodePage, mixed: boolean): Uint8Array {
  if (!mixed) return new TextEncoder().encode(lettersBy(page, head));
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let to = head.indexOf(10); to >= 0; to = head.indexOf(10, from)) {
    lines.push(lineInUtf8(head.subarray(from, to + 1), page));
    from = to + 1;
  }
  return joined([...lines, lineInUtf8(head.subarray(from), page)]);
}
