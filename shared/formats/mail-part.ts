/**
 * The invitation that a mail may hold: its part of the type text/calendar, looked for line by line while the text of the
 * mail streams by, so that nothing else of it is kept.
 */
import { decodeWords } from 'postal-mime';
import { HeadText, MailHead } from './mail-head';
import { joined } from './text';
import { fromQuotedPrintable } from './vcard-values';

/** Bytes of an invitation; a longer one is none that a person was sent. */
const longest = 256 * 1024;
/** Header lines of one part. */
const mostLines = 100;
const dash = 45;
const lineFeed = new Uint8Array([10]);
const calendar = /^(?:text\/calendar|application\/ics)\b/i;

export class PartSearch {
  readonly #text = new HeadText();
  /** `off` where the mail has one text only, and once its invitation was found. */
  #state: 'off' | 'between' | 'head' | 'part' = 'off';
  #head = new MailHead(0, '');
  /** The line that parts of this mail begin with. */
  #boundary: Uint8Array = lineFeed;
  #headLines = 0;
  #lines: Uint8Array[] = [];
  #size = 0;

  /** The text of a mail with these headers begins. */
  begin(head: MailHead): void {
    this.#state = 'off';
    const type = head.first('content-type', this.#text);
    if (/^multipart\//i.test(type)) this.#state = 'between';
    else if (calendar.test(type)) this.#collect(head, undefined);
  }

  /** Takes a line of the text. @returns the invitation, where this line ends it. */
  take(bytes: Uint8Array): string | undefined {
    if (this.#state === 'off') return undefined;
    if (this.#state === 'part') return this.#inPart(bytes);
    if (bytes[0] === dash && bytes[1] === dash) this.#beginPart(bytes);
    else if (this.#state === 'head') this.#inHead(bytes);
    return undefined;
  }

  /** The mail is over. @returns the invitation it ends with. */
  end(): string | undefined {
    return this.#state === 'part' ? this.#found() : undefined;
  }

  #beginPart(boundary: Uint8Array): void {
    this.#state = 'head';
    this.#head = new MailHead(0, '');
    this.#boundary = boundary;
    this.#headLines = 0;
  }

  #inHead(bytes: Uint8Array): void {
    this.#headLines += 1;
    if (bytes.length > 0 && this.#headLines <= mostLines) {
      this.#head.add(bytes);
      return;
    }
    if (calendar.test(this.#head.first('content-type', this.#text)))
      this.#collect(this.#head, this.#boundary);
    else this.#state = 'between';
  }

  #collect(head: MailHead, boundary: Uint8Array | undefined): void {
    this.#state = 'part';
    this.#head = head;
    this.#boundary = boundary ?? lineFeed;
    this.#lines = [];
    this.#size = 0;
  }

  #inPart(bytes: Uint8Array): string | undefined {
    if (bytes[0] === dash && beginsWith(bytes, this.#boundary)) return this.#found();
    this.#lines.push(bytes);
    this.#size += bytes.length + 1;
    if (this.#size > longest) this.#state = 'off';
    return undefined;
  }

  #found(): string {
    this.#state = 'off';
    const coding = this.#head.first('content-transfer-encoding', this.#text).toLowerCase();
    const type = this.#head.first('content-type', this.#text);
    const charset = /charset\s*=\s*"?([^\s";?]{1,40})/i.exec(type)?.[1];
    const plain = (bytes: Uint8Array): string => this.#text.of(bytes, 0, () => charset);
    const lines = this.#lines;
    this.#lines = [];
    if (coding === 'base64') {
      const letters = plain(joined(lines)).replace(/[^A-Za-z0-9+/=]/g, '');
      return decodeWords(`=?${charset ?? 'utf-8'}?B?${letters}?=`);
    }
    if (coding !== 'quoted-printable') return plain(joined(lines.flatMap((line) => [line, lineFeed])));
    return plain(joined(lines.map(unquoted)));
  }
}

/** A line of quoted-printable text with its end, unless the next one goes on with it. */
function unquoted(line: Uint8Array): Uint8Array {
  const goesOn = line.at(-1) === 61;
  return joined([fromQuotedPrintable(goesOn ? line.subarray(0, -1) : line), goesOn ? noBytes : lineFeed]);
}

const noBytes = new Uint8Array(0);

function beginsWith(bytes: Uint8Array, start: Uint8Array): boolean {
  return bytes.length >= start.length && start.every((byte, at) => bytes[at] === byte);
}
