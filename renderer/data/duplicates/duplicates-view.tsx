/** Same person?: pairs of contacts, surest first, side by side; one key merges, one says they are two, one puts off. */
import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import type { DuplicatePair } from '../../../shared/duplicates/answers';
import { useKeyRules } from '../../app/action-context';
import { Button } from '../../app/parts/button';
import { Empty } from '../../app/parts/empty';
import { many } from '../../app/words';
import { LivePart } from '../../giving/live-part';
import { targetOf } from '../../insights/gaps/use-stepping';
import { useSession, useTable } from '../../network/hooks';
import { CertainDialog } from './certain-dialog';
import { certainOf, certainWords, decideLater, keepApart, mergePair } from './deciding';
import './duplicates.css';
import '../../giving/giving.css';
import { PairList } from './pair-list';
import { type Chosen, PairPanel } from './pair-panel';
import { keyOf, type Pairs, usePairs } from './use-pairs';

export function DuplicatesView(): ReactNode {
  const session = useSession();
  const pairs = usePairs();
  const people = useTable('contacts').length;
  /** Those that were put off as well. */
  const [again, setAgain] = useState(false);
  const shown = again ? [...pairs.left, ...pairs.later] : pairs.left;
  const back = (
    <Button look="quiet" onClick={() => session.navigation.go('data')}>
      Back to Data
    </Button>
  );
  return (
    <section className="k-same" aria-labelledby="same-head">
      <div className="k-same-top">
        <div>
          <h1 className="k-title" id="same-head">
            Same person?
          </h1>
          <p className="k-quiet">
            Contacts that may be one person, and why. Nothing is merged unless you say so; that two are two is
            remembered for good.
          </p>
        </div>
        {back}
      </div>
      {people < 2 ? (
        <div className="k-same-none">
          <Empty title="Nobody to compare yet">
            It takes two contacts for one of them to be there twice.
          </Empty>
        </div>
      ) : (
        <LivePart
          live={pairs}
          waiting="Looking who may be here twice"
          failed="Who may be here twice could not be found out"
        >
          {(answer) =>
            shown.length === 0 ? (
              <NoPairs pairs={pairs} found={answer.total + answer.putOff} onAgain={() => setAgain(true)} />
            ) : (
              <Deciding
                shown={shown}
                later={pairs.later}
                onDecide={pairs.decide}
                more={answer.total + answer.putOff - answer.pairs.length}
                onAgain={() => setAgain(true)}
              />
            )
          }
        </LivePart>
      )}
    </section>
  );
}

interface NoPairsProps {
  readonly pairs: Pairs;
  /** How many were found at first. */
  readonly found: number;
  readonly onAgain: () => void;
}

function NoPairs({ pairs, found, onAgain }: NoPairsProps): ReactNode {
  const later = pairs.later.length;
  return (
    <div className="k-same-none">
      {later > 0 ? (
        <Empty
          title={`${many(later, 'pair is', 'pairs are')} put off`}
          action={<Button onClick={onAgain}>Look at {later === 1 ? 'it' : 'them'} now</Button>}
        >
          {later === 1 ? 'It comes' : 'They come'} again in four weeks, or once one of the two cards says
          something else.
        </Empty>
      ) : (
        <Empty
          title={found === 0 ? 'Nobody seems to be here twice' : 'That was all of them'}
          action={<Button onClick={pairs.again}>Look again</Button>}
        >
          Names, addresses, numbers, organisations and places were compared.
        </Empty>
      )}
    </div>
  );
}

interface DecidingProps {
  readonly shown: readonly DuplicatePair[];
  /** What is put off; it may be shown, too. */
  readonly later: readonly DuplicatePair[];
  /** How many less likely ones there are. */
  readonly more: number;
  readonly onDecide: Pairs['decide'];
  readonly onAgain: () => void;
}

function Deciding({ shown: left, later: resting, more, onDecide, onAgain }: DecidingProps): ReactNode {
  const session = useSession();
  const { letterKeys } = useKeyRules();
  const list = useRef<HTMLDivElement>(null);
  const [cursor, setCursor] = useState(0);
  const [drafted, setDrafted] = useState<{ readonly of: string; readonly chosen: Chosen }>();
  const [asking, setAsking] = useState(false);
  const at = Math.min(cursor, left.length - 1);
  const pair = left[at];
  const certain = certainOf(left);
  const hidden = resting.filter((one) => !left.includes(one)).length;
  useEffect(() => list.current?.focus(), []);
  if (pair === undefined) return null;
  const chosen =
    drafted?.of === keyOf(pair) ? drafted.chosen : { into: pair.a.id, gone: pair.b.id, keep: {} };
  const readOnly = session.hello.readOnly !== undefined;

  /** The keyboard stays with the list, whose next pair comes into the place of the decided one. */
  const decide = (act: () => Promise<boolean>): void => {
    list.current?.focus();
    void onDecide(pair, act);
  };
  const merge = (): void => decide(() => mergePair(session, chosen.into, chosen.gone, chosen.keep));
  const apart = (): void => decide(() => keepApart(session, pair.a.id, pair.b.id));
  const later = (): void => {
    decide(() => decideLater(session, pair.a.id, pair.b.id));
    // One that was put off before stays where it is, others go.
    if (resting.includes(pair)) setCursor(Math.min(at + 1, left.length - 1));
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const step = stepOf(event, at, left.length);
    const letters = letterKeys && !readOnly;
    if (step !== undefined) setCursor(step);
    else if (event.ctrlKey || event.metaKey || event.altKey) return;
    else if (letters && event.key === 'm') merge();
    else if (letters && event.key === 'n') apart();
    else if (letters && event.key === 'l') later();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="k-same-both" onKeyDown={onKeyDown}>
      <div className="k-same-side">
        <div className="k-same-tools">
          <div className="k-same-count">
            <p className="k-small k-quiet" role="status">
              {many(left.length, 'pair', 'pairs')}
              {more > 0 ? `, and ${more.toLocaleString('en')} less likely` : ''}
            </p>
            {hidden === 0 ? null : (
              <Button look="quiet" onClick={onAgain}>
                Show {hidden} put off
              </Button>
            )}
          </div>
          {certain.length === 0 || readOnly ? null : (
            <Button onClick={() => setAsking(true)}>{certainWords(left)}</Button>
          )}
        </div>
        <PairList pairs={left} at={at} onGo={setCursor} list={list} />
      </div>
      <PairPanel
        key={keyOf(pair)}
        pair={pair}
        chosen={chosen}
        onChange={(next) => setDrafted({ of: keyOf(pair), chosen: next })}
        onMerge={merge}
        onApart={apart}
        onLater={later}
        readOnly={readOnly}
      />
      {asking ? <CertainDialog pairs={certain} onClose={() => setAsking(false)} /> : null}
    </div>
  );
}

/** Where a key leads in the list; a choice between two cards has the arrows for itself. */
function stepOf(event: KeyboardEvent<HTMLElement>, at: number, count: number): number | undefined {
  if (event.ctrlKey || event.metaKey || event.altKey) return undefined;
  if (event.target instanceof HTMLInputElement && event.key.startsWith('Arrow')) return undefined;
  const to = targetOf(event.key, at, count);
  return to === undefined ? undefined : Math.max(0, Math.min(count - 1, to));
}
