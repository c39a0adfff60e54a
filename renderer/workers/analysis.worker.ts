/** The thread that analyses: clusters, connectors, warmth, places. */
import '../app/without-eval';
import { startAnalysis } from '../../shared/analysis/service';
import type { FromAnalysis } from '../../shared/analysis/service-messages';

const waiting: (() => void)[] = [];
// Work goes on by messages to oneself: sooner than a timer, and behind what the page has sent.
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => waiting.shift()?.();

startAnalysis(
  {
    post: (message: FromAnalysis) => self.postMessage(message),
    onMessage: (receive) => {
      self.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
    },
  },
  {
    soon: (run) => {
      waiting.push(run);
      port2.postMessage(null);
    },
    now: () => performance.now(),
  },
);
