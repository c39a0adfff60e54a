/** The thread that searches. */
import '../app/without-eval';
import { searchService } from '../../shared/search/service';

const receive = searchService((message) => self.postMessage(message));
self.onmessage = (event: MessageEvent<unknown>) => receive(event.data);
