/** The rows of a review, page by page as they come into view. */
import { useEffect, useRef, useState } from 'react';
import type { ImportRow } from '../../../shared/imports/answers';
import { useSession } from '../../network/hooks';

const pageLength = 100;

export interface ReviewRows {
  readonly total: number | undefined;
  /** Undefined while it is on its way. */
  readonly row: (index: number) => ImportRow | undefined;
  /** Says which rows are in view. */
  readonly need: (from: number, to: number) => void;
}

export function useImportRows(id: string, kinds: readonly ImportRow['kind'][] | undefined): ReviewRows {
  const session = useSession();
  const asked = useRef(new Set<number>());
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ImportRow[]>>(new Map());
  const [total, setTotal] = useState<number>();

  const ask = (page: number): void => {
    if (asked.current.has(page)) return;
    asked.current.add(page);
    const chosen = kinds === undefined ? {} : { kinds: [...kinds] };
    session.host
      .call('importReview', { import: id, ...chosen, offset: page * pageLength, limit: pageLength })
      .then((answer) => {
        setTotal(answer.total);
        setPages((standing) => new Map(standing).set(page, answer.rows));
      })
      .catch((error: unknown) => session.fail(error));
  };
  useEffect(() => {
    ask(0);
    // The component is made anew for other rows.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  return {
    total,
    row: (index) => pages.get(Math.floor(index / pageLength))?.[index % pageLength],
    need(from, to) {
      for (let page = Math.floor(from / pageLength); page <= Math.floor(to / pageLength); page += 1)
        ask(page);
    },
  };
}
