/**
 * A host at the far end of a line that carries texts in order: a WebSocket, a socket between two entries, two
 * functions in a test. Each text is one JSON message of the contract.
 *
 *   here --CallMessage--> there --AnswerMessage, EventMessage--> here
 */
import type { z } from 'zod';
import type { Answerer } from './answerer';
import { AnswerMessage, type CallMessage, EventMessage, type HostEvent, messageLimit } from './contract';
import { KithmapError } from './errors';
import { isObject } from './json';
import { Listeners } from './listeners';

export interface Channel {
  send(text: string): void;
  /** Set once, before the first text can come. */
  onText(receive: (text: string) => void): void;
  /** Called once, when no further text can come; `reason` is a sentence. */
  onClosed(closed: (reason: string) => void): void;
  close(): void;
}

/** Bytes of a text as UTF-8; counted only where a text is long enough to matter. */
export function exceedsLimit(text: string, limit: number = messageLimit): boolean {
  if (text.length > limit) return true;
  if (text.length * 3 <= limit) return false;
  return new TextEncoder().encode(text).length > limit;
}

/** @throws KithmapError `too-large` */
export function checkSize(text: string): void {
  if (exceedsLimit(text)) {
    throw new KithmapError('too-large', 'This is too much at once. Send it in smaller pieces.');
  }
}

type Waiting = (answer: { result?: unknown; error?: KithmapError }) => void;

/** The host at the other end of a channel. Once the channel is closed, every call fails with `unavailable`. */
export function answererOver(channel: Channel): Answerer {
  const listeners = new Listeners<HostEvent>();
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let closed: string | undefined;

  channel.onText((text) => {
    const message = readMessage(text);
    if (message === undefined) return;
    if ('event' in message) {
      listeners.tell(message.event);
      return;
    }
    const resolve = waiting.get(message.id);
    waiting.delete(message.id);
    const { error, result } = message;
    resolve?.(error === undefined ? { result } : { error: new KithmapError(error.code, error.message) });
  });
  channel.onClosed((reason) => {
    closed = reason;
    const all = [...waiting.values()];
    waiting.clear();
    for (const resolve of all) resolve({ error: new KithmapError('unavailable', reason) });
  });

  return {
    async answer(method, args) {
      if (closed !== undefined) throw new KithmapError('unavailable', closed);
      const id = ++lastId;
      const call: z.infer<typeof CallMessage> = { id, method, args };
      const text = JSON.stringify(call);
      checkSize(text);
      const answer = await new Promise<Parameters<Waiting>[0]>((resolve) => {
        waiting.set(id, resolve);
        channel.send(text);
      });
      if (answer.error !== undefined) throw answer.error;
      return answer.result;
    },
    subscribe: (listener) => listeners.add(listener),
    close() {
      channel.close();
      return Promise.resolve();
    },
  };
}

type Message = z.infer<typeof AnswerMessage> | z.infer<typeof EventMessage>;

/** What a text from a host says; undefined for what a newer host may add. */
function readMessage(text: string): Message | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!isObject(value)) return undefined;
  const parsed = 'event' in value ? EventMessage.safeParse(value) : AnswerMessage.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
