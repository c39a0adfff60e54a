/** Answers calls of our own pages and sends them every event. Whoever else sends here is told that it may not. */
import type { Answerer } from '../../shared/answerer';
import { callChannel, eventChannel } from '../../shared/bridge';
import { checkSize, exceedsLimit } from '../../shared/channel';
import type { HostEvent } from '../../shared/contract';
import { KithmapError, toErrorMessage } from '../../shared/errors';
import type { InvokeEvent, IpcPart, WindowPart } from './parts';

export interface IpcOptions {
  readonly ipc: IpcPart;
  readonly host: Answerer;
  readonly windows: () => Iterable<WindowPart>;
  readonly origin: string;
}

/** @returns what ends it. */
export function answerPages({ ipc, host, windows, origin }: IpcOptions): () => void {
  ipc.handle(callChannel, async (event, method, args) => {
    try {
      checkSender(event, windows(), origin);
      const result = await host.answer(...readCall(method, args));
      // As on every other carrier: what cannot be JSON does not get through.
      const text = JSON.stringify({ result });
      checkSize(text);
      const plain: unknown = JSON.parse(text);
      return plain;
    } catch (error) {
      return { error: toErrorMessage(error) };
    }
  });
  const stop = host.subscribe((event) => {
    const told: HostEvent = exceedsLimit(JSON.stringify(event)) ? { type: 'reload' } : event;
    for (const window of windows()) if (!window.isDestroyed()) window.webContents.send(eventChannel, told);
  });
  return () => {
    ipc.removeHandler(callChannel);
    stop();
  };
}

/** @throws KithmapError `unauthorised` unless the main frame of one of our windows, showing our page, sent it. */
function checkSender(
  { sender, senderFrame }: InvokeEvent,
  windows: Iterable<WindowPart>,
  origin: string,
): void {
  const ours = [...windows].some((window) => !window.isDestroyed() && window.webContents === sender);
  if (ours && senderFrame !== null && senderFrame === sender.mainFrame && senderFrame.origin === origin)
    return;
  throw new KithmapError('unauthorised', 'Kithmap answers its own page alone.');
}

function readCall(method: unknown, args: unknown): [string, unknown] {
  if (typeof method !== 'string') throw new KithmapError('bad-argument', 'A call names its method.');
  let text: string | undefined;
  try {
    text = JSON.stringify(args ?? null);
  } catch {
    throw new KithmapError('bad-argument', 'The arguments of a call must be JSON.');
  }
  checkSize(text);
  return [method, JSON.parse(text)];
}
