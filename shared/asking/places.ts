/** Where in what is kept of somebody a need may be answered: offers first, then what they do, then the rest. */
import { piecesOf } from '../matching/words';
import { rowsOf } from '../keeping/rows';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Answering, Need } from './need';

export type Place =
  'offer' | 'title' | 'past-title' | 'tag' | 'industry' | 'organisation' | 'interest' | 'note';

/** What a word counts by where it stands. */
export const weights: Readonly<Record<Place, number>> = {
  offer: 4,
  title: 3,
  tag: 2.5,
  'past-title': 2,
  industry: 2,
  organisation: 1.5,
  interest: 1.5,
  note: 1.5,
};

/** One text in which words of the need were found. */
export interface Hit {
  readonly place: Place;
  readonly text: string;
  /** When a note was written. */
  readonly day?: string;
  readonly found: ReadonlyMap<string, Answering>;
}

/** Every place where words of the need stand; never a confidential text. In steps, for notes may be long. */
export function* hitsOf(network: OpenNetwork, contact: Contact, need: Need): Generator<void, Hit[]> {
  const hits: Hit[] = [];
  for (const [place, text] of textsOf(contact)) {
    const found = need.inText(text);
    if (found.size > 0) hits.push({ place, text, found });
  }
  for (const { text, day } of rowsOf(network, 'notes', contact.id)) {
    const found = new Map<string, Answering>();
    for (const piece of piecesOf(text ?? '')) {
      for (const [word, answering] of need.inText(piece)) found.set(word, answering);
      yield;
    }
    if (found.size > 0) hits.push({ place: 'note', text: text ?? '', day, found });
  }
  return hits;
}

function* textsOf(contact: Contact): Generator<readonly [Place, string]> {
  for (const offer of contact.canHelpWith) yield ['offer', offer];
  for (const { title, name, to } of contact.organisations) {
    if (title !== undefined) yield [to === undefined ? 'title' : 'past-title', title];
    yield ['organisation', name];
  }
  if (contact.industry !== undefined) yield ['industry', contact.industry];
  for (const tag of contact.tags) yield ['tag', tag];
  for (const interest of contact.interests) yield ['interest', interest];
}
