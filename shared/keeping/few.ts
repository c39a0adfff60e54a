/** Who may slip away: people with few contacts, and those who were marked as liked. */
import type { Contact } from '../model/entities';
import { foldTag } from './rules';

/** More contacts than this are no longer few. */
export const fewContacts = 4;

const likedTags = new Set(
  'liked,like,flagged,flag,star,starred,favourite,favorite,follow up,★,⭐,☆,*,♥,❤'.split(','),
);

/** The tag by which a person was marked, if one. */
export function likedTag({ tags }: Pick<Contact, 'tags'>): string | undefined {
  return tags.find((tag) => likedTags.has(foldTag(tag)));
}
