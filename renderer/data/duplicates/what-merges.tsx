/** What merging two does beside their cards. */
import type { ReactNode } from 'react';
import { isWithinOne } from '../../../shared/introductions/within-one';
import { many } from '../../app/words';
import { useTable } from '../../network/hooks';

/** @param people the two */
export function WhatMerges({ people }: { people: readonly string[] }): ReactNode {
  const within = useTable('introductions').filter((one) => isWithinOne(one, people)).length;
  return (
    <p className="k-small k-quiet">
      What happened with either, promises, ties and notes come together.{' '}
      {within === 0
        ? null
        : `${many(within, 'introduction', 'introductions')} between the two ${within === 1 ? 'goes' : 'go'}: nobody introduces themselves. `}
      Undo takes it back, and later the two can be taken apart.
    </p>
  );
}
