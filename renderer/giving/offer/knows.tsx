/** Who knows what I do and could offer, and since when. */
import { type ReactNode, useState } from 'react';
import type { Knowing } from '../../../shared/asking/answers';
import { TextButton } from '../../atlas/inspector/section';
import { ContactMark } from '../../app/parts/mark';
import { Section } from '../../app/parts/section';
import { exactDay, people } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useToday } from '../../network/hooks';
import { MoreButton } from '../../today/more-button';
import { PersonName } from '../../today/person-name';
import { toldToday } from './told';

/** People shown at first. */
const first = 12;

export function Knows({ knows, inAll }: { knows: readonly Knowing[]; inAll: number }): ReactNode {
  const session = useSession();
  const today = useToday();
  const [all, setAll] = useState(false);
  const { onKeyDown } = useStepping();
  return (
    <Section
      title="Who knows"
      text={
        inAll === 0
          ? 'Nobody is on record as told. What people know of you is kept here, with the day.'
          : people(inAll)
      }
    >
      <ul className="k-offer-list" aria-label="Who knows" onKeyDown={onKeyDown}>
        {knows.slice(0, all ? undefined : first).map(({ id, name, day, text }) => (
          <li className="k-offer-line" key={id} data-step tabIndex={-1} aria-label={name}>
            <span />
            <ContactMark contact={id} box={30} />
            <div>
              <PersonName id={id} name={name} />
              <p className="k-small k-quiet" title={exactDay(day, session.hello.locale)}>
                {text}
              </p>
            </div>
            {session.hello.readOnly !== undefined || day === today ? null : (
              <TextButton
                label={`Told again today: ${name}`}
                onClick={() => toldToday(session, [{ id, name }])}
              >
                Told again today
              </TextButton>
            )}
          </li>
        ))}
        <MoreButton all={knows.length} first={first} open={all} onOpen={() => setAll(true)} />
      </ul>
    </Section>
  );
}
