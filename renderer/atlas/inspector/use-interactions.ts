/** A contact's interactions, newest first, page by page, kept true to what is edited. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Interaction } from '../../../shared/model/entities';
import { tables } from '../../../shared/model/tables';
import { useSession } from '../../network/hooks';

export interface Interactions {
  readonly list: readonly Interaction[];
  readonly total: number;
  /** Reads the page before; undefined where there is none. */
  readonly earlier?: () => void;
}

const page = 100;

/** Undefined until the host has answered for this contact. */
export function useInteractions(contact: string): Interactions | undefined {
  const session = useSession();
  const [read, setRead] = useState<{ contact: string; list: Interaction[]; total: number; next?: string }>();
  const wanted = useRef(page);

  const fetch = useCallback(
    async (isCurrent: () => boolean): Promise<void> => {
      const list: Interaction[] = [];
      let before: string | undefined;
      let total: number;
      try {
        do {
          const limit = Math.min(200, wanted.current - list.length);
          const answer = await session.host.call('interactions', { contact, before, limit });
          for (const row of answer.interactions) {
            const parsed = tables.interactions.schema.safeParse(row);
            if (parsed.success) list.push(parsed.data);
          }
          before = answer.next;
          total = answer.total;
        } while (before !== undefined && list.length < wanted.current);
      } catch (error) {
        if (isCurrent()) session.fail(error);
        return;
      }
      if (isCurrent()) setRead({ contact, list, total, ...(before === undefined ? {} : { next: before }) });
    },
    [session, contact],
  );

  useEffect(() => {
    let current = true;
    const isCurrent = (): boolean => current;
    wanted.current = page;
    void fetch(isCurrent);
    const end = session.replica.onChange(({ patches }) => {
      if (patches.some(({ table }) => table === 'interactions')) void fetch(isCurrent);
    });
    return () => {
      current = false;
      end();
    };
  }, [session, fetch]);

  if (read?.contact !== contact) return undefined;
  const earlier = (): void => {
    wanted.current += page;
    void fetch(() => true);
  };
  return { list: read.list, total: read.total, ...(read.next === undefined ? {} : { earlier }) };
}
