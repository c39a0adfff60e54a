/** Whose variety is looked at: everyone, a circle, or a group. */
import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Scope } from '../../../shared/analysis/questions';
import { useSession, useSettings, useTable } from '../../network/hooks';

export function ScopePicker({ scope }: { scope: Scope }): ReactNode {
  const session = useSession();
  const { circles } = useSettings();
  const clusters = useTable('clusters');
  const choose = (chosen: string | null): void => {
    const [kind = '', ...rest] = (chosen ?? 'everyone').split(':');
    const id = rest.join(':');
    session.insights.setState({
      scope:
        kind === 'circle'
          ? { kind, circle: id }
          : kind === 'cluster'
            ? { kind, cluster: id }
            : { kind: 'everyone' },
    });
  };
  return (
    <Select
      className="k-insights-facet"
      aria-label="Whose variety"
      data={[
        { value: 'everyone', label: 'Everyone' },
        { group: 'Circles', items: circles.map(({ id, name }) => ({ value: `circle:${id}`, label: name })) },
        { group: 'Groups', items: clusters.map(({ id, name }) => ({ value: `cluster:${id}`, label: name })) },
      ]}
      value={
        scope.kind === 'circle'
          ? `circle:${scope.circle}`
          : scope.kind === 'cluster'
            ? `cluster:${scope.cluster}`
            : 'everyone'
      }
      allowDeselect={false}
      searchable
      limit={100}
      onChange={choose}
    />
  );
}
