/** How much is asked of those who connect, in words; nobody is put in order by it. */
import { type ReactNode, useMemo } from 'react';
import type { PersonMeasures } from '../../../shared/analysis/questions';
import { LivePart } from '../../giving/live-part';
import { useLive } from '../../giving/use-live';
import { exactDay, sayDay } from '../../app/words';
import { useSession, useToday } from '../../network/hooks';

/** As many as are asked for at once. */
const most = 1_000;

/** Of those who were asked in the last 30 days: how often, by contact. */
export function useAsked(rows: readonly PersonMeasures[]): ReadonlyMap<string, string> {
  const contacts = useMemo(() => rows.slice(0, most).map(({ contact }) => contact), [rows]);
  const { answer } = useLive('load', contacts.length === 0 ? undefined : { contacts });
  return useMemo(
    () =>
      new Map(
        answer?.loads.flatMap(({ contact, lately, brief }): [string, string][] =>
          lately > 0 ? [[contact, brief]] : [],
        ),
      ),
    [answer],
  );
}

/** How often somebody was asked, by whom, what came of it, and what last went back. */
export function Asked({ contact, name }: { contact: string; name: string }): ReactNode {
  const live = useLive('load', { contacts: [contact] });
  const { hello } = useSession();
  const today = useToday();
  return (
    <section className="k-evidence">
      <h3 className="k-heading">What is asked of {name}</h3>
      <LivePart
        live={live}
        waiting={`Looking what is asked of ${name}`}
        failed="What is asked could not be found out"
      >
        {({ loads: [load] }) =>
          load === undefined ? (
            <p>Nobody has asked {name} for anything, as far as is on record.</p>
          ) : (
            <>
              <p>{load.text}</p>
              <ul>
                {load.asks.map(({ id, day, text }) => (
                  <li key={`${id} ${text}`}>
                    {text}{' '}
                    <span className="k-small k-quietest" title={exactDay(day, hello.locale)}>
                      {sayDay(day, today, hello.locale)}
                    </span>
                  </li>
                ))}
              </ul>
            </>
          )
        }
      </LivePart>
    </section>
  );
}
