/** Listeners by key, so that a change wakes only those who look at what changed. */
export class Watchers {
  readonly #byKey = new Map<string, Set<() => void>>();

  /** @returns a function that ends the watch. */
  watch(key: string, listener: () => void): () => void {
    const standing = this.#byKey.get(key);
    if (standing === undefined) this.#byKey.set(key, new Set([listener]));
    else standing.add(listener);
    return () => {
      const listeners = this.#byKey.get(key);
      listeners?.delete(listener);
      if (listeners?.size === 0) this.#byKey.delete(key);
    };
  }

  /** Wakes everyone who watches one of the keys, each once. */
  wake(keys: Iterable<string>): void {
    const awake = new Set<() => void>();
    for (const key of keys) for (const listener of this.#byKey.get(key) ?? []) awake.add(listener);
    for (const listener of awake) listener();
  }

  wakeAll(): void {
    this.wake([...this.#byKey.keys()]);
  }
}
