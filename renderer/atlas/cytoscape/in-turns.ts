/** Work on many elements of Cytoscape's, some of them in each batch. */
import { nextTask } from '../../network/turns';

/** Work on elements before the page has its turn (ms), looked at after so many of them. */
const workAtOnce = 10;
const lookEvery = 20;

/** Works through a list, as much at a time as the page can spare. @param batch runs one part */
export async function inTurns<T>(
  list: readonly T[],
  batch: (part: (each: (item: T) => void) => void) => void,
  overtaken: () => boolean,
): Promise<void> {
  for (let at = 0; at < list.length && !overtaken();) {
    batch((each) => {
      const until = performance.now() + workAtOnce;
      do {
        const end = Math.min(list.length, at + lookEvery);
        while (at < end) each(list[at++]!);
      } while (at < list.length && performance.now() < until);
    });
    await nextTask();
  }
}
