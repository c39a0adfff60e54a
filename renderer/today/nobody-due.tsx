/** The week's list when nobody is on it: why, and the one next step. */
import type { ReactNode } from 'react';
import { Button } from '../app/parts/button';
import { Empty } from '../app/parts/empty';
import { NobodyYet } from '../app/parts/nobody-yet';
import { useSession, useSettings, useTable } from '../network/hooks';

export function NobodyDue({ why }: { why: string }): ReactNode {
  const { navigation } = useSession();
  const { me } = useSettings();
  const others = useTable('contacts').some(({ id }) => id !== me);
  if (!others) {
    return (
      <NobodyYet lead="Once you know with whom you want to stay in touch, the people of the week stand here, never more than you asked for." />
    );
  }
  return (
    <Empty
      title="Nobody is due"
      action={<Button onClick={() => navigation.go('people')}>Choose for whom to have a cadence</Button>}
    >
      {why} Whoever has a cadence or a circle, and whoever you log something with, comes here in time.
    </Empty>
  );
}
