/** What cannot be told of a file by looking at it, so that a person must say it: its letters, or what its columns hold. */
import { digestOf } from './digest';
import { headInUtf8, lettersBy, type OpenLetters, openLetters, openLettersIn } from './letters';
import { mappedReader } from './mapping';
import type { CodePage, ReadHow } from './read-how';
import { recognise, recognisedBytes } from './recognise';
import type { Chunks, ContactRecord, FormatName, ReadOptions } from './record';
import { type TableShape, tableShape } from './table-shape';

export interface FileQuestion {
  /** The beginning of the file, to show what an answer would make of it. */
  readonly head: Uint8Array;
  /** What the file is; undefined for a table whose columns are not known. */
  readonly format?: FormatName | undefined;
  readonly lettersOpen: boolean;
  /** The lines whose letters are open, where not all of them are. */
  readonly doubtful?: Uint8Array | undefined;
  /** What a file of the same kind is known again by. */
  readonly key: string;
}

/** What is known of a file by its beginning: its format, what has to be asked, or why it cannot be read. */
export type Looked =
  | { readonly format: FormatName; readonly question?: FileQuestion }
  | { readonly question: FileQuestion }
  | { readonly reason: string };

/** @param asTable take it for a table whose columns are not known, whatever it looks like */
export function lookAt(bytes: Uint8Array, asTable = false): Looked {
  const head = bytes.slice(0, recognisedBytes);
  const found = asTable ? { reason: 'is no table.', isText: true } : recognise(head);
  if ('format' in found) {
    const { format } = found;
    const open = openLetters(head, format);
    return open === undefined ? { format } : { format, question: aboutLetters(open, head, format) };
  }
  const shape = found.isText === true ? tableShape(head) : undefined;
  if (shape === undefined) return { reason: found.reason };
  const open = openLetters(head);
  return { question: { head, lettersOpen: open !== undefined, ...doubtOf(open), key: shape.key } };
}

/**
 * What has to be asked of a file of which the beginning leaves nothing open: its letters, where they turn out only later
 * to be in a code page. @param open opens it anew
 */
export async function lookFurther(
  open: () => Chunks,
  head: Uint8Array,
  format: FormatName,
): Promise<FileQuestion | undefined> {
  const found = await openLettersIn(open, head, format);
  if (found === undefined) return undefined;
  const question = aboutLetters(found, head, format);
  return { ...question, head: found.mixed ? head : found.lines };
}

function aboutLetters(open: OpenLetters, head: Uint8Array, format: FormatName): FileQuestion {
  return { head, format, lettersOpen: true, ...doubtOf(open), key: keyOfLetters(head, format) };
}

function doubtOf(open: OpenLetters | undefined): Pick<FileQuestion, 'doubtful'> {
  return open?.mixed === true ? { doubtful: open.lines } : {};
}

/** The answer to a question about letters, of a file that is partly in UTF-8. */
export function answerTo({ doubtful }: FileQuestion, how: ReadHow): ReadHow {
  return doubtful === undefined || how.letters === undefined ? how : { ...how, mixed: true };
}

/** The first line says what kind of file it is, whatever letters it is in. */
function keyOfLetters(head: Uint8Array, format: FormatName): string {
  const end = head.findIndex((byte) => byte === 10 || byte === 13);
  return digestOf([
    format,
    lettersBy('windows-1252', head.subarray(0, end < 0 ? 200 : Math.min(end, 2_000))),
  ]);
}

/** The rows of a table as they are by a code page, with a guess about its columns. */
export function shapeBy(question: FileQuestion, letters?: CodePage): TableShape | undefined {
  return tableShape(headBy(question, letters));
}

/** The first lines of a file by a code page. */
export function linesBy({ head, doubtful = head }: FileQuestion, letters: CodePage, most: number): string[] {
  const lines = lettersBy(letters, doubtful).split(/\r\n?|\n/);
  // What is in doubt is what is beyond ASCII.
  return lines.filter((line) => /[^\0-\x7f]/u.test(line)).slice(0, most);
}

/** The first people of a table, read so. */
export function peopleBy(
  question: FileQuestion,
  how: ReadHow,
  options: ReadOptions,
  most: number,
): ContactRecord[] {
  if (how.mapping === undefined) return [];
  const reader = mappedReader(how.mapping, options);
  const head = headBy(question, how.letters).subarray(0, 16 * 1024);
  const items = [...reader.push(head), ...reader.end()];
  return items.filter((item) => item.kind === 'contact').slice(0, most);
}

function headBy({ head, doubtful }: FileQuestion, letters?: CodePage): Uint8Array {
  return letters === undefined ? head : headInUtf8(head, letters, doubtful !== undefined);
}
