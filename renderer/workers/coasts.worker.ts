/** The thread that works out coasts, so that no drawing waits for them. */
import '../app/without-eval';
import { type ClusterSpots, type Coast, Coasts } from '../atlas/scene/coasts';
import { CoastsWanted, type CoastsDrawn } from '../atlas/map/coast-messages';

/** So many coasts are sent at once, for the page to take in one go. */
const atOnce = 40;

const coasts = new Coasts();
const held = new Map<string, ClusterSpots>();
self.onmessage = (event: MessageEvent<unknown>) => {
  const { request, clusters } = CoastsWanted.parse(event.data);
  for (const cluster of clusters) held.set(cluster.id, cluster);
  let piece: Coast[] = [];
  const send = (more: boolean): void => {
    const drawn: CoastsDrawn = { request, more, coasts: piece };
    self.postMessage(drawn);
    piece = [];
  };
  for (const coast of coasts.update([...held.values()])) {
    piece.push(coast);
    if (piece.length === atOnce) send(true);
  }
  send(false);
  for (const { id, spots } of clusters) if (spots.length === 0) held.delete(id);
};
