import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { gathered } from './gathered';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('works once for many calls, and again for those that come later', () => {
  const work = vi.fn();
  const news = gathered(work, 100);
  for (let i = 0; i < 50; i++) news.call();
  expect(work).not.toHaveBeenCalled();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(1);
  news.call();
  vi.advanceTimersByTime(100);
  expect(work).toHaveBeenCalledTimes(2);
});

it('is not put off by calls that never cease', () => {
  const work = vi.fn();
  const news = gathered(work, 100);
  for (let i = 0; i < 25; i++) {
    news.call();
    vi.advanceTimersByTime(20);
  }
  // 500 ms of calls, gathered for 100 each.
  expect(work).toHaveBeenCalledTimes(5);
});

it('does nothing more once stopped', () => {
  const work = vi.fn();
  const news = gathered(work, 100);
  news.call();
  news.stop();
  vi.advanceTimersByTime(1_000);
  expect(work).not.toHaveBeenCalled();
});
