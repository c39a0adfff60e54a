import { build, buildIsCurrent } from './build.mjs';
import { install, installIsCurrent } from './install.mjs';
import { seconds } from './run.mjs';
import { inTurn } from './turn.mjs';

/**
 * Makes the app ready to run: installs and builds what is missing or older than its sources, and says what it does
 * and how long that took. A second call finds nothing to do.
 * @param {(line: string) => void} say
 */
export async function makeReady(say) {
  await makeInstalled(say);
  await once('Building', buildIsCurrent, build, say);
}

/** @param {(line: string) => void} say */
export const makeInstalled = (say) =>
  once('Installing what it is built from', installIsCurrent, install, say);

/**
 * @param {string} what
 * @param {() => boolean} isDone
 * @param {() => Promise<void>} work
 * @param {(line: string) => void} say
 */
async function once(what, isDone, work, say) {
  if (isDone()) return;
  await inTurn(async () => {
    if (isDone()) return;
    say(`${what} (only when something changed) ...`);
    const began = performance.now();
    await work();
    say(`${what}: done in ${seconds((performance.now() - began) / 1000)}`);
  });
}
