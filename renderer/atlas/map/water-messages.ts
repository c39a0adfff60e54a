/** What the thread that paints the water is told and answers. */
import { z } from 'zod';

const View = z.object({ x: z.number(), y: z.number(), zoom: z.number().positive() });

/** Coasts that are new or different; one without loops is gone. */
const Coasts = z.object({
  kind: z.literal('coasts'),
  coasts: z
    .array(z.object({ id: z.string(), loops: z.array(z.instanceof(Float32Array)).readonly() }))
    .readonly(),
});

const Paint = z.object({
  kind: z.literal('paint'),
  view: View,
  /** In px of the page; `ratio` px of the screen each. */
  size: z.object({ width: z.number().positive(), height: z.number().positive() }),
  ratio: z.number().positive(),
  sea: z.string(),
  seaLines: z.array(z.string()).readonly(),
  /** In place of the coasts: x, y and radius of each. */
  bubbles: z.instanceof(Float32Array).optional(),
});
export type Paint = z.infer<typeof Paint>;

export const WaterWanted = z.discriminatedUnion('kind', [Coasts, Paint]);
export type WaterWanted = z.infer<typeof WaterWanted>;

export const WaterPainted = z.object({ view: View, picture: z.instanceof(ImageBitmap) });
export type WaterPainted = z.infer<typeof WaterPainted>;
