import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { evaluate } from './command';

const Share = z.number().min(0).max(1);
const Answer = z.object({
  true_pairs: z.int(),
  guesses: z.int(),
  bands: z.array(z.object({ guesses: z.int(), claimed: Share, holds: Share.nullable() })),
  from: z.array(z.object({ threshold: Share, precision: Share, recall: Share })),
});
const nothing = (): Promise<string> => Promise.reject(new Error('no file is read'));

describe('ties guessed from ten generated years of mail and meetings', { timeout: 120_000 }, () => {
  it('hold about as often as they claim, more so the surer they are, and find most who know each other', async () => {
    const ran = await evaluate(['evidence'], nothing);
    expect(ran.code).toBe(0);
    expect(ran.said.split('\n')[0]).toMatch(/from +to +guesses +claimed +holds/);
    const { bands, from } = Answer.parse(JSON.parse(ran.out));
    const large = bands.filter(({ guesses }) => guesses >= 100);
    expect(large.length).toBeGreaterThan(6);
    for (const { claimed, holds } of large) expect(Math.abs(claimed - (holds ?? 0))).toBeLessThan(0.25);
    for (const [at, { holds }] of large.entries()) {
      expect((large[at + 1]?.holds ?? 1) - (holds ?? 0)).toBeGreaterThan(-0.1);
    }
    expect(from.map(({ threshold }) => threshold)).toEqual([0.1, 0.3, 0.5, 0.8]);
    expect(from[0]?.recall).toBeGreaterThan(0.8);
    expect(from[2]?.precision).toBeGreaterThan(0.75);
    expect(from[3]?.precision).toBeGreaterThan(0.9);
  });

  it('are the same in every run, and take no file', async () => {
    const twice = await Promise.all([
      evaluate(['evidence', '4'], nothing),
      evaluate(['evidence', '4'], nothing),
    ]);
    expect(twice[0].out).toBe(twice[1].out);
    expect(await evaluate(['evidence', 'mail.mbox'], nothing)).toMatchObject({ code: 2 });
  });
});
