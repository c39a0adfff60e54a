/**
 * The length that a mail's headers give for its text (mboxcl). It is often wrong, since programs convert line ends and
 * edit mails in place; so what looks like further mails within it is held back, until the place where the text is said
 * to end shows whether one ends there.
 */

/** Longer texts, and more mails within one, are not held back. */
const longest = 64 * 1024 * 1024;
const mostHeld = 200;

export class BodyClaim<Mail> {
  readonly held: Mail[] = [];
  readonly #length: number;
  /** Bytes since the text began, with line ends of one byte or of two. */
  #short = 0;
  #long = 0;
  #own = false;

  private constructor(length: number) {
    this.#length = length;
  }

  /** @param header the value of Content-Length. */
  static of<Mail>(header: string): BodyClaim<Mail> | undefined {
    const length = /^\d{1,9}$/.test(header) ? Number(header) : 0;
    return length > 0 && length <= longest ? new BodyClaim<Mail>(length) : undefined;
  }

  /** A line of the text went by. */
  pass(bytes: number): void {
    this.#short += bytes + 1;
    this.#long += bytes + 2;
  }

  /** Whether the text ends here as was said; the blank line before a separator may be a part of it or not. */
  endsHere(): boolean {
    const over = this.#short - this.#length;
    const overLong = this.#long - this.#length;
    return (over >= 0 && over <= 1) || (overLong >= 0 && overLong <= 2);
  }

  /** True once the text is longer than was said. */
  get failed(): boolean {
    return this.#short > this.#length + 1 || this.held.length > mostHeld;
  }

  /** The first is the mail whose text it is; those that end within it are held back. */
  holds(mail: Mail): boolean {
    if (!this.#own) {
      this.#own = true;
      return false;
    }
    this.held.push(mail);
    return true;
  }
}
