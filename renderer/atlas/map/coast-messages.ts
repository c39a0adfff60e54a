/** What the thread that works out coasts is asked and answers. */
import { z } from 'zod';

/** The clusters whose people have moved; the thread remembers the others. */
export const CoastsWanted = z.object({
  request: z.int(),
  clusters: z.array(z.object({ id: z.string(), spots: z.instanceof(Float32Array) })).readonly(),
});
export type CoastsWanted = z.infer<typeof CoastsWanted>;

/** Some of the coasts that are new or different from those of the request before. */
export const CoastsDrawn = z.object({
  request: z.int(),
  /** Others follow. */
  more: z.boolean(),
  coasts: z
    .array(z.object({ id: z.string(), loops: z.array(z.instanceof(Float32Array)).readonly() }))
    .readonly(),
});
export type CoastsDrawn = z.infer<typeof CoastsDrawn>;
