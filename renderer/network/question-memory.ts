/** What was said about files of one kind, in the network. */
import { howOf, remembering, rememberedFor } from '../../shared/imports/remembered';
import type { QuestionMemory } from './file-questions';
import type { Session } from './session';

export function questionMemory(session: Pick<Session, 'replica' | 'edit' | 'toasts'>): QuestionMemory {
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
