/** What the host keeps about a contact outside the page's copy: fetched when somebody looks, and again after edits. */
import { useEffect, useState } from 'react';
import type { TableName } from '../../../shared/model/table-names';
import { type EntityOf, tables } from '../../../shared/model/tables';
import type { Patch } from '../../../shared/model/patch';
import { useSession } from '../../network/hooks';

const detailTables = [
  'notes',
  'facts',
  'sources',
  'commitments',
  'exchanges',
  'requests',
  'owedReplies',
  'merges',
] as const satisfies readonly TableName[];
type DetailTable = (typeof detailTables)[number];

export type Details = { readonly [T in DetailTable]: readonly EntityOf<T>[] };

const nothing: Details = {
  notes: [],
  facts: [],
  sources: [],
  commitments: [],
  exchanges: [],
  requests: [],
  owedReplies: [],
  merges: [],
};

/** Undefined until the host has answered for this contact. */
export function useDetails(contact: string): Details | undefined {
  const session = useSession();
  const [read, setRead] = useState<{ contact: string; details: Details }>();
  useEffect(() => {
    let current = true;
    const fetch = async (): Promise<void> => {
      try {
        const { tables: rows } = await session.host.call('details', { contact });
        if (current) setRead({ contact, details: detailsFrom(rows) });
      } catch (error) {
        if (current) session.fail(error);
      }
    };
    void fetch();
    const end = session.replica.onChange(({ patches }) => {
      if (patches.some((patch) => isDetail(patch))) void fetch();
    });
    return () => {
      current = false;
      end();
    };
  }, [session, contact]);
  return read?.contact === contact ? read.details : undefined;
}

function isDetail({ table }: Patch): boolean {
  return detailTables.some((name) => name === table);
}

function detailsFrom(
  answered: readonly { readonly table: TableName; readonly rows: readonly unknown[] }[],
): Details {
  const rowsOf = <T extends DetailTable>(table: T): EntityOf<T>[] =>
    answered
      .filter((one) => one.table === table)
      .flatMap(({ rows }) => rows)
      .flatMap((row) => {
        const parsed = tables[table].schema.safeParse(row);
        return parsed.success ? [parsed.data] : [];
      });
  return {
    ...nothing,
    notes: rowsOf('notes'),
    facts: rowsOf('facts'),
    sources: rowsOf('sources'),
    commitments: rowsOf('commitments'),
    exchanges: rowsOf('exchanges'),
    requests: rowsOf('requests'),
    owedReplies: rowsOf('owedReplies'),
    merges: rowsOf('merges'),
  };
}
