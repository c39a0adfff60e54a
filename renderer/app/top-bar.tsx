/** The top: find or do anything, note what happened, undo and redo, and what became of the file. */
import { IconArrowBackUp, IconArrowForwardUp, IconSearch } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import { useActions, useCanPerform, useKeyRules } from './action-context';
import { perform } from './actions';
import { FileState } from './file-state';
import { ariaKey, shownKey } from './keys';
import { ActionButton, IconButton } from './parts/button';
import { KeyCap } from './parts/key-cap';

export function TopBar(): ReactNode {
  return (
    <header className="k-top">
      <CommandField />
      <ActionButton id="note" look="outlined" />
      <UndoButtons />
      <FileState />
    </header>
  );
}

function CommandField(): ReactNode {
  const session = useSession();
  const rules = useKeyRules();
  const action = useActions().get('palette');
  const key = action === undefined ? undefined : shownKey(action, rules);
  return (
    <button
      type="button"
      className="k-command-field"
      aria-haspopup="dialog"
      aria-keyshortcuts={ariaKey(key, rules.mac)}
      onClick={() => session.dialogs.open('palette')}
    >
      <IconSearch size={17} stroke={1.5} aria-hidden="true" />
      <span>Find a person, or do something</span>
      {key === undefined ? null : <KeyCap of={key} />}
    </button>
  );
}

function UndoButtons(): ReactNode {
  const session = useSession();
  const actions = useActions();
  const undo = actions.get('undo');
  const redo = actions.get('redo');
  const canUndo = useCanPerform(undo);
  const canRedo = useCanPerform(redo);
  const { done, undone } = useStore(session.undoState);
  return (
    <div className="k-undo" role="group" aria-label="Undo and redo">
      <IconButton
        icon={IconArrowBackUp}
        label={labelOf('Undo', done.at(-1)?.label)}
        disabled={!canUndo}
        onClick={() => undo !== undefined && perform(undo, session)}
      />
      <IconButton
        icon={IconArrowForwardUp}
        label={labelOf('Redo', undone.at(-1)?.label)}
        disabled={!canRedo}
        onClick={() => redo !== undefined && perform(redo, session)}
      />
    </div>
  );
}

function labelOf(verb: string, what: string | undefined): string {
  return what === undefined ? verb : `${verb}: ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
