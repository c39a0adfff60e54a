/** Two people, to be brought together on paper, or whose tie is to be cut. */
import { type ReactNode, type SyntheticEvent, useState } from 'react';
import { Button } from '../../app/parts/button';
import { PersonPicker } from '../../app/parts/person-picker';
import { useSession, useTable } from '../../network/hooks';
import { type Tried, withTie } from './tried';

interface TieFormProps {
  readonly tried: Tried;
  readonly onChange: (tried: Tried) => void;
}

export function TieForm({ tried, onChange }: TieFormProps): ReactNode {
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const isThere = useIsThere();
  const [a, b] = chosen;
  const cut = a !== undefined && b !== undefined && isThere(a, b);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (a === undefined || b === undefined) return;
    onChange(withTie(tried, [a, b], cut));
    setChosen([]);
  };
  return (
    <form className="k-what-if-tie" aria-label="Try a tie" onSubmit={submit}>
      <PersonPicker
        label="Two people"
        value={chosen}
        placeholder="To bring together, or cut their tie"
        onChange={(next) => setChosen(next.slice(-2))}
      />
      <Button type="submit" disabled={b === undefined}>
        {cut ? 'Cut their tie' : 'Bring together'}
      </Button>
    </form>
  );
}

/** From these odds on a guessed tie counts in the measures, and can be cut. */
const evenOdds = 0.5;

function useIsThere(): (a: string, b: string) => boolean {
  const { network } = useSession().replica;
  // Wakes when a tie comes or goes.
  useTable('ties');
  return (a, b) => {
    const tie = network.get('ties', network.index.tieBetween(a, b) ?? '');
    return tie !== undefined && (tie.state === 'known' || (tie.confidence ?? 0) >= evenOdds);
  };
}
