/** Drives work that goes in steps, so that keys and frames are answered in between. */
import type { Steps } from '../../shared/steps';
import { turns } from './turns';

/** @returns undefined where the signal fired before the end */
export async function runInTurns<T>(steps: Steps<T>, signal: AbortSignal): Promise<T | undefined> {
  const turn = turns();
  for (;;) {
    const step = steps.next();
    if (step.done === true) return signal.aborted ? undefined : step.value;
    if (turn.lasts()) continue;
    await turn.next();
    if (signal.aborted) return undefined;
  }
}
