/** Answers the calls that come over a channel, and sends every event along, until the channel closes. */
import { z } from 'zod';
import type { Answerer } from '../../shared/answerer';
import { type Channel, checkSize } from '../../shared/channel';
import { CallMessage, type HostEvent } from '../../shared/contract';
import { firstIssue } from '../../shared/contract-parsing';
import { type ErrorMessage, KithmapError, toErrorMessage } from '../../shared/errors';

const Numbered = z.object({ id: z.int() });

/** @returns what ends it without closing the channel. */
export function serve(channel: Channel, answerer: Answerer): () => void {
  let open = true;
  const stop = answerer.subscribe((event) => {
    if (open) channel.send(eventText(event));
  });
  const end = (): void => {
    open = false;
    stop();
  };
  channel.onClosed(end);
  channel.onText((text) => {
    if (!open) return;
    void respond(answerer, text).then((answer) => {
      if (!open) return;
      if (answer !== undefined) {
        channel.send(answer);
        return;
      }
      // Not a word of this is ours: nobody who means well sends it.
      end();
      channel.close();
    });
  });
  return end;
}

/** An edit too large for a message (a long undo) becomes the advice to read everything anew. */
function eventText(event: HostEvent): string {
  const text = JSON.stringify({ event });
  try {
    checkSize(text);
    return text;
  } catch {
    const reload: HostEvent = { type: 'reload' };
    return JSON.stringify({ event: reload });
  }
}

/** The answer to one message as text, or undefined where the message has no number to answer to. */
async function respond(answerer: Answerer, text: string): Promise<string | undefined> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const numbered = Numbered.safeParse(value);
  if (!numbered.success) return undefined;
  const { id } = numbered.data;
  const fail = (error: unknown): string => {
    const message: ErrorMessage = toErrorMessage(error);
    return JSON.stringify({ id, error: message });
  };
  const call = CallMessage.safeParse(value);
  if (!call.success) {
    return fail(new KithmapError('bad-argument', `This is not a call: ${firstIssue(call.error)}.`));
  }
  try {
    const answer = JSON.stringify({ id, result: await answerer.answer(call.data.method, call.data.args) });
    checkSize(answer);
    return answer;
  } catch (error) {
    return fail(error);
  }
}
