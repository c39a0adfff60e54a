/** A contact's interactions, newest first, page by page, kept true to what is edited. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { JsonObject } from '../../../shared/json';
import type { Interaction } from '../../../shared/model/entities';
import type { Patch } from '../../../shared/model/patch';
import { tables } from '../../../shared/model/tables';
import { useSession } from '../../network/hooks';

export interface Interactions {
  readonly list: readonly Interaction[];
  readonly total: number;
  /** Reads the page before; undefined where there is none. */
  readonly earlier?: () => void;
}

interface Read {
  readonly contact: string;
  readonly list: readonly Interaction[];
  readonly total: number;
  readonly next?: string;
}

const first = 100;
/** The most that the host answers with at once. */
const page = 200;

/** Undefined until the host has answered for this contact. */
export function useInteractions(contact: string): Interactions | undefined {
  const session = useSession();
  const [read, setRead] = useState<Read>();
  /** What is on show, for those who come by later; a page that is asked for meanwhile is out of date. */
  const held = useRef<Read>(undefined);
  const reading = useRef<symbol>(undefined);

  /** Reads from a place on until there are as many as wanted. */
  const fetch = useCallback(
    async (before: Read | undefined, wanted: number): Promise<void> => {
      const own = Symbol(contact);
      reading.current = own;
      const list = [...(before?.list ?? [])];
      let next = before?.next;
      let total: number;
      try {
        do {
          const limit = Math.min(page, wanted - list.length);
          const answer = await session.host.call('interactions', { contact, before: next, limit });
          list.push(...parsed(answer.interactions));
          next = answer.next;
          total = answer.total;
        } while (next !== undefined && list.length < wanted && reading.current === own);
      } catch (error) {
        if (reading.current === own) {
          reading.current = undefined;
          session.fail(error);
        }
        return;
      }
      if (reading.current !== own) return;
      reading.current = undefined;
      held.current = { contact, list, total, ...(next === undefined ? {} : { next }) };
      setRead(held.current);
    },
    [session, contact],
  );

  useEffect(() => {
    held.current = undefined;
    void fetch(undefined, first);
    const end = session.replica.onChange(({ patches }) => {
      const ids = new Set(held.current?.list.map(({ id }) => id));
      if (patches.some((patch) => concerns(patch, contact, ids))) {
        void fetch(undefined, Math.max(first, held.current?.list.length ?? 0));
      }
    });
    return () => {
      reading.current = undefined;
      end();
    };
  }, [session, contact, fetch]);

  if (read?.contact !== contact) return undefined;
  const earlier = (): void => {
    if (reading.current === undefined) void fetch(held.current, read.list.length + page);
  };
  return { list: read.list, total: read.total, ...(read.next === undefined ? {} : { earlier }) };
}

function parsed(rows: readonly JsonObject[]): Interaction[] {
  return rows.flatMap((row) => {
    const one = tables.interactions.schema.safeParse(row);
    return one.success ? [one.data] : [];
  });
}

function concerns({ table, id, before, after }: Patch, contact: string, shown: ReadonlySet<string>): boolean {
  if (table !== 'interactions') return false;
  return shown.has(id) || [before, after].some((side) => isWith(side, contact));
}

function isWith(side: JsonObject | null, contact: string): boolean {
  const people = side?.['with'];
  return Array.isArray(people) && people.includes(contact);
}
