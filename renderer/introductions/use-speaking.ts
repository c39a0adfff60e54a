/** What sentences about introductions are made of: names, the day, who is me. */
import { useMemo } from 'react';
import type { Introduction } from '../../shared/model/entities';
import type { SpeakingOfMe } from '../../shared/introductions/say';
import { useContact, useSession, useSettings, useToday } from '../network/hooks';

/** Wakes when one of the three is called something else. */
export function useSpeaking(introduction: Pick<Introduction, 'a' | 'b' | 'by'>): SpeakingOfMe {
  const { replica, hello } = useSession();
  const { me } = useSettings();
  const today = useToday();
  const own = useContact(me);
  const one = useContact(introduction.a);
  const other = useContact(introduction.b);
  const by = useContact(introduction.by);
  return useMemo(() => {
    // Whoever is named is read from the network; that they changed says when.
    const changed = [own, one, other, by].length > 0;
    return { network: replica.network, today, locale: changed ? hello.locale : '', me };
  }, [replica, hello, today, me, own, one, other, by]);
}
