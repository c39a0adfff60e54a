/** What is confidential in an entry of the story, and what asking for it is called. */
import type { StoryEntry, StoryKind } from '../../../shared/story/entry';

const asks: Readonly<Partial<Record<StoryKind, string>>> = {
  interaction: 'Show what is confidential',
  promise: 'Show the promise',
  exchange: 'Show what it was',
  request: 'Show what you asked',
  note: 'Show the note',
  introduction: 'Show what is kept of it',
};

export function secretOf(entry: StoryEntry): { id: string; ask: string } | undefined {
  const holder =
    entry.kind === 'interaction'
      ? entry.interaction
      : entry.kind === 'promise'
        ? entry.promise
        : entry.kind === 'exchange'
          ? entry.exchange
          : entry.kind === 'request'
            ? entry.request
            : entry.kind === 'note'
              ? entry.note
              : entry.kind === 'introduction'
                ? entry.introduction
                : undefined;
  const id = holder?.confidential;
  return id === undefined ? undefined : { id, ask: asks[entry.kind] ?? 'Show it' };
}
