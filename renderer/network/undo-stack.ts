/**
 * What this window did and can take back. An undo is itself an edit: taking that back is redo. A new edit ends what
 * could be redone.
 */
export interface Undoable {
  readonly seq: number;
  /** What it did: "Add contact". */
  readonly label: string;
  /** Of an edit that is a line of a batch: taking it back takes the whole batch back. */
  readonly batch?: string;
}

export interface UndoState {
  /** Latest last. */
  readonly done: readonly Undoable[];
  readonly undone: readonly Undoable[];
}

export const nothingDone: UndoState = { done: [], undone: [] };

/** No more than this many edits are kept at hand. */
const depth = 500;

export function did(state: UndoState, edit: Undoable): UndoState {
  return { done: [...state.done, edit].slice(-depth), undone: [] };
}

/** A line of a batch: the lines of one batch are one thing to take back. */
export function didBatch(state: UndoState, line: Undoable): UndoState {
  const last = state.done.at(-1);
  if (last?.batch === undefined || last.batch !== line.batch) return did(state, line);
  return { done: [...state.done.slice(0, -1), line], undone: [] };
}

/** `edit` was taken back by the edit `by`. */
export function tookBack(state: UndoState, edit: Undoable, by: Omit<Undoable, 'label'>): UndoState {
  return {
    done: state.done.filter((standing) => standing.seq !== edit.seq),
    undone: [...state.undone, { ...by, label: edit.label }],
  };
}

/** `edit`, an undo, was taken back by the edit `by`. */
export function didAgain(state: UndoState, edit: Undoable, by: Omit<Undoable, 'label'>): UndoState {
  return {
    done: [...state.done, { ...by, label: edit.label }],
    undone: state.undone.filter((standing) => standing.seq !== edit.seq),
  };
}
