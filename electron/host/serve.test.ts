import { describe, expect, it } from 'vitest';
import type { Answerer } from '../../shared/answerer';
import type { Channel } from '../../shared/channel';
import { type HostEvent, messageLimit } from '../../shared/contract';
import { Listeners } from '../../shared/listeners';
import { serve } from './serve';

/** One end of a line: what was said on it, and what the other end says. */
function line(): {
  channel: Channel;
  sent: unknown[];
  say: (text: string) => void;
  hangUp: () => void;
  closed: () => boolean;
} {
  const sent: unknown[] = [];
  let receive: (text: string) => void = () => undefined;
  let gone: (reason: string) => void = () => undefined;
  let closed = false;
  return {
    channel: {
      send: (text) => sent.push(JSON.parse(text)),
      onText: (listener) => (receive = listener),
      onClosed: (listener) => (gone = listener),
      close: () => (closed = true),
    },
    sent,
    say: (text) => receive(text),
    hangUp: () => gone('gone'),
    closed: () => closed,
  };
}

function answerer(answer: Answerer['answer'] = (method) => Promise.resolve({ said: method })): {
  host: Answerer;
  tell: (event: HostEvent) => void;
} {
  const listeners = new Listeners<HostEvent>();
  const host: Answerer = {
    answer,
    subscribe: (listener) => listeners.add(listener),
    close: () => Promise.resolve(),
  };
  return { host, tell: (event) => listeners.tell(event) };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const call = (id: number, method = 'hello'): string => JSON.stringify({ id, method, args: {} });

describe('serving a line', () => {
  it('answers calls by their number, and says what is no call', async () => {
    const { channel, sent, say, closed } = line();
    serve(channel, answerer().host);
    say(call(1));
    await settled();
    say('{"id": 2, "method": 7}');
    await settled();
    expect(sent).toEqual([
      { id: 1, result: { said: 'hello' } },
      { id: 2, error: { code: 'bad-argument', message: expect.stringMatching(/^This is not a call: /) } },
    ]);
    expect(closed()).toBe(false);
  });

  it.each(['no JSON', '{"method": "hello"}', '7'])(
    'hangs up on what nobody means well by: %s',
    async (text) => {
      const { channel, sent, say, closed } = line();
      const { host, tell } = answerer();
      serve(channel, host);
      say(text);
      await settled();
      expect(closed()).toBe(true);
      tell({ type: 'reload' });
      say(call(1));
      await settled();
      expect(sent).toEqual([]);
    },
  );

  it('sends events until it is ended or the line goes, and answers nothing after that', async () => {
    for (const how of ['end', 'line'] as const) {
      const { channel, sent, say, hangUp, closed } = line();
      let answer: (value: unknown) => void = () => undefined;
      const { host, tell } = answerer(() => new Promise((resolve) => (answer = resolve)));
      const end = serve(channel, host);
      tell({ type: 'day', today: '2026-05-04' });
      say(call(1));
      if (how === 'end') end();
      else hangUp();
      tell({ type: 'day', today: '2026-05-05' });
      // The answer to what was asked before comes too late.
      answer({});
      say(call(2));
      await settled();
      expect(sent).toEqual([{ event: { type: 'day', today: '2026-05-04' } }]);
      expect(closed()).toBe(false);
    }
  });

  it('advises to read anew instead of an event that is too large, and refuses an answer that is', async () => {
    const { channel, sent, say } = line();
    const large = 'x'.repeat(messageLimit);
    const { host, tell } = answerer(() => Promise.resolve({ large }));
    serve(channel, host);
    tell({ type: 'closing', reason: large });
    say(call(1));
    await settled();
    expect(sent).toEqual([
      { event: { type: 'reload' } },
      { id: 1, error: { code: 'too-large', message: expect.stringMatching(/\.$/) } },
    ]);
  });
});
