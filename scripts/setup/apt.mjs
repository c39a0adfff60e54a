import { accessSync, constants } from 'node:fs';
import { run } from './run.mjs';

const APT = '/usr/bin/apt-get';

/** Whether programs can be had from the system's packages without asking anybody. */
export function canUseApt() {
  if (process.getuid?.() !== 0) return false;
  try {
    accessSync(APT, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @param {readonly string[]} packages */
export async function installByApt(packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const lists = await run(APT, ['update', '-qq'], { env, timeoutMs: 180_000 });
  if (lists.code !== 0) return lists;
  return run(APT, ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    timeoutMs: 600_000,
  });
}
