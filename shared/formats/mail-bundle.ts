/**
 * Many files of one mail each, as Maildir and folders of .eml are, read as one: a line with a sign that no mail has
 * stands before each and names it. So thirty thousand of them are one file of an import, not thirty thousand.
 */

/** Bytes of each file that are looked at: its headers, and with them the invitation that it may hold. */
export const mostOfEach = 256 * 1024;

const mark = 'From \u0000';
/** Names are for sentences. */
const longestName = 120;

/** The line to stand before a file's bytes. */
export function bundleMark(name: string): string {
  return `\n${mark}${name.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').slice(0, longestName)}\n`;
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
