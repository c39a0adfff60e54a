/** What the window says when no host lets it in; drawn without session or theme. */
import type { ReactNode } from 'react';
import { toErrorMessage } from '../../shared/errors';

export function NotConnected({ error }: { error: unknown }): ReactNode {
  return (
    <main className="k-alone">
      <h1 className="k-title">Kithmap cannot open here</h1>
      <p className="k-quiet">{toErrorMessage(error).message}</p>
      <button type="button" className="k-button" onClick={() => location.reload()}>
        Try again
      </button>
    </main>
  );
}
