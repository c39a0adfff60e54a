/** What the board and the list say while there is nothing on them. */
import type { ReactNode } from 'react';
import { ActionButton } from '../app/parts/button';
import { Empty } from '../app/parts/empty';

export function NoneYet(): ReactNode {
  return (
    <Empty
      title="No introductions are under way"
      action={<ActionButton id="introductions.begin" look="filled" withIcon={false} />}
    >
      Two people whom you know should meet, or somebody could bring you to somebody. It is kept here from the
      idea to thanks: who was asked, what they said, what came of it.
    </Empty>
  );
}
