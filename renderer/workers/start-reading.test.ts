import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromReading, ToReading } from './reading-messages';
import { readingInWorker } from './start-reading';

/** Threads that answer as the files' names say. */
class Thread {
  static readonly all: Thread[] = [];
  onmessage: ((event: { data: FromReading }) => void) | undefined;
  onerror: (() => void) | undefined;
  ended = false;

  constructor() {
    Thread.all.push(this);
  }

  postMessage(message: ToReading): void {
    if (message.type === 'taken') this.#say({ type: 'done' });
    else if (message.file.name === 'bad') this.#say({ type: 'failed', code: 'bad-file', message: 'Bad.' });
    else if (message.file.name === 'dead') queueMicrotask(() => this.onerror?.());
    else if (message.file.name === 'slow') return;
    else if (message.type === 'read') this.#say({ type: 'items', items: [], bytes: 1 });
    else this.#say({ type: 'known', files: [{ file: message.file, format: 'mail' }] });
  }

  terminate(): void {
    this.ended = true;
  }

  #say(data: FromReading): void {
    queueMicrotask(() => this.onmessage?.({ data }));
  }
}

const file = (name: string): File => new File(['x'], name);
const { signal } = new AbortController();
const reading = { today: '2026-05-01', zone: 'UTC', signal, onProgress: () => undefined };

beforeEach(() => {
  Thread.all.length = 0;
  vi.stubGlobal('Worker', Thread);
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe('files are read', () => {
  it('by one thread, however many there are and also where some cannot be read', async () => {
    const files = readingInWorker();
    for (let at = 0; at < 30; at += 1) {
      await expect(files.recognise(file('bad'), { signal })).rejects.toMatchObject({ code: 'bad-file' });
      await files.recognise(file('a'), { signal });
      await files.read(file('a'), reading, () => Promise.resolve());
    }
    expect(Thread.all).toHaveLength(1);
    files.rest();
    expect(Thread.all[0]?.ended).toBe(true);
    await files.recognise(file('a'), { signal });
    expect(Thread.all).toHaveLength(2);
  });

  it('by another where one was given up, died, or what it read was refused', async () => {
    const files = readingInWorker();
    const stop = new AbortController();
    const slow = files.recognise(file('slow'), { signal: stop.signal });
    stop.abort();
    await expect(slow).rejects.toMatchObject({ code: 'cancelled' });
    await files.recognise(file('a'), { signal });
    await expect(files.recognise(file('dead'), { signal })).rejects.toMatchObject({ code: 'internal' });
    await expect(files.read(file('a'), reading, () => Promise.reject(new Error('full')))).rejects.toThrow(
      'full',
    );
    await files.read(file('a'), reading, () => Promise.resolve());
    expect(Thread.all.map(({ ended }) => ended)).toEqual([true, true, true, false]);
  });
});
