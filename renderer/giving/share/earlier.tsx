/** What was kept before, the latest first. */
import { type ReactNode, useState } from 'react';
import type { Shareable } from '../../../shared/model/entities';
import { nameOf, people, sayDay } from '../../app/words';
import { useSession, useTable, useToday } from '../../network/hooks';
import { useStepping } from '../../insights/gaps/use-stepping';
import { MoreButton } from '../../today/more-button';
import { Sharing } from './sharing';

/** So many are shown at first. */
const first = 8;

export function Earlier({ open }: { open: string | undefined }): ReactNode {
  const [all, setAll] = useState(false);
  const kept = useTable('shareables').toSorted((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
  const { onKeyDown } = useStepping();
  return (
    <section aria-labelledby="share-earlier">
      <h2 className="k-heading" id="share-earlier">
        Kept before
      </h2>
      {kept.length === 0 ? (
        <p className="k-small k-quiet k-share-lead">
          Nothing yet. What you keep stands here, with whom it went to.
        </p>
      ) : (
        <ul className="k-share-earlier" aria-labelledby="share-earlier" onKeyDown={onKeyDown}>
          {kept.slice(0, all ? undefined : first).map((shareable) => (
            <Line key={shareable.id} shareable={shareable} isOpen={shareable.id === open} />
          ))}
          <MoreButton all={kept.length} first={first} open={all} onOpen={() => setAll(true)} />
        </ul>
      )}
    </section>
  );
}

function orderOf({ addedOn, sent, id }: Shareable): string {
  const last = sent.map(({ day }) => day).reduce((latest, day) => (day > latest ? day : latest), addedOn);
  return `${last} ${id}`;
}

function Line({ shareable, isOpen }: { shareable: Shareable; isOpen: boolean }): ReactNode {
  const session = useSession();
  const today = useToday();
  const { id, title, addedOn, sent } = shareable;
  const [one] = sent;
  const person = one === undefined ? undefined : session.replica.network.get('contacts', one.contact);
  const went =
    sent.length === 0
      ? `Kept ${said(sayDay(addedOn, today, session.hello.locale))}, not sent yet`
      : sent.length === 1 && person !== undefined
        ? `To ${nameOf(person)}`
        : `To ${people(sent.length)}`;
  return (
    <li data-step tabIndex={-1} aria-label={title}>
      <button
        type="button"
        className="k-share-title"
        aria-current={isOpen ? 'true' : undefined}
        onClick={() => Sharing.of(session).open(id)}
      >
        {title}
      </button>
      <p className="k-small k-quietest">{went}</p>
    </li>
  );
}

/** "yesterday", "9 days ago", "in March". */
function said(day: string): string {
  return /ago$|^(?:today|yesterday|tomorrow)$/.test(day) ? day : `in ${day}`;
}
