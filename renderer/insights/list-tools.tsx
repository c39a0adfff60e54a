/** What a list is narrowed by, and saving it. */
import { CloseButton, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import { useStore } from 'zustand';
import { ActionButton } from '../app/parts/button';
import { useSession, useTable } from '../network/hooks';
import type { Table } from '../network/insights-view';

interface ListToolsProps {
  readonly label: string;
  /** "12 of 40 people": how many are left. */
  readonly count: string;
  readonly byCluster?: boolean;
  /** Undefined where there is nothing to save. */
  readonly table: Table | undefined;
  readonly children?: ReactNode;
}

export function ListTools({ label, count, byCluster = true, table, children }: ListToolsProps): ReactNode {
  const session = useSession();
  const { text, cluster } = useStore(session.insights);
  const clusters = useTable('clusters');
  useEffect(() => {
    session.insights.setState({ table });
    return () => session.insights.setState({ table: undefined });
  }, [session, table]);
  return (
    <div className="k-insights-tools" role="search" aria-label={label}>
      <TextInput
        className="k-insights-text"
        aria-label="Filter by text"
        placeholder="Part of a name"
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        rightSection={
          text === '' ? null : (
            <CloseButton
              size="sm"
              aria-label="Clear the text"
              onClick={() => session.insights.setState({ text: '' })}
            />
          )
        }
        value={text}
        onChange={(event) => session.insights.setState({ text: event.currentTarget.value })}
      />
      {!byCluster || clusters.length === 0 ? null : (
        <Select
          className="k-insights-facet"
          aria-label="Group"
          placeholder="Any group"
          data={clusters.map(({ id, name }) => ({ value: id, label: name }))}
          value={cluster ?? null}
          clearable
          searchable
          limit={100}
          nothingFoundMessage="Nothing fits"
          clearButtonProps={{ 'aria-label': 'Any group' }}
          comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
          onChange={(chosen) => session.insights.setState({ cluster: chosen ?? undefined })}
        />
      )}
      {children}
      <span className="k-quiet k-small" role="status">
        {count}
      </span>
      <span className="k-insights-tools-end">
        <ActionButton id="insights.how" look="quiet" withIcon={false} withKey={false} />
        <ActionButton id="insights.save" withKey={false}>
          Save as CSV
        </ActionButton>
      </span>
    </div>
  );
}
