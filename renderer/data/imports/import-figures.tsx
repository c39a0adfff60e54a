/** The counts of an import, large, and their shares as one bar. */
import type { ReactNode } from 'react';
import { type ImportCounts, recordsOf } from '../../../shared/imports/answers';
import { many } from '../../app/words';

interface Figure {
  readonly count: number;
  readonly word: string;
  readonly sub: string;
  /** Its colour in the bar; none for what is no row of people. */
  readonly fill?: string;
  readonly caution?: boolean;
  /** Shown even when there is none. */
  readonly always?: boolean;
}

export function ImportFigures({ counts }: { counts: ImportCounts }): ReactNode {
  const records = recordsOf(counts);
  const figures: readonly Figure[] = [
    {
      count: counts.new,
      word: counts.new === 1 ? 'new person' : 'new people',
      sub:
        counts.met === 0
          ? `of ${records.toLocaleString('en')} rows`
          : `in ${many(records, 'row, meeting or mail', 'rows, meetings and mails')}`,
      fill: 'var(--k-text-2)',
      always: true,
    },
    {
      count: counts.changed,
      word: 'changed',
      sub: 'filled in, or newly matched',
      fill: 'var(--k-control)',
    },
    {
      count: counts.kept + counts.keptBesides,
      word: 'kept yours',
      sub: 'you wrote something else there',
      fill: 'var(--k-control)',
    },
    {
      count: counts.possibleDuplicates,
      word: 'may be the same',
      sub: 'kept apart until you say so',
      fill: 'var(--k-line-2)',
    },
    { count: counts.unchanged, word: 'unchanged', sub: 'in your network already', fill: 'var(--k-line)' },
    { count: counts.ties, word: counts.ties === 1 ? 'tie' : 'ties', sub: 'between people of these files' },
    { count: counts.interactions, word: 'with you', sub: 'meetings and mails' },
    { count: counts.others, word: 'among others', sub: 'they show who knows whom' },
    {
      count: counts.intended,
      word: 'passed over',
      sub: 'lists, robots, not with you',
      fill: 'var(--k-line)',
    },
    {
      count: counts.skipped - counts.intended,
      word: 'left out',
      sub: 'row and reason below',
      fill: 'var(--k-caution)',
      caution: true,
    },
  ];
  const shown = figures.filter(({ count, always = false }) => count > 0 || always);
  const parts = shown.filter(({ fill, count }) => fill !== undefined && count > 0);
  return (
    <>
      <dl className="k-figures">
        {shown.map(({ count, word, sub, caution = false }) => (
          <div className="k-figure" key={word}>
            <dt className="k-figure-words">
              {word}
              <span className="k-figure-sub">{sub}</span>
            </dt>
            <dd className="k-figure-number k-number" data-caution={caution}>
              {count.toLocaleString('en')}
            </dd>
          </div>
        ))}
      </dl>
      <div className="k-figure-bar" aria-hidden="true">
        {parts.map(({ count, fill, word }) => (
          <span key={word} style={{ flexGrow: count, background: fill }} />
        ))}
      </div>
    </>
  );
}
