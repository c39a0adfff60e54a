/**
 * The keys of the board: arrows, j and k go from card to card, Enter opens, Shift and an arrow move to the stage beside,
 * m opens the menu of stages.
 */
import type { KeyboardEvent } from 'react';
import { useKeyRules } from '../../app/action-context';
import { useSession } from '../../network/hooks';
import { Introducing } from '../introducing';
import { moveIntroduction, stageBeside } from '../moving';

export function useBoardKeys(): (event: KeyboardEvent<HTMLElement>) => void {
  const session = useSession();
  const { letterKeys } = useKeyRules();
  return (event) => {
    const { target, currentTarget, key } = event;
    // The menu of a card is drawn elsewhere, and has keys of its own.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || (!letterKeys && key.length === 1)) return;
    const card = target.closest<HTMLElement>('[data-introduction]');
    const id = card?.dataset['introduction'];
    if (card === null || id === undefined) return;
    const introduction = session.replica.network.get('introductions', id);
    const side = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : undefined;
    if (event.shiftKey && side !== undefined && introduction !== undefined) {
      const stage = stageBeside(introduction, side);
      if (session.hello.readOnly !== undefined) return;
      if (stage === undefined) Introducing.of(session).refuse(id, 'There is no stage beside it this way.');
      else void moveIntroduction(session, introduction, stage);
    } else if (key === 'Enter' && target === card) card.querySelector<HTMLElement>('button')?.click();
    else if (key === 'm') card.querySelector<HTMLElement>('[data-stage-menu]')?.click();
    else if (!event.shiftKey) {
      const next = besideCard(currentTarget, card, key);
      if (next === undefined) return;
      next?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

/** Undefined for a key that goes nowhere; null where there is no card. */
function besideCard(board: HTMLElement, card: HTMLElement, key: string): HTMLElement | null | undefined {
  const own = cardsIn(card.closest('[data-column]'));
  const at = own.indexOf(card);
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return own[at + 1] ?? null;
    case 'k':
    case 'ArrowUp':
      return own[at - 1] ?? null;
    case 'Home':
      return own[0] ?? null;
    case 'End':
      return own.at(-1) ?? null;
    case 'ArrowRight':
    case 'ArrowLeft': {
      const columns = [...board.querySelectorAll('[data-column]')];
      const here = columns.findIndex((column) => column.contains(card));
      const side = key === 'ArrowRight' ? columns.slice(here + 1) : columns.slice(0, here).reverse();
      const cards = cardsIn(side.find((column) => cardsIn(column).length > 0));
      return cards[Math.min(at, cards.length - 1)] ?? null;
    }
    default:
      return undefined;
  }
}

function cardsIn(column: Element | null | undefined): HTMLElement[] {
  return [...(column?.querySelectorAll<HTMLElement>('[data-introduction]') ?? [])];
}
