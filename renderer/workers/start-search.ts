/** Starts the thread that searches. */
import type { SearchPort } from '../network/search-client';

export function startSearchWorker(): SearchPort {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), {
    type: 'module',
    name: 'search',
  });
  return {
    post: (message) => worker.postMessage(message),
    onMessage: (receive) => {
      worker.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
    },
    stop: () => worker.terminate(),
  };
}
