/** The second thread of the analysis: shares the searches that betweenness takes. */
import '../app/without-eval';
import { type FromAssistant, startBetweennessAssistant } from '../../shared/analysis/betweenness-team';

startBetweennessAssistant({
  post: (message: FromAssistant) => self.postMessage(message),
  onMessage: (receive) => {
    self.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
  },
});
