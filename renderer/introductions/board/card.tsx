/** An introduction as a card: who with whom, why, and what was last or whose turn it is. */
import { type DragEvent, memo, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { type Carded, isSameCard } from '../../../shared/introductions/board';
import { cardLine } from '../../../shared/introductions/card';
import { called, sayBoth, sayStuck } from '../../../shared/introductions/say';
import { ContactMark } from '../../app/parts/mark';
import { useSession, useSettings } from '../../network/hooks';
import { Introducing } from '../introducing';
import { useSpeaking } from '../use-speaking';
import { Arc } from './arc';
import { dragType } from './dragging';
import { StageMenu } from './stage-menu';

interface CardProps {
  readonly card: Carded;
  /** It is the one that Tab comes to. */
  readonly isHere: boolean;
}

/** Drawn again only where something of it changed: with each edit the whole board is laid out anew. */
export const IntroductionCard = memo(function IntroductionCard({ card, isHere }: CardProps): ReactNode {
  const { introduction, stuck } = card;
  const { id, a, b, by, stage, why, confidential } = introduction;
  const session = useSession();
  const introducing = Introducing.of(session);
  const speaking = useSpeaking(introduction);
  const isOpen = useStore(introducing.store, (state) => state.open === id);
  const fault = useStore(introducing.store, (state) =>
    state.fault?.id === id ? state.fault.text : undefined,
  );
  const name = sayBoth(speaking, introduction);
  const [first, second] = b === speaking.me ? [b, a] : [a, b];
  const line = cardLine(speaking, card);
  const open = (): void => {
    session.select(undefined);
    introducing.open(id);
  };
  const onDragStart = (event: DragEvent): void => {
    event.dataTransfer.setData(dragType, id);
    event.dataTransfer.effectAllowed = 'move';
  };
  return (
    <li
      className="k-intro-card"
      data-introduction={id}
      data-open={isOpen}
      aria-label={name}
      tabIndex={isHere ? 0 : -1}
      draggable={session.hello.readOnly === undefined}
      onDragStart={onDragStart}
      onFocus={() => introducing.goTo(id)}
      onClick={({ target }) => {
        // Its buttons do what they say.
        if (!(target instanceof Element && target.closest('button, [role="menu"]') !== null)) open();
      }}
    >
      <div className="k-intro-card-head">
        <button
          type="button"
          className="k-intro-both"
          aria-expanded={isOpen}
          tabIndex={isHere ? 0 : -1}
          onClick={open}
        >
          <Arc stage={stage} />
          <span className="k-intro-names">
            <Named id={first} name={called(speaking, first)} />
            <span className="k-visually-hidden"> and </span>
            <Named id={second} name={called(speaking, second)} />
          </span>
        </button>
        <StageMenu introduction={introduction} name={name} />
      </div>
      {by === undefined ? null : <p className="k-small k-quiet">through {called(speaking, by)}</p>}
      {why === undefined && confidential === undefined ? null : (
        <p className="k-small k-quiet k-intro-why">{why ?? 'Why is confidential'}</p>
      )}
      <p
        className={line.isUrgent ? 'k-small k-intro-urgent' : 'k-small k-quietest'}
        title={stuck === undefined ? undefined : sayStuck(speaking, introduction, stuck)}
      >
        {line.text}
      </p>
      {fault === undefined ? null : (
        <p className="k-small k-intro-fault" role="alert">
          {fault}
        </p>
      )}
    </li>
  );
}, isSame);

function isSame(before: CardProps, now: CardProps): boolean {
  return before.isHere === now.isHere && isSameCard(before.card, now.card);
}

function Named({ id, name }: { id: string; name: string }): ReactNode {
  const { me } = useSettings();
  return (
    <span className="k-intro-name">
      <ContactMark contact={id} box={17} diameter={9} />
      <span>{id === me ? 'You' : name}</span>
    </span>
  );
}
