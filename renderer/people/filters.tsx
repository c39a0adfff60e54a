/** What the list of people is narrowed by. */
import { CloseButton, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { useSession, useSettings, useTable } from '../network/hooks';
import { type PeopleView, warmthFilters } from '../network/people-view';
import type { Contact } from '../../shared/model/entities';

/** The facets whose choices are the values people have. */
const facets = [
  { field: 'tag', name: 'Tag', of: ({ tags }: Contact) => tags },
  { field: 'place', name: 'Place', of: ({ place }: Contact) => (place === undefined ? [] : [place]) },
  {
    field: 'organisation',
    name: 'Organisation',
    of: ({ organisations }: Contact) => organisations.map(({ name }) => name),
  },
] as const;

const warmthNames: Readonly<Record<(typeof warmthFilters)[number], string>> = {
  warm: 'Warm',
  cooling: 'Cooling',
  cold: 'Cold',
  unknown: 'No record yet',
};

export function Filters(): ReactNode {
  const session = useSession();
  const view = useStore(session.peopleView);
  const { circles } = useSettings();
  const clusters = useTable('clusters');
  const change = (part: Partial<PeopleView>): void => session.peopleView.setState(part);
  return (
    <div className="k-people-filters" role="search" aria-label="Filter people">
      <TextInput
        className="k-people-text"
        aria-label="Filter by text"
        placeholder="Name, place, organisation, note"
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
        rightSection={
          view.text === '' ? null : (
            <CloseButton size="sm" aria-label="Clear the text" onClick={() => change({ text: '' })} />
          )
        }
        value={view.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      {facets.map(({ field, name, of }) => (
        <Facet
          key={field}
          name={name}
          of={of}
          value={view[field]}
          onChange={(value) => change({ [field]: value })}
        />
      ))}
      <Choice
        name="Circle"
        value={view.circle}
        choices={circles.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(circle) => change({ circle })}
      />
      {clusters.length === 0 ? null : (
        <Choice
          name="Cluster"
          value={view.cluster}
          choices={clusters.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(cluster) => change({ cluster })}
        />
      )}
      <Choice
        name="Warmth"
        value={view.warmth}
        choices={warmthFilters.map((warmth) => ({ value: warmth, label: warmthNames[warmth] }))}
        onChange={(value) => change({ warmth: warmthFilters.find((warmth) => warmth === value) })}
      />
      <button
        type="button"
        className="k-segment"
        aria-pressed={view.archived}
        onClick={() => change({ archived: !view.archived })}
      >
        Archived
      </button>
    </div>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string | undefined;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string | undefined) => void;
  readonly onOpen?: () => void;
}

function Choice({ name, value, choices, onChange, onOpen }: ChoiceProps): ReactNode {
  return (
    <Select
      className="k-people-facet"
      aria-label={name}
      placeholder={name}
      data={[...choices]}
      value={value ?? null}
      clearable
      searchable
      limit={100}
      nothingFoundMessage="Nothing fits"
      clearButtonProps={{ 'aria-label': `Any ${name.toLowerCase()}` }}
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onDropdownOpen={onOpen}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

interface FacetProps {
  readonly name: string;
  readonly of: (contact: Contact) => readonly string[];
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** The values are gathered when the list is opened: most often first. */
function Facet({ name, of, value, onChange }: FacetProps): ReactNode {
  const { replica } = useSession();
  const [values, setValues] = useState<readonly string[]>([]);
  const gather = (): void => {
    const counts = new Map<string, number>();
    for (const contact of replica.network.all('contacts')) {
      for (const own of of(contact)) if (own !== '') counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    setValues([...counts].sort((a, b) => b[1] - a[1]).map(([own]) => own));
  };
  const all = value === undefined || values.includes(value) ? values : [value, ...values];
  return (
    <Choice
      name={name}
      value={value}
      choices={all.map((own) => ({ value: own, label: own }))}
      onOpen={gather}
      onChange={onChange}
    />
  );
}
