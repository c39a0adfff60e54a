import { describe, expect, it } from 'vitest';
import { runInTurns } from './run-in-turns';

function* counting(to: number, seen: number[]): Generator<void, number, undefined> {
  for (let at = 1; at <= to; at++) {
    seen.push(at);
    yield;
  }
  return to;
}

describe('work in steps', () => {
  it('comes to its end', async () => {
    const seen: number[] = [];
    expect(await runInTurns(counting(5, seen), new AbortController().signal)).toBe(5);
    expect(seen).toEqual([1, 2, 3, 4, 5]);
  });

  it('lets others have their turn, and ends where it is called off', async () => {
    const seen: number[] = [];
    const controller = new AbortController();
    const done = runInTurns(counting(Infinity, seen), controller.signal);
    setTimeout(() => controller.abort(), 0);
    expect(await done).toBeUndefined();
    expect(seen.length).toBeGreaterThan(1);
  });
});
