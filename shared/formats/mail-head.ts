/** The headers of one mail as they stream by: those that matter, in bounded memory, then as text. */
import { goesOn, headerName } from './mail-lines';
import { joined, LineDecoder } from './text';
import type { Finding } from './record';

/** The headers that say who wrote to whom, when, about what, and whether it was a person who wrote. */
const wanted = new Set([
  ...['from', 'sender', 'to', 'cc', 'bcc', 'subject', 'date', 'message-id', 'sensitivity'],
  ...['list-id', 'list-unsubscribe', 'list-post', 'precedence', 'auto-submitted', 'x-auto-response-suppress'],
  ...[
    'return-path',
    'feedback-id',
    'content-type',
    'content-transfer-encoding',
    'content-length',
    'received',
  ],
  ...['x-gmail-labels', 'x-spam-flag', 'x-mozilla-status', 'x-autoreply', 'x-autorespond'],
]);

/** Bytes of headers that are kept of one mail. */
const mostBytes = 256 * 1024;
/** How often a header may stand in one mail; programs that write one twice mean both. */
const mostOfOne = 20;

export class MailHead {
  /** Where the mail begins in its file. */
  readonly line: number;
  /** The line that separates it from the mail before it; empty where there is none. */
  readonly separator: string;
  /** The name of its file, where it is one of many that are read as one. */
  readonly file: string | undefined;
  /** The invitation that the mail holds. */
  invitation: string | undefined;
  readonly #values = new Map<string, Uint8Array[][]>();
  #open: Uint8Array[] | undefined;
  #size = 0;

  constructor(line: number, separator: string, file?: string) {
    this.line = line;
    this.separator = separator;
    this.file = file;
  }

  /** True where more headers came than are kept; the first of them are. */
  get cut(): boolean {
    return this.#size >= mostBytes;
  }

  add(bytes: Uint8Array): void {
    if (goesOn(bytes)) {
      if (this.#open !== undefined) this.#keep(this.#open, bytes);
      return;
    }
    const name = headerName(bytes);
    this.#open = undefined;
    if (name === undefined || !wanted.has(name)) return;
    const values = this.#values.get(name) ?? [];
    // Of the ways a mail came, the last one tells when it arrived; it stands first.
    if (values.length >= (name === 'received' ? 1 : mostOfOne)) return;
    const value: Uint8Array[] = [];
    this.#values.set(name, [...values, value]);
    this.#open = value;
    this.#keep(value, bytes.subarray(bytes.indexOf(58) + 1));
  }

  #keep(value: Uint8Array[], bytes: Uint8Array): void {
    const room = mostBytes - this.#size;
    const kept = bytes.length <= room ? bytes : bytes.subarray(0, Math.max(0, room));
    value.push(kept);
    this.#size += kept.length;
  }

  has(name: string): boolean {
    return this.#values.has(name);
  }

  /** The header as text on one line, as often as it stands there; its encoded words are still encoded. */
  all(name: string, text: HeadText): string[] {
    const values = this.#values.get(name);
    if (values === undefined) return [];
    return values.map((value) => text.of(joined(value), this.line, () => this.#charset(text)).trim());
  }

  /** The first one, or nothing. */
  first(name: string, text: HeadText): string {
    return this.all(name, text)[0] ?? '';
  }

  /** The charset of the body; headers that are not encoded as they should be are mostly in the same. */
  #charset(text: HeadText): string | undefined {
    const type = text.of(joined(this.#values.get('content-type')?.[0] ?? []), this.line, () => undefined);
    return /charset\s*=\s*"?([^\s";]{1,40})/i.exec(type)?.[1];
  }
}

/** Text of headers: UTF-8, of which plain ASCII is the common case; else Japanese by its switches, else as declared. */
export class HeadText {
  readonly #strict = new TextDecoder('utf-8', { fatal: true });
  readonly #lines = new LineDecoder();
  #japanese: TextDecoder | undefined;

  /** @param charset asked for only where the bytes are no UTF-8. */
  of(bytes: Uint8Array, line: number, charset: () => string | undefined): string {
    try {
      const text = this.#strict.decode(bytes);
      return text.includes('\u001b') ? this.#switched(bytes) : text;
    } catch {
      return this.#lines.decode(bytes, line, charset());
    }
  }

  /** What there is to say about encodings since the last call; each thing once a file. */
  takeFindings(): Finding[] {
    return this.#lines.takeFindings();
  }

  #switched(bytes: Uint8Array): string {
    this.#japanese ??= new TextDecoder('iso-2022-jp');
    return this.#japanese.decode(bytes);
  }
}
