/** What people and groups are called in the sentences of Insights. */
import { useMemo } from 'react';
import type { Naming } from '../../shared/analysis/reasons';
import { nameOf } from '../app/words';
import { useSession, useTable } from '../network/hooks';

export function useNaming(): Naming {
  const { replica } = useSession();
  const contacts = useTable('contacts');
  const clusters = useTable('clusters');
  return useMemo(
    () => ({
      person: (id) => {
        const contact = replica.network.get('contacts', id);
        return contact === undefined ? undefined : nameOf(contact);
      },
      cluster: (id) => replica.network.get('clusters', id)?.name,
    }),
    // The tables say when a name may be another one.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [replica, contacts, clusters],
  );
}
