/**
 * A host over a line that can break: it is opened again, what was missed meanwhile is asked for by `changes`, and
 * listeners hear every edit once and in order. While the line is down they are told that nothing can be saved.
 */
import type { Answerer } from '../../shared/answerer';
import { answererOver, type Channel } from '../../shared/channel';
import type { HostEvent } from '../../shared/contract';
import { parseResult } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import { isObject } from '../../shared/json';
import { Listeners } from '../../shared/listeners';

export interface ReconnectingOptions {
  /** @throws KithmapError `unauthorised` when there is no point in trying again. */
  readonly open: () => Promise<Channel>;
  readonly wait: (ms: number) => Promise<void>;
}

const lost =
  'The connection to Kithmap is interrupted. What you change now may not be kept; it is being tried again.';
const firstWait = 250;
const longestWait = 4_000;
/** How long a call waits for a broken line before it fails. */
const patience = 8_000;

/** Opens the line once; if that fails, so does this. Later breaks are mended behind the scenes. */
export async function reconnecting({ open, wait }: ReconnectingOptions): Promise<Answerer> {
  const listeners = new Listeners<HostEvent>();
  let lastSeq: number | undefined;
  let saved: { seq: number } = { seq: 0 };
  let connectedBefore = false;
  let current: Answerer | undefined;
  let ended: KithmapError | undefined;
  let mending: Promise<void> = Promise.resolve();

  const tell = (event: HostEvent): void => {
    if (event.type === 'edit') {
      if (lastSeq !== undefined && event.seq <= lastSeq) return;
      lastSeq = event.seq;
    }
    if (event.type === 'reload') lastSeq = undefined;
    if (event.type === 'saved') saved = event.saved;
    listeners.tell(event);
  };

  const connect = async (): Promise<void> => {
    const channel = await open();
    let down: string | undefined;
    const answerer = answererOver({
      ...channel,
      onClosed(closed) {
        channel.onClosed((reason) => {
          down = reason;
          closed(reason);
          if (current === answerer) lose();
        });
      },
    });
    // Events that come before the missed edits are known wait behind them.
    let held: HostEvent[] | undefined = [];
    answerer.subscribe((event) => {
      if (held === undefined) tell(event);
      else held.push(event);
    });
    if (connectedBefore) await catchUp(answerer);
    connectedBefore = true;
    for (const event of held) tell(event);
    held = undefined;
    if (down !== undefined) throw new KithmapError('unavailable', down);
    current = answerer;
  };

  const catchUp = async (answerer: Answerer): Promise<void> => {
    const { saved: state } = parseResult('hello', await answerer.answer('hello', {}));
    if (lastSeq !== undefined) {
      const { reload, edits } = parseResult('changes', await answerer.answer('changes', { after: lastSeq }));
      if (reload) tell({ type: 'reload' });
      for (const edit of edits) tell(edit);
    }
    tell({ type: 'saved', saved: state });
  };

  const lose = (): void => {
    current = undefined;
    if (ended !== undefined) return;
    listeners.tell({ type: 'saved', saved: { ...saved, trouble: lost } });
    mending = mend();
  };

  const mend = async (): Promise<void> => {
    for (let pause = firstWait; ended === undefined; pause = Math.min(pause * 2, longestWait)) {
      try {
        await connect();
        return;
      } catch (error) {
        if (error instanceof KithmapError && error.code === 'unauthorised') {
          ended = error;
          listeners.tell({ type: 'closing', reason: error.message });
          return;
        }
      }
      await wait(pause);
    }
  };

  await connect();

  return {
    async answer(method, args) {
      if (current === undefined && ended === undefined) await Promise.race([mending, wait(patience)]);
      if (ended !== undefined) throw ended;
      if (current === undefined) throw new KithmapError('unavailable', lost);
      const result = await current.answer(method, args);
      if (method === 'hello' && isObject(result) && typeof result['seq'] === 'number') {
        lastSeq = Math.max(lastSeq ?? 0, result['seq']);
      }
      return result;
    },
    subscribe: (listener) => listeners.add(listener),
    async close() {
      ended = new KithmapError('unavailable', 'This page has closed its connection.');
      await current?.close();
    },
  };
}
