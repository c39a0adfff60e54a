/** What a page tells the thread that searches, and what that answers. */
import { z } from 'zod';
import { Id } from '../model/ids';
import type { SearchDocument } from './document';

const Document = z.object({
  id: Id,
  name: z.string(),
  nicknames: z.string(),
  organisations: z.string(),
  place: z.string(),
  tags: z.string(),
  emails: z.string(),
  more: z.string(),
}) satisfies z.ZodType<SearchDocument>;

export const ToSearch = z.discriminatedUnion('type', [
  z.object({ type: z.literal('put'), documents: z.array(Document) }),
  z.object({ type: z.literal('remove'), contacts: z.array(Id) }),
  z.object({
    type: z.literal('notes'),
    /** Without a contact: a note that is known. Without a text: it is gone. */
    notes: z.array(z.object({ id: Id, contact: Id.optional(), text: z.string().optional() })),
  }),
  z.object({ type: z.literal('clear') }),
  z.object({ type: z.literal('find'), request: z.int(), query: z.string(), limit: z.int().optional() }),
]);
export type ToSearch = z.infer<typeof ToSearch>;

export const FromSearch = z.object({
  type: z.literal('found'),
  request: z.int(),
  contacts: z.array(z.string()),
});
export type FromSearch = z.infer<typeof FromSearch>;
