/**
 * What one is about on Introductions: which one is open, which card has the focus, what was refused where, and what the
 * dialogs begin with. Kept while one is elsewhere.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { LetterUse } from '../../shared/introductions/occasions';
import type { Stage } from '../../shared/model/entities';
import type { Session } from '../network/session';

/** What a new introduction begins with. */
export interface Beginning {
  readonly a?: string;
  readonly b?: string;
  /** Whoever introduces; me without it. */
  readonly by?: string;
  readonly why?: string;
  readonly plan?: string;
}

/** A step that asks for something first. */
export interface Asking {
  readonly id: string;
  readonly stage: Stage;
  /** What was written to both. */
  readonly text?: string;
}

/** What a new template begins with. */
export interface TemplateBeginning {
  readonly use: LetterUse;
  readonly subject: string;
  readonly body: string;
}

interface IntroducingState {
  /** Shown at the side. */
  readonly open?: string;
  /** The card that Tab comes to. */
  readonly current?: string;
  /** It moves, and has the focus again where it comes to lie. */
  readonly isMoving?: boolean;
  /** What was refused, at the card where it was asked. */
  readonly fault?: { readonly id: string; readonly text: string };
}

export class Introducing {
  readonly store: StoreApi<IntroducingState> = createStore<IntroducingState>(() => ({}));
  /** What the dialog that is open next begins with. */
  beginning: Beginning = {};
  asking: Asking | undefined;
  template: TemplateBeginning | undefined;

  static of(session: Session): Introducing {
    return session.keep(Introducing, () => new Introducing());
  }

  open(id: string | undefined): void {
    this.store.setState({ open: id, ...(id === undefined ? {} : { current: id }), fault: undefined });
  }

  goTo(id: string | undefined): void {
    this.store.setState({ current: id });
  }

  /** It was moved by hand, and is looked for where it comes to lie. */
  follow(id: string): void {
    this.store.setState({ current: id, isMoving: true, fault: undefined });
  }

  arrived(): void {
    this.store.setState({ isMoving: false });
  }

  refuse(id: string, text: string): void {
    this.store.setState({ fault: { id, text }, isMoving: false });
  }

  stop(): void {
    this.store.setState({}, true);
  }
}

/** Asks for what a template needs: a new one, which may begin with a letter, or one that is there. */
export function openTemplate(session: Session, beginning?: TemplateBeginning, standing?: string): void {
  Introducing.of(session).template = beginning;
  session.dialogs.open('introduction-template', standing === undefined ? [] : [standing]);
}

/** Asks for what a new introduction needs; what is known already stands in it. */
export function beginIntroduction(session: Session, beginning: Beginning = {}): void {
  Introducing.of(session).beginning = beginning;
  session.dialogs.open('introduction-start');
}

/** Shows one at the side of the board. */
export function openIntroduction(session: Session, id: string): void {
  session.select(undefined);
  Introducing.of(session).open(id);
  session.navigation.go('introductions', 'board');
}
