import { type ReactNode, useState } from 'react';
import { sayCooling } from '../../../shared/analysis/reasons';
import { daysBetween } from '../../../shared/time';
import { Strip } from '../../atlas/inspector/strip';
import { ticks } from '../../atlas/inspector/strip-days';
import { useInteractions } from '../../atlas/inspector/use-interactions';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { exactDay, nameOf, sayRoughDay } from '../../app/words';
import { useContact, useSession, useToday, useWarmth } from '../../network/hooks';
import type { RowState } from '../insight-grid';
import { useNaming } from '../use-naming';
import type { CoolingEntry } from './cooling-lines';

/** One tie: whose, its last two years, its rhythm, when it goes quiet. */
export function CoolingRow({ entry, state }: { entry: CoolingEntry; state: RowState }): ReactNode {
  const session = useSession();
  const naming = useNaming();
  const today = useToday();
  const { contact, reasons, chance } = entry;
  const person = useContact(contact);
  const warmth = useWarmth(contact);
  if (person === undefined) return null;
  const { locale } = session.hello;
  const [only] = sayCooling(
    reasons.filter(({ kind }) => kind === 'onlyTieInto'),
    { today, locale },
    naming.cluster,
  );
  const why = sayCooling(
    reasons.filter(({ kind }) => kind === 'lastContact' || kind === 'rhythm'),
    { today, locale },
    naming.cluster,
  );
  const quietBy = warmth?.quietBy ?? undefined;
  const name = nameOf(person);
  return (
    <>
      <div role="gridcell" className="k-grid-name" title={why.join('; ')}>
        <ContactMark contact={contact} box={30} />
        <span className="k-grid-words">
          <span>{name}</span>
          {only === undefined ? null : <span className="k-small k-quiet">{only}</span>}
        </span>
      </div>
      <div role="gridcell" className="k-cooling-strip">
        <StripWhenStill contact={contact} still={state.still} quietBy={quietBy} />
        <span className="k-visually-hidden">{why.join('; ')}</span>
      </div>
      <div role="gridcell" className="k-small k-quiet">
        {warmth?.word ?? ''}
      </div>
      <div
        role="gridcell"
        className="k-cooling-quiet"
        title={quietBy === undefined ? undefined : exactDay(quietBy, locale)}
      >
        {quietBy === undefined ? '' : quietWords(quietBy, today, locale)}
      </div>
      <div role="gridcell" className="k-cooling-act">
        {chance === null ? null : (
          <span
            className="k-small k-quiet"
            title={`By your own log, ${chanceWords(chance)} silences like this one ended within 60 days.`}
          >
            {chanceWords(chance)}
          </span>
        )}
        <Button
          look="quiet"
          className="k-small"
          tabIndex={state.tabIndex}
          aria-label={`Log with ${name}`}
          onClick={() => session.dialogs.open('note', [contact])}
        >
          Log
        </Button>
      </div>
    </>
  );
}

function quietWords(day: string, today: string, locale: string): string {
  const rough = sayRoughDay(day, today, locale);
  return day < today ? `since ${rough}` : rough;
}

/**
 * How often a silence like this one ended in time. Frequencies are understood better than percentages, and promise less.
 */
function chanceWords(chance: number): string {
  const tenth = Math.round(10 * chance);
  if (tenth <= 0) return 'under 1 in 10';
  return tenth >= 10 ? 'over 9 in 10' : `about ${tenth} in 10`;
}

/** Fetches only once scrolling has stopped over it; what has been fetched stays. */
function StripWhenStill({
  contact,
  still,
  quietBy,
}: {
  contact: string;
  still: boolean;
  quietBy: string | undefined;
}): ReactNode {
  const [wanted, setWanted] = useState(still);
  if (still && !wanted) setWanted(true);
  return wanted ? <ContactStrip contact={contact} quietBy={quietBy} /> : null;
}

function ContactStrip({ contact, quietBy }: { contact: string; quietBy: string | undefined }): ReactNode {
  const today = useToday();
  const interactions = useInteractions(contact);
  const ahead = quietBy !== undefined && quietBy >= today ? daysBetween(today, quietBy) : undefined;
  if (interactions === undefined) return null;
  return <Strip days={ticks(interactions.list, today)} quiet={ahead} width={230} height={24} />;
}
