/** Who might care and is not asked now, each with the reason; folded. */
import type { ReactNode } from 'react';
import type { WhoCaresAnswer } from '../../../shared/sharing/answers';
import { people } from '../../app/words';
import { useSession } from '../../network/hooks';

export function LeftOut({ answer: { leftOut, leftOutInAll } }: { answer: WhoCaresAnswer }): ReactNode {
  const session = useSession();
  if (leftOut.length === 0) return null;
  const more = leftOutInAll - leftOut.length;
  return (
    <details className="k-share-folded">
      <summary>{people(leftOutInAll)} left out, and why</summary>
      <ul>
        {leftOut.map(({ id, name, why }) => (
          <li key={id}>
            <button type="button" className="k-link-button" onClick={() => session.select(id)}>
              {name}
            </button>{' '}
            <span className="k-small k-quiet">{why}</span>
          </li>
        ))}
        {more > 0 ? <li className="k-small k-quietest">and {people(more)} more</li> : null}
      </ul>
    </details>
  );
}
