/** A socket between two entries as a channel of texts: a line of JSON each, none longer than a message may be. */
import type { Socket } from 'node:net';
import { StringDecoder } from 'node:string_decoder';
import type { Channel } from '../../shared/channel';
import { messageLimit } from '../../shared/contract';

/** Whoever has this much waiting does not read any more; it will ask for what it missed. */
const mostWaiting = 64 * 1024 * 1024;

export function channelOverSocket(socket: Socket, limit: number = messageLimit): Channel {
  let receive: (text: string) => void = () => undefined;
  const lines = new Lines(limit);
  socket.on('data', (chunk: Buffer) => {
    for (const line of lines.push(chunk)) receive(line);
    if (lines.tooLong) socket.destroy();
  });
  // The reason reaches nobody but the other end, which sees the socket close.
  socket.on('error', () => undefined);
  return {
    send(text) {
      if (socket.destroyed || !socket.writable) return;
      if (socket.writableLength > mostWaiting) socket.destroy();
      // JSON.stringify writes no line breaks of its own.
      else socket.write(`${text}\n`);
    },
    onText: (listener) => (receive = listener),
    onClosed(closed) {
      const gone = 'The Kithmap that has this data folder open has gone. Try again.';
      if (socket.destroyed) closed(gone);
      else socket.once('close', () => closed(gone));
    },
    close: () => socket.end(),
  };
}

/** Cuts bytes into lines. A line that does not end within the limit is given up, with all that follows. */
export class Lines {
  readonly #limit: number;
  readonly #decoder = new StringDecoder('utf8');
  #parts: string[] = [];
  #length = 0;
  tooLong = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  push(chunk: Buffer): string[] {
    const complete: string[] = [];
    const [head = '', ...rest] = this.#decoder.write(chunk).split('\n');
    this.#add(head);
    for (const part of rest) {
      if (this.tooLong) break;
      complete.push(this.#parts.join(''));
      this.#parts = [];
      this.#length = 0;
      this.#add(part);
    }
    return complete;
  }

  #add(part: string): void {
    this.#parts.push(part);
    this.#length += part.length;
    if (this.#length > this.#limit) this.tooLong = true;
  }
}
