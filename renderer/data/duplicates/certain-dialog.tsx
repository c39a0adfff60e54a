/** Asked before all certain pairs are merged at once: who they are. */
import type { ReactNode } from 'react';
import type { DuplicatePair } from '../../../shared/duplicates/answers';
import { Dialog } from '../../app/parts/dialog';
import { many } from '../../app/words';
import { useSession } from '../../network/hooks';
import { mergeCertain } from './deciding';
import { keyOf } from './use-pairs';

export function CertainDialog({
  pairs,
  onClose,
}: {
  pairs: readonly DuplicatePair[];
  onClose: () => void;
}): ReactNode {
  const session = useSession();
  const words = many(pairs.length, 'pair', 'pairs');
  return (
    <Dialog
      title={`Merge ${words}?`}
      onClose={onClose}
      submit={`Merge ${words}`}
      onSubmit={() => {
        onClose();
        void mergeCertain(session, pairs);
      }}
    >
      <p>
        Each pair shares something that one person alone has, and nothing that weighs speaks against it. What
        both say is kept; where they differ, the first has it. Undo takes all of it back.
      </p>
      <ul className="k-same-certain" aria-label="Pairs that are certain" tabIndex={0}>
        {pairs.map((pair) => (
          <li key={keyOf(pair)}>
            <span>{pair.a.name}</span>
            {pair.a.name === pair.b.name ? null : <span className="k-quiet"> and {pair.b.name}</span>}
            <span className="k-small k-quietest k-same-why">
              {pair.reasons
                .filter(({ speaks }) => speaks === 'for')
                .slice(0, 2)
                .map(({ text }) => text)
                .join(' · ')}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
