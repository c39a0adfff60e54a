/** Something worth sharing, as far as its words go, and what an address of the web may be. */
import { z } from 'zod';
import { type Known, Line, Text, Word, Words } from '../model/schema';

/** What may be asked about, also before it is kept. */
export const Matter = z.object({
  title: Line.default(''),
  url: Line.optional(),
  text: Text.optional(),
  tags: Words,
});
export type Matter = Known<z.output<typeof Matter>>;

/** The same as it is kept: with a title. */
export const KeptMatter = z.strictObject({
  title: Word,
  url: Line.optional(),
  text: Text.optional(),
  tags: z.array(Word).max(100).default([]),
});

/** The address as it is kept, or undefined for what is no http or https address that may be passed on. */
export function webAddress(text: string): string | undefined {
  const spelled = text.trim();
  if (/\s/u.test(spelled) || !/^https?:\/\//i.test(spelled) || !URL.canParse(spelled)) return undefined;
  const url = new URL(spelled);
  const isOpen = url.username === '' && url.password === '' && url.hostname.includes('.');
  return isOpen && spelled.length <= 1_000 ? spelled : undefined;
}

export const noWebAddress =
  'This is no address of the web. It begins with https:// or http:// and has no blanks.';
export const noTitle = 'Give it a title: it is what people are told, and what stands in their story.';

/** The ways by which something is passed on. */
export const sendingChannels = ['mail', 'message'] as const;
