/** What fits a query: people by the search, actions by their words. */
import { useEffect, useMemo, useState } from 'react';
import { fold } from '../../../shared/search/fold';
import { useSession } from '../../network/hooks';
import { useActions } from '../action-context';
import { type Action, canPerform } from '../actions';

export type Found =
  | { readonly kind: 'person'; readonly id: string; readonly group: string; readonly contact: string }
  | { readonly kind: 'action'; readonly id: string; readonly group: string; readonly action: Action };

const mostPeople = 8;

export function usePalette(query: string): readonly Found[] {
  const session = useSession();
  const actions = useActions();
  const [people, setPeople] = useState<readonly string[]>([]);

  useEffect(() => {
    let current = true;
    void session.search.find(query, mostPeople).then((contacts) => {
      if (current) setPeople(contacts);
    });
    return () => {
      current = false;
    };
  }, [session, query]);

  return useMemo(() => {
    const words = fold(query)
      .split(/\s+/)
      .filter((word) => word !== '');
    const persons = query.trim() === '' ? [] : people;
    return [
      ...persons.map((contact): Found => ({
        kind: 'person',
        id: `person ${contact}`,
        group: 'People',
        contact,
      })),
      ...actions.all
        .filter((action) => action.quiet !== true && fits(action, words) && canPerform(action, session))
        .map((action): Found => ({ kind: 'action', id: action.id, group: 'Actions', action })),
    ];
  }, [session, actions, people, query]);
}

/** Every word begins a word of the action. */
function fits({ label, keywords = '', section }: Action, words: readonly string[]): boolean {
  const own = fold(`${label} ${keywords} ${section}`).split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => own.some((has) => has.startsWith(word)));
}
