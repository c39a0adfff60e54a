/** “Merge with somebody”: who the other is, then the two cards side by side. */
import { type ReactNode, useState } from 'react';
import type { Choices } from '../../../shared/commands/merged-fields';
import { Dialog } from '../../app/parts/dialog';
import { PersonPicker } from '../../app/parts/person-picker';
import { nameOf } from '../../app/words';
import { useContact, useSession } from '../../network/hooks';
import { Comparison } from './comparison';
import { mergePair } from './deciding';
import './duplicates.css';
import { WhatMerges } from './what-merges';

interface MergeDialogProps {
  /** The one who stays, and the other where that is known. */
  readonly people: readonly string[];
  readonly onClose: () => void;
}

export function MergeDialog({ people: [into = '', known], onClose }: MergeDialogProps): ReactNode {
  const session = useSession();
  const [gone, setGone] = useState(known);
  const [choices, setChoices] = useState<Choices>({});
  const mine = useContact(into);
  const theirs = useContact(gone);
  if (mine === undefined) return null;
  const merge = async (): Promise<void> => {
    if (gone === undefined || !(await mergePair(session, into, gone, choices))) return;
    onClose();
    session.select(into);
  };
  return (
    <Dialog
      title={`${nameOf(mine)} and somebody else are one person`}
      onClose={onClose}
      width="46rem"
      submit="Merge"
      canSubmit={theirs !== undefined}
      onSubmit={() => void merge()}
    >
      <PersonPicker
        single
        autoFocus={known === undefined}
        label="Who else is it?"
        value={gone === undefined ? [] : [gone]}
        without={[into]}
        onChange={([id]) => {
          setGone(id);
          setChoices({});
        }}
      />
      {theirs === undefined ? (
        <WhatMerges people={[into]} />
      ) : (
        <>
          <Comparison
            mine={mine}
            theirs={theirs}
            choices={choices}
            onChoose={(field, keeping) => setChoices({ ...choices, [field]: keeping })}
          />
          <WhatMerges people={[into, theirs.id]} />
        </>
      )}
    </Dialog>
  );
}
