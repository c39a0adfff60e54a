/** A gate that work passes between two steps: shut while a person wants it to wait. */
export class Pause {
  #opened: Promise<void> | undefined;
  #open: (() => void) | undefined;

  get isShut(): boolean {
    return this.#opened !== undefined;
  }

  shut(): void {
    this.#opened ??= new Promise((resolve) => (this.#open = resolve));
  }

  open(): void {
    this.#open?.();
    this.#opened = undefined;
    this.#open = undefined;
  }

  /** Resolves once the gate is open, which mostly is at once. */
  async passed(): Promise<void> {
    await this.#opened;
  }
}
