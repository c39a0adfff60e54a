/** What is being shared, and whom one chose for it; kept while one is elsewhere. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../network/session';

interface SharingState {
  /** What stands open; something new without it. */
  readonly shareable?: string;
  /** Those who were chosen. */
  readonly chosen: readonly string[];
  /** Whose draft is open. */
  readonly contact?: string;
}

const nothing: SharingState = { chosen: [] };

export class Sharing {
  readonly store: StoreApi<SharingState> = createStore<SharingState>(() => nothing);

  static of(session: Session): Sharing {
    return session.keep(Sharing, () => new Sharing());
  }

  /** Goes to one of those that are kept; undefined begins a new one. */
  open(shareable: string | undefined): void {
    this.store.setState(shareable === undefined ? nothing : { ...nothing, shareable }, true);
  }

  /** Chosen or no longer. */
  choose(contact: string): void {
    const { chosen } = this.store.getState();
    const others = chosen.filter((one) => one !== contact);
    this.store.setState({ chosen: others.length < chosen.length ? others : [...chosen, contact] });
  }

  /** It was sent to those who were chosen. */
  sent(): void {
    this.store.setState({ chosen: [] });
  }

  /** Opens a draft, or closes it again. */
  unfold(contact: string): void {
    const { contact: open } = this.store.getState();
    this.store.setState({ contact: open === contact ? undefined : contact });
  }

  stop(): void {
    this.open(undefined);
  }
}
