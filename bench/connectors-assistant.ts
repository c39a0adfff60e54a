/** The second thread that shares betweenness, in the bench; says first that it is ready. */
import { parentPort } from 'node:worker_threads';
import { startBetweennessAssistant } from '../shared/analysis/betweenness-team';

startBetweennessAssistant({
  post: (message) => parentPort?.postMessage(message),
  onMessage: (receive) => void parentPort?.on('message', receive),
});
parentPort?.postMessage('ready');
