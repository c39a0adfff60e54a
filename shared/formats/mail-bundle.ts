/**
 * Many files of one mail each, as Maildir and folders of .eml are, read as one: a line with a sign that no mail has
 * stands before each and names it. So thirty thousand of them are one file of an import, not thirty thousand.
 */
import { detectEncoding } from './text';

/** Bytes of each file that are looked at: its headers, and with them the invitation that it may hold. */
export const mostOfEach = 256 * 1024;

const mark = 'From \u0000';
/** Names are for sentences. */
const longestName = 120;

/** The line to stand before a file's bytes. */
export function bundleMark(name: string): string {
  return `\n${mark}${name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, longestName)}\n`;
}

/** Whether a file must be spelt anew to stand among others: they are read as one, and in UTF-8. @param head its first bytes */
export function isForeign(head: Uint8Array): boolean {
  return detectEncoding(head).encoding !== 'utf-8';
}

/** A file's bytes as they stand among others. */
export function inBundle(bytes: Uint8Array): Uint8Array {
  const { encoding, markLength } = detectEncoding(bytes);
  const rest = bytes.subarray(markLength);
  return encoding === 'utf-8' ? rest : new TextEncoder().encode(new TextDecoder(encoding).decode(rest));
}

export function isBundle(line: string): boolean {
  return line.startsWith(mark);
}

/** The name of the file that begins behind this line; undefined where none does. */
export function fileMark(bytes: Uint8Array): string | undefined {
  if (bytes[5] !== 0) return undefined;
  return new TextDecoder()
    .decode(bytes.subarray(mark.length, mark.length + 4 * longestName))
    .slice(0, longestName);
}
