/** What a screen says while there is nobody to show on it: the next step. */
import type { ReactNode } from 'react';
import { useSession } from '../../network/hooks';
import { ActionButton, Button } from './button';
import { Empty } from './empty';

interface NobodyYetProps {
  readonly title?: string;
  /** What the screen will be for. */
  readonly lead?: string;
  /** What will become of those who are brought. */
  readonly after?: string;
}

export function NobodyYet({ title = 'Nobody is here yet', lead, after }: NobodyYetProps): ReactNode {
  const { navigation } = useSession();
  const sentences = [
    lead,
    'Bring your contacts from LinkedIn or a phone, or add the first one by hand.',
    after,
  ];
  return (
    <Empty
      title={title}
      action={
        <>
          <Button look="filled" onClick={() => navigation.go('data')}>
            Import contacts
          </Button>
          <ActionButton id="people.add" withKey={false} />
        </>
      }
    >
      {sentences.filter((sentence) => sentence !== undefined).join(' ')}
    </Empty>
  );
}
