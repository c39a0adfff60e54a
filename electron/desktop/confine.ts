/** A page stays the page it is: it goes nowhere, opens no window and holds no other page. */
import type { ContentsPart, PreventableEvent } from './parts';

export function confineContents(contents: ContentsPart): void {
  const prevent = (event: PreventableEvent): void => event.preventDefault();
  contents.on('will-navigate', prevent);
  contents.on('will-redirect', prevent);
  contents.on('will-frame-navigate', prevent);
  contents.on('will-attach-webview', prevent);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}
