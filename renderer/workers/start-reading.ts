/** Starts a thread per file that is read; giving up ends the thread. */
import { KithmapError } from '../../shared/errors';
import type { ReadFiles } from '../network/read-files';
import { type FromReading, FromReadingShape, type ToReading } from './reading-messages';

export const readFilesInWorker: ReadFiles = {
  async recognise(file, asTable = false) {
    const line = openLine();
    try {
      line.post({ type: 'recognise', file, asTable });
      const answer = await line.next();
      if (answer.type !== 'known') throw new KithmapError('internal', `${file.name} could not be read.`);
      return answer;
    } finally {
      line.end();
    }
  },

  async read(file, { today, zone, how, signal, onProgress }, take) {
    const line = openLine();
    const giveUp = (): void =>
      line.fail(new KithmapError('cancelled', `Reading ${file.name} was cancelled. Nothing was changed.`));
    signal.addEventListener('abort', giveUp);
    try {
      line.post({ type: 'read', file, today, zone, how });
      for (let answer = await line.next(); answer.type === 'items'; answer = await line.next()) {
        await take(answer.items);
        onProgress(answer.bytes);
        line.post({ type: 'taken' });
      }
    } finally {
      signal.removeEventListener('abort', giveUp);
      line.end();
    }
  },
};

/** A thread as a line that is asked for one message after the other. */
function openLine(): {
  post: (message: ToReading) => void;
  next: () => Promise<FromReading>;
  fail: (error: KithmapError) => void;
  end: () => void;
} {
  const worker = new Worker(new URL('./reading.worker.ts', import.meta.url), {
    type: 'module',
    name: 'reading',
  });
  const arrived: FromReading[] = [];
  let failure: KithmapError | undefined;
  let wake: (() => void) | undefined;
  const fail = (error: KithmapError): void => {
    failure ??= error;
    wake?.();
  };
  worker.onmessage = (event: MessageEvent<unknown>) => {
    const message = FromReadingShape.parse(event.data);
    if (message.type === 'failed') fail(new KithmapError(message.code, message.message));
    else arrived.push(message);
    wake?.();
  };
  worker.onerror = () =>
    fail(new KithmapError('internal', 'The file could not be read: its reader stopped.'));
  return {
    post: (message) => worker.postMessage(message),
    async next() {
      for (;;) {
        if (failure !== undefined) throw failure;
        const message = arrived.shift();
        if (message !== undefined) return message;
        await new Promise<void>((resolve) => (wake = resolve));
      }
    },
    fail,
    end: () => worker.terminate(),
  };
}
