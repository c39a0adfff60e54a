/** What people in the network have of a kind, to choose among while an aim is written: the most frequent first. */
import { useMemo } from 'react';
import type { GroupKind } from '../../../shared/paths/answers';
import { useGroupValues } from '../../paths/use-group-values';

type Values = Readonly<Record<GroupKind, readonly string[]>>;

/** Of each kind; what is rarer is typed. */
const most = 500;

export function useValues(): Values {
  const all = useGroupValues();
  return useMemo(() => {
    const of = (kind: GroupKind): readonly string[] =>
      all
        .filter((one) => one.kind === kind)
        .slice(0, most)
        .map(({ value }) => value);
    return {
      industry: of('industry'),
      place: of('place'),
      organisation: of('organisation'),
      tag: of('tag'),
    };
  }, [all]);
}
