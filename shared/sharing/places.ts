/** Where on record it stands what somebody may care for, and how much each place says. */
import type { Contact } from '../model/entities';
import type { CareKind } from './answers';

export interface Place {
  readonly kind: CareKind;
  readonly value: string;
}

/** What they like and look for says most, what they do for a living less, a word in a note least. */
export const placeWeights: Readonly<Record<CareKind, number>> = {
  interest: 5,
  need: 5,
  tag: 4,
  industry: 3,
  title: 2,
  organisation: 2,
  help: 2,
  note: 2,
};

/** Only what holds now: who left an organisation may not care for it any more. */
export function* placesOf(contact: Contact): Generator<Place> {
  const { interests, lookingFor, tags, industry, organisations, canHelpWith } = contact;
  for (const value of interests) yield { kind: 'interest', value };
  for (const value of lookingFor) yield { kind: 'need', value };
  for (const value of tags) yield { kind: 'tag', value };
  if (industry !== undefined) yield { kind: 'industry', value: industry };
  for (const { name, title, to } of organisations) {
    if (to !== undefined) continue;
    if (title !== undefined) yield { kind: 'title', value: title };
    yield { kind: 'organisation', value: name };
  }
  for (const value of canHelpWith) yield { kind: 'help', value };
}
