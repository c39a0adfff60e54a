/** Nothing is selected: the network in a few lines. */
import type { ReactNode } from 'react';
import { many, people } from '../app/words';
import { ActionButton } from '../app/parts/button';
import { useSession, useTable, useTally } from '../network/hooks';
import { ClusterRow } from './cluster-inspector';
import { Section } from './inspector/section';
import './inspector/inspector.css';
import { PersonRow } from './person-row';
import { WarmthMix } from './warmth-mix';

const mostGroups = 12;

export function Overview(): ReactNode {
  const session = useSession();
  const tally = useTally();
  const clusters = useTable('clusters');
  const rings = [...session.analysis.connectors].filter(({ ring }) => ring).slice(0, 5);
  const size = (id: string): number => tally.membersOf(id).size;
  const groups = clusters.filter(({ id }) => size(id) > 0).sort((a, b) => size(b.id) - size(a.id));
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <h2 className="k-insp-name">Your network</h2>
        <p className="k-insp-sentence">
          {people(tally.people)} in {many(groups.length, 'group', 'groups')}, with{' '}
          {many(tally.ties, 'tie', 'ties')} among them
          {tally.guessed > 0 ? `, ${tally.guessed.toLocaleString('en')} of them guessed` : ''}.
        </p>
        <div className="k-insp-actions">
          <ActionButton id="atlas.tidy" withIcon={false} />
          <ActionButton id="people.add" withIcon={false} />
          {tally.guessed > 0 ? <ActionButton id="data.guesses" withIcon={false} /> : null}
        </div>
      </div>
      <Section title="Warmth">
        <WarmthMix {...tally.warmth} />
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
            <ClusterRow key={cluster.id} cluster={cluster} more={people(size(cluster.id))} />
          ))}
          {groups.length > mostGroups ? (
            <p className="k-small k-quietest">
              and {many(groups.length - mostGroups, 'smaller one', 'smaller ones')}
            </p>
          ) : null}
        </Section>
      )}
    </div>
  );
}

function ConnectorRow({ contact, groups }: { contact: string; groups: number }): ReactNode {
  return (
    <PersonRow contact={contact}>
      <span className="k-insp-row-more">to {many(groups, 'group', 'groups')}</span>
    </PersonRow>
  );
}
