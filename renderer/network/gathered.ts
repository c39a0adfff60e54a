/** Many calls in a row become one, so that what sums up over everybody is not worked out for each piece of news. */

/** Milliseconds in which calls are gathered. */
const gatherFor = 250;

export interface Gathered {
  /** `work` runs once, `gatherFor` after the first call, however many follow meanwhile. */
  call(): void;
  /** What is still waiting never runs. */
  stop(): void;
}

export function gathered(work: () => void, wait = gatherFor): Gathered {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    call() {
      timer ??= setTimeout(() => {
        timer = undefined;
        work();
      }, wait);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
