/** What was said about files of one kind, in the network. */
import { howOf, remembering, rememberedFor } from '../../shared/imports/remembered';
import type { JsonObject } from '../../shared/json';
import type { QuestionMemory } from './file-questions';
import type { Replica } from './replica';
import type { Toasts } from './toasts';

/** What it needs of a session. */
interface Around {
  readonly replica: Replica;
  readonly toasts: Toasts;
  edit(name: string, args: JsonObject): Promise<JsonObject>;
}

export function questionMemory(session: Around): QuestionMemory {
  return {
    recall: (question) => {
      const standing = rememberedFor(question, session.replica.list('importMappings'));
      return standing === undefined ? undefined : howOf(standing);
    },
    keep: async (question, how) => {
      const standing = rememberedFor(question, session.replica.list('importMappings'));
      const fields = remembering(question, how);
      try {
        await (standing === undefined
          ? session.edit('import-mapping.add', fields)
          : session.edit('import-mapping.edit', { id: standing.id, ...fields }));
      } catch {
        // The file can be read all the same.
        session.toasts.say('How this file is read could not be kept for the next one.', { level: 'caution' });
      }
    },
  };
}
