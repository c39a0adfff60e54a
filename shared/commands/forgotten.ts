/** Whom or what imports leave out because it was forgotten for good. Forgetting itself is no command: it has no undo. */
import { z } from 'zod';
import { Forgotten } from '../model/entities/upkeep';
import { Id } from '../model/ids';
import { type Command, defineCommand } from './command';

const remember = defineCommand({
  name: 'forgotten.remember',
  label: 'Leave out whoever is forgotten',
  schema: z.strictObject({
    salt: Forgotten.shape.salt,
    digests: Forgotten.shape.digests,
    mailBefore: Forgotten.shape.mailBefore,
  }),
  apply(draft, given, context) {
    const id = context.newId();
    draft.create('forgotten', { id, ...given, day: context.today });
    return { id };
  },
});

/** Imports may bring them again. */
const lift = defineCommand({
  name: 'forgotten.lift',
  label: 'Let imports bring back who was forgotten',
  schema: z.strictObject({ id: Id }),
  apply(draft, { id }) {
    draft.need('forgotten', id);
    draft.delete('forgotten', id);
    return {};
  },
});

export const forgottenCommands: readonly Command[] = [remember, lift];
