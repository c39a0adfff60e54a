/** Every introduction in one list: those that are stuck first, then the newest; narrowed by how far they are or by a name. */
import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { boardFrom, type Carded } from '../../../shared/introductions/board';
import { hasHappened, isBefore, isOnTheWay } from '../../../shared/introductions/stages';
import type { Introduction } from '../../../shared/model/entities';
import { TextButton } from '../../atlas/inspector/section';
import { Empty } from '../../app/parts/empty';
import { many } from '../../app/words';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useSettings, useTable, useToday } from '../../network/hooks';
import { bothOf } from '../moving';
import { NoneYet } from '../none-yet';
import { ListLine } from './list-line';

/** Lines that are shown at first, and that come with each asking for more. */
const step = 60;
const few = 15;

const narrowings = {
  all: ['All', () => true],
  'under-way': ['Under way', ({ introduction: { stage } }) => isBefore(stage)],
  stuck: ['Stuck', ({ stuck }) => stuck !== undefined],
  happened: ['Introduced', ({ introduction: { stage } }) => hasHappened(stage)],
  ended: ['Ended', ({ introduction: { stage } }) => !isOnTheWay(stage)],
} as const satisfies Record<string, readonly [string, (card: Carded) => boolean]>;
type Narrowing = keyof typeof narrowings;
const narrowingNames: readonly Narrowing[] = ['all', 'under-way', 'stuck', 'happened', 'ended'];

export function ListView(): ReactNode {
  const session = useSession();
  const all = useTable('introductions');
  const cards = useCards(all);
  const [narrowing, setNarrowing] = useState<Narrowing>('all');
  const [sought, setSought] = useState('');
  const words = useDeferredValue(sought.trim().toLocaleLowerCase());
  const [wanted, setMost] = useState(step);
  // A few come at once, the rest when the page has time.
  const most = useDeferredValue(wanted, few);
  const stepping = useStepping();
  const [, fits] = narrowings[narrowing];
  const found = useMemo(
    () =>
      cards.filter(
        (card) =>
          fits(card) &&
          (words === '' || bothOf(session, card.introduction).toLocaleLowerCase().includes(words)),
      ),
    [cards, fits, words, session],
  );
  if (all.length === 0) return <NoneYet />;
  return (
    <div className="k-intro-list">
      <div className="k-intro-list-head">
        <div className="k-segments" role="group" aria-label="Which ones">
          {narrowingNames.map((one) => (
            <button
              key={one}
              type="button"
              className="k-segment"
              aria-pressed={one === narrowing}
              onClick={() => setNarrowing(one)}
            >
              {narrowings[one][0]}
            </button>
          ))}
        </div>
        <TextInput
          aria-label="Find by name"
          placeholder="Find by name"
          leftSection={<IconSearch size={15} stroke={1.5} aria-hidden="true" />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
        <p className="k-small k-quiet" role="status">
          {many(found.length, 'introduction', 'introductions')}
        </p>
      </div>
      {found.length === 0 ? (
        <Empty title="None of them fits">Choose “All”, or another name.</Empty>
      ) : (
        <ul className="k-intro-lines" aria-label="Introductions" {...stepping}>
          {found.slice(0, most).map((card) => (
            <ListLine key={card.introduction.id} card={card} />
          ))}
        </ul>
      )}
      {found.length > wanted ? (
        <TextButton onClick={() => setMost(wanted + step)}>
          Show {Math.min(step, found.length - wanted)} more of {(found.length - wanted).toLocaleString('en')}
        </TextButton>
      ) : null}
    </div>
  );
}

function useCards(all: readonly Introduction[]): readonly Carded[] {
  const today = useToday();
  const { me } = useSettings();
  return useMemo(() => {
    const { columns, ended } = boardFrom(all, today, me);
    const cards = [...columns.flatMap((column) => column.cards), ...ended];
    return cards.sort(
      (a, b) =>
        (b.stuck?.days ?? -1) - (a.stuck?.days ?? -1) ||
        ((a.since ?? '') < (b.since ?? '') ? 1 : (a.since ?? '') > (b.since ?? '') ? -1 : 0),
    );
  }, [all, today, me]);
}
