/** A contact's story as lines to draw, and the sentence of give and take above it. */
import { useMemo } from 'react';
import type { Contact } from '../../../shared/model/entities';
import { broughtBetween } from '../../../shared/story/brought';
import { giveAndTake } from '../../../shared/story/give-and-take';
import { narrowed, type Narrowing } from '../../../shared/story/narrow';
import { rowsOf, storyOf, type StoryRow } from '../../../shared/story/story';
import { callName } from '../../../shared/words';
import { useSession, useSettings, useTable, useToday } from '../../network/hooks';
import { searchedOf, type Teller } from './story-words';
import type { Details } from './use-details';
import type { Interactions } from './use-interactions';

export interface StoryShown {
  readonly rows: readonly StoryRow[];
  /** Everything there is, whether or not it is at hand or fits. */
  readonly total: number;
  readonly fitting: number;
  readonly teller: Teller;
  readonly sentence: string | undefined;
}

export function useStory(
  contact: Contact,
  details: Details,
  interactions: Interactions,
  narrowing: Narrowing,
): StoryShown {
  const { hello, replica } = useSession();
  const { me } = useSettings();
  const today = useToday();
  const { network } = replica;
  const all = useTable('introductions');
  const teller = useMemo(() => ({ contact, network, me }), [contact, network, me]);
  const introductions = useMemo(
    () => all.filter(({ a, b, by }) => [a, b, by].includes(contact.id)),
    [all, contact.id],
  );
  const { commitments, exchanges, requests, facts, notes } = details;
  const { list, total, earlier } = interactions;
  const story = useMemo(
    () =>
      storyOf(
        { interactions: list, commitments, exchanges, introductions, requests, facts, notes },
        earlier === undefined ? undefined : list.at(-1)?.day,
      ),
    [list, commitments, exchanges, introductions, requests, facts, notes, earlier],
  );
  const fitting = useMemo(
    () => narrowed(story, narrowing, (entry) => searchedOf(entry, teller)),
    [story, narrowing, teller],
  );
  const rows = useMemo(() => rowsOf(fitting, hello.locale), [fitting, hello.locale]);
  const contacts = useTable('contacts');
  const sentence = useMemo(() => {
    // Both say when to look again; the index knows where.
    const brought = contacts.length + introductions.length === 0 ? [] : broughtBetween(teller);
    return giveAndTake(exchanges, brought, {
      name: callName(contact.name),
      today,
      locale: hello.locale,
    });
  }, [contacts, introductions, exchanges, teller, contact, today, hello.locale]);
  return {
    rows,
    total:
      total +
      [commitments, exchanges, introductions, requests, facts, notes].reduce(
        (sum, { length }) => sum + length,
        0,
      ),
    fitting: fitting.ahead.length + fitting.past.length,
    teller,
    sentence,
  };
}
