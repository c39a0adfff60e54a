/** How long work takes, in ms by the clock. */

export function timed(work: () => unknown): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

/** Drives work in steps to its end. @returns how long all of it took, and the longest step */
export function slices(steps: Generator<unknown, unknown>): { total: number; longest: number } {
  let [total, longest] = [0, 0];
  for (;;) {
    const began = performance.now();
    const { done } = steps.next();
    const took = performance.now() - began;
    total += took;
    longest = Math.max(longest, took);
    if (done === true) return { total, longest };
  }
}
