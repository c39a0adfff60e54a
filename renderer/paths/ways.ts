/**
 * What ways are being looked for: from whom, to whom or where, through whom not, and which of them is looked at. Kept
 * while one is elsewhere; ended by Esc.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Arguments } from '../../shared/contract';
import type { PathTarget } from '../../shared/paths/answers';
import type { Selection, Session } from '../network/session';

export interface WaysState {
  readonly isOpen: boolean;
  /** Where they begin; without it, with me. */
  readonly from?: string | undefined;
  readonly to?: PathTarget | undefined;
  /** Through whom no way may lead. */
  readonly avoid: readonly string[];
  /** Guessed ties are left out. */
  readonly onlyKnown: boolean;
  /** So many are looked for. */
  readonly k: number;
  /** Which one is looked at, by `keyOfWay`; the first one without it. */
  readonly chosen?: string | undefined;
  /** Its two ends are picked on the map, and it ends with that. */
  readonly isPicked: boolean;
  /** Whose page they were looked for from; there one is again when they are left. */
  readonly cameFrom?: string | undefined;
}

/** Looked for at first, and where more are wanted. */
const few = 3;
export const mostWays = 10;

const closed: WaysState = { isOpen: false, avoid: [], onlyKnown: false, k: few, isPicked: false };

export class Ways {
  readonly store: StoreApi<WaysState> = createStore<WaysState>(() => closed);
  readonly #session: Session;
  readonly #ends: readonly (() => void)[];

  constructor(session: Session) {
    this.#session = session;
    this.#ends = [
      session.selection.subscribe((now) => this.#onSelection(now)),
      // Whoever highlights something wants to see that.
      session.atlas.look.subscribe((now, before) => {
        if (now.highlight !== before.highlight && this.store.getState().isOpen) this.close();
      }),
    ];
  }

  static of(session: Session): Ways {
    return session.keep(Ways, () => new Ways(session));
  }

  /** Asks for ways to somebody or somewhere; to whom, where nobody is named. Whom to avoid is asked anew. */
  open(to?: PathTarget, from?: string): void {
    const [contact, ...others] = this.#session.selection.getState().contacts;
    this.#begin(to, from, false, others.length === 0 ? contact : undefined);
    this.#session.select(undefined);
    this.#session.navigation.go('atlas');
  }

  /** Those between two who are picked on the map; they stay picked. */
  between(a: string, b: string): void {
    const me = this.#me;
    const [from, to] = b === me ? [b, a] : [a, b];
    this.#begin({ kind: 'contact', id: to }, from, true);
  }

  close(): void {
    this.store.setState(closed, true);
  }

  /** Back to where they were looked for. */
  leave(): void {
    const { cameFrom = '' } = this.store.getState();
    this.close();
    if (this.#session.replica.network.has('contacts', cameFrom)) this.#session.select(cameFrom);
  }

  from(contact: string | undefined): void {
    this.store.setState({ from: this.#unlessMe(contact), chosen: undefined });
  }

  to(target: PathTarget | undefined): void {
    this.store.setState({ to: target, k: few, chosen: undefined });
  }

  avoid(contact: string): void {
    const { avoid } = this.store.getState();
    if (!avoid.includes(contact)) this.#change({ avoid: [...avoid, contact] });
  }

  letIn(contacts: readonly string[]): void {
    const { avoid } = this.store.getState();
    this.#change({ avoid: avoid.filter((id) => !contacts.includes(id)) });
  }

  onlyKnown(onlyKnown: boolean): void {
    this.#change({ onlyKnown });
  }

  more(): void {
    this.store.setState({ k: mostWays });
  }

  choose(way: string): void {
    this.store.setState({ chosen: way });
  }

  stop(): void {
    for (const end of this.#ends) end();
    this.close();
  }

  #begin(to: PathTarget | undefined, from: string | undefined, isPicked: boolean, cameFrom?: string): void {
    this.store.setState(
      { ...closed, isOpen: true, isPicked, to, from: this.#unlessMe(from), cameFrom },
      true,
    );
  }

  /** Another question: which way was looked at says nothing any more. */
  #change(by: Partial<Pick<WaysState, 'avoid' | 'onlyKnown'>>): void {
    this.store.setState({ ...by, chosen: undefined });
  }

  #unlessMe(contact: string | undefined): string | undefined {
    return contact === this.#me ? undefined : contact;
  }

  get #me(): string | undefined {
    return this.#session.replica.network.get('settings', 'settings')?.me;
  }

  #onSelection({ contacts }: Selection): void {
    const { isPicked, from = this.#me, to } = this.store.getState();
    if (!isPicked) return;
    const end = to?.kind === 'contact' ? to.id : undefined;
    const stays =
      contacts.length === 2 && [from, end].every((id) => id !== undefined && contacts.includes(id));
    if (!stays) this.close();
  }
}

/** What the host is asked; undefined where it is not said yet to whom. */
export function questionOf({
  isOpen,
  from,
  to,
  avoid,
  onlyKnown,
  k,
}: WaysState): Arguments<'paths'> | undefined {
  if (!isOpen || to === undefined) return undefined;
  return { to, ...(from === undefined ? {} : { from }), avoid: [...avoid], onlyKnown, k };
}
