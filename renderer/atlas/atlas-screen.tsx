/** The atlas: the map, and beside it who is selected, why some stand out, or the network in short. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { ActionButton, Button } from '../app/parts/button';
import { Empty } from '../app/parts/empty';
import { useDialog, useEntity, useSelection, useSession, useSettings, useTable } from '../network/hooks';
import './atlas.css';
import { AtlasStage } from './atlas-stage';
import { ClusterInspector } from './cluster-inspector';
import { HighlightList } from './highlight-list';
import { Inspector } from './inspector/inspector';
import { Overview } from './overview';

export function AtlasScreen(): ReactNode {
  const { me } = useSettings();
  const contacts = useTable('contacts');
  const ties = useTable('ties');
  const others = contacts.some(({ id, archived }) => id !== me && archived !== true);
  if (!others) return <NobodyYet archived={contacts.some(({ archived }) => archived === true)} />;
  const several = contacts.length > (me === undefined ? 1 : 2);
  const noTies = several && !ties.some(({ a, b }) => a !== me && b !== me);
  return (
    <div className="k-with-side k-atlas">
      <AtlasStage noTies={noTies} />
      <Side />
    </div>
  );
}

function Side(): ReactNode {
  const { atlas } = useSession();
  const highlight = useStore(atlas.look, (look) => look.highlight);
  const contact = useSelection(({ contacts }) => contacts[0]);
  const clusterId = useSelection(({ cluster }) => cluster);
  const cluster = useEntity('clusters', clusterId);
  const known = useEntity('contacts', contact);
  const tie = useDialog('tie');
  const content =
    known !== undefined || tie !== undefined ? (
      <Inspector />
    ) : cluster !== undefined ? (
      <ClusterInspector key={cluster.id} cluster={cluster} />
    ) : highlight !== 'none' ? (
      <HighlightList highlight={highlight} />
    ) : (
      <Overview />
    );
  return (
    <aside className="k-side" aria-label="About who is selected">
      {content}
    </aside>
  );
}

function NobodyYet({ archived }: { archived: boolean }): ReactNode {
  const session = useSession();
  return (
    <div className="k-screen">
      <Empty
        title={archived ? 'Everybody is archived' : 'The map is empty'}
        action={
          <>
            <Button look="filled" onClick={() => session.navigation.go('data')}>
              Import contacts
            </Button>
            <ActionButton id="people.add" withKey={false} />
          </>
        }
      >
        Bring your contacts from LinkedIn or a phone, or add the first one by hand. Those who know each other
        will stand together.
      </Empty>
    </div>
  );
}
