/** The thread that analyses: clusters, connectors, warmth, places. */
import '../app/without-eval';
import { startAnalysis } from '../../shared/analysis/service';
import type { ToAssistant } from '../../shared/analysis/betweenness-team';
import type { FromAnalysis, Port } from '../../shared/analysis/service-messages';

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
  assistant(),
);

/** Started when there is something for it to do. */
function assistant(): Port<ToAssistant, unknown> {
  let worker: Worker | undefined;
  let hear: (message: unknown) => void = () => undefined;
  let job = 0;
  return {
    post: (message) => {
      job = message.job;
      worker ??= started(
        (heard) => hear(heard),
        () => hear({ type: 'failed', job }),
      );
      worker.postMessage(message);
    },
    onMessage: (receive) => {
      hear = receive;
    },
  };
}

function started(hear: (message: unknown) => void, fail: () => void): Worker {
  const worker = new Worker(new URL('./assistant.worker.ts', import.meta.url), {
    type: 'module',
    name: 'analysis, second thread',
  });
  worker.onmessage = (event: MessageEvent<unknown>) => hear(event.data);
  worker.onerror = fail;
  return worker;
}
