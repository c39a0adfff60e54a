/** Everybody but the person, whom they most likely know first. */
import { useEffect, useState } from 'react';
import { nameOf } from '../../app/words';
import { useSession, useSettings, useTable } from '../../network/hooks';
import { filterAndSort } from '../../people/sort-in-turns';
import { sharedWith } from './likely';

export function useLikely(person: string | undefined, text: string): readonly string[] {
  const { replica, hello, search } = useSession();
  const { me } = useSettings();
  const contacts = useTable('contacts');
  const [sorted, setSorted] = useState<readonly string[]>([]);
  const [found, setFound] = useState<ReadonlySet<string>>();

  useEffect(() => {
    let current = true;
    void search.find(text).then((ids) => {
      if (current) setFound(text.trim() === '' ? undefined : new Set(ids));
    });
    return () => {
      current = false;
    };
  }, [search, text]);

  useEffect(() => {
    const stop = new AbortController();
    const whose = person === undefined ? undefined : replica.network.get('contacts', person);
    const shared = whose === undefined ? () => 0 : sharedWith(replica.network, whose);
    const scores = new Map(contacts.map((contact) => [contact.id, shared(contact)]));
    const collator = new Intl.Collator([hello.locale, 'en'], { numeric: true, sensitivity: 'base' });
    void filterAndSort(
      contacts,
      ({ id, archived }) => id !== person && id !== me && archived !== true,
      (a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0) || collator.compare(nameOf(a), nameOf(b)),
      stop.signal,
    ).then((list) => {
      if (list !== undefined) setSorted(list.map(({ id }) => id));
    });
    return () => stop.abort();
  }, [replica, hello, contacts, person, me]);

  return found === undefined ? sorted : sorted.filter((id) => found.has(id));
}
