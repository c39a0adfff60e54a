/** A host in the same program, for tests: everything that passes is turned into JSON and back, as on a real line. */
import type { Answerer } from '../shared/answerer';
import { answererOver, type Channel } from '../shared/channel';
import type { JsonObject } from '../shared/json';
import { type HostOptions, type LocalHost, makeHost } from './host/host';
import { serve } from './host/serve';
import { type MemoryStore, memoryStore } from './host/store.testing';

export interface TestHost {
  readonly local: LocalHost;
  readonly store: MemoryStore;
  /** What callers were not told. */
  readonly faults: unknown[];
  /** Sets the day, as midnight does. */
  setDay(day: string): void;
}

/** A host over a store in memory on a day that stands still; ids are counted. */
export function testHost(options: Partial<HostOptions> = {}): TestHost {
  const store = memoryStore();
  const faults: unknown[] = [];
  let day = '2026-05-04';
  let ids = 0;
  let check = (): void => undefined;
  const local = makeHost({
    store,
    clock: {
      now: () => new Date(`${day}T09:00:00Z`),
      today: () => day,
      zone: 'Europe/Zurich',
      locale: 'en-GB',
    },
    newId: () => `id-${++ids}`,
    appVersion: '0.0.0-test',
    dataFolder: '/nowhere',
    // Time stands still: slices end by number and size, on a slow machine as on a fast one.
    elapsed: () => 0,
    every(_ms, work) {
      check = work;
      return () => (check = () => undefined);
    },
    readSample: () =>
      Promise.resolve(
        ['s1', 's2', 's3'].map((id) => ({ table: 'contacts', id, before: null, after: sampleContact(id) })),
      ),
    onFault: (error) => faults.push(error),
    checkAnswers: true,
    ...options,
  });
  return {
    local,
    store,
    faults,
    setDay(next) {
      day = next;
      check();
    },
  };
}

function sampleContact(id: string): JsonObject {
  return { id, name: { full: `Sample ${id}` }, createdAt: '2026-01-01T00:00:00.000Z' };
}

/** A line to a host: texts go over one at a time, in order, each in a turn of its own. */
export function memoryLine(answerer: Answerer): Answerer {
  const [here, there] = channelPair();
  serve(there, answerer);
  return answererOver(here);
}

/** Two ends of a line. */
export function channelPair(): [Channel, Channel] {
  const ends = [new End(), new End()] as const;
  ends[0].other = ends[1];
  ends[1].other = ends[0];
  return [ends[0].channel, ends[1].channel];
}

class End {
  other: End | undefined;
  #receive: (text: string) => void = () => undefined;
  #closed: (reason: string) => void = () => undefined;
  #open = true;

  readonly channel: Channel = {
    send: (text) => {
      queueMicrotask(() => {
        if (this.#open) this.other?.deliver(text);
      });
    },
    onText: (receive) => (this.#receive = receive),
    onClosed: (closed) => (this.#closed = closed),
    close: () => {
      this.end();
      this.other?.end();
    },
  };

  deliver(text: string): void {
    this.#receive(text);
  }

  end(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#closed('The line was closed.');
  }
}
