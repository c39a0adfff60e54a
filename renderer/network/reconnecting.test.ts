/** A page whose line breaks: it hears every edit once and in order, and the person hears what is wrong. */
import { describe, expect, it } from 'vitest';
import { channelPair, testHost, type TestHost } from '../../electron/memory.testing';
import { serve } from '../../electron/host/serve';
import { eventsOf } from '../../electron/host/store.testing';
import type { Answerer } from '../../shared/answerer';
import type { Channel } from '../../shared/channel';
import type { HostEvent } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { reconnecting } from './reconnecting';

interface Line {
  readonly test: TestHost;
  readonly page: Answerer;
  readonly events: HostEvent[];
  /** The network cable is pulled; opening fails until it is plugged in again. */
  pull(): void;
  plug(): void;
  refuse(error: KithmapError): void;
  edit(name: string): Promise<unknown>;
  /** Resolves with the next event of a kind. */
  next(type: HostEvent['type']): Promise<HostEvent>;
}

async function makeLine(): Promise<Line> {
  const test = testHost();
  let channel: Channel | undefined;
  let pulled = false;
  let refusal: KithmapError | undefined;
  const page = await reconnecting({
    open() {
      if (refusal !== undefined) return Promise.reject(refusal);
      if (pulled) return Promise.reject(new Error('no route'));
      const [here, there] = channelPair();
      serve(there, test.local);
      channel = here;
      return Promise.resolve(here);
    },
    wait: () => new Promise((resolve) => setImmediate(resolve)),
  });
  const events: HostEvent[] = [];
  page.subscribe((event) => events.push(event));
  return {
    test,
    page,
    events,
    pull() {
      pulled = true;
      channel?.close();
    },
    plug: () => (pulled = false),
    refuse: (error) => (refusal = error),
    edit: (name) =>
      test.local.answer('edit', { client: 'other', name: 'contact.add', args: { name: { full: name } } }),
    next: (type) =>
      new Promise((resolve) => {
        const stop = page.subscribe((event) => {
          if (event.type !== type) return;
          stop();
          resolve(event);
        });
      }),
  };
}

const numbers = (events: readonly HostEvent[]): number[] => eventsOf(events, 'edit').map(({ seq }) => seq);

describe('a line that breaks', () => {
  it('is opened again, and the edits that were missed come once and in order', async () => {
    const line = await makeLine();
    await line.page.answer('hello', {});
    await line.edit('One');
    line.pull();
    await line.edit('Two');
    await line.edit('Three');
    const back = line.next('saved');
    line.plug();
    await back;
    await line.edit('Four');
    await line.page.answer('hello', {});
    expect(numbers(line.events)).toEqual([1, 2, 3, 4]);
    const states = eventsOf(line.events, 'saved').map(({ saved }) => saved.trouble !== undefined);
    expect(states).toContain(true);
    expect(states.at(-1)).toBe(false);
  });

  it('asks to read everything anew where the missed edits are gone', async () => {
    const line = await makeLine();
    await line.page.answer('hello', {});
    await line.edit('One');
    line.pull();
    await line.edit('Two');
    line.test.store.forgotten = 2;
    const reload = line.next('reload');
    line.plug();
    await reload;
  });

  it('lets calls wait until it is back, and fails those that were under way', async () => {
    const line = await makeLine();
    const underWay = line.page.answer('hello', {});
    line.pull();
    await expect(underWay).rejects.toMatchObject({ code: 'unavailable' });
    line.plug();
    expect(await line.page.answer('hello', {})).toMatchObject({ seq: 0 });
  });

  it('ends where it is not let in any more, and says so', async () => {
    const line = await makeLine();
    line.refuse(new KithmapError('unauthorised', 'Open the address again.'));
    const closing = line.next('closing');
    line.pull();
    expect(await closing).toEqual({ type: 'closing', reason: 'Open the address again.' });
    await expect(line.page.answer('hello', {})).rejects.toMatchObject({ code: 'unauthorised' });
  });

  it('stays closed once the page has closed it', async () => {
    const line = await makeLine();
    await line.page.close();
    await expect(line.page.answer('hello', {})).rejects.toMatchObject({ code: 'unavailable' });
    expect(eventsOf(line.events, 'saved')).toEqual([]);
  });
});
