/**
 * Pairs that are not to be suggested: "not these two" holds for good, and so does an introduction of theirs that is under
 * way, came about or was declined; "not now" holds for 90 days, and so does one that was put off or withdrawn.
 */
import type { Introduction } from '../model/entities';
import { pairKey } from '../model/indices';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import { addDays, type Day } from '../time';

export const notNowFor = 90;

/** By `pairKey`. */
export function* settledPairs(network: OpenNetwork, today: Day): Steps<Set<string>> {
  const settled = new Set<string>();
  const isRecent = (day: Day | undefined): boolean => day === undefined || today < addDays(day, notNowFor);
  for (const { a, b, kind, day } of network.all('pairDecisions')) {
    yield;
    if (kind === 'never-introduce' || (kind === 'not-now' && isRecent(day))) settled.add(pairKey(a, b));
  }
  for (const introduction of network.all('introductions')) {
    yield;
    const { a, b, history, day } = introduction;
    if (!isPutOff(introduction) || isRecent(history.at(-1)?.day ?? day)) settled.add(pairKey(a, b));
  }
  return settled;
}

/** Where one of them said no, it is no matter of time. */
function isPutOff({ stage, consentA, consentB }: Introduction): boolean {
  return (stage === 'not-now' || stage === 'withdrawn') && consentA !== 'no' && consentB !== 'no';
}
