/** Which plan one looks at, and whether a new one is being made. Kept while one is elsewhere. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Session } from '../../network/session';

interface PlanningState {
  readonly plan?: string;
  /** Its form is open: of a new one, or of the one that is looked at. */
  readonly form?: 'new' | 'edit';
}

export class Planning {
  readonly store: StoreApi<PlanningState> = createStore<PlanningState>(() => ({}));

  static of(session: Session): Planning {
    return session.keep(Planning, () => new Planning());
  }

  show(plan: string | undefined): void {
    this.store.setState(plan === undefined ? {} : { plan }, true);
  }

  begin(): void {
    this.store.setState({ form: 'new' }, true);
  }

  edit(plan: string): void {
    this.store.setState({ plan, form: 'edit' }, true);
  }

  stop(): void {
    this.store.setState({}, true);
  }
}
