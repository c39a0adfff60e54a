/** A WebSocket as a channel of texts. */
import { type WebSocket } from 'ws';
import type { Channel } from '../../shared/channel';

/** A page that has this much waiting for it does not read any more: it will ask for what it missed. */
const mostWaiting = 64 * 1024 * 1024;

export function channelOverWebSocket(socket: WebSocket): Channel {
  return {
    send(text) {
      if (socket.readyState !== socket.OPEN) return;
      if (socket.bufferedAmount > mostWaiting) socket.terminate();
      else socket.send(text);
    },
    onText(receive) {
      socket.on('message', (data, isBinary) => {
        // Binary frames are nobody's who means well.
        if (isBinary || !Buffer.isBuffer(data)) socket.close(1003);
        else receive(data.toString('utf8'));
      });
    },
    onClosed(closed) {
      socket.once('close', () => closed('The page closed its connection.'));
      // A frame too large or broken: the library closes the socket and says so here.
      socket.on('error', () => undefined);
    },
    close: () => socket.close(1008),
  };
}
