/** Starts the thread that analyses. */
import type { AnalysisPort } from '../network/analysis';

export function startAnalysisWorker(): AnalysisPort {
  const worker = new Worker(new URL('./analysis.worker.ts', import.meta.url), {
    type: 'module',
    name: 'analysis',
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (receive) => {
      worker.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
    },
    stop: () => worker.terminate(),
  };
}
