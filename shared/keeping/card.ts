/** What helps with reaching out: the last time, something to write about, and the best way. */
import type { Channel, Contact, Interaction } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import { addDays, type Day } from '../time';
import { datesOf } from './dates';
import { isReal, isWritten } from './real-contact';
import type { Reason } from './reason';
import { rowsOf } from './rows';
import { foldTag, type KeepingRules } from './rules';

/** What happened with a contact up to a day, latest first. */
export function pastWith(network: OpenNetwork, contact: string, today: Day): Interaction[] {
  return rowsOf(network, 'interactions', contact)
    .filter((interaction) => interaction.day <= today && isReal(interaction))
    .sort((a, b) => (orderOf(a) < orderOf(b) ? 1 : -1));
}

function orderOf({ day, at, id }: Interaction): string {
  return `${day} ${at ?? ''} ${id}`;
}

export interface BestChannel {
  readonly channel: Channel;
  /** The last ones were all written: something nearer would do the tie good. */
  readonly nudge: boolean;
}

/** After so many written ones in a row, a call or a meeting is proposed. */
const writtenInARow = 3;

/** The way that is usual with them; now and then one that is nearer than mail; what can be used comes first. */
export function bestChannel(
  network: OpenNetwork,
  rules: KeepingRules,
  contact: Contact,
  past: readonly Interaction[],
  reasons: readonly Reason[],
): BestChannel {
  const asked = reasons.find(({ kind }) => kind === 'occasion');
  if (asked?.kind === 'occasion' && asked.occasion.about.kind === 'reply') {
    const wrote = past.find(({ direction }) => direction === 'theirs')?.channel;
    return { channel: wrote ?? reachable(contact), nudge: false };
  }
  const recent = past.slice(0, writtenInARow);
  if (recent.length === writtenInARow && recent.every(({ channel }) => isWritten(channel))) {
    const nearer = nearerChannel(network, rules, contact);
    if (nearer !== undefined) return { channel: nearer, nudge: true };
  }
  return { channel: usualChannel(past, contact), nudge: false };
}

function nearerChannel(
  network: OpenNetwork,
  rules: KeepingRules,
  { place, phones }: Contact,
): Channel | undefined {
  const mine = rules.me === undefined ? undefined : network.get('contacts', rules.me)?.place;
  if (place !== undefined && mine !== undefined && foldTag(place) === foldTag(mine)) return 'in-person';
  return phones.length > 0 ? 'call' : undefined;
}

function usualChannel(past: readonly Interaction[], contact: Contact): Channel {
  const counts = new Map<Channel, number>();
  for (const { channel } of past.slice(0, 6)) {
    if (channel === 'event' || channel === 'gift') continue;
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  let usual: Channel | undefined;
  // The latest one wins among equals: it was counted first.
  for (const [channel, count] of counts)
    if (usual === undefined || count > (counts.get(usual) ?? 0)) usual = channel;
  return usual ?? reachable(contact);
}

function reachable({ emails, phones }: Contact): Channel {
  if (phones.length > 0 && emails.length === 0) return 'call';
  return emails.length > 0 ? 'mail' : 'in-person';
}

/** Something to write about; every one of them is on record. */
export type Opening =
  | { readonly kind: 'promise'; readonly text: string }
  | { readonly kind: 'birthday'; readonly day: Day }
  | {
      readonly kind: 'news';
      readonly title?: string;
      readonly organisation?: string;
      readonly place?: string;
    }
  /** `interest`: what matches is an interest of theirs, not a tag that the user gave them. */
  | {
      readonly kind: 'article';
      readonly title: string;
      readonly matching: string;
      readonly interest: boolean;
    }
  | { readonly kind: 'note'; readonly text: string; readonly day: Day }
  | { readonly kind: 'interest'; readonly interest: string }
  | { readonly kind: 'last-talk'; readonly text: string; readonly day: Day }
  | { readonly kind: 'none' };

/** So long news are news. */
const newsFor = 180;

/** Every opening there is, the best first; nothing confidential is among them. */
export function* openings(
  network: OpenNetwork,
  rules: KeepingRules,
  contact: Contact,
  past: readonly Interaction[],
  today: Day,
): Generator<Opening> {
  const { id } = contact;
  for (const { by, text, doneOn, droppedOn, confidential } of rowsOf(network, 'commitments', id)) {
    if (by !== 'me' || doneOn !== undefined || droppedOn !== undefined || confidential !== undefined)
      continue;
    if (text !== undefined && text.trim() !== '') yield { kind: 'promise', text: text.trim() };
  }
  const [date] = datesOf({ ...contact, dates: [] }, today, addDays(today, 14));
  if (date !== undefined) yield { kind: 'birthday', day: date.day };
  yield* news(network, id, today);
  yield* articles(network, contact);
  for (const { text, day, confidential } of rowsOf(network, 'notes', id).sort((a, b) =>
    a.at < b.at ? 1 : -1,
  )) {
    if (text === undefined || confidential !== undefined || addDays(day, newsFor) < today) continue;
    yield { kind: 'note', text: firstSentence(text), day };
  }
  const me = rules.me === undefined ? undefined : network.get('contacts', rules.me);
  const mine = new Set((me?.interests ?? []).map(foldTag));
  const shared = contact.interests.find((interest) => mine.has(foldTag(interest)));
  if (shared !== undefined) yield { kind: 'interest', interest: shared };
  for (const { summary, confidential, day, channel, direction } of past) {
    if (summary === undefined || confidential !== undefined || summary.trim() === '') continue;
    // What I alone wrote is no talk.
    if (direction === 'mine' && isWritten(channel)) continue;
    yield { kind: 'last-talk', text: firstSentence(summary), day };
    break;
  }
}

function* news(network: OpenNetwork, contact: string, today: Day): Generator<Opening> {
  for (const { kind, from, to, title, organisation, place } of rowsOf(network, 'facts', contact)) {
    if (kind === 'other' || from === undefined || to !== undefined) continue;
    const day = `${from}-01-01`.slice(0, 10);
    if (from.length < 7 || day > today || addDays(day, newsFor) < today) continue;
    yield {
      kind: 'news',
      ...(title === undefined ? {} : { title }),
      ...(organisation === undefined ? {} : { organisation }),
      ...(place === undefined ? {} : { place }),
    };
  }
}

/** What was put aside to be shared and touches on what they care for. */
function* articles(network: OpenNetwork, contact: Contact): Generator<Opening> {
  const { interests, tags, lookingFor } = contact;
  const own = new Set([...interests, ...lookingFor].map(foldTag));
  const theirs = new Set([...own, ...tags.map(foldTag)]);
  if (theirs.size === 0) return;
  for (const { title, tags: about, sent } of network.all('shareables')) {
    const matching = about.find((tag) => theirs.has(foldTag(tag)));
    if (matching === undefined || sent.some(({ contact: to }) => to === contact.id)) continue;
    yield { kind: 'article', title, matching, interest: own.has(foldTag(matching)) };
  }
}

/** Enough of a text to remember it by. */
export function firstSentence(text: string, most = 140): string {
  const plain = text.trim().replace(/\s+/g, ' ');
  const sentence = /^.*?[.!?。](?=\s|$)/u.exec(plain)?.[0] ?? plain;
  const short = sentence.length <= most ? sentence : `${sentence.slice(0, most - 1).trimEnd()}…`;
  return short.replace(/[.。]$/u, '');
}
