/**
 * Reads files in a thread: one for all of them, one file after the other. Giving up ends the thread, and the next file
 * starts another.
 */
import { KithmapError } from '../../shared/errors';
import type { ReadFiles } from '../network/read-files';
import { type FromReading, FromReadingShape, type ToReading } from './reading-messages';

export function readingInWorker(): ReadFiles {
  let line: Line | undefined;

  /** Works on the thread there is. One that was given up, or that did not come to the end of a file, is of no more use. */
  async function onThread<T>(file: File, signal: AbortSignal, work: (line: Line) => Promise<T>): Promise<T> {
    const mine = (line ??= openLine());
    const end = (): void => {
      mine.end();
      if (line === mine) line = undefined;
    };
    const giveUp = (): void => {
      end();
      mine.fail(new KithmapError('cancelled', `Reading ${file.name} was cancelled. Nothing was changed.`));
    };
    signal.addEventListener('abort', giveUp);
    try {
      return await work(mine);
    } catch (error) {
      if (!mine.isIdle()) end();
      throw error;
    } finally {
      signal.removeEventListener('abort', giveUp);
    }
  }

  return {
    recognise(file, { asTable = false, signal }) {
      return onThread(file, signal, async (mine) => {
        mine.post({ type: 'recognise', file, asTable });
        const answer = await mine.next();
        if (answer.type !== 'known') throw new KithmapError('internal', `${file.name} could not be read.`);
        return answer;
      });
    },

    read(file, { today, zone, how, signal, onProgress }, take) {
      return onThread(file, signal, async (mine) => {
        mine.post({ type: 'read', file, today, zone, how });
        for (let answer = await mine.next(); answer.type === 'items'; answer = await mine.next()) {
          await take(answer.items);
          onProgress(answer.bytes);
          mine.post({ type: 'taken' });
        }
      });
    },

    rest() {
      line?.end();
      line = undefined;
    },
  };
}

/** A thread as a line that is asked for one message after the other. */
interface Line {
  post(message: ToReading): void;
  next(): Promise<FromReading>;
  fail(error: KithmapError): void;
  /** Whether the thread is done with the last file it was given, well or badly. */
  isIdle(): boolean;
  end(): void;
}

function openLine(): Line {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    type: 'module',
    name: 'reading',
  });
  const arrived: FromReading[] = [];
  let failure: KithmapError | undefined;
  let isIdle = true;
  let wake: (() => void) | undefined;
  const fail = (error: KithmapError): void => {
    failure ??= error;
    wake?.();
  };
  worker.onmessage = (event: MessageEvent<unknown>) => {
    const message = FromReadingShape.parse(event.data);
    if (message.type !== 'items') isIdle = true;
    arrived.push(message);
    wake?.();
  };
  worker.onerror = () =>
    fail(new KithmapError('internal', 'The file could not be read: its reader stopped.'));
  return {
    post(message) {
      if (message.type !== 'taken') isIdle = false;
      worker.postMessage(message);
    },
    async next() {
      for (;;) {
        if (failure !== undefined) throw failure;
        const message = arrived.shift();
        if (message?.type === 'failed') throw new KithmapError(message.code, message.message);
        if (message !== undefined) return message;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    fail,
    isIdle: () => isIdle && failure === undefined,
    end: () => worker.terminate(),
  };
}
