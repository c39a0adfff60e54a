/** The people a highlight means, as a list with why each. */
import { type ReactNode, useMemo } from 'react';
import {
  asRecorded,
  asSentences,
  connectorReasons,
  sayConnector,
  whyCooling,
} from '../../shared/analysis/reasons';
import { callName } from '../../shared/words';
import { people } from '../app/words';
import type { Highlight } from '../network/atlas-view';
import { useContact, useSession, useSettings, useTable, useToday } from '../network/hooks';
import { useAnalysisNews } from './use-analysis-news';
import './inspector/inspector.css';
import { PersonRow } from './person-row';

type Shown = Extract<Highlight, 'connectors' | 'cooling'>;

const heads: Readonly<Record<Shown, { title: string; none: string }>> = {
  connectors: {
    title: 'Who connects groups',
    none: 'Nobody stands out yet. It takes people in more than one group, and ties between them.',
  },
  cooling: {
    title: 'Whose tie with you is cooling',
    none: 'Nobody. Either all is in rhythm, or too little is recorded to say.',
  },
};
/** Names enough for a look; the table has the rest. */
const most = 60;

export function HighlightList({ highlight }: { highlight: Shown }): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const news = useAnalysisNews();
  const contacts = useTable('contacts');
  const meant = useMemo(() => {
    const { analysis } = session;
    const there = contacts.filter(({ id, archived }) => id !== me && archived !== true).map(({ id }) => id);
    if (highlight === 'connectors') {
      const present = new Set(there);
      return [...analysis.connectors]
        .filter((one) => one.ring && present.has(one.contact))
        .map((one) => one.contact);
    }
    const order = (id: string): number => analysis.warmth(id)?.order ?? 0;
    return there.filter((id) => analysis.warmth(id)?.state === 'cooling').sort((a, b) => order(b) - order(a));
    // The analysis answers in place: its news say when to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [session, highlight, contacts, me, news]);
  const head = heads[highlight];
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <h2 className="k-insp-name">{head.title}</h2>
        <p className="k-quiet k-small">{meant.length === 0 ? head.none : people(meant.length)}</p>
      </div>
      {meant.length === 0 ? null : (
        <div className="k-insp-section">
          <ul>
            {meant.slice(0, most).map((id) => (
              <Why key={id} contact={id} highlight={highlight} />
            ))}
          </ul>
          {meant.length > most ? (
            <p className="k-small k-quietest">and {people(meant.length - most)} more; People has them all.</p>
          ) : null}
          {highlight === 'connectors' ? <p className="k-small k-quietest">{asRecorded}</p> : null}
        </div>
      )}
    </div>
  );
}

function Why({ contact, highlight }: { contact: string; highlight: Shown }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  const today = useToday();
  if (person === undefined) return null;
  const { analysis, replica, hello } = session;
  const connector = analysis.connector(contact);
  const warmth = analysis.warmth(contact);
  const clauses =
    highlight === 'connectors'
      ? connector === undefined
        ? []
        : sayConnector(
            connectorReasons(connector),
            callName(person.name),
            (id) => replica.network.get('clusters', id)?.name,
          )
      : warmth === undefined
        ? []
        : whyCooling(warmth, { today, locale: hello.locale });
  return (
    <li className="k-insp-why">
      <PersonRow contact={contact} />
      <p className="k-small k-quiet">{asSentences(clauses).join(' ')}</p>
    </li>
  );
}
