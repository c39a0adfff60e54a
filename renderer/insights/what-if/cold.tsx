/** Groups with which one would lose touch: their people would not be there. */
import { NativeSelect } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { IconButton } from '../../app/parts/button';
import { people as sayPeople } from '../../app/words';
import { useSession, useTable } from '../../network/hooks';
import { light } from '../map/light';
import { useNaming } from '../use-naming';
import type { Tried } from './tried';

/** Who is in each group. */
export type Members = ReadonlyMap<string, readonly string[]>;

type OnChange = (tried: Pick<Tried, 'cold'>) => void;

export function useMembers(cold: readonly string[]): Members {
  const positions = useTable('positions');
  return useMemo(() => {
    const members = new Map(cold.map((cluster): [string, string[]] => [cluster, []]));
    if (cold.length === 0) return members;
    for (const { id, cluster } of positions) members.get(cluster ?? '')?.push(id);
    return members;
  }, [positions, cold]);
}

export function ColdForm({ cold, onChange }: { cold: readonly string[]; onChange: OnChange }): ReactNode {
  const clusters = useTable('clusters');
  const open = clusters
    .filter(({ id }) => !cold.includes(id))
    .map(({ id, name }) => ({ value: id, label: name }))
    .sort((a, b) => (a.label < b.label ? -1 : 1));
  if (open.length === 0) return null;
  return (
    <NativeSelect
      classNames={{ label: 'k-mantine-label' }}
      label="Lose touch with a group"
      value=""
      data={[{ value: '', label: 'Choose a group' }, ...open]}
      onChange={({ currentTarget: { value } }) => {
        if (value !== '') onChange({ cold: [...cold, value] });
      }}
    />
  );
}

export function ColdGroups({ groups, onChange }: { groups: Members; onChange: OnChange }): ReactNode {
  const { insights } = useSession();
  const naming = useNaming();
  if (groups.size === 0) return null;
  return (
    <ul className="k-what-if-tried" aria-label="Groups one would lose touch with">
      {[...groups].map(([id, people]) => {
        const name = naming.cluster(id) ?? 'A group that is gone';
        return (
          <li key={id} data-light={light.cluster(id)}>
            <span>
              {name}, {sayPeople(people.length)}, would be out of touch
            </span>
            <IconButton
              icon={IconX}
              label={`Stay in touch with ${name}`}
              onClick={() => onChange({ cold: insights.getState().cold.filter((one) => one !== id) })}
            />
          </li>
        );
      })}
    </ul>
  );
}
