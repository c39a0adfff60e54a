import { expect, it } from 'vitest';
import { judgeDuplicates } from './judge-duplicates';

it('says of pairs in small address books how likely they are, about as often as they are one person', () => {
  const judged = judgeDuplicates(1_000, [11, 12, 13, 14]);
  for (const { from, to, pairs, right } of judged.bands.filter((band) => band.pairs >= 40)) {
    // As far as so few pairs can tell.
    const chance = 2 * Math.sqrt((right * (1 - right) + 0.05) / pairs);
    expect(right, `${from} to ${to}`).toBeGreaterThan(from - chance);
    expect(right, `${from} to ${to}`).toBeLessThan(to + chance);
  }
  expect(judged.found).toBeGreaterThan(0.8);
  expect(judged.right).toBeGreaterThan(0.75);
  expect(judged.certainRight).toBeGreaterThan(0.97);
});
