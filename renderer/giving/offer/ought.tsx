/** Who ought to know what I do and could offer: each with why, told by one click, one or several. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { OughtToKnow } from '../../../shared/asking/answers';
import { Button } from '../../app/parts/button';
import { ContactMark } from '../../app/parts/mark';
import { Section } from '../../app/parts/section';
import { people } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession } from '../../network/hooks';
import { MoreButton } from '../../today/more-button';
import { PersonName } from '../../today/person-name';
import { toldToday } from './told';

/** People shown at first. */
const first = 12;

export function Ought({ ought, inAll }: { ought: readonly OughtToKnow[]; inAll: number }): ReactNode {
  const session = useSession();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [all, setAll] = useState(false);
  const { onKeyDown } = useStepping();
  const those = ought.filter(({ id }) => picked.has(id));
  const isFixed = session.hello.readOnly !== undefined;
  const pick = (id: string): void => {
    const next = new Set(picked);
    if (!next.delete(id)) next.add(id);
    setPicked(next);
  };
  const tell = (told: readonly OughtToKnow[]): void => {
    setPicked(new Set([...picked].filter((id) => !told.some((one) => one.id === id))));
    toldToday(session, told);
  };
  return (
    <Section
      title="Who ought to know"
      text={
        ought.length === 0
          ? 'Nobody comes to mind who has not been told. Named here are those in a close circle, those with whom help went to and fro, and whoever looks for what you offer.'
          : `${people(inAll)} who might pass your name on, or need you, and have not been told yet.`
      }
      tools={
        those.length === 0 || isFixed ? undefined : (
          <Button look="filled" onClick={() => tell(those)}>
            Told {people(those.length)} today
          </Button>
        )
      }
    >
      <ul className="k-offer-list" aria-label="Who ought to know" onKeyDown={onKeyDown}>
        {ought.slice(0, all ? undefined : first).map((one) => (
          <li className="k-offer-line" key={one.id} data-step tabIndex={-1} aria-label={one.name}>
            {isFixed ? (
              <span />
            ) : (
              <Checkbox
                size="xs"
                aria-label={`Pick ${one.name}`}
                checked={picked.has(one.id)}
                onChange={() => pick(one.id)}
              />
            )}
            <ContactMark contact={one.id} box={30} />
            <div>
              <PersonName id={one.id} name={one.name} />
              <p className="k-small k-quiet">{one.reasons.map(({ text }) => text).join(' ')}</p>
            </div>
            {isFixed ? null : (
              <Button className="k-small" aria-label={`Told today: ${one.name}`} onClick={() => tell([one])}>
                Told today
              </Button>
            )}
          </li>
        ))}
        <MoreButton all={ought.length} first={first} open={all} onOpen={() => setAll(true)} />
      </ul>
    </Section>
  );
}
