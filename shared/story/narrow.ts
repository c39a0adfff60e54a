/** A story narrowed by kind and by words. */
import { fold } from '../search/fold';
import type { StoryEntry, StoryKind } from './entry';
import type { Story } from './story';

export interface Narrowing {
  /** None chosen: all of them. */
  readonly kinds: ReadonlySet<StoryKind>;
  /** Every word of it must be in the entry. */
  readonly text: string;
}

export function isNarrow({ kinds, text }: Narrowing): boolean {
  return kinds.size > 0 || text.trim() !== '';
}

/** @param wordsOf what is shown of an entry without asking: never what is confidential */
export function narrowed(story: Story, narrowing: Narrowing, wordsOf: (entry: StoryEntry) => string): Story {
  if (!isNarrow(narrowing)) return story;
  const wanted = fold(narrowing.text)
    .split(/\s+/)
    .filter((word) => word !== '');
  const fits = (entry: StoryEntry): boolean => {
    if (narrowing.kinds.size > 0 && !narrowing.kinds.has(entry.kind)) return false;
    if (wanted.length === 0) return true;
    const words = fold(wordsOf(entry));
    return wanted.every((word) => words.includes(word));
  };
  return { ahead: story.ahead.filter(fits), past: story.past.filter(fits) };
}
