/** Ids are opaque, short and safe as keys and in file names; new ones come in with the context of a command. */
import { z } from 'zod';

export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'not an id');
export type Id = z.infer<typeof Id>;
