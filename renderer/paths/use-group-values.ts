/** The organisations, places, industries and tags that people have now, counted in turns; again after a pause in edits. */
import { useEffect, useState } from 'react';
import { gathered } from '../network/gathered';
import { useSession, useToday } from '../network/hooks';
import { turns } from '../network/turns';
import { GroupCounts, type GroupValue } from './group-values';

export function useGroupValues(): readonly GroupValue[] {
  const { replica } = useSession();
  const today = useToday();
  const [values, setValues] = useState<readonly GroupValue[]>([]);
  useEffect(() => {
    let counting = 0;
    const count = async (): Promise<void> => {
      const mine = ++counting;
      const turn = turns();
      const counts = new GroupCounts(today);
      for (const contact of replica.list('contacts')) {
        counts.add(contact);
        await turn.next();
        if (mine !== counting) return;
      }
      setValues(counts.values());
    };
    const again = gathered(() => void count());
    const end = replica.onChange(({ patches }) => {
      if (patches.some(({ table }) => table === 'contacts')) again.call();
    });
    void count();
    return () => {
      counting = -1;
      again.stop();
      end();
    };
  }, [replica, today]);
  return values;
}
