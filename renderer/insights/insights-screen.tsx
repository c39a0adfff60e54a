/** Insights: where few people are known, which ties cool, who connects, which groups there are, what would be without. */
import { type ReactNode, useRef } from 'react';
import { useStore } from 'zustand';
import { sayScope } from '../../shared/analysis/say-network';
import { ClusterInspector } from '../atlas/cluster-inspector';
import { Inspector } from '../atlas/inspector/inspector';
import { Tabs } from '../app/parts/tabs';
import { useAnswer, useDialog, useEntity, useSelection, useSession } from '../network/hooks';
import { type InsightPart, insightParts } from '../network/insights-view';
import { ChainView } from './chain/chain-view';
import { ClustersView } from './clusters/clusters-view';
import { ConnectorsView } from './connectors/connectors-view';
import { CoolingView } from './cooling/cooling-view';
import { GapsView } from './gaps/gaps-view';
import { HowCounted } from './how-counted';
import './insights.css';
import { MapBeside } from './map/map-beside';
import { useLighting } from './map/use-light';
import { useRoom } from './map/use-room';
import { PersonActs } from './person-acts';
import { NotFound, ThinOr } from './thin';
import { WhatIfView } from './what-if/what-if-view';

const names: Readonly<Record<InsightPart, string>> = {
  gaps: 'Gaps',
  cooling: 'Cooling',
  connectors: 'Connectors',
  clusters: 'Clusters',
  chain: 'Through whom',
  'what-if': 'What if',
};

const views: Readonly<Record<InsightPart, React.ComponentType>> = {
  gaps: GapsView,
  cooling: CoolingView,
  connectors: ConnectorsView,
  clusters: ClustersView,
  chain: ChainView,
  'what-if': WhatIfView,
};

/** With less room than this (rem) the lists have it all. */
const roomForMap = 62;

export function InsightsScreen(): ReactNode {
  const session = useSession();
  const { part: asked } = useStore(session.navigation.store);
  const part = insightParts.find((one) => one === asked) ?? 'gaps';
  const contact = useSelection(({ contacts }) => contacts[0]);
  const cluster = useEntity(
    'clusters',
    useSelection((selection) => selection.cluster),
  );
  const help = useDialog('how-counted');
  const tie = useDialog('tie');
  const summary = useAnswer({ kind: 'summary' });
  const { message, kind } = useStore(session.analysis.work);
  const View = views[part];
  const lighting = useLighting();
  const frame = useRef<HTMLDivElement>(null);
  const room = useRoom(frame, roomForMap);
  const wanted = useStore(session.insights, ({ map }) => map);
  const anybody = (summary?.people ?? 0) > 0;
  const map = wanted && room && anybody;
  const aside = contact !== undefined || cluster !== undefined || tie !== undefined;
  return (
    <div
      className={map ? 'k-insights-beside' : aside ? 'k-with-side' : 'k-insights-alone'}
      data-aside={aside}
      ref={frame}
    >
      <section className="k-insights" aria-label="Insights" {...lighting}>
        <header className="k-screen-head k-insights-head">
          <h1 className="k-title">Insights</h1>
          <Tabs screen="insights" label="Insights" parts={insightParts} names={names} part={part} />
          <div className="k-insights-scope">
            <p className="k-quietest k-small" role="status">
              {summary === undefined ? '' : sayScope(summary)}
            </p>
            {room && anybody ? (
              <button
                type="button"
                className="k-segment"
                aria-pressed={wanted}
                onClick={() => session.insights.setState({ map: !wanted })}
              >
                Map
              </button>
            ) : null}
          </div>
        </header>
        <div
          className="k-insights-view"
          role="tabpanel"
          id="insights-view"
          aria-labelledby={`insights-${part}`}
        >
          {kind === 'failed' ? (
            <NotFound message={message ?? ''} />
          ) : (
            <ThinOr part={part} summary={summary}>
              <View />
            </ThinOr>
          )}
        </div>
      </section>
      {map ? <MapBeside part={part} /> : null}
      {aside ? (
        <aside className="k-side" aria-label="Who is selected">
          {cluster !== undefined && contact === undefined ? (
            <ClusterInspector key={cluster.id} cluster={cluster} />
          ) : (
            <>
              <PersonActs />
              <Inspector />
            </>
          )}
        </aside>
      ) : null}
      {help === undefined ? null : <HowCounted part={part} onClose={() => session.dialogs.close()} />}
    </div>
  );
}
