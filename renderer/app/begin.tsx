/** Finds the host, says hello, makes the session and draws the shell. */
import { setNonce } from 'get-nonce';
import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { AnalysisLine } from '../network/analysis';
import { connectHost } from '../network/connect';
import { openSession } from '../network/open-session';
import { readingInWorker } from '../workers/start-reading';
import { startAnalysisWorker } from '../workers/start-analysis';
import { startSearchWorker } from '../workers/start-search';
import { allActions } from './all-actions';
import { App } from './app';
import { beginAppearance } from './appearance';
import { NotConnected } from './not-connected';

export async function begin(root: HTMLElement): Promise<void> {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="kithmap-nonce"]')?.content ?? '';
  setNonce(nonce);
  beginAppearance();
  const drawn = createRoot(root);
  try {
    const host = await connectHost();
    const session = await openSession(host, {
      startSearch: startSearchWorker,
      readFiles: readingInWorker(),
    });
    // In slices, with turns of the page between them.
    startTransition(() => drawn.render(<App session={session} actions={allActions()} nonce={nonce} />));
    await session.start();
    new AnalysisLine(session, startAnalysisWorker).start();
  } catch (error) {
    drawn.render(<NotConnected error={error} />);
  }
}
