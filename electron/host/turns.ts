/** Whose turn it is: work that waits for other work, and long work that lets others be answered. */
import { setImmediate } from 'node:timers/promises';
import type { Steps } from '../../shared/steps';

/** Milliseconds of work before others get their turn. */
const sliceWork = 8;

/**
 * Drives work in steps to its end, and lets others be answered now and then.
 * @param elapsed milliseconds from some fixed moment.
 * @param goOn is called after each turn of the others; what it throws ends the work.
 */
export async function inTurns<T>(
  steps: Steps<T>,
  elapsed: () => number,
  goOn: () => void = () => undefined,
): Promise<T> {
  for (let begin = elapsed(); ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (elapsed() - begin < sliceWork) continue;
    await setImmediate();
    goOn();
    begin = elapsed();
  }
}

/** One thing after another: who asks for a turn waits for all who asked before, whether theirs went well or not. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();
  #begun = 0;

  /** How many turns have begun. */
  get begun(): number {
    return this.#begun;
  }

  take<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(() => {
      this.#begun++;
      return work();
    });
    this.#last = turn.catch(() => undefined);
    return turn;
  }

  /** Resolves when all who asked before are done. */
  idle(): Promise<void> {
    return this.take(() => Promise.resolve());
  }
}
