/** Where somebody is for a while, now or later; what is over is history. */
import type { ReactNode } from 'react';
import { exactDay, sayDayAhead } from '../../app/words';
import { useSession, useTable, useToday } from '../../network/hooks';
import { TextButton } from './section';

export function Stays({ contact }: { contact: string }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { locale, readOnly } = session.hello;
  const stays = useTable('stays')
    .filter((stay) => stay.contact === contact && (stay.to === undefined || stay.to >= today))
    .sort((a, b) => (a.from < b.from ? -1 : 1));
  return stays.map(({ id, place, from, to }) => {
    const begins = from > today ? ` from ${sayDayAhead(from, today, locale)}` : '';
    const ends = to === undefined ? '' : ` until ${sayDayAhead(to, today, locale)}`;
    return (
      <p key={id} className="k-small k-quiet" title={to === undefined ? undefined : exactDay(to, locale)}>
        In {place}
        {begins}
        {ends}{' '}
        {readOnly === undefined ? (
          <TextButton label={`Edit: in ${place}`} onClick={() => session.dialogs.open('edit-stay', [id])}>
            Edit
          </TextButton>
        ) : null}
      </p>
    );
  });
}
