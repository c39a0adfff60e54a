/** Turns presses of keys into actions; fields and open dialogs keep their own. */
import { useEffect } from 'react';
import { useSession } from '../network/hooks';
import { useActions, useKeyRules } from './action-context';
import { canPerform, perform } from './actions';
import { KeyReader } from './keys';

export function KeyListener(): null {
  const session = useSession();
  const actions = useActions();
  const rules = useKeyRules();
  useEffect(() => {
    const reader = new KeyReader();
    let taken = false;
    // Looked at before anybody acts on the press: the dialog that Esc closes is gone when it comes by here.
    const onKeyFirst = (event: KeyboardEvent): void => {
      taken = isTaken(event.target);
      if (!session.dialogs.isOpening || !isLetter(event) || hasKeyboard(event.target)) return;
      // Meant for the field that is about to come, and for no list or action before it.
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) session.dialogs.typeAhead(event.key);
    };
    const onKey = (event: KeyboardEvent): void => {
      if (taken || event.defaultPrevented || event.isComposing || isSliding(event)) return;
      const inText = isText(event.target);
      if (inText && /^[zy]$/i.test(event.key)) return; // a field undoes its own typing
      const can = actions.all.filter((action) => canPerform(action, session));
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
      const press = { key, ctrlKey, metaKey, shiftKey, altKey, inText };
      const action = reader.read(press, can, rules, event.timeStamp);
      if (action === undefined) return;
      event.preventDefault();
      perform(action, session);
    };
    window.addEventListener('keydown', onKeyFirst, { capture: true });
    window.addEventListener('keydown', onKey);
    return () => {
      window.removeEventListener('keydown', onKeyFirst, { capture: true });
      window.removeEventListener('keydown', onKey);
    };
  }, [session, actions, rules]);
  return null;
}

/** Whether an open dialog, menu or list of choices has the keys. */
function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[aria-modal="true"], [role="menu"]') !== null) return true;
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

function isLetter({ key, ctrlKey, metaKey, altKey, isComposing }: KeyboardEvent): boolean {
  return /^.$/u.test(key) && !ctrlKey && !metaKey && !altKey && !isComposing;
}

/** Whether a field or something in a dialog is what keys go to. */
function hasKeyboard(target: EventTarget | null): boolean {
  return isText(target) || (target instanceof HTMLElement && target.closest('[role="dialog"]') !== null);
}

/** A handle that is dragged along a line goes along it by these keys. */
function isSliding({ target, key }: KeyboardEvent): boolean {
  const isHandle = target instanceof HTMLInputElement && target.type === 'range';
  return isHandle && /^(Arrow|Home$|End$|Page)/.test(key);
}

function isText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
  );
}
