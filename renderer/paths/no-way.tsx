/** There is no way: why, and the nearest thing that would make one, to be done at once. */
import type { ReactNode } from 'react';
import type { OnPath, PathsAnswer, Remedy } from '../../shared/paths/answers';
import { Button } from '../app/parts/button';
import { Empty } from '../app/parts/empty';
import { listed } from '../../shared/words';
import { knowEachOther } from '../atlas/know-each-other';
import { useSession, useSettings } from '../network/hooks';
import { Ways } from './ways';

export function NoWay({ answer: { none, remedy } }: { answer: PathsAnswer }): ReactNode {
  return (
    <div role="status">
      <Empty title="No way that is on record" action={remedy === null ? undefined : <Mend remedy={remedy} />}>
        {none}
      </Empty>
    </div>
  );
}

function Mend({ remedy }: { remedy: Remedy }): ReactNode {
  const session = useSession();
  const ways = Ways.of(session);
  const { me } = useSettings();
  switch (remedy.kind) {
    case 'me':
      return <Button onClick={() => session.navigation.go('settings')}>Say who you are</Button>;
    case 'guessed':
      return <Button onClick={() => ways.onlyKnown(false)}>Count guessed ties as well</Button>;
    case 'let-in':
      return (
        <Button onClick={() => ways.letIn(idsOf(remedy.people))}>
          Let {listed(remedy.people.map(({ name }) => name))} in again
        </Button>
      );
    case 'tie': {
      const { from, to } = remedy;
      const [a, b] = [from.id, to.id];
      if (a === undefined || b === undefined || session.hello.readOnly !== undefined) return null;
      return (
        <Button onClick={() => void knowEachOther(session, a, b)}>
          {a === me ? `I know ${to.name}` : `${from.name} and ${to.name} know each other`}
        </Button>
      );
    }
  }
}

function idsOf(people: readonly OnPath[]): string[] {
  return people.flatMap(({ id }) => (id === undefined ? [] : [id]));
}
