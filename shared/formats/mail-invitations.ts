/**
 * The invitations of all mails of a file, read as one calendar: a later mail moves a meeting or calls it off that an
 * earlier one invited to.
 */
import { calendarReader } from './calendar';
import type { ImportItem, ReadOptions, RecordReader } from './record';

export class Invitations {
  readonly #options: ReadOptions;
  readonly #encoder = new TextEncoder();
  #reader: RecordReader | undefined;
  /** Lines of the calendar so far, and where each invitation begins in it, with the line of its mail. */
  #lines = 0;
  readonly #starts: { readonly at: number; readonly line: number }[] = [];

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  /** @param line where the mail stands. */
  take(invitation: string, line: number): ImportItem[] {
    const text = `${invitation.replace(/\r\n?/g, '\n').replaceAll('\0', '')}\n`;
    if (!/^\s*BEGIN:VCALENDAR/i.test(text)) return [];
    this.#reader ??= calendarReader(this.#options);
    this.#starts.push({ at: this.#lines + 1, line });
    this.#lines += text.split('\n').length - 1;
    return this.#inMails(this.#reader.push(this.#encoder.encode(text)));
  }

  end(): ImportItem[] {
    return this.#reader === undefined ? [] : this.#inMails(this.#reader.end());
  }

  #inMails(items: readonly ImportItem[]): ImportItem[] {
    return items.map((item) => ({ ...item, line: this.#lineOf(item.line) }));
  }

  /** The line of the mail that an invitation's line belongs to. */
  #lineOf(line: number): number {
    let [low, high] = [0, this.#starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.#starts[middle]?.at ?? 0) <= line) low = middle;
      else high = middle - 1;
    }
    return this.#starts[low]?.line ?? 0;
  }
}
