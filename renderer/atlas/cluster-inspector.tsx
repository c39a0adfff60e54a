/** A group of people: how many, how warm, who links it to others, and what it is called. */
import { TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { sayAgreement } from '../../shared/analysis/say-network';
import type { Cluster } from '../../shared/model/entities';
import { ActionButton, Button, IconButton } from '../app/parts/button';
import { Dialog } from '../app/parts/dialog';
import { ContactMark } from '../app/parts/mark';
import { many, nameOf, people } from '../app/words';
import { useContact, useDialog, useSession, useTable, useTally } from '../network/hooks';
import { everybody } from '../network/people-view';
import { Section } from './inspector/section';
import { groupLinks } from './network-facts';
import { WarmthMix } from './warmth-mix';

export function ClusterInspector({ cluster }: { cluster: Cluster }): ReactNode {
  const session = useSession();
  const tally = useTally();
  const clusters = useTable('clusters');
  const renaming = useDialog('rename-cluster');
  const facts = groupLinks(session, cluster.id);
  // Wakes with the tally, which hears the same news.
  const found = session.analysis.cluster(cluster.id);
  const doubt = found?.clarity === 'soft' || found?.clarity === 'unclear' ? sayAgreement(found).why : '';
  const asList = (): void => {
    session.peopleView.setState({ ...everybody, cluster: cluster.id }, true);
    session.navigation.go('people');
  };
  return (
    <div className="k-insp">
      <div className="k-insp-section">
        <div className="k-insp-head">
          <div>
            <h2 className="k-insp-name" style={{ color: `var(--k-name-${cluster.tint})` }}>
              {cluster.name}
            </h2>
            <p className="k-quiet k-small">{people(tally.membersOf(cluster.id).size)}</p>
            {doubt === '' ? null : <p className="k-quiet k-small">Not a sure group: {doubt}.</p>}
          </div>
          <IconButton icon={IconX} label="Close" onClick={() => session.select(undefined)} />
        </div>
        <div className="k-insp-actions">
          <ActionButton id="atlas.rename-cluster" look="filled" withIcon={false}>
            Rename
          </ActionButton>
          <Button onClick={asList}>As a list</Button>
          <ActionButton id="sheet.people" withIcon={false}>
            Print a sheet
          </ActionButton>
          {tally.guessed === 0 ? null : (
            <ActionButton id="data.group-guesses" withIcon={false}>
              Guessed ties
            </ActionButton>
          )}
        </div>
      </div>
      <Section title="Warmth">
        <WarmthMix {...tally.warmthOf(cluster.id)} />
      </Section>
      {facts.links.length === 0 ? null : (
        <Section title="Who links it" aside="as far as you have recorded">
          {facts.links.map(({ contact, groups }) => (
            <LinkRow key={contact} contact={contact} groups={groups} />
          ))}
        </Section>
      )}
      {facts.neighbours.length === 0 ? null : (
        <Section title="Ties to other groups">
          {facts.neighbours.map(({ cluster: id, ties: count }) => {
            const other = clusters.find((one) => one.id === id);
            return other === undefined ? null : (
              <ClusterRow key={id} cluster={other} more={many(count, 'tie', 'ties')} />
            );
          })}
        </Section>
      )}
      {renaming === undefined ? null : (
        <RenameDialog cluster={cluster} onClose={() => session.dialogs.close()} />
      )}
    </div>
  );
}

function LinkRow({ contact, groups }: { contact: string; groups: number }): ReactNode {
  const session = useSession();
  const person = useContact(contact);
  if (person === undefined) return null;
  return (
    <div className="k-insp-row">
      <ContactMark contact={contact} box={30} />
      <button type="button" className="k-insp-row-name" onClick={() => session.select(contact)}>
        {nameOf(person)}
      </button>
      <span className="k-insp-row-more">to {many(groups, 'group', 'groups')}</span>
    </div>
  );
}

export function ClusterRow({ cluster, more }: { cluster: Cluster; more: string }): ReactNode {
  const session = useSession();
  return (
    <div className="k-insp-row">
      <svg className="k-insp-swatch" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle
          r="5.5"
          fill={`var(--k-land-${cluster.tint})`}
          stroke={`var(--k-coast-${cluster.tint})`}
          strokeWidth="1.5"
        />
      </svg>
      <button
        type="button"
        className="k-insp-row-name"
        onClick={() => session.selection.setState({ contacts: [], cluster: cluster.id }, true)}
      >
        {cluster.name}
      </button>
      <span className="k-insp-row-more k-number">{more}</span>
    </div>
  );
}

function RenameDialog({ cluster, onClose }: { cluster: Cluster; onClose: () => void }): ReactNode {
  const session = useSession();
  const [name, setName] = useState(cluster.name);
  const keep = (): void => {
    onClose();
    void session.tell(
      'cluster.rename',
      { id: cluster.id, name: name.trim() },
      { done: `Now called ${name.trim()}` },
    );
  };
  return (
    <Dialog
      title="Rename the group"
      onClose={onClose}
      submit="Rename"
      canSubmit={name.trim() !== ''}
      onSubmit={keep}
    >
      <TextInput
        label="Name"
        value={name}
        data-autofocus
        onChange={(event) => setName(event.currentTarget.value)}
        onFocus={(event) => event.currentTarget.select()}
      />
    </Dialog>
  );
}
