import { describe, expect, it } from 'vitest';
import { mostPrior, priorFrom, probabilityOf } from './prior';

/** Evidence that makes a pair as good as sure, whatever the prior. */
const sure = 40;
/** How many pairs for each hundred people the prior stands for. */
const pairsIn = (prior: number, people: number): number => (Math.exp(prior) * people * 100) / 2;

describe('how many are there twice', () => {
  it('is told from the pairs in a large address book, and taken for one in ten in a small one', () => {
    const many = Array<number>(1_200).fill(sure);
    expect(pairsIn(priorFrom(many, 10_000), 10_000)).toBeCloseTo(13, 0);
    expect(pairsIn(priorFrom([], 2), 2)).toBeCloseTo(5, 0);
    expect(pairsIn(priorFrom(many.slice(0, 3), 20), 20)).toBeLessThan(10);
  });

  it('stays within bounds, and no pair is surer than that', () => {
    expect(pairsIn(priorFrom([], 100_000), 100_000)).toBeCloseTo(2, 5);
    const all = Array<number>(5_000).fill(sure);
    expect(priorFrom(all, 1_000)).toBeCloseTo(mostPrior(1_000), 9);
    expect(probabilityOf(sure)).toBeLessThan(1);
    expect(Number.isFinite(priorFrom([], 0))).toBe(true);
  });
});
