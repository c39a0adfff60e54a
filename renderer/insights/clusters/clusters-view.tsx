/** Clusters: the groups among the user's people, how warm, how sure, who links them, which get little time. */
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AnswerTo, ClusterReport } from '../../../shared/analysis/questions';
import { sayAgreement, sayAttention } from '../../../shared/analysis/say-network';
import { ActionButton } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { many } from '../../app/words';
import { useAnswer, useSelection, useSession, useTally } from '../../network/hooks';
import type { Table } from '../../network/insights-view';
import { InsightGrid, type Line } from '../insight-grid';
import { ListTools } from '../list-tools';
import { light } from '../map/light';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';
import { ClusterRow } from './cluster-row';

export function ClustersView(): ReactNode {
  const answer = useAnswer({ kind: 'clusters' });
  return answer === undefined ? <ScreenLines /> : <Clusters answer={answer} />;
}

function Clusters({ answer }: { answer: AnswerTo<'clusters'> }): ReactNode {
  const session = useSession();
  const naming = useNaming();
  const selected = useSelection(({ cluster }) => cluster);
  const { text } = useStore(session.insights);
  const tally = useTally();
  const rows = useMemo(
    () =>
      answer.list
        .filter(({ id }) => fits({ text }, { name: naming.cluster(id) ?? '' }))
        .sort((a, b) => b.people - a.people),
    [answer, text, naming],
  );
  const byId = useMemo(() => new Map(rows.map((row) => [row.id, row])), [rows]);
  const table = useClusterTable(rows);
  const ties = useAnswer({ kind: 'summary' })?.ties ?? 0;
  if (answer.list.length === 0) {
    return (
      <Empty
        title="No groups are to be seen"
        action={<ActionButton id="data.link" look="filled" withIcon={false} withKey={false} />}
      >
        {ties > 0
          ? 'The ties that you have recorded draw no line between people yet. More of them may show who belongs together.'
          : 'It takes people who know each other, or who share an organisation or a place. Say who knows whom, or fill in where they work and live.'}
      </Empty>
    );
  }
  const byTrait = answer.list.every(({ basis }) => basis === 'trait');
  return (
    <>
      <div className="k-insights-lead">
        <h2 className="k-heading-name">{headWords(answer, byTrait)}</h2>
        <p className="k-quiet">{leadWords(answer, byTrait)}</p>
      </div>
      <ListTools
        label="Filter groups"
        byCluster={false}
        count={many(rows.length, 'group', 'groups')}
        table={table}
      />
      {rows.length === 0 ? (
        <Empty title="No group fits">Look for another part of a name.</Empty>
      ) : (
        <InsightGrid
          label="Groups"
          look="k-grid-clusters"
          lines={rows.map(({ id }): Line => ({ kind: 'row', key: id }))}
          lightOf={light.cluster}
          selected={selected}
          onSelect={(cluster) =>
            session.selection.setState({ contacts: [], ...(cluster === undefined ? {} : { cluster }) }, true)
          }
          header={<Header />}
        >
          {(id, state) => {
            const report = byId.get(id);
            return report === undefined ? null : (
              <ClusterRow report={report} warmth={tally.warmthOf(id)} state={state} />
            );
          }}
        </InsightGrid>
      )}
    </>
  );
}

function headWords({ clear, list }: AnswerTo<'clusters'>, byTrait: boolean): string {
  if (byTrait) return `${many(list.length, 'group', 'groups')} by what people share`;
  return clear ? many(list.length, 'group', 'groups') : 'No clear groups';
}

function leadWords({ clear, modularity }: AnswerTo<'clusters'>, byTrait: boolean): string {
  if (byTrait) {
    return 'No ties are recorded that could show who belongs together: these share an organisation or a place.';
  }
  const counted = `(modularity ${modularity.toFixed(2)})`;
  return clear
    ? `People in a group know each other more than chance would have it ${counted}, as far as you have recorded.`
    : `Ties run nearly as much across these as within them ${counted}: take them as one way to cut it among many.`;
}

function Header(): ReactNode {
  return (
    <>
      <span role="columnheader">Group</span>
      <span role="columnheader" className="k-grid-number">
        People
      </span>
      <span role="columnheader" className="k-cluster-warmth">
        Warmth
      </span>
      <span role="columnheader" className="k-cluster-agreement">
        Agreement
      </span>
      <span role="columnheader">Who links it, and your time</span>
      <span role="columnheader" className="k-grid-act">
        <span className="k-visually-hidden">Next</span>
      </span>
    </>
  );
}

function useClusterTable(rows: readonly ClusterReport[]): Table {
  const naming = useNaming();
  return useMemo(
    () => ({
      name: 'groups',
      headers: [
        'Group',
        'People',
        'Warm',
        'Cooling',
        'Gone quiet',
        'No record',
        'Agreement',
        'Linked by',
        'Your time',
      ],
      rows: () =>
        rows.map((row) => [
          naming.cluster(row.id) ?? '',
          String(row.people),
          ...[row.warmth.warm, row.warmth.cooling, row.warmth.cold, row.warmth.unknown].map(String),
          sayAgreement(row).word,
          row.bridgedBy.flatMap(({ contact }) => naming.person(contact) ?? []).join('; '),
          sayAttention(row),
        ]),
    }),
    [rows, naming],
  );
}
