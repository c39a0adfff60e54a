/** What came in so far; each can be taken back as a whole. */
import { type ReactNode, useMemo, useState } from 'react';
import type { JsonObject } from '../../shared/json';
import type { Batch } from '../../shared/model/entities';
import { dayOf } from '../../shared/time';
import { Button } from '../app/parts/button';
import { Section } from '../app/parts/section';
import { exactDay, many, sayDay } from '../app/words';
import { useSession, useTable, useToday } from '../network/hooks';
import { BatchDialog } from './batch-dialog';

export function PastImports(): ReactNode {
  const batches = useTable('batches');
  const latest = useMemo(() => [...batches].sort((a, b) => (a.at < b.at ? 1 : -1)), [batches]);
  if (latest.length === 0) return null;
  return (
    <Section
      title="What came in"
      text="Taking an import back leaves alone what you changed since, and says what stays."
    >
      <ul className="k-lines">
        {latest.map((batch) => (
          <PastImport key={batch.id} batch={batch} />
        ))}
      </ul>
    </Section>
  );
}

function PastImport({ batch }: { batch: Batch }): ReactNode {
  const session = useSession();
  const { zone, locale } = session.hello;
  const today = useToday();
  const day = dayOf(batch.at, zone);
  const words = countWords(batch.counts);
  const [opened, setOpened] = useState(false);
  return (
    <li className="k-line">
      <div className="k-line-words">
        <button type="button" className="k-link-button" onClick={() => setOpened(true)}>
          {batch.label}
        </button>
        <span className="k-quiet k-small">{words}</span>
      </div>
      <span className="k-quiet k-small" title={exactDay(day, locale)}>
        {batch.undoneAt === undefined
          ? sayDay(day, today, locale)
          : `taken back ${sayDay(dayOf(batch.undoneAt, zone), today, locale)}`}
      </span>
      {batch.undoneAt === undefined ? (
        <Button onClick={() => void session.undoBatch(batch.id, `${batch.label} was taken back.`)}>
          Take back
        </Button>
      ) : null}
      {opened ? <BatchDialog batch={batch} onClose={() => setOpened(false)} /> : null}
    </li>
  );
}

/** What is counted, as it is said of one and of several. */
const countNames: Readonly<Record<string, readonly [string, string]>> = {
  new: ['new', 'new'],
  changed: ['changed', 'changed'],
  unchanged: ['unchanged', 'unchanged'],
  kept: ['kept yours', 'kept yours'],
  keptBesides: ['of the changed kept in part', 'of the changed kept in part'],
  possibleDuplicates: ['may be the same', 'may be the same'],
  ties: ['tie', 'ties'],
  interactions: ['interaction', 'interactions'],
  others: ['meeting or mail among others', 'meetings and mails among others'],
  skipped: ['left out', 'left out'],
};

function countWords(counts: JsonObject): string {
  return Object.entries(countNames)
    .flatMap(([key, [one, several]]) => {
      const count = counts[key];
      return typeof count === 'number' && count > 0 ? [many(count, one, several)] : [];
    })
    .join(', ');
}
