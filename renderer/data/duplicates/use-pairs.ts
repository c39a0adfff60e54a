/**
 * The pairs to decide about: looked for when somebody comes here, and from then on without those that were decided. The
 * list is not looked for after each decision: among many people that takes seconds, and rows would move under the hand.
 */
import { useEffect, useMemo, useState } from 'react';
import type { DuplicatePair, DuplicatesAnswer } from '../../../shared/duplicates/answers';
import { toErrorMessage } from '../../../shared/errors';
import { pairKey } from '../../../shared/model/indices';
import { putOffPairs } from '../../../shared/put-off';
import type { Live } from '../../giving/use-live';
import { useSession, useTable, useToday } from '../../network/hooks';

export interface Pairs extends Live<DuplicatesAnswer> {
  /** What is left, surest first. */
  readonly left: readonly DuplicatePair[];
  /** What was put off, surest first. */
  readonly later: readonly DuplicatePair[];
  /** Decides about a pair, which is gone until the answer is there; refused, it comes back. */
  readonly decide: (pair: DuplicatePair, act: () => Promise<boolean>) => Promise<void>;
}

export const keyOf = ({ a, b }: DuplicatePair): string => pairKey(a.id, b.id);

export function usePairs(): Pairs {
  const session = useSession();
  const [asking, setAsking] = useState(0);
  const [heard, setHeard] = useState<{ readonly answer?: DuplicatesAnswer; readonly failed?: string }>({});
  const [underWay, setUnderWay] = useState<readonly string[]>([]);
  const contacts = useTable('contacts');
  const decisions = useTable('pairDecisions');
  const today = useToday();
  useEffect(() => {
    let current = true;
    session.host
      .call('duplicates', { putOff: true })
      .then((answer) => current && setHeard({ answer }))
      .catch((error: unknown) => current && setHeard({ failed: toErrorMessage(error).message }));
    return () => {
      current = false;
    };
  }, [session, asking]);

  const { answer } = heard;
  const standing = useMemo(() => {
    const { network } = session.replica;
    // Both lists say when to look again; the network knows the rest.
    if (answer === undefined || contacts.length === 0) return { left: [], later: [] };
    const apart = new Set(
      decisions.filter(({ kind }) => kind === 'not-same').map(({ a, b }) => pairKey(a, b)),
    );
    const open = answer.pairs.filter(
      (pair) =>
        network.has('contacts', pair.a.id) &&
        network.has('contacts', pair.b.id) &&
        !apart.has(keyOf(pair)) &&
        !underWay.includes(keyOf(pair)),
    );
    const resting = putOffPairs(network, today);
    const isLater = (pair: DuplicatePair): boolean => resting.has(keyOf(pair));
    return { left: open.filter((pair) => !isLater(pair)), later: open.filter(isLater) };
  }, [session, answer, contacts, decisions, underWay, today]);

  return {
    ...heard,
    ...standing,
    again: () => setAsking((count) => count + 1),
    decide: async (pair, act) => {
      setUnderWay((standing) => [...standing, keyOf(pair)]);
      await act();
      setUnderWay((standing) => standing.filter((key) => key !== keyOf(pair)));
    },
  };
}
