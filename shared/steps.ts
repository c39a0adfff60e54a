/**
 * Work in steps of microseconds, for what takes long where others want to be answered meanwhile: whoever drives it
 * looks at the clock between two steps. (The analysis has pieces of its own, which say how much is done.)
 */
export type Steps<T> = Generator<void, T, undefined>;

/** Drives the work to its end at once: where it is known to be little. */
export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
