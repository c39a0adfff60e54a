/** The history of the tie with me: the strip of contact days, the rhythm, and when it would go quiet. */
import type { ReactNode } from 'react';
import { exactDay, many, sayDay, sayRoughDay } from '../../app/words';
import { addDays, daysBetween } from '../../../shared/time';
import { useSession, useToday, useWarmth } from '../../network/hooks';
import { asSentences, whyCooling } from '../../../shared/analysis/reasons';
import { Section } from './section';
import { Strip } from './strip';
import { stripBack, ticks } from './strip-days';
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
          ? asSentences(whyCooling({ ...warmth, quietBy: null }, { today, locale: hello.locale })).join(' ')
          : `Last contact ${sayDay(last, today, hello.locale)}.`}
        {warmth === undefined ? null : ` ${many(warmth.days, 'day', 'days')} with contact in all.`}
      </p>
    </Section>
  );
}
