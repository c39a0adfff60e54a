/** Tags: typed, or chosen among those in use that begin so. The list shows only while one types. */
import { TagsInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useSession } from '../../network/hooks';

interface TagFieldProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (tags: string[]) => void;
  /** What to choose among; the tags in use without it. */
  readonly among?: readonly string[];
  readonly className?: string;
  readonly autoFocus?: boolean;
}

export function TagField({ label, value, onChange, among, className, autoFocus }: TagFieldProps): ReactNode {
  const [typed, setTyped] = useState('');
  const inUse = useTagsInUse();
  const choices = among ?? inUse;
  return (
    <TagsInput
      className={className}
      label={label}
      data={typed === '' && among === undefined ? [] : [...choices]}
      limit={50}
      value={[...value]}
      onChange={onChange}
      searchValue={typed}
      onSearchChange={setTyped}
      data-autofocus={autoFocus || undefined}
    />
  );
}

/** The tags that people have now. */
export function useTagsInUse(): readonly string[] {
  const { replica } = useSession();
  return useMemo(
    () => [...new Set([...replica.network.all('contacts')].flatMap(({ tags }) => tags))],
    [replica],
  );
}
