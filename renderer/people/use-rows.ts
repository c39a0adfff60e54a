/** The ids of the people a view shows, in order; the last answer stays until the next is there. */
import { startTransition, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { gathered } from '../network/gathered';
import { useSession, useSettings, useTable } from '../network/hooks';
import type { PeopleView } from '../network/people-view';
import type { Session } from '../network/session';
import { comparison, isShown, type RowFacts } from './rows';
import { filterAndSort } from './sort-in-turns';

/** @returns undefined until the first answer. */
export function useRows(): readonly string[] | undefined {
  const session = useSession();
  const view = useStore(session.peopleView);
  const contacts = useTable('contacts');
  const positions = useTable('positions');
  const { me, circles } = useSettings();
  const found = useFound(session, view);
  const moved = useMoved(session, view);
  const [rows, setRows] = useState<readonly string[]>();

  const facts = useMemo((): RowFacts => {
    const { replica, analysis, hello } = session;
    const collator = new Intl.Collator([hello.locale, 'en'], { numeric: true, sensitivity: 'base' });
    return {
      me,
      clusterOf: (contact) => replica.network.get('positions', contact)?.cluster,
      lastOf: (contact) => replica.summary(contact).last,
      warmthOf: (contact) => analysis.warmth(contact),
      circles: circles.map(({ id }) => id),
      compare: (a, b) => collator.compare(a, b),
    };
  }, [session, me, circles]);

  const clusterChanges = view.cluster === undefined ? undefined : positions;
  useEffect(() => {
    const stop = new AbortController();
    void filterAndSort(
      contacts,
      (contact) => isShown(contact, view, found, facts),
      comparison(view.sort, facts),
      stop.signal,
    ).then((sorted) => {
      if (sorted !== undefined) startTransition(() => setRows(sorted.map(({ id }) => id)));
    });
    return () => stop.abort();
  }, [contacts, clusterChanges, view, found, facts, moved]);
  return rows;
}

/** Ids that fit the text of the view; undefined without a text. */
function useFound(session: Session, { text }: PeopleView): ReadonlySet<string> | undefined {
  const [found, setFound] = useState<ReadonlySet<string>>();
  useEffect(() => {
    let current = true;
    void session.search.find(text).then((contacts) => {
      if (current) setFound(text.trim() === '' ? undefined : new Set(contacts));
    });
    return () => {
      current = false;
    };
  }, [session, text]);
  return found;
}

/** Changes when warmth or last contacts did, where the view depends on them. */
function useMoved(session: Session, { sort, warmth }: PeopleView): number {
  const byWarmth = sort.by === 'warmth' || sort.by === 'quiet' || warmth !== undefined;
  const byLast = sort.by === 'last';
  const counter = useMemo(() => newsCounter(session, byWarmth, byLast), [session, byWarmth, byLast]);
  return useSyncExternalStore(counter.subscribe, counter.read);
}

interface NewsCounter {
  readonly subscribe: (wake: () => void) => () => void;
  readonly read: () => number;
}

/** Gathers: a list that is sorted anew for every piece of news would never be done while there are more. */
function newsCounter({ analysis, replica }: Session, byWarmth: boolean, byLast: boolean): NewsCounter {
  let count = 0;
  return {
    subscribe: (wake) => {
      const news = gathered(() => {
        count += 1;
        wake();
      });
      const call = (): void => news.call();
      const ends = [
        byWarmth ? analysis.watch(undefined, call) : undefined,
        byLast ? replica.watch('summaries', undefined, call) : undefined,
      ];
      return () => {
        for (const end of ends) end?.();
        news.stop();
      };
    },
    read: () => count,
  };
}
