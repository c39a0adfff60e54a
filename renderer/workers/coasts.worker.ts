/** The thread that works out coasts, so that no drawing waits for them. */
import '../app/without-eval';
import { Coasts } from '../atlas/scene/coasts';
import { CoastsWanted, type CoastsDrawn } from '../atlas/map/coast-messages';

const coasts = new Coasts();
self.onmessage = (event: MessageEvent<unknown>) => {
  const { request, clusters } = CoastsWanted.parse(event.data);
  const drawn: CoastsDrawn = { request, coasts: [...coasts.update(clusters)] };
  self.postMessage(drawn);
};
