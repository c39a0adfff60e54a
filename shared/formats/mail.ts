/**
 * Mail: one message (.eml), or a mailbox of them (.mbox) in any of its dialects. Only headers matter; what was written
 * streams by and is not kept.
 *
 * The dialects differ in how a line of a letter that begins with `From ` is told from the line that separates two
 * mails: with a sign in front of it (mboxo, mboxrd), by the length that the headers give (mboxcl), or not at all. Here
 * a separator looks like one and has a header behind it; lengths are believed where a mail ends just there.
 */
import { KithmapError } from '../errors';
import { LocalDays } from './local-days';
import { BodyClaim } from './mail-claim';
import { HeadText, MailHead } from './mail-head';
import { fileMark } from './mail-bundle';
import { beginsLikeSeparator, headerName, type Separator, separatorKind } from './mail-lines';
import { Invitations } from './mail-invitations';
import { PartSearch } from './mail-part';
import { type MailContext, readMail } from './mail-record';
import { MailTally } from './mail-tally';
import type { ImportItem, ReadOptions, RecordReader } from './record';
import { type ByteLine, LineSplitter } from './text';

/** Bytes of a line that are kept: a header may name thousands on one. */
const longestLine = 256 * 1024;

class MailReader implements RecordReader {
  readonly #fileName: string;
  readonly #splitter = new LineSplitter(longestLine);
  readonly #latin = new TextDecoder('latin1');
  readonly #context: MailContext;
  readonly #tally = new MailTally();
  readonly #parts = new PartSearch();
  readonly #invitations: Invitations;
  /** How the first separator of the file is written. */
  #kind: Separator | undefined;
  /** A line that separates two mails if a header comes next. */
  #waiting: { readonly line: ByteLine; readonly text: string; readonly kind: Separator } | undefined;
  #head: MailHead | undefined;
  #inBody = false;
  #afterBlank = true;
  /** Of many files that are read as one: which it is, from 1, and its name. */
  #file: { readonly at: number; readonly name: string } | undefined;
  /** While a mail's headers say how long it is. */
  #claim: BodyClaim<MailHead> | undefined;
  #mails = 0;
  #items: ImportItem[] = [];

  constructor(options: ReadOptions) {
    const { fileName, zone, today } = options;
    this.#fileName = fileName;
    this.#invitations = new Invitations(options);
    this.#context = { text: new HeadText(), days: new LocalDays(zone), today };
  }

  push(bytes: Uint8Array): ImportItem[] {
    for (const line of this.#splitter.push(bytes)) this.#line(line);
    return this.#taken();
  }

  end(): ImportItem[] {
    for (const line of this.#splitter.end()) this.#line(line);
    if (this.#waiting !== undefined) this.#within(this.#waiting.line);
    this.#finish();
    this.#settle(this.#claim?.endsHere() === true);
    if (this.#mails === 0) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} holds no mail: nothing in it is a mail’s headers. Export it again from the program it came from.`,
      );
    }
    for (const item of this.#invitations.end()) this.#items.push(item);
    this.#items.push(...this.#tally.findings());
    return this.#taken();
  }

  #taken(): ImportItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  #line(line: ByteLine): void {
    const waiting = this.#waiting;
    if (waiting !== undefined) {
      this.#waiting = undefined;
      if (
        headerName(line.bytes) !== undefined ||
        this.#latin.decode(line.bytes.subarray(0, 6)) === '>From '
      ) {
        this.#separate(waiting.line, waiting.text, waiting.kind);
      } else this.#within(waiting.line);
    }
    if (beginsLikeSeparator(line.bytes)) {
      const name = fileMark(line.bytes);
      if (name !== undefined) {
        this.#nextFile(name);
        return;
      }
      const text = this.#latin.decode(line.bytes.subarray(0, 1_001));
      const kind = separatorKind(text);
      if (kind !== undefined && this.#mayBe(kind)) {
        this.#waiting = { line, text, kind };
        return;
      }
    }
    this.#within(line);
  }

  /** Without a date it is a separator only where the first of the file is written so, and a blank line is above it. */
  #mayBe(kind: Separator): boolean {
    if (this.#head === undefined) return true;
    if (this.#file !== undefined && this.#kind === undefined) return false; // it is one mail
    if (kind === 'dated') return true;
    return kind === this.#kind && this.#afterBlank;
  }

  #separate({ number, bytes }: ByteLine, text: string, kind: Separator): void {
    this.#finish();
    if (this.#claim?.endsHere() === true) this.#settle(true);
    else this.#claim?.pass(bytes.length);
    this.#kind ??= kind;
    this.#begin(number, text);
  }

  #begin(line: number, separator: string): void {
    this.#head = new MailHead(this.#file?.at ?? line, separator, this.#file?.name);
    this.#inBody = false;
    this.#afterBlank = false;
  }

  #nextFile(name: string): void {
    this.#finish();
    this.#settle(false);
    this.#file = { at: (this.#file?.at ?? 0) + 1, name };
    this.#kind = undefined;
    this.#inBody = false;
    this.#afterBlank = true;
  }

  /** A line that separates nothing. */
  #within({ number, bytes }: ByteLine): void {
    if (this.#claim !== undefined) {
      this.#claim.pass(bytes.length);
      if (this.#claim.failed) this.#settle(false);
    }
    if (this.#inBody) {
      this.#afterBlank = bytes.length === 0;
      const invitation = this.#parts.take(bytes);
      if (invitation !== undefined && this.#head !== undefined) this.#head.invitation = invitation;
      return;
    }
    if (this.#head === undefined) {
      if (headerName(bytes) === undefined) {
        if (bytes.length > 0 && !beginsLikeSeparator(bytes)) this.#tally.stray(number);
        return;
      }
      this.#begin(number, '');
    }
    if (bytes.length > 0) this.#head?.add(bytes);
    else this.#beginBody();
  }

  #beginBody(): void {
    this.#inBody = true;
    this.#afterBlank = true;
    if (this.#head === undefined) return;
    this.#parts.begin(this.#head);
    const claimed = this.#head.first('content-length', this.#context.text);
    if (this.#claim === undefined) this.#claim = BodyClaim.of(claimed);
  }

  /** The mail that was read so far is whole. */
  #finish(): void {
    const head = this.#head;
    if (head === undefined) return;
    this.#head = undefined;
    if (this.#inBody) head.invitation ??= this.#parts.end();
    // Within the length that an earlier mail claims for itself, this one may be a part of its text.
    if (this.#claim?.holds(head) === true) return;
    this.#take(head);
  }

  /** @param right whether the length was right, so that what looked like mails within it is none. */
  #settle(right: boolean): void {
    const held = this.#claim?.held ?? [];
    this.#claim = undefined;
    if (!right) for (const head of held) this.#take(head);
  }

  #take(head: MailHead): void {
    this.#mails += 1;
    if (this.#tally.leavesOut(head, this.#context.text)) return;
    const reading = readMail(head, this.#context);
    this.#items.push(...this.#context.text.takeFindings());
    const items = this.#tally.take(head, reading);
    this.#items.push(...items);
    const counts = items.some(({ kind }) => kind === 'encounter');
    if (counts && head.invitation !== undefined)
      this.#items.push(...this.#invitations.take(head.invitation, head.line));
  }
}

/** @throws KithmapError `bad-file` from `end` where the file holds no mail at all. */
export function mailReader(options: ReadOptions): RecordReader {
  return new MailReader(options);
}
