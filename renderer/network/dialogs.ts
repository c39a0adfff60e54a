/** Which dialog is open; one at a time. Whoever draws a dialog of a name looks for it here. */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface OpenDialog {
  /** `palette`, `keys`, `note`, `add-contact`, and those of the atlas. */
  readonly name: string;
  /** Whom it is about, where it is about someone. */
  readonly contacts: readonly string[];
}

export class Dialogs {
  readonly store: StoreApi<{ readonly open?: OpenDialog }> = createStore(() => ({}));

  open(name: string, contacts: readonly string[] = []): void {
    this.store.setState({ open: { name, contacts } }, true);
  }

  close(): void {
    this.store.setState({}, true);
  }
}
