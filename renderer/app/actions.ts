/**
 * Everything a person can do, once: an action feeds the button, the menu entry, the line of the palette, the key
 * and the page of keys. Rooms list theirs; `all-actions.ts` puts them together.
 */
import type { Icon } from '@tabler/icons-react';
import type { Session } from '../network/session';

export const actionSections = [
  'Go to',
  'Today',
  'People',
  'Introductions',
  'Map',
  'Edit',
  'Network',
  'Help',
] as const;
export type ActionSection = (typeof actionSections)[number];

export interface Action {
  readonly id: string;
  /** What it does, as a button says it: "Add a person". */
  readonly label: string;
  readonly section: ActionSection;
  /** Other words by which it is looked for. */
  readonly keywords?: string;
  readonly icon?: Icon;
  /**
   * `c`, `g p` (one after the other), `mod+k` (Ctrl, or Cmd on a Mac), `mod+shift+z`, `Escape`. The first that works
   * here is shown.
   */
  readonly keys?: readonly string[];
  /** Whether it can be done now; always, without it. */
  readonly when?: (session: Session) => boolean;
  readonly perform: (session: Session) => void | Promise<void>;
  /** Left out of the palette: it makes sense only where its button is. */
  readonly quiet?: boolean;
}

export class Actions {
  readonly all: readonly Action[];
  readonly #byId: ReadonlyMap<string, Action>;

  constructor(actions: readonly Action[]) {
    this.all = actions;
    this.#byId = new Map(actions.map((action) => [action.id, action]));
  }

  get(id: string): Action | undefined {
    return this.#byId.get(id);
  }
}

export function canPerform(action: Action, session: Session): boolean {
  return action.when?.(session) ?? true;
}

/** Performs an action if it can be done now; a failure is shown. */
export function perform(action: Action, session: Session): void {
  if (!canPerform(action, session)) return;
  Promise.resolve()
    .then(() => action.perform(session))
    .catch((error: unknown) => session.fail(error));
}
