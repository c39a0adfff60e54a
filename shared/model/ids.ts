/** Ids are opaque, short and safe as keys and in file names; new ones come in with the context of a command. */
import { z } from 'zod';

export const Id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'not an id');
export type Id = z.infer<typeof Id>;

/** The id of what an import makes of a record, from the digest of what that is known by: the same record, the same id. */
export function recordId(digest: string): Id {
  return `e${digest}`;
}

export function isRecordId(id: string): boolean {
  return /^e[0-9a-f]{32}$/.test(id);
}
