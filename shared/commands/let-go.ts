/** Lets somebody go kindly: archived, with a note on why where one is given, as one step to take back. */
import { z } from 'zod';
import { Id } from '../model/ids';
import { Text } from '../model/schema';
import { type Command, defineCommand } from './command';

const letGo = defineCommand({
  name: 'contact.let-go',
  label: 'Let go',
  schema: z.strictObject({ id: Id, note: Text.optional() }),
  apply(draft, { id, note = '' }, context) {
    draft.need('contacts', id);
    draft.update('contacts', id, { archived: true });
    const text = note.trim();
    if (text === '') return undefined;
    draft.create('notes', { id: context.newId(), contact: id, at: context.now, day: context.today, text });
    return undefined;
  },
});

export const letGoCommands: readonly Command[] = [letGo];
