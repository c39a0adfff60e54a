/** The history of the tie with me: the strip of contact days, the rhythm, and when it would go quiet. */
import type { ReactNode } from 'react';
import { exactDay, many, sayDay, sayRoughDay } from '../../app/words';
import { addDays, daysBetween } from '../../../shared/time';
import { useSession, useToday, useWarmth } from '../../network/hooks';
import { whyCooling } from '../why';
import { Section } from './section';
import { stripAhead, stripBack, type Tick, ticks } from './strip-days';
import type { Interactions } from './use-interactions';

const titles = {
  unknown: 'No record yet',
  warm: 'In rhythm',
  cooling: 'About to cool',
  cold: 'Gone quiet',
} as const;

export function StripSection({
  contact,
  interactions,
}: {
  contact: string;
  interactions: Interactions;
}): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const warmth = useWarmth(contact);
  const last = interactions.list.find(({ planned }) => planned !== true)?.day;
  const quiet = warmth?.quietBy ?? undefined;
  if (last === undefined) {
    return (
      <Section title={titles.unknown}>
        <p className="k-quiet">Nothing between you is recorded. Log what happened last, even roughly.</p>
      </Section>
    );
  }
  const state = warmth?.state ?? 'unknown';
  const ahead = quiet !== undefined && quiet >= today ? daysBetween(today, quiet) : undefined;
  return (
    <Section title={titles[state]} aside="last two years">
      <Strip days={ticks(interactions.list, today)} quiet={ahead} />
      <div className="k-insp-strip-ends k-small">
        <span className="k-quietest">{sayDay(addDays(today, -stripBack), today, hello.locale)}</span>
        {ahead === undefined || quiet === undefined ? null : (
          <span className="k-quiet">quiet by {sayRoughDay(quiet, today, hello.locale)}</span>
        )}
      </div>
      <p className="k-small k-quiet" title={exactDay(last, hello.locale)}>
        {warmth !== undefined && state !== 'unknown'
          ? (whyCooling({ ...warmth, quietBy: null }, today, hello.locale)[0] ?? '')
          : `Last contact ${sayDay(last, today, hello.locale)}.`}
        {warmth === undefined ? null : ` ${many(warmth.days, 'day', 'days')} with contact in all.`}
      </p>
    </Section>
  );
}

const width = 304;
const height = 28;
const base = height - 3;
const heights = [6, 11, 17] as const;
const inks = ['var(--k-text-3)', 'var(--k-text-2)', 'var(--k-text)'] as const;

function Strip({ days, quiet }: { days: readonly Tick[]; quiet: number | undefined }): ReactNode {
  const at = (ago: number): number => (width * (stripBack - ago)) / (stripBack + stripAhead);
  return (
    <svg className="k-insp-strip" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <line x1="0" x2={at(0)} y1={base + 0.5} y2={base + 0.5} stroke="var(--k-line-2)" />
      {days.map(({ ago, kind }) => (
        <rect
          key={ago}
          x={at(ago) - 0.75}
          y={base - heights[kind]}
          width="1.5"
          height={heights[kind]}
          fill={inks[kind]}
        />
      ))}
      <line x1={at(0)} x2={at(0)} y1="2" y2={base} stroke="var(--k-control)" />
      {quiet === undefined ? null : (
        <>
          <line
            x1={at(0) + 2}
            x2={Math.max(at(0) + 2, Math.min(width - 8, at(-quiet) - 4))}
            y1={base + 0.5}
            y2={base + 0.5}
            stroke="var(--k-ring)"
            strokeWidth="1.2"
            strokeDasharray="1 3"
            strokeLinecap="round"
          />
          <circle
            cx={Math.min(width - 4, at(-quiet))}
            cy={base - 2.5}
            r="3.2"
            fill="var(--k-surface)"
            stroke="var(--k-ring)"
            strokeWidth="1.2"
          />
        </>
      )}
    </svg>
  );
}
