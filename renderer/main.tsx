/** The page begins here: finds its host, says hello, makes the session and draws the shell. */
import './app/without-eval';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '@mantine/core/styles.css';
import './app/tokens.css';
import './app/base.css';
import './app/mantine.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { allActions } from './app/all-actions';
import { App } from './app/app';
import { beginAppearance } from './app/appearance';
import { NotConnected } from './app/not-connected';
import { AnalysisLine } from './network/analysis';
import { connectHost } from './network/connect';
import { readFilesInWorker } from './workers/start-reading';
import { startAnalysisWorker } from './workers/start-analysis';
import { startSearchWorker } from './workers/start-search';
import { openSession } from './network/open-session';

const nonce = document.querySelector<HTMLMetaElement>('meta[name="kithmap-nonce"]')?.content ?? '';
const place = document.getElementById('root');

async function begin(root: HTMLElement): Promise<void> {
  setNonce(nonce);
  beginAppearance();
  const drawn = createRoot(root);
  try {
    const host = await connectHost();
    const session = await openSession(host, {
      startSearch: startSearchWorker,
      readFiles: readFilesInWorker,
      locale: navigator.language,
    });
    drawn.render(<App session={session} actions={allActions()} nonce={nonce} />);
    await session.start();
    new AnalysisLine(session, startAnalysisWorker).start();
  } catch (error) {
    drawn.render(<NotConnected error={error} />);
  }
}

if (place !== null) void begin(place);
