import { describe, expect, it } from 'vitest';
import { type Piece, Streams } from './streams';

const limits = { work: 10, items: 3, weight: 100 };

function numbers(count: number, weight = 1, onEach: () => void = () => undefined): Iterable<Piece<number>> {
  return {
    *[Symbol.iterator]() {
      for (let item = 0; item < count; item++) {
        onEach();
        yield { item, weight };
      }
    },
  };
}

describe('streams', () => {
  const made = (): { streams: Streams<number, string>; pass: (ms: number) => void } => {
    let now = 0;
    let ids = 0;
    const streams = new Streams<number, string>(
      () => `stream-${++ids}`,
      () => now,
    );
    return { streams, pass: (ms) => (now += ms) };
  };

  it('give everything once and in order, by number, weight and time', () => {
    const { streams, pass } = made();
    const slow = (): void => pass(6);
    for (const [pieces, sizes] of [
      [numbers(7), [3, 3, 1]],
      [numbers(4, 60), [2, 2, 0]],
      [numbers(3, 500), [1, 1, 1, 0]],
      [numbers(4, 1, slow), [2, 2, 0]],
      [numbers(0), [0]],
    ] as const) {
      const id = streams.open('head', pieces);
      const seen: number[] = [];
      const found: number[] = [];
      for (let done = false; !done;) {
        const slice = streams.next(id, limits);
        expect(slice).toMatchObject({ stream: id, head: 'head' });
        seen.push(...slice.items);
        found.push(slice.items.length);
        done = slice.done;
      }
      expect(found).toEqual(sizes);
      expect(seen).toEqual(seen.map((_, at) => at));
    }
  });

  it('are over when they are done', () => {
    const { streams } = made();
    const id = streams.open('', numbers(1));
    expect(streams.next(id).done).toBe(true);
    expect(() => streams.next(id)).toThrow('Begin it again');
  });

  it('are forgotten when nobody asks, and when too many are open; those that are read stay', () => {
    const { streams, pass } = made();
    const left = streams.open('', numbers(100));
    const read = streams.open('', numbers(100));
    for (let minute = 0; minute < 3; minute++) {
      pass(60_000);
      streams.next(read, limits);
    }
    expect(() => streams.next(left)).toThrow('left for too long');
    for (let count = 0; count < 31; count++) streams.open('', numbers(100));
    streams.next(read, limits);
    streams.open('', numbers(100));
    expect(streams.next(read, limits).items).toHaveLength(3);
    streams.clear();
    expect(() => streams.next(read)).toThrow();
  });
});
