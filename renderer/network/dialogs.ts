/** Which dialog is open; one at a time. Whoever draws a dialog of a name looks for it here. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface OpenDialog {
  /** `palette`, `keys`, `note`, `add-contact`, and those of the atlas. */
  readonly name: string;
  /** Whom it is about, where it is about someone. */
  readonly contacts: readonly string[];
}

/** So long a dialog may take until its field has the keyboard (ms). */
const longestOpening = 1_500;

export class Dialogs {
  readonly store: StoreApi<{ readonly open?: OpenDialog }> = createStore(() => ({}));
  #openedAt = -Infinity;
  #typed = '';
  #take: ((text: string) => void) | undefined;

  open(name: string, contacts: readonly string[] = []): void {
    this.#openedAt = performance.now();
    this.#typed = '';
    this.store.setState({ open: { name, contacts } }, true);
  }

  /** A dialog was asked for a moment ago: what is typed is meant for it, although it may not be there yet. */
  get isOpening(): boolean {
    return this.store.getState().open !== undefined && performance.now() - this.#openedAt < longestOpening;
  }

  /** Something was typed before the field of the dialog had the keyboard. */
  typeAhead(text: string): void {
    if (this.#take === undefined) this.#typed += text;
    else this.#take(text);
  }

  /** Hands over what was and is typed ahead. @returns a function that ends it */
  onTyped(take: (text: string) => void): () => void {
    this.#take = take;
    if (this.#typed !== '') take(this.#typed);
    this.#typed = '';
    return () => {
      if (this.#take === take) this.#take = undefined;
    };
  }

  close(): void {
    this.store.setState({}, true);
  }
}
