/** What the list of people is narrowed by. */
import { CloseButton, Select, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { memo, type ReactNode, useDeferredValue, useState } from 'react';
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

/** Each is drawn again by what it shows alone: a letter typed draws the field that it is typed into. */
export const Filters = memo(function Filters(): ReactNode {
  // The text is there at once; what is chosen from comes after, so that the next key or frame need not wait for it.
  const some = useDeferredValue(true, false);
  const whole = useDeferredValue(some, false);
  return (
    <div className="k-people-filters" role="search" aria-label="Filter people">
      <TextFilter />
      {some
        ? facets.map(({ field, name, of }) => <Facet key={field} field={field} name={name} of={of} />)
        : later(facets.length)}
      {whole ? (
        <>
          <CircleFilter />
          <ClusterFilter />
          <WarmthFilter />
        </>
      ) : (
        later(3)
      )}
      <ArchivedFilter />
    </div>
  );
});

/** The room of so many that come after. */
function later(count: number): ReactNode {
  return Array.from({ length: count }, (_, i) => <div className="k-people-facet" key={i} />);
}

/** One field of the view, and how to change it. */
function useFilter<F extends keyof PeopleView>(
  field: F,
): readonly [PeopleView[F], (value: PeopleView[F]) => void] {
  const { peopleView } = useSession();
  const value = useStore(peopleView, (view) => view[field]);
  return [value, (next) => peopleView.setState((view) => ({ ...view, [field]: next }))];
}

function TextFilter(): ReactNode {
  const [text, setText] = useFilter('text');
  return (
    <TextInput
      className="k-people-text"
      aria-label="Filter by text"
      placeholder="Name, place, note"
      leftSection={<IconSearch size={16} stroke={1.5} aria-hidden="true" />}
      rightSection={
        text === '' ? null : <CloseButton size="sm" aria-label="Clear the text" onClick={() => setText('')} />
      }
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}

function CircleFilter(): ReactNode {
  const { circles } = useSettings();
  const [circle, setCircle] = useFilter('circle');
  const choices = circles.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice name="Circle" value={circle} choices={choices} onChange={setCircle} />;
}

function ClusterFilter(): ReactNode {
  const clusters = useTable('clusters');
  const [cluster, setCluster] = useFilter('cluster');
  if (clusters.length === 0) return null;
  const choices = clusters.map(({ id, name }) => ({ value: id, label: name }));
  return <Choice name="Group" value={cluster} choices={choices} onChange={setCluster} />;
}

function WarmthFilter(): ReactNode {
  const [warmth, setWarmth] = useFilter('warmth');
  return (
    <Choice
      name="Warmth"
      value={warmth}
      choices={warmthFilters.map((one) => ({ value: one, label: warmthNames[one] }))}
      onChange={(value) => setWarmth(warmthFilters.find((one) => one === value))}
    />
  );
}

function ArchivedFilter(): ReactNode {
  const [archived, setArchived] = useFilter('archived');
  return (
    <button
      type="button"
      className="k-segment"
      aria-pressed={archived}
      onClick={() => setArchived(!archived)}
    >
      Archived
    </button>
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
      rightSectionWidth="1.5rem"
      comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
      onDropdownOpen={onOpen}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

interface FacetProps {
  readonly field: (typeof facets)[number]['field'];
  readonly name: string;
  readonly of: (contact: Contact) => readonly string[];
}

/** The values are gathered when the list is opened: most often first. */
function Facet({ field, name, of }: FacetProps): ReactNode {
  const [value, onChange] = useFilter(field);
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
