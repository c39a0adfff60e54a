/** The ties that are tried, each to be taken back. */
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { IconButton } from '../../app/parts/button';
import type { Ends } from '../../network/insights-view';
import { light } from '../map/light';
import { PersonLink } from '../person-link';
import { useNaming } from '../use-naming';
import { type Tried, withoutTie } from './tried';

interface TriedTiesProps {
  readonly tried: Tried;
  readonly onChange: (tried: Tried) => void;
}

export function TriedTies({ tried, onChange }: TriedTiesProps): ReactNode {
  const { brought, cut } = tried;
  if (brought.length + cut.length === 0) return null;
  const takeBack = (tie: Ends): void => onChange(withoutTie(tried, tie));
  return (
    <ul className="k-what-if-tried" aria-label="Ties that are tried">
      {brought.map((tie) => (
        <TriedTie key={tie.join(' ')} tie={tie} words="would know each other" onTakeBack={takeBack} />
      ))}
      {cut.map((tie) => (
        <TriedTie key={tie.join(' ')} tie={tie} words="would not know each other" onTakeBack={takeBack} />
      ))}
    </ul>
  );
}

interface TriedTieProps {
  readonly tie: Ends;
  readonly words: string;
  readonly onTakeBack: (tie: Ends) => void;
}

function TriedTie({ tie, words, onTakeBack }: TriedTieProps): ReactNode {
  const naming = useNaming();
  const [a, b] = tie;
  const both = tie.map((id) => naming.person(id) ?? 'somebody').join(' and ');
  return (
    <li data-light={light.people(tie)}>
      <span>
        <PersonLink contact={a} /> and <PersonLink contact={b} /> {words}
      </span>
      <IconButton icon={IconX} label={`Leave ${both} as they are`} onClick={() => onTakeBack(tie)} />
    </li>
  );
}
