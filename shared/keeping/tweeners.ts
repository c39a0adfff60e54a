/**
 * Tweeners: the people between close and dormant, who slip away. Met, introduced or marked as liked; two to four
 * contacts ever, or nothing for a while; without a cadence of their own, not archived.
 */
import type { Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { type Day, daysBetween, isDay } from '../time';
import { chosenCadence } from './cadence';
import { fewContacts, likedTag } from './few';
import type { KeptPeople } from './kept-people';
import { isReal } from './real-contact';
import { rowsOf } from './rows';
import type { KeepingRules } from './rules';

export type TweenerReason =
  | { readonly kind: 'met'; readonly day?: Day; readonly channel?: Interaction['channel'] }
  | { readonly kind: 'introduced'; readonly by?: string; readonly day?: Day }
  | { readonly kind: 'liked'; readonly tag: string }
  | { readonly kind: 'contacts'; readonly count: number }
  | { readonly kind: 'silence'; readonly days: number; readonly last: Day };

export interface Tweener {
  readonly contact: string;
  readonly reasons: readonly TweenerReason[];
  readonly count: number;
  readonly last?: Day;
  readonly liked: boolean;
  /** Days since the last contact; those never contacted count from nowhere. */
  readonly silence?: number;
}

/** Silent for so many days, somebody is slipping away. */
const aWhile = 60;
/** Silent for longer, somebody is dormant, unless marked as liked. */
const dormantFrom = 1_095;

const facesSeen = new Set<Interaction['channel']>(['in-person', 'meal', 'video', 'event']);
const introducedStages = new Set(['introduced', 'met', 'outcome', 'thanked']);

/** All of them, the likeliest to be missed first. */
export function tweeners(network: OpenNetwork, people: KeptPeople, before: Day): Tweener[] {
  const found: Tweener[] = [];
  for (const id of people.withFewContacts()) {
    const tweener = tweenerOf(network, people.rules, id, before);
    if (tweener !== undefined) found.push(tweener);
  }
  return found.sort(compare);
}

/** @param before what happened on this day or later does not count */
export function tweenerOf(
  network: OpenNetwork,
  rules: KeepingRules,
  id: string,
  before: Day,
): Tweener | undefined {
  const contact = network.get('contacts', id);
  if (contact === undefined || id === rules.me) return undefined;
  if (contact.archived === true || contact.neverRemind === true || contact.stub === true) return undefined;
  if (chosenCadence(contact, rules) !== undefined) return undefined;
  const liked = likedTag(contact);
  // Most of those with many contacts end here, before their log is read.
  if (liked === undefined && network.index.summary(id).count > 4 * fewContacts) return undefined;
  const contacts = rowsOf(network, 'interactions', id).filter(
    (interaction) => interaction.day < before && isReal(interaction),
  );
  if (liked === undefined && contacts.length > fewContacts) return undefined;
  const how = howMet(network, id, contacts, before);
  if (how === undefined && liked === undefined) return undefined;

  const last = contacts.reduce<Day | undefined>(
    (latest, { day }) => (latest === undefined || day > latest ? day : latest),
    undefined,
  );
  const silence = last === undefined ? undefined : daysBetween(last, before);
  const few = contacts.length >= 2 && contacts.length <= fewContacts;
  const met = contact.howMet?.on;
  const known = met === undefined ? contact.createdAt.slice(0, 10) : `${met}-01-01`.slice(0, 10);
  const quiet = (silence ?? daysBetween(isDay(known) ? known : before, before)) >= aWhile;
  if (!few && !quiet) return undefined;
  if (liked === undefined && silence !== undefined && silence > dormantFrom) return undefined;

  const reasons: TweenerReason[] = [];
  if (how !== undefined) reasons.push(how);
  if (liked !== undefined) reasons.push({ kind: 'liked', tag: liked });
  if (contacts.length > 0) reasons.push({ kind: 'contacts', count: contacts.length });
  if (silence !== undefined && last !== undefined) reasons.push({ kind: 'silence', days: silence, last });
  return {
    contact: id,
    reasons,
    count: contacts.length,
    liked: liked !== undefined,
    ...(last === undefined ? {} : { last }),
    ...(silence === undefined ? {} : { silence }),
  };
}

function howMet(
  network: OpenNetwork,
  id: string,
  contacts: readonly Interaction[],
  before: Day,
): TweenerReason | undefined {
  for (const { a, b, by, stage, day } of rowsOf(network, 'introductions', id)) {
    // Those I brought together with others I knew before.
    if (by === undefined || (a !== id && b !== id) || !introducedStages.has(stage)) continue;
    if (day === undefined || day < before)
      return { kind: 'introduced', by, ...(day === undefined ? {} : { day }) };
  }
  const met = contacts
    .filter(({ channel }) => facesSeen.has(channel))
    .sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  if (met !== undefined) return { kind: 'met', day: met.day, channel: met.channel };
  const how = network.get('contacts', id)?.howMet;
  if (how?.through !== undefined) return { kind: 'introduced', by: how.through };
  // A connection on a network of strangers is no meeting.
  const told = how?.place !== undefined || (how?.text !== undefined && !/linkedin/i.test(how.text));
  return told ? { kind: 'met' } : undefined;
}

/** Liked ones first, then those with more contacts, then the longest silence. */
function compare(a: Tweener, b: Tweener): number {
  if (a.liked !== b.liked) return a.liked ? -1 : 1;
  if (a.count !== b.count) return b.count - a.count;
  return (b.silence ?? 0) - (a.silence ?? 0) || (a.contact < b.contact ? -1 : 1);
}
