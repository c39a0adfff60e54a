/** The ways found, the best first; j and k move, Enter draws one strong on the map. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { PathsAnswer, WarmPath } from '../../shared/paths/answers';
import { Button } from '../app/parts/button';
import { many } from '../app/words';
import { useStepping } from '../insights/gaps/use-stepping';
import { useSession } from '../network/hooks';
import { keyOfWay } from './say-way';
import { chosenOf, waysOf } from './use-ways';
import { WayEntry } from './way-entry';
import { mostWays, Ways } from './ways';

export function WayList({ answer }: { answer: PathsAnswer }): ReactNode {
  const state = Ways.of(useSession());
  const { chosen, k } = useStore(state.store);
  const list = useRef<HTMLOListElement>(null);
  const stepping = useStepping();
  const ways = waysOf(answer);
  const strong = chosenOf(ways, chosen);
  useEffect(() => {
    // Only from where the panel put the focus itself.
    if (document.activeElement?.classList.contains('k-ways-title') !== true) return;
    list.current?.querySelector<HTMLElement>('[data-step]')?.focus({ preventScroll: true });
  }, []);
  const more = k < mostWays && answer.paths.length >= k;
  return (
    <>
      <p className="k-small k-quiet" role="status">
        {sayFound(answer, ways.length)}
      </p>
      <ol className="k-ways-list" aria-label="Ways found" ref={list} {...stepping}>
        {ways.map((way) => (
          <WayEntry
            key={keyOfWay(way)}
            way={way}
            word={wordFor(way, answer)}
            isChosen={way === strong}
            isToGroup={answer.to.kind !== 'contact'}
          />
        ))}
      </ol>
      {more ? (
        <Button look="quiet" onClick={() => state.more()}>
          Look for more
        </Button>
      ) : null}
    </>
  );
}

function sayFound({ to: { kind, people } }: PathsAnswer, count: number): string {
  const found = many(count, 'way', 'ways');
  return kind === 'contact'
    ? found
    : `${found}, to whoever of ${many(people, 'person', 'people')} is nearest`;
}

/** What it is among the others: the direct one, the warmest over somebody, the one with the fewest between. */
function wordFor(way: WarmPath, { paths, fewestHands }: PathsAnswer): string | undefined {
  if (way.hands === 0) return 'direct';
  const over = paths.filter(({ hands }) => hands > 0);
  const warmest = over.reduce((best, one) => (one.warmth > best.warmth ? one : best), over[0] ?? way);
  if (way === warmest && over.length > 1) return 'warmest';
  return fewestHands !== null && keyOfWay(fewestHands) === keyOfWay(way) ? 'fewest hands' : undefined;
}
