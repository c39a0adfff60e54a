/** How much is asked of somebody and what last went back, in a sentence beside what went to and fro. */
import type { ReactNode } from 'react';
import { useLive } from '../../giving/use-live';

/** Nothing where nobody asked them for anything, and where it cannot be found out: the story tells the same in parts. */
export function LoadSentence({ contact }: { contact: string }): ReactNode {
  const { answer } = useLive('load', { contacts: [contact] });
  const text = answer?.loads[0]?.text ?? '';
  return text === '' ? null : <p className="k-story-sentence">{text}</p>;
}
