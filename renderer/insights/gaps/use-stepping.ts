/** j, k and the arrows step through the entries of a list that is not a grid: those marked `data-step`. */
import type { KeyboardEvent } from 'react';

interface Stepping {
  readonly tabIndex: 0;
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void;
}

export function useStepping(): Stepping {
  return {
    tabIndex: 0,
    onKeyDown: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const steps = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-step]')];
      const focused = document.activeElement;
      const at = steps.findIndex((step) => step.contains(focused));
      const next = targetOf(event.key, at, steps.length);
      if (next !== undefined) steps[Math.max(0, Math.min(steps.length - 1, next))]?.focus();
      else if (event.key === 'Enter' && at >= 0 && steps[at] === focused) {
        steps[at].querySelector<HTMLElement>('button')?.click();
      } else return;
      event.preventDefault();
      event.stopPropagation();
    },
  };
}

/** Where a key leads from one of so many, which may be beyond either end. */
export function targetOf(key: string, at: number, count: number): number | undefined {
  switch (key) {
    case 'j':
    case 'ArrowDown':
      return at + 1;
    case 'k':
    case 'ArrowUp':
      return at - 1;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return undefined;
  }
}
