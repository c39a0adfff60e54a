/** The gaps of the whole network, likeliest to be no chance first: what the map and the list beside it show. */
import { useMemo } from 'react';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { useAnswer, useSession, useTable } from '../../network/hooks';

export type ShownGap = AnswerTo<'gaps'>['list'][number] & {
  /** Tells it from the others. */
  readonly key: string;
};

/** More circles would make the sea a list. */
const most = 6;

/** Undefined until the analysis has answered. */
export function useGaps(): readonly ShownGap[] | undefined {
  const { replica } = useSession();
  const clusters = useTable('clusters');
  const answer = useAnswer({ kind: 'gaps' });
  return useMemo(
    () =>
      answer?.list.slice(0, most).map((gap) => {
        const named =
          gap.attribute === 'cluster' ? replica.network.get('clusters', gap.value)?.name : undefined;
        return { ...gap, value: named ?? gap.value, key: `${gap.attribute} ${gap.value}` };
      }),
    // A group may be called otherwise by now.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [answer, replica, clusters],
  );
}
