/** A place: typed, or chosen among those where people on record live. */
import { Autocomplete } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useSession } from '../network/hooks';

interface PlaceFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (place: string) => void;
}

export function PlaceField({ label, value, onChange }: PlaceFieldProps): ReactNode {
  const { replica } = useSession();
  const places = useMemo(() => {
    const found = new Set<string>();
    for (const { place } of replica.network.all('contacts')) if (place !== undefined) found.add(place);
    for (const { place } of replica.network.all('trips')) found.add(place);
    return [...found].sort();
  }, [replica]);
  return (
    <Autocomplete
      label={label}
      data={value.trim() === '' ? [] : places}
      limit={20}
      value={value}
      maxLength={200}
      data-autofocus
      onChange={onChange}
    />
  );
}
