/**
 * A mail as a file (.eml) that a mail program opens to be sent: RFC 5322 with the encoded words of RFC 2047. The libraries
 * that write such files in a page put a whole subject into one encoded word, whatever its length, and an address as it comes.
 */

export interface Mailbox {
  readonly name: string;
  readonly address: string;
}

export interface Mail {
  /** Whoever writes; the mail program fills it in where it is left out. */
  readonly from?: Mailbox | undefined;
  readonly to: readonly Mailbox[];
  readonly subject: string;
  readonly text: string;
  readonly at: Date;
}

/** `name@host` and nothing else: no blanks, no brackets, no second line, and no letters that older programs refuse. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9.-]+$/i.test(text);
}

/** Addresses that are none are left out. */
export function mailFile({ from, to, subject, text, at }: Mail): string {
  const boxes = to.filter(({ address }) => isMailAddress(address));
  const head = [
    ...(from !== undefined && isMailAddress(from.address) ? [`From: ${mailbox(from)}`] : []),
    ...(boxes.length === 0 ? [] : [`To: ${boxes.map(mailbox).join(',\r\n ')}`]),
    `Subject: ${encodedWords(subject)}`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    // It opens as a draft.
    'X-Unsent: 1',
  ];
  const body = base64(text.replace(/\r\n?|\n/g, '\r\n')).replace(/.{1,76}/g, '$&\r\n');
  return `${head.join('\r\n')}\r\n\r\n${body}`;
}

/** A name for the file that every system takes. */
export function mailFileName(to: readonly string[]): string {
  const words = to
    .join(' and ')
    .replace(/[^\p{L}\p{N}\p{M} .'’-]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[ .]+$/, '');
  return words === '' ? 'Mail.eml' : `To ${words}.eml`;
}

function mailbox({ name, address }: Mailbox): string {
  const words = encodedWords(name);
  return words === '' ? `<${address}>` : `${words} <${address}>`;
}

/** Bytes of text that an encoded word of 75 characters holds. */
const mostBytes = 45;

/** Plain where it is short and has letters, digits and blanks alone; never with the end of a line in it. */
function encodedWords(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
  if (/^[a-z0-9 ]{0,60}$/i.test(line)) return line;
  const words: string[] = [];
  let word = '';
  for (const character of line) {
    if (bytesOf(word + character).length > mostBytes) {
      words.push(word);
      word = character;
    } else word += character;
  }
  words.push(word);
  return words.map((one) => `=?utf-8?B?${base64(one)}?=`).join('\r\n ');
}

function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function base64(text: string): string {
  let binary = '';
  for (const byte of bytesOf(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
