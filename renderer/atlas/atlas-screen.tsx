/** The atlas: the map, and beside it who is selected, why some stand out, or the network in short. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { NobodyYet } from '../app/parts/nobody-yet';
import { useDialog, useEntity, useSelection, useSession, useSettings, useTable } from '../network/hooks';
import { useWays } from '../paths/use-ways';
import { Ways } from '../paths/ways';
import { WaysPanel } from '../paths/ways-panel';
import './atlas.css';
import { AtlasStage } from './atlas-stage';
import { ClusterInspector } from './cluster-inspector';
import { GapHighlight } from './gaps/gap-highlight';
import { HighlightList } from './highlight-list';
import { Inspector } from './inspector/inspector';
import { IntroductionHighlight } from './introductions/introduction-highlight';
import { useIntroductionsOnMap } from './introductions/use-introductions';
import { Overview } from './overview';
import { TimeBar } from './time/time-bar';

export function AtlasScreen(): ReactNode {
  const { me } = useSettings();
  const contacts = useTable('contacts');
  const ties = useTable('ties');
  const others = contacts.some(({ id, archived }) => id !== me && archived !== true);
  if (!others) {
    const archived = contacts.some((contact) => contact.archived === true);
    return (
      <div className="k-screen">
        <NobodyYet
          title={archived ? 'Everybody is archived' : 'The map is empty'}
          after="Those who know each other will stand together."
        />
      </div>
    );
  }
  const several = contacts.length > (me === undefined ? 1 : 2);
  const noTies = several && !ties.some(({ a, b }) => a !== me && b !== me);
  return (
    <div className="k-with-side k-atlas">
      <div className="k-atlas-main">
        <AtlasStage noTies={noTies} />
        <TimeBar />
      </div>
      <Side />
    </div>
  );
}

function Side(): ReactNode {
  const session = useSession();
  const highlight = useStore(session.atlas.look, (look) => look.highlight);
  const contact = useSelection(({ contacts }) => contacts[0]);
  const clusterId = useSelection(({ cluster }) => cluster);
  const cluster = useEntity('clusters', clusterId);
  const known = useEntity('contacts', contact);
  const tie = useDialog('tie');
  const { isOpen, isPicked } = useStore(Ways.of(session).store);
  const ways = useWays();
  const suggestions = useIntroductionsOnMap();
  const content =
    known !== undefined || tie !== undefined ? (
      <>
        <Inspector />
        {isOpen && isPicked ? <WaysPanel live={ways} /> : null}
      </>
    ) : cluster !== undefined ? (
      <ClusterInspector key={cluster.id} cluster={cluster} />
    ) : isOpen ? (
      <WaysPanel live={ways} />
    ) : highlight === 'gaps' ? (
      <GapHighlight />
    ) : highlight === 'introductions' ? (
      <IntroductionHighlight suggestions={suggestions} />
    ) : highlight === 'connectors' || highlight === 'cooling' ? (
      <HighlightList highlight={highlight} />
    ) : (
      <Overview />
    );
  return (
    <aside className={isPicked ? 'k-side k-ways-beneath' : 'k-side'} aria-label="About who is selected">
      {content}
    </aside>
  );
}
