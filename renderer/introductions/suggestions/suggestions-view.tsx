/** Who could meet next: the pairs of this week, each with why; opened, with every part of it and what would come of it. */
import { type ReactNode, useRef, useState } from 'react';
import { mostSuggestions, type SuggestionsAnswer } from '../../../shared/suggestions/answers';
import { Button } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { sayDayAhead } from '../../app/words';
import { LivePart } from '../../giving/live-part';
import { useLive } from '../../giving/use-live';
import { useStepping } from '../../insights/gaps/use-stepping';
import { useSession, useToday } from '../../network/hooks';
import { keyOf } from './pair';
import { SuggestionCard } from './suggestion-card';
import '../../giving/giving.css';
import '../../today/today.css';
import './suggestions.css';

const first = 10;

export function SuggestionsView(): ReactNode {
  const [limit, setLimit] = useState(first);
  const live = useLive('suggestions', { limit });
  // While more are looked for, those that are there stay.
  const [kept, setKept] = useState<SuggestionsAnswer>();
  if (live.answer !== undefined && live.answer !== kept) setKept(live.answer);
  const shown = live.answer === undefined && kept !== undefined ? { ...live, answer: kept } : live;
  return (
    <LivePart
      live={shown}
      waiting="Looking who could meet"
      failed="Who could meet next could not be found out"
    >
      {(answer) => <Suggestions answer={answer} limit={limit} onMore={() => setLimit(limit + first)} />}
    </LivePart>
  );
}

interface SuggestionsProps {
  readonly answer: SuggestionsAnswer;
  readonly limit: number;
  readonly onMore: () => void;
}

function Suggestions({ answer: { suggestions, none, to }, limit, onMore }: SuggestionsProps): ReactNode {
  const { hello } = useSession();
  const today = useToday();
  const [open, setOpen] = useState<string>();
  const list = useRef<HTMLUListElement>(null);
  const stepping = useStepping();
  if (suggestions.length === 0) return <Empty title="Nobody to bring together just now">{none}</Empty>;
  return (
    <section className="k-suggestions" aria-labelledby="suggestions-head">
      <h2 className="k-heading-name" id="suggestions-head">
        Who could meet next
      </h2>
      <p className="k-quiet k-suggestions-lead">
        People you know, who do not know each other and would both gain. The list stays as it is until{' '}
        {sayDayAhead(to, today, hello.locale)}; what you decide about leaves it.
      </p>
      <ul className="k-suggestions-list" aria-label="Who could meet next" ref={list} {...stepping}>
        {suggestions.map((suggestion) => {
          const key = keyOf(suggestion);
          return (
            <SuggestionCard
              key={key}
              suggestion={suggestion}
              isOpen={open === key}
              onToggle={() => setOpen(open === key ? undefined : key)}
              onDecided={() => list.current?.focus()}
            />
          );
        })}
      </ul>
      {suggestions.length < limit || limit >= mostSuggestions ? null : (
        <Button look="quiet" onClick={onMore}>
          Look for more
        </Button>
      )}
    </section>
  );
}
