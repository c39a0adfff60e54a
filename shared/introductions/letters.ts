/** The letters of an introduction as they stand: in words to begin with, or as the user left them. */
import type { Draft, Introduction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { wordsFor } from './drafts';
import { type Occasion, occasionsFor } from './occasions';
import type { SpeakingOfMe } from './say';

export interface Letter extends Occasion {
  /** The same for as long as it is the same letter. */
  readonly key: string;
  readonly subject: string;
  readonly text: string;
  /** The draft that holds it, where the user edited it. */
  readonly draft: Draft | undefined;
}

export function lettersFor(speaking: SpeakingOfMe, introduction: Introduction): Letter[] {
  return occasionsFor(introduction, speaking.me).map((occasion) => {
    const draft = keptDraft(speaking.network, introduction.id, occasion);
    const words = wordsFor(speaking, introduction, occasion);
    return {
      ...occasion,
      key: `${occasion.use} ${occasion.to.join(' ')}`,
      subject: draft === undefined ? words.subject : (draft.subject ?? ''),
      text: draft?.body ?? words.text,
      draft,
    };
  });
}

/** A letter to both is kept without a contact. */
function keptDraft(network: OpenNetwork, introduction: string, { use, to }: Occasion): Draft | undefined {
  const contact = to.length === 1 ? to[0] : undefined;
  for (const id of network.index.referring('introductions', introduction, 'drafts')) {
    const draft = network.get('drafts', id);
    if (draft?.introduction === introduction && draft.use === use && draft.contact === contact) return draft;
  }
  return undefined;
}
