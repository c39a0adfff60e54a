/** A name in a list of Today; pressing it opens the person beside. */
import type { ReactNode } from 'react';
import { useSession } from '../network/hooks';

export function PersonName({ id, name }: { id: string; name: string }): ReactNode {
  const session = useSession();
  return (
    <button type="button" className="k-today-person" onClick={() => session.select(id)}>
      {name}
    </button>
  );
}
