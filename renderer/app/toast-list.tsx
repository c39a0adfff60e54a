/** Toasts, bottom centre: what was done, and Undo for eight seconds that stand still while one looks at them. */
import { IconAlertTriangle, IconX } from '@tabler/icons-react';
import { type FocusEvent, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { useSession } from '../network/hooks';
import type { Toast } from '../network/toasts';
import { IconButton } from './parts/button';

const lifetime = 8_000;
const tick = 250;

export function ToastList(): ReactNode {
  const { toasts } = useSession();
  const shown = useStore(toasts.store);
  return (
    <div className="k-toasts" role="region" aria-label="What was just done">
      <div aria-live="polite" className="k-toasts-list">
        {shown.map((toast) => (
          <ToastLine key={toast.id} toast={toast} onEnd={() => toasts.dismiss(toast.id)} />
        ))}
      </div>
    </div>
  );
}

function ToastLine({ toast, onEnd }: { toast: Toast; onEnd: () => void }): ReactNode {
  const [held, setHeld] = useState(false);
  const [left, setLeft] = useState(toast.level === 'danger' ? 2 * lifetime : lifetime);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => (left <= 0 ? onEnd() : setLeft(left - tick)), tick);
    return () => clearTimeout(timer);
  }, [held, left, onEnd]);
  const act = (): void => {
    toast.action?.perform();
    onEnd();
  };
  const onBlur = (event: FocusEvent<HTMLDivElement>): void => {
    if (!event.currentTarget.contains(event.relatedTarget)) setHeld(false);
  };
  return (
    <div
      className="k-toast"
      data-level={toast.level}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={onBlur}
    >
      {toast.level === 'info' ? null : <IconAlertTriangle size={17} stroke={1.5} aria-hidden="true" />}
      <span>{toast.text}</span>
      {toast.action === undefined ? null : (
        <button type="button" className="k-toast-action" onClick={act}>
          {toast.action.label}
        </button>
      )}
      <IconButton icon={IconX} label="Dismiss" onClick={onEnd} />
    </div>
  );
}
