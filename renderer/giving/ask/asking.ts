/** What is being asked: the need that was described, or whom one thinks of; kept while one is elsewhere. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../network/session';

interface AskingState {
  /** What was looked for. */
  readonly need: string;
  /** The one whom one thinks of, or whose line is open. */
  readonly contact?: string;
  /** It was just asked: whoever sees the answer first goes to its first line. */
  readonly isNew?: boolean;
}

export class Asking {
  readonly store: StoreApi<AskingState> = createStore<AskingState>(() => ({ need: '' }));

  static of(session: Session): Asking {
    return session.keep(Asking, () => new Asking());
  }

  seek(need: string): void {
    this.store.setState({ need: need.trim(), isNew: true }, true);
  }

  /** The answer was seen. */
  seen(): void {
    this.store.setState({ isNew: false });
  }

  /** Before asking this person; undefined closes it again. */
  choose(contact: string | undefined): void {
    const { need } = this.store.getState();
    this.store.setState({ need, ...(contact === undefined ? {} : { contact }) }, true);
  }

  stop(): void {
    this.store.setState({ need: '' }, true);
  }
}
