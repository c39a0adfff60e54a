/**
 * The pairs to decide about: looked for when somebody comes here, and from then on without those that were decided. The
 * list is not looked for after each decision: among many people that takes seconds, and rows would move under the hand.
 */
import { useEffect, useMemo, useState } from 'react';
import type { DuplicatePair, DuplicatesAnswer } from '../../../shared/duplicates/answers';
import { toErrorMessage } from '../../../shared/errors';
import { pairKey } from '../../../shared/model/indices';
import type { Live } from '../../giving/use-live';
import { useSession, useTable } from '../../network/hooks';

export interface Pairs extends Live<DuplicatesAnswer> {
  /** What is left, surest first, those put off last. */
  readonly left: readonly DuplicatePair[];
  readonly putOff: (pair: DuplicatePair) => void;
}

export const keyOf = ({ a, b }: DuplicatePair): string => pairKey(a.id, b.id);

export function usePairs(): Pairs {
  const session = useSession();
  const [asking, setAsking] = useState(0);
  const [heard, setHeard] = useState<{ readonly answer?: DuplicatesAnswer; readonly failed?: string }>({});
  const [later, setLater] = useState<readonly string[]>([]);
  const contacts = useTable('contacts');
  const decisions = useTable('pairDecisions');
  useEffect(() => {
    let current = true;
    session.host
      .call('duplicates', {})
      .then((answer) => current && setHeard({ answer }))
      .catch((error: unknown) => current && setHeard({ failed: toErrorMessage(error).message }));
    return () => {
      current = false;
    };
  }, [session, asking]);

  const { answer } = heard;
  const left = useMemo(() => {
    const { network } = session.replica;
    // Both lists say when to look again; the network knows the rest.
    if (answer === undefined || contacts.length === 0) return [];
    const apart = new Set(
      decisions.filter(({ kind }) => kind === 'not-same').map(({ a, b }) => pairKey(a, b)),
    );
    const open = answer.pairs.filter(
      (pair) =>
        network.has('contacts', pair.a.id) && network.has('contacts', pair.b.id) && !apart.has(keyOf(pair)),
    );
    const place = (pair: DuplicatePair): number => later.indexOf(keyOf(pair));
    return open.toSorted((one, other) => place(one) - place(other));
  }, [session, answer, contacts, decisions, later]);

  return {
    ...heard,
    left,
    again: () => setAsking((count) => count + 1),
    putOff: (pair) => setLater((standing) => [...standing.filter((key) => key !== keyOf(pair)), keyOf(pair)]),
  };
}
