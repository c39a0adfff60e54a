/** Below the map: how much happened when, and, unfolded, a handle that shows the network as of another day. */
import { IconChevronDown, IconChevronUp, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { type ReactNode, useMemo } from 'react';
import { useStore } from 'zustand';
import type { AnswerTo } from '../../../shared/analysis/questions';
import { useActions, useKeyRules } from '../../app/action-context';
import { perform } from '../../app/actions';
import { keyWords, shownKey } from '../../app/keys';
import { Button, IconButton } from '../../app/parts/button';
import { exactDay, sayMonth } from '../../app/words';
import { useAnswer, useSession, useToday } from '../../network/hooks';
import { type Span, spanOf } from './days';
import './time-bar.css';
import { useReplay } from './use-replay';

type Months = AnswerTo<'history'>['months'];

export function TimeBar(): ReactNode {
  const session = useSession();
  const history = useAnswer({ kind: 'history' });
  const unfolded = useStore(session.atlas.look, ({ time }) => time);
  const today = useToday();
  const first = history?.first ?? null;
  const span = useMemo(
    () => (first === null || first >= today ? undefined : spanOf(first, today)),
    [first, today],
  );
  // Without a record of days there is nothing to go back to.
  if (history === undefined || span === undefined) return null;
  return unfolded ? (
    <Unfolded span={span} months={history.months} />
  ) : (
    <Folded span={span} months={history.months} />
  );
}

interface BarProps {
  readonly span: Span;
  readonly months: Months;
}

function Folded({ span, months }: BarProps): ReactNode {
  const { locale } = useSession().hello;
  return (
    <section className="k-time" aria-label="Time">
      <Fold unfolded={false} />
      <span className="k-time-day">Today</span>
      <span className="k-time-edge">from {sayMonth(span.first, locale)}</span>
      <Bars months={months} height={18} />
      <span className="k-time-edge">{exactDay(span.today, locale)}</span>
    </section>
  );
}

function Unfolded({ span, months }: BarProps): ReactNode {
  const session = useSession();
  const { locale } = session.hello;
  const replay = useReplay(span);
  const atToday = replay.step >= span.steps;
  return (
    <section className="k-time" data-unfolded="" aria-label="Time">
      <div className="k-time-tools">
        <Fold unfolded />
        {replay.playing ? (
          <IconButton icon={IconPlayerPause} label="Pause" onClick={replay.pause} />
        ) : (
          <IconButton icon={IconPlayerPlay} label="Play from here to today" onClick={replay.play} />
        )}
      </div>
      <div className="k-time-track">
        <p className="k-time-said" aria-live={replay.playing ? 'off' : 'polite'}>
          <span className="k-time-day">{atToday ? 'Today' : exactDay(replay.day, locale)}</span>
          <span className="k-time-edge">
            {atToday
              ? 'Drag back to see warmth, ties and who connected as of another day.'
              : 'Groups and places are those of today. Ties without a date are taken to have been there.'}
          </span>
        </p>
        <Bars months={months} height={28} />
        <input
          className="k-time-range"
          type="range"
          min={0}
          max={span.steps}
          step={1}
          value={replay.step}
          aria-label="The day that the map shows"
          aria-valuetext={exactDay(replay.day, locale)}
          onChange={(event) => replay.go(Number(event.target.value))}
        />
        <p className="k-time-ends">
          <span>{sayMonth(span.first, locale)}</span>
          <span>today</span>
        </p>
      </div>
      <Button look="quiet" disabled={atToday} onClick={() => replay.go(span.steps)}>
        Back to today
      </Button>
    </section>
  );
}

function Fold({ unfolded }: { unfolded: boolean }): ReactNode {
  const session = useSession();
  const rules = useKeyRules();
  const action = useActions().get('atlas.time');
  const key = action === undefined ? undefined : shownKey(action, rules);
  const keyed = key === undefined ? '' : ` (${keyWords(key, rules.mac)})`;
  return (
    <IconButton
      icon={unfolded ? IconChevronDown : IconChevronUp}
      label={`${unfolded ? 'Fold the time away' : 'Look at another time'}${keyed}`}
      onClick={() => {
        if (action !== undefined) perform(action, session);
      }}
    />
  );
}

/** Contact days by month; only a hint of where there is much. */
function Bars({ months, height }: { months: Months; height: number }): ReactNode {
  const most = Math.max(1, ...months.map(({ days }) => days));
  return (
    <svg
      className="k-time-bars"
      viewBox={`0 0 ${months.length} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {months.map(({ month, days }, at) => {
        const tall = days === 0 ? 0 : Math.max(1.5, (days / most) * height);
        return <rect key={month} x={at + 0.12} y={height - tall} width={0.76} height={tall} />;
      })}
    </svg>
  );
}
