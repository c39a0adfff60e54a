/** What the answer to an edit, or to its trial, gives to think about: sentences that hold up nothing. */
import { z } from 'zod';

const Cautioned = z.object({ cautions: z.array(z.string()).default([]) });

export function cautionsIn(answer: unknown): readonly string[] {
  const parsed = Cautioned.safeParse(answer);
  return parsed.success ? parsed.data.cautions : [];
}
