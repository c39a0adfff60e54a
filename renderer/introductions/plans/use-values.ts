/** What people in the network have of a kind, to choose among while an aim is written: the most frequent first. */
import { useMemo } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { useSession } from '../../network/hooks';

export interface Values {
  readonly industries: readonly string[];
  readonly places: readonly string[];
  readonly organisations: readonly string[];
  readonly tags: readonly string[];
}

const most = 500;

/** As they are when the form is opened. */
export function useValues(): Values {
  const { replica } = useSession();
  return useMemo(() => {
    const contacts = [...replica.network.all('contacts')];
    return {
      industries: valuesOf(contacts, ({ industry }) => (industry === undefined ? [] : [industry])),
      places: valuesOf(contacts, ({ place }) => (place === undefined ? [] : [place])),
      organisations: valuesOf(contacts, ({ organisations }) =>
        organisations.flatMap(({ name, to }) => (to === undefined ? [name] : [])),
      ),
      tags: valuesOf(contacts, ({ tags }) => tags),
    };
  }, [replica]);
}

function valuesOf(
  contacts: readonly Contact[],
  of: (contact: Contact) => readonly string[],
): readonly string[] {
  const counts = new Map<string, number>();
  for (const contact of contacts) {
    for (const value of of(contact)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, most)
    .map(([value]) => value);
}
