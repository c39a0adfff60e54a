/** Does things one after the other, each in a task of its own, so that the page can draw and listen in between. */
export class OneByOne {
  #waiting: (() => void)[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onDone: () => void;

  /** @param onDone after the last one of a list */
  constructor(onDone: () => void) {
    this.#onDone = onDone;
  }

  /** These take the place of whatever still waits. */
  begin(things: readonly (() => void)[]): void {
    this.#waiting = [...things];
    this.#timer ??= setTimeout(() => this.#next());
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#waiting = [];
  }

  #next(): void {
    this.#timer = undefined;
    const thing = this.#waiting.shift();
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => this.#next());
    thing?.();
    if (this.#timer === undefined) this.#onDone();
  }
}
