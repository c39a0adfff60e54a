/** What was just done, said at the bottom of the window, with what can be done about it. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Toast {
  readonly id: number;
  readonly text: string;
  readonly level: 'info' | 'caution' | 'danger';
  readonly action?: { readonly label: string; readonly perform: () => void };
}

export interface ToastOptions {
  readonly level?: Toast['level'];
  readonly action?: Toast['action'];
}

/** More would cover what one works on. */
const atOnce = 3;

export class Toasts {
  readonly store: StoreApi<readonly Toast[]> = createStore<readonly Toast[]>(() => []);
  #next = 1;

  /** @returns its number, by which it can be dismissed. */
  say(text: string, { level = 'info', action }: ToastOptions = {}): number {
    const toast: Toast = { id: this.#next, text, level, ...(action === undefined ? {} : { action }) };
    this.#next += 1;
    this.store.setState((standing) => [...standing, toast].slice(-atOnce), true);
    return toast.id;
  }

  dismiss(id: number): void {
    this.store.setState((standing) => standing.filter((toast) => toast.id !== id), true);
  }
}
