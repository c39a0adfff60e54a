/** Nothing is selected: the network in a few lines. */
import { type ReactNode, useMemo } from 'react';
import { many, nameOf, people } from '../app/words';
import { ActionButton } from '../app/parts/button';
import { ContactMark } from '../app/parts/mark';
import { useContact, useSession, useSettings, useTable } from '../network/hooks';
import { ClusterRow } from './cluster-inspector';
import { Section } from './inspector/section';
import './inspector/inspector.css';
import { warmthCounts } from './network-facts';
import { useAnalysisNews } from './use-analysis-news';
import { WarmthMix } from './warmth-mix';

const mostGroups = 12;

export function Overview(): ReactNode {
  const session = useSession();
  const { me } = useSettings();
  const news = useAnalysisNews();
  const contacts = useTable('contacts');
  const ties = useTable('ties');
  const clusters = useTable('clusters');
  const positions = useTable('positions');
  const shown = useMemo(
    () => contacts.filter(({ id, archived }) => id !== me && archived !== true).map(({ id }) => id),
    [contacts, me],
  );
  const counts = useMemo(
    () => warmthCounts(session, shown),
    // The analysis answers in place: its news say when to look again.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [session, shown, news],
  );
  const sizes = useMemo(() => {
    const present = new Set(shown);
    const bySize = new Map<string, number>();
    for (const { id, cluster } of positions) {
      if (cluster !== undefined && present.has(id)) bySize.set(cluster, (bySize.get(cluster) ?? 0) + 1);
    }
    return bySize;
  }, [positions, shown]);
  const among = ties.filter(({ a, b }) => a !== me && b !== me);
  const guessed = among.filter(({ state }) => state === 'inferred').length;
  const rings = [...session.analysis.connectors].filter(({ ring }) => ring).slice(0, 5);
  const groups = clusters
    .filter(({ id }) => sizes.has(id))
    .sort((a, b) => (sizes.get(b.id) ?? 0) - (sizes.get(a.id) ?? 0));
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <h2 className="k-insp-name">Your network</h2>
        <p className="k-insp-sentence">
          {people(shown.length)} in {many(groups.length, 'group', 'groups')}, with{' '}
          {many(among.length, 'tie', 'ties')} among them
          {guessed > 0 ? `, ${guessed.toLocaleString('en')} of them guessed` : ''}.
        </p>
        <div className="k-insp-actions">
          <ActionButton id="atlas.tidy" withIcon={false} />
          <ActionButton id="people.add" withIcon={false} />
        </div>
      </div>
      <Section title="Warmth">
        <WarmthMix {...counts} />
      </Section>
      {rings.length === 0 ? null : (
        <Section title="Who connects groups" aside="as far as you have recorded">
          {rings.map(({ contact, reaches }) => (
            <ConnectorRow key={contact} contact={contact} groups={reaches.length} />
          ))}
        </Section>
      )}
      {groups.length === 0 ? null : (
        <Section title="Groups">
          {groups.slice(0, mostGroups).map((cluster) => (
            <ClusterRow key={cluster.id} cluster={cluster} more={people(sizes.get(cluster.id) ?? 0)} />
          ))}
          {groups.length > mostGroups ? (
            <p className="k-small k-quietest">and {groups.length - mostGroups} smaller ones</p>
          ) : null}
        </Section>
      )}
    </div>
  );
}

function ConnectorRow({ contact, groups }: { contact: string; groups: number }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <div className="k-insp-row">
      <ContactMark contact={contact} box={30} />
      <button
        type="button"
        className="k-insp-row-name"
        onClick={() => {
          session.select(contact);
          session.show(contact);
        }}
      >
        {nameOf(person)}
      </button>
      <span className="k-insp-row-more">to {many(groups, 'group', 'groups')}</span>
    </div>
  );
}
