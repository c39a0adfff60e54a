/** Letters about introductions as the user left them: one draft for each occasion and whoever it goes to. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { letterUses } from '../introductions/occasions';
import type { Draft as DraftText } from '../model/entities';
import { Id } from '../model/ids';
import { Line, Text } from '../model/schema';
import { type Command, defineCommand } from './command';
import type { Draft } from './draft';

const keep = defineCommand({
  name: 'draft.keep',
  label: 'Keep the draft',
  schema: z.strictObject({
    introduction: Id,
    use: z.enum(letterUses),
    /** Whom it goes to; left out of a letter to both. */
    contact: Id.optional(),
    /** What it began with. */
    template: Id.optional(),
    subject: Line.default(''),
    body: Text,
  }),
  apply(draft, { introduction, use, contact, template, subject, body }, { now, newId }) {
    const { a, b, by } = draft.need('introductions', introduction);
    if (contact !== undefined && ![a, b, by].includes(contact)) {
      throw new KithmapError('conflict', 'This letter goes to nobody of that introduction.');
    }
    const standing = standingDraft(draft, introduction, use, contact);
    const written = { subject, body, editedAt: now, ...(template === undefined ? {} : { template }) };
    if (standing !== undefined) {
      draft.update('drafts', standing.id, written);
      return { id: standing.id };
    }
    const id = newId();
    draft.create('drafts', {
      id,
      introduction,
      use,
      ...(contact === undefined ? {} : { contact }),
      ...written,
    });
    return { id };
  },
});

function standingDraft(
  draft: Draft,
  introduction: string,
  use: DraftText['use'],
  contact: string | undefined,
): DraftText | undefined {
  return draft
    .referring('introductions', introduction, 'drafts')
    .map((id) => draft.need('drafts', id))
    .find((one) => one.use === use && one.contact === contact);
}

export const letterCommands: readonly Command[] = [keep];
