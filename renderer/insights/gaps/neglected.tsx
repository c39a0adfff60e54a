/** Groups that get less of the user's time than they have people. */
import { type ReactNode, useState } from 'react';
import { sayAttention, sayCoolingThere } from '../../../shared/analysis/say-network';
import type { ClusterReport } from '../../../shared/analysis/questions';
import { Button } from '../../app/parts/button';
import { many } from '../../app/words';
import { useAnswer, useSession } from '../../network/hooks';
import { light } from '../map/light';
import { fits } from '../narrow';
import { PersonLinks } from '../person-link';
import { useNaming } from '../use-naming';

/** Groups shown at first; what else there is to see must not begin below hundreds of them. */
const first = 3;

export function Neglected({ text }: { text: string }): ReactNode {
  const naming = useNaming();
  const clusters = useAnswer({ kind: 'clusters' });
  const [all, setAll] = useState(false);
  const list = (clusters?.list ?? [])
    .filter(({ attention }) => attention.kind === 'counted' && attention.neglected)
    .filter(({ id }) => fits({ text }, { name: naming.cluster(id) ?? 'A group' }));
  const shown = all ? list : list.slice(0, first);
  return (
    <>
      {shown.map((report) => (
        <NeglectedCluster key={report.id} report={report} />
      ))}
      {shown.length < list.length ? (
        <p className="k-neglected">
          <Button onClick={() => setAll(true)}>
            {many(list.length - shown.length, 'more group gets', 'more groups get')} little of your time
          </Button>
        </p>
      ) : null}
    </>
  );
}

function NeglectedCluster({ report }: { report: ClusterReport }): ReactNode {
  const session = useSession();
  const name = useNaming().cluster(report.id);
  const bridges = report.bridgedBy.map(({ contact }) => contact);
  return (
    <section className="k-neglected" data-light={light.cluster(report.id)}>
      <h2 className="k-heading-name">{name ?? 'A group'} gets little of your time</h2>
      <p className="k-quiet">
        {sayAttention(report)} {sayCoolingThere(report)}{' '}
        {bridges.length === 0 ? (
          'Nobody elsewhere is known to know anyone there.'
        ) : (
          <>
            {bridges.length === 1 ? 'Only ' : ''}
            <PersonLinks contacts={bridges} /> {bridges.length === 1 ? 'links' : 'link'} them to others you
            know.
          </>
        )}{' '}
        <button
          type="button"
          className="k-link-button"
          onClick={() => {
            session.insights.setState({ cluster: report.id });
            session.navigation.go('insights', 'cooling');
          }}
        >
          See who is cooling there
        </button>
      </p>
    </section>
  );
}
