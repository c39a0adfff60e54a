/** To whom something went, by day, the latest first. */
import type { ReactNode } from 'react';
import type { Shareable } from '../../../shared/model/entities';
import { exactDay, nameOf, sayDay } from '../../app/words';
import { useSession, useTable, useToday } from '../../network/hooks';

/** Names of one day that are told. */
const most = 12;

export function WentTo({ sent }: { sent: Shareable['sent'] }): ReactNode {
  const session = useSession();
  const today = useToday();
  // Wakes when a name changes.
  useTable('contacts');
  const { locale } = session.hello;
  const days = [...new Set(sent.map(({ day }) => day))].sort().reverse();
  if (days.length === 0) return <p className="k-small k-quietest">Not sent to anybody yet.</p>;
  return (
    <ul className="k-share-went">
      {days.map((day) => {
        const those = sent.filter((one) => one.day === day);
        return (
          <li className="k-small k-quiet" key={day}>
            To{' '}
            {those.slice(0, most).map(({ contact }, at) => {
              const person = session.replica.network.get('contacts', contact);
              return (
                <span key={contact}>
                  {at === 0 ? '' : ', '}
                  <button type="button" className="k-link-button" onClick={() => session.select(contact)}>
                    {person === undefined ? 'Somebody' : nameOf(person)}
                  </button>
                </span>
              );
            })}
            {those.length > most ? ` and ${those.length - most} more` : ''},{' '}
            <span title={exactDay(day, locale)}>{sayDay(day, today, locale)}</span>
          </li>
        );
      })}
    </ul>
  );
}
