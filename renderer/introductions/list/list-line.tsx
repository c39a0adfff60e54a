/** One introduction as a line: who, how far, why, and the menu of stages. */
import { memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { type Carded, isSameCard } from '../../../shared/introductions/board';
import { cardLine } from '../../../shared/introductions/card';
import { called, sayBoth } from '../../../shared/introductions/say';
import { stageNames } from '../../../shared/introductions/stages';
import { exactDay } from '../../app/words';
import { useSession } from '../../network/hooks';
import { Arc } from '../board/arc';
import { StageMenu } from '../board/stage-menu';
import { Introducing } from '../introducing';
import { useSpeaking } from '../use-speaking';

export const ListLine = memo(function ListLine({ card }: { card: Carded }): ReactNode {
  const { introduction, since } = card;
  const { id, by, stage, why, confidential } = introduction;
  const session = useSession();
  const introducing = Introducing.of(session);
  const speaking = useSpeaking(introduction);
  const isOpen = useStore(introducing.store, ({ open }) => open === id);
  const fault = useStore(introducing.store, (state) =>
    state.fault?.id === id ? state.fault.text : undefined,
  );
  const name = sayBoth(speaking, introduction);
  const line = cardLine(speaking, card);
  return (
    <li
      className="k-intro-line"
      data-step
      data-introduction={id}
      data-open={isOpen}
      aria-label={name}
      tabIndex={-1}
      onFocus={() => introducing.goTo(id)}
    >
      <Arc stage={stage} />
      <div className="k-intro-line-who">
        <button
          type="button"
          className="k-intro-both k-name"
          aria-expanded={isOpen}
          onClick={() => {
            session.select(undefined);
            introducing.open(id);
          }}
        >
          {name}
        </button>
        <p className="k-small k-quiet k-intro-why">
          {[
            by === undefined ? undefined : `through ${called(speaking, by)}`,
            why ?? (confidential === undefined ? undefined : 'why is confidential'),
          ]
            .filter((part) => part !== undefined)
            .join(' · ')}
        </p>
        {fault === undefined ? null : (
          <p className="k-small k-intro-fault" role="alert">
            {fault}
          </p>
        )}
      </div>
      <p
        className="k-intro-line-stage"
        title={since === undefined ? undefined : exactDay(since, speaking.locale)}
      >
        <span>{stageNames[stage]}</span>
        <span className={line.isUrgent ? 'k-small k-intro-urgent' : 'k-small k-quietest'}>{line.text}</span>
      </p>
      <StageMenu introduction={introduction} name={name} />
    </li>
  );
}, isSame);

function isSame(before: { card: Carded }, now: { card: Carded }): boolean {
  return isSameCard(before.card, now.card);
}
