/** Those who connect most, to be ticked as not being there. */
import { Checkbox } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { ContactMark } from '../../app/parts/mark';
import { nameOf } from '../../app/words';
import { useAnswer, useContact } from '../../network/hooks';
import { useStepping } from '../gaps/use-stepping';
import { light } from '../map/light';
import { useLit } from '../map/use-light';
import { fits } from '../narrow';
import { ScreenLines } from '../screen-lines';
import { useNaming } from '../use-naming';

const offered = 20;

interface OfferedProps {
  readonly without: readonly string[];
  readonly text: string;
  readonly onToggle: (contact: string) => void;
}

export function Offered({ without, text, onToggle }: OfferedProps): ReactNode {
  const naming = useNaming();
  const connectors = useAnswer({ kind: 'connectors', most: offered });
  const stepping = useStepping();
  const list = useMemo(
    () =>
      connectors?.list
        .map(({ contact }) => contact)
        .filter((contact) => fits({ text }, { name: naming.person(contact) })),
    [connectors, text, naming],
  );
  if (list === undefined) return <ScreenLines rows={5} />;
  if (list.length === 0) return null;
  return (
    <div>
      <p className="k-mantine-label">Or without one of those who connect most</p>
      <ul className="k-what-if-list" aria-label="Who connects people" {...stepping}>
        {list.map((contact) => (
          <OfferedPerson
            key={contact}
            contact={contact}
            ticked={without.includes(contact)}
            onToggle={() => onToggle(contact)}
          />
        ))}
      </ul>
    </div>
  );
}

function OfferedPerson({
  contact,
  ticked,
  onToggle,
}: {
  contact: string;
  ticked: boolean;
  onToggle: () => void;
}): ReactNode {
  const person = useContact(contact);
  const about = light.person(contact);
  const lit = useLit(about);
  if (person === undefined) return null;
  return (
    <li data-light={about} data-lit={lit || undefined}>
      <Checkbox data-step label={nameOf(person)} checked={ticked} onChange={onToggle} />
      <ContactMark contact={contact} box={30} />
    </li>
  );
}
