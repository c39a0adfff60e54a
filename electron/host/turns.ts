/** One thing after another: who asks for a turn waits for all who asked before, whether theirs went well or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when all who asked before are done. */
  idle(): Promise<void> {
    return this.take(() => Promise.resolve());
  }
}
