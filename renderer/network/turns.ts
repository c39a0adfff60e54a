/** Work in turns, so that keys and frames are answered in between. */

/** Milliseconds of work after which others get their turn. */
const turnLength = 8;

export interface Turns {
  /** Resolves at once while the turn lasts, else after others had theirs. */
  next(): Promise<void>;
  /** True while the turn has time left. */
  lasts(): boolean;
}

export function turns(length = turnLength): Turns {
  let ends = performance.now() + length;
  return {
    lasts: () => performance.now() < ends,
    async next() {
      if (performance.now() < ends) return;
      await nextTask();
      ends = performance.now() + length;
    },
  };
}

/** Begins something in a task of its own. @returns what ends it, or keeps it from beginning */
export function inNextTask(begin: () => () => void): () => void {
  let isOver = false;
  let end: (() => void) | undefined;
  void nextTask().then(() => {
    if (!isOver) end = begin();
  });
  return () => {
    isOver = true;
    end?.();
  };
}

/** Ends the present task, and lets everything that waits run; a message comes back sooner than a timer. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
