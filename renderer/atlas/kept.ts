/** A value that is worked out again only when what it comes from is different. */
export class Kept<T> {
  #from: readonly unknown[] | undefined;
  #value: T | undefined;

  of(from: readonly unknown[], work: () => T): T {
    if (this.#value === undefined || this.#from?.some((part, i) => part !== from[i]) !== false) {
      this.#from = from;
      this.#value = work();
    }
    return this.#value;
  }
}
