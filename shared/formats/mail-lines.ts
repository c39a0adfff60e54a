/** What a line of a mailbox may be: the separator in front of a mail, a header, the rest of one. */

import { isBundle } from './mail-bundle';

/** How a separator is written; the first of a file says what else may be taken for one there. */
export type Separator = 'dated' | 'addressed' | 'bare';

const space = 32;
const colon = 58;
const tab = 9;
/** Longer names are no headers. */
const longestName = 76;

/** Whether the line begins with the five characters of a separator. */
export function beginsLikeSeparator(bytes: Uint8Array): boolean {
  return (
    bytes[0] === 0x46 && bytes[1] === 0x72 && bytes[2] === 0x6f && bytes[3] === 0x6d && bytes[4] === space
  );
}

const month = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

/**
 * What kind of separator a line is, if it could be one at all: `From ` with a date behind the sender, with the
 * sender alone, or with nothing. Whether it is one, the line behind it shows: a header.
 */
export function separatorKind(line: string): Separator | undefined {
  if (!line.startsWith('From ') || line.length > 1_000) return undefined;
  const rest = line.slice(5).trim();
  if (rest === '' || rest === '-') return 'bare';
  if (/^\S+@\S+$/.test(rest)) return 'addressed';
  return month.test(rest) && /\d\d?:\d\d/.test(rest) && /\b(?:19|20)\d\d\b/.test(rest) ? 'dated' : undefined;
}

/** The lower-cased name of the header that begins in this line; undefined where none does. */
export function headerName(bytes: Uint8Array): string | undefined {
  let end = 0;
  while (end < bytes.length && end < longestName && isNameByte(bytes[end]!)) end += 1;
  if (end === 0) return undefined;
  let at = end;
  while (at < bytes.length && at < end + 8 && isBlank(bytes[at])) at += 1;
  if (bytes[at] !== colon) return undefined;
  let name = '';
  for (let i = 0; i < end; i += 1) name += String.fromCharCode(bytes[i]!);
  return name.toLowerCase();
}

function isNameByte(byte: number): boolean {
  return byte > space && byte < 127 && byte !== colon;
}

function isBlank(byte: number | undefined): boolean {
  return byte === space || byte === tab;
}

/** Whether the line goes on with the header above it. */
export function goesOn(bytes: Uint8Array): boolean {
  return isBlank(bytes[0]);
}

const telling = new Set([
  ...['from', 'to', 'cc', 'date', 'subject', 'message-id', 'received', 'return-path', 'mime-version'],
  ...['delivered-to', 'content-type', 'sender', 'reply-to', 'x-gmail-labels', 'x-gm-thrid'],
  ...['x-mozilla-status', 'authentication-results', 'dkim-signature', 'arc-seal', 'x-received'],
  ...['received-spf', 'x-original-to'],
]);

/** Whether a text begins as mail does: with a separator and a header, or with headers that only mail has. */
export function beginsLikeMail(lines: readonly string[]): boolean {
  const start = lines.findIndex((line) => line.trim() !== '');
  const [first = '', ...rest] = lines.slice(Math.max(0, start));
  if (isBundle(first)) return true;
  if (first.startsWith('From ')) {
    const next = rest[0] ?? '';
    return separatorKind(first) !== undefined && (nameIn(next) !== undefined || next.startsWith('>From '));
  }
  const end = rest.indexOf('');
  const head = [first, ...(end < 0 ? rest : rest.slice(0, end))];
  const names = head.map(nameIn);
  const stray = head.filter((line, at) => names[at] === undefined && !/^[ \t]/.test(line)).length;
  const known = new Set(names.filter((name) => name !== undefined && telling.has(name)));
  return known.size >= 2 && stray * 5 <= head.length;
}

function nameIn(line: string): string | undefined {
  return /^([!-9;-~]{1,76})[ \t]{0,8}:/.exec(line)?.[1]?.toLowerCase();
}
