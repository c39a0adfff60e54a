/** Those who want to hear of something: told in the order in which they came, one's failure kept from the others. */
export class Listeners<T> {
  readonly #listeners = new Set<{ readonly hear: (value: T) => void }>();

  /** @returns a function that ends the subscription. */
  add(listener: (value: T) => void): () => void {
    const entry = { hear: listener };
    this.#listeners.add(entry);
    return () => {
      this.#listeners.delete(entry);
    };
  }

  tell(value: T): void {
    for (const { hear } of [...this.#listeners]) {
      try {
        hear(value);
      } catch {
        // A listener that fails is its owner's fault; the others still have to hear.
      }
    }
  }

  get size(): number {
    return this.#listeners.size;
  }
}
