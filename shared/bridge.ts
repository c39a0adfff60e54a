/** The bridge between the sandboxed page and the desktop host: its name in the page, its messages, its shape. */
export const bridgeName = 'kithmapBridge';
export const callChannel = 'kithmap:call';
export const eventChannel = 'kithmap:event';

/** What the preload script puts into the page, and all that the page can reach of the desktop. */
export interface Bridge {
  /** Answers `{result}` or `{error: {code, message}}`; never rejects for a failure of the host. */
  call(method: string, args: unknown): Promise<unknown>;
  /** @returns a function that ends the subscription. */
  subscribe(listener: (event: unknown) => void): () => void;
}

/** What the host replaces in index.html by the page's own style nonce. */
export const noncePlaceholder = '__NONCE__';
