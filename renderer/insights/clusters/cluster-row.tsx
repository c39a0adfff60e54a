import { TextInput } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { ClusterReport } from '../../../shared/analysis/questions';
import { sayAgreement, sayAttention } from '../../../shared/analysis/say-network';
import { warmthInWords } from './warmth-words';
import type { WarmthCounts } from '../../network/tally';
import { WarmthBar } from '../../atlas/warmth-mix';
import { writable } from '../../app/app-actions';
import { Button, IconButton } from '../../app/parts/button';
import { useEntity, useSession } from '../../network/hooks';
import type { RowState } from '../insight-grid';
import { PersonLinks } from '../person-link';

interface ClusterRowProps {
  readonly report: ClusterReport;
  readonly warmth: WarmthCounts;
  readonly state: RowState;
}

/** One group. */
export function ClusterRow({ report, warmth, state }: ClusterRowProps): ReactNode {
  const session = useSession();
  const agreement = sayAgreement(report);
  const bridges = report.bridgedBy.map(({ contact }) => contact);
  const neglected = report.attention.kind === 'counted' && report.attention.neglected;
  return (
    <>
      <div role="gridcell" className="k-grid-name">
        <ClusterName id={report.id} tabIndex={state.tabIndex} />
      </div>
      <div role="gridcell" className="k-grid-number k-number">
        {report.people.toLocaleString('en')}
      </div>
      <div role="gridcell" className="k-cluster-warmth" title={warmthInWords(report.warmth)}>
        <WarmthBar warmth={warmth.warmth} />
        <span className="k-visually-hidden">{warmthInWords(report.warmth)}</span>
      </div>
      <div role="gridcell" className="k-cluster-agreement k-quiet" title={agreement.why}>
        {agreement.word}
      </div>
      <div role="gridcell" className="k-small k-quiet k-grid-why">
        {report.basis === 'trait' ? null : bridges.length === 0 ? (
          'Nobody elsewhere is known to know anyone there.'
        ) : (
          <>
            <PersonLinks contacts={bridges} tabIndex={state.tabIndex} />.
          </>
        )}{' '}
        {neglected ? `It gets little of your time: ${lower(sayAttention(report))}` : ''}
      </div>
      <div role="gridcell" className="k-grid-act">
        {report.cooling.length === 0 ? null : (
          <Button
            look="quiet"
            className="k-small"
            tabIndex={state.tabIndex}
            onClick={(event) => {
              event.stopPropagation();
              session.insights.setState({ cluster: report.id, text: '' });
              session.navigation.go('insights', 'cooling');
            }}
          >
            {report.cooling.length.toLocaleString('en')} cooling or quiet
          </Button>
        )}
      </div>
    </>
  );
}

/** The name, written anew where it stands: Enter keeps it, Esc leaves it. */
function ClusterName({ id, tabIndex }: { id: string; tabIndex: 0 | -1 }): ReactNode {
  const session = useSession();
  const cluster = useEntity('clusters', id);
  const [name, setName] = useState<string>();
  if (cluster === undefined) return <span className="k-quietest">a group without a name</span>;
  const keep = (): void => {
    setName(undefined);
    const next = name?.trim() ?? '';
    if (next === '' || next === cluster.name) return;
    void session.tell('cluster.rename', { id, name: next }, { done: `Now called ${next}` });
  };
  return (
    <>
      <svg className="k-insp-swatch" width="14" height="14" viewBox="-7 -7 14 14" aria-hidden="true">
        <circle
          r="5.5"
          fill={`var(--k-land-${cluster.tint})`}
          stroke={`var(--k-coast-${cluster.tint})`}
          strokeWidth="1.5"
        />
      </svg>
      {name === undefined ? (
        <>
          <span className="k-grid-words k-name" style={{ color: `var(--k-name-${cluster.tint})` }}>
            {cluster.name}
          </span>
          {writable(session) ? (
            <IconButton
              icon={IconPencil}
              label={`Rename ${cluster.name}`}
              className="k-cluster-rename"
              tabIndex={tabIndex}
              onClick={(event) => {
                event.stopPropagation();
                setName(cluster.name);
              }}
            />
          ) : null}
        </>
      ) : (
        <TextInput
          aria-label="Name of the group"
          value={name}
          autoFocus
          onFocus={(event) => event.currentTarget.select()}
          onClick={(event) => event.stopPropagation()}
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            // Letters are text here, not keys of the list.
            event.stopPropagation();
            if (event.key === 'Enter') keep();
            else if (event.key === 'Escape') setName(undefined);
          }}
        />
      )}
    </>
  );
}

function lower(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1);
}
