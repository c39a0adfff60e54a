/**
 * How much speaks for two cards being one person, as Fellegi and Sunter weigh it (1969): each thing that is the same on
 * both, or differs, adds the logarithm of how much more often that is so of one person's cards than of two people's; how
 * common a name, a place or an organisation is, is counted in the network itself.
 *
 * Such things are not independent, and adding them up as if they were claims too much (Winkler, 1989; Thibaudeau, 1993):
 * what two of one household share says little where their given names differ, who moves has another place and another
 * organisation at once, colleagues are of one trade, and a mailbox that is named after somebody says their name again.
 */
import type { Card } from './cards';
import type { NameMatch, WordLevel } from './compare-names';
import { isEverybodys } from './mailboxes';
import type { Rarity } from './rarity';

export type Ground =
  | { readonly kind: 'name'; readonly weight: number; readonly match: NameMatch }
  | {
      readonly kind:
        | 'email'
        | 'phone'
        | 'profile'
        | 'row'
        | 'mailbox'
        | 'organisation'
        | 'other-organisation'
        | 'title'
        | 'place'
        | 'other-place'
        | 'street'
        | 'birthday'
        | 'other-birthday'
        | 'other-email'
        | 'other-phone'
        | 'other-profile'
        | 'other-generation'
        | 'one-file'
        | 'tied'
        | 'met';
      readonly weight: number;
      /** The address, place or number that it is about. */
      readonly value?: string;
    };

/** What is known of two beside their cards. */
export interface Between {
  /** A tie says that they know each other. */
  readonly tied: boolean;
  /** Both were in one interaction. */
  readonly met: boolean;
}

export interface Weighed {
  /** Nats: the logarithm of the odds but for how likely any two cards are one person. */
  readonly evidence: number;
  /** What weighs most first. */
  readonly grounds: readonly Ground[];
  /** Something that one person alone has is the same, and nothing speaks against it. */
  readonly sure: boolean;
}

/** Another name by a slip may be a sister’s. */
const surely: ReadonlySet<WordLevel> = new Set(['same', 'alike', 'nickname']);
/** Who moved has most things otherwise. */
const movedAtMost = -3.5;

export function weigh(
  a: Card,
  b: Card,
  match: NameMatch | undefined,
  rarity: Rarity,
  between: Between,
): Weighed {
  const grounds: Ground[] = [];
  const household = match?.differs === true || areTwoGenerations(a, b);
  if (match !== undefined) {
    // That two of one family have its name is no wonder.
    const weight = household ? Math.min(match.weight, match.weight / 2 - 4) : match.weight;
    grounds.push({ kind: 'name', weight, match });
  }
  const own = identifiers(a, b, rarity, household);
  const moved = whatMoves(a, b, own);
  grounds.push(...own, ...aboutThem(a, b, rarity, household), ...moved, ...against(a, b, between));
  const fits = match === undefined || surely.has(match.level);
  const opposed = grounds.some(({ kind, weight }) => kind !== 'name' && weight <= -2);
  return {
    evidence: grounds.reduce((sum, { weight }) => sum + weight, 0),
    grounds: grounds.toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
    sure: own.some(({ kind }) => kind !== 'mailbox') && !household && fits && !opposed,
  };
}

/** What belongs to one person, or to one household. */
function identifiers(a: Card, b: Card, rarity: Rarity, household: boolean): Ground[] {
  const grounds: Ground[] = [];
  const email = shared(a.emails, b.emails);
  const phone = shared(a.phones, b.phones);
  const profile = shared(a.profiles, b.profiles);
  const row = shared(a.keys, b.keys);
  // Each further holder makes it less of a person's own.
  const among = (value: string): number => 2.5 * Math.log(Math.max(1, rarity.holders('i', value) - 1));
  if (email !== undefined) {
    const own = isEverybodys(email) ? 7 : 14;
    grounds.push({ kind: 'email', weight: household ? 3 : Math.max(2, own - among(email)), value: email });
  }
  if (phone !== undefined) {
    grounds.push({ kind: 'phone', weight: household ? 2 : Math.max(1, 10 - among(phone)), value: phone });
  }
  if (profile !== undefined) grounds.push({ kind: 'profile', weight: household ? 6 : 16, value: profile });
  if (row !== undefined && !household) grounds.push({ kind: 'row', weight: 10 });
  if (email === undefined && !household) {
    const mailbox = shared(a.mailboxes, b.mailboxes);
    if (mailbox !== undefined) {
      grounds.push({ kind: 'mailbox', weight: mailboxWeight(mailbox, a), value: mailbox });
    }
  }
  return grounds;
}

/**
 * A mailbox that is named after the person says what the name says already; what else is in it ("smith1967") is chosen
 * as a password is.
 */
function mailboxWeight(mailbox: string, card: Card): number {
  const words = card.readings.flatMap((reading) => reading.words).map(({ text }) => text);
  const named = words.filter((text) => text.length > 2 && mailbox.includes(text));
  if (named.length === 0) return unnamedMailbox;
  let rest = mailbox;
  for (const text of named) rest = rest.replace(text, '');
  for (const text of words) rest = rest.replace(text.slice(0, 1), '');
  return Math.min(unnamedMailbox, namedMailbox + ofCharacter * rest.length);
}
const unnamedMailbox = 6;
const namedMailbox = 1.5;
const ofCharacter = 1.3;

/** What many share, and one person's cards share more often. */
function aboutThem(a: Card, b: Card, rarity: Rarity, household: boolean): Ground[] {
  const grounds: Ground[] = [];
  const organisation = shared(a.organisations, b.organisations);
  if (organisation !== undefined) {
    const weight = Math.max(0.5, 0.75 * Math.min(9, rarity.ofValue('o', organisation)));
    grounds.push({ kind: 'organisation', weight: household ? 0.5 : weight, value: organisation });
  }
  const title = shared(a.titles, b.titles);
  if (title !== undefined) {
    // Of one organisation many are of one trade.
    const weight = Math.min(mostTitle, 0.5 * rarity.ofValue('t', title));
    grounds.push({ kind: 'title', weight: organisation === undefined ? weight : weight / 2, value: title });
  }
  const place = shared(a.places, b.places);
  if (place !== undefined) {
    const weight = Math.min(4.5, 0.75 * rarity.ofValue('l', place));
    grounds.push({ kind: 'place', weight: household ? 0 : weight, value: place });
  }
  const street = shared(a.streets, b.streets);
  if (street !== undefined) grounds.push({ kind: 'street', weight: household ? 0 : 3.5, value: street });
  const days = birthdays(a.birthday, b.birthday);
  if (days === 'same') grounds.push({ kind: 'birthday', weight: 5.5 });
  if (days === 'other') grounds.push({ kind: 'other-birthday', weight: -7 });
  return grounds.filter(({ weight }) => weight !== 0);
}

const mostTitle = 2;

/**
 * Another organisation, place, address or number: of one person's cards about one in four says so, and of two people's
 * nearly all. A move explains several at once, so that together they say little more than the first.
 */
function whatMoves(a: Card, b: Card, own: readonly Ground[]): Ground[] {
  const isOther = (one: readonly string[], other: readonly string[]): boolean =>
    one.length > 0 && other.length > 0 && shared(one, other) === undefined;
  const found: Ground[] = [];
  let sum = 0;
  const moves = (kind: Moving, weight: number, more: number): void => {
    const further = Math.max(movedAtMost - sum, found.length === 0 ? weight : weight * more);
    sum += further;
    if (further < 0) found.push({ kind, weight: further });
  };
  if (isOther(a.organisations, b.organisations)) moves('other-organisation', -1.4, 1 / 3);
  if (isOther(a.places, b.places)) moves('other-place', -1.4, 1 / 3);
  const isMail = own.some(({ kind }) => kind === 'mailbox');
  if (isOther(a.emails, b.emails) && !isMail) moves('other-email', -1.2, 2 / 3);
  if (isOther(a.phones, b.phones)) moves('other-phone', -1.2, 2 / 3);
  return found;
}
type Moving = 'other-organisation' | 'other-place' | 'other-email' | 'other-phone';

function against(a: Card, b: Card, { tied, met }: Between): Ground[] {
  const grounds: Ground[] = [];
  const sites = (card: Card): string[] => card.profiles.map((profile) => profile.split('/')[0] ?? '');
  const isSameSite = shared(sites(a), sites(b)) !== undefined && shared(a.profiles, b.profiles) === undefined;
  if (isSameSite) grounds.push({ kind: 'other-profile', weight: -6 });
  if (shared(a.files, b.files) !== undefined) grounds.push({ kind: 'one-file', weight: -0.8 });
  if (a.generation !== b.generation) {
    grounds.push({ kind: 'other-generation', weight: areTwoGenerations(a, b) ? -9 : -2.5 });
  }
  if (tied) grounds.push({ kind: 'tied', weight: -6 });
  if (met) grounds.push({ kind: 'met', weight: -5 });
  return grounds;
}

function areTwoGenerations(a: Card, b: Card): boolean {
  return a.generation !== undefined && b.generation !== undefined && a.generation !== b.generation;
}

/** Of two days without a year on either side the day of the year is compared; of two years alone nothing is said. */
function birthdays(a: string | undefined, b: string | undefined): 'same' | 'other' | undefined {
  if (a === undefined || b === undefined) return undefined;
  const dayOfYear = (date: string): string | undefined => /^(?:\d{4}|-)-(\d\d-\d\d)$/.exec(date)?.[1];
  const year = (date: string): string | undefined => /^\d{4}/.exec(date)?.[0];
  const [dayA, dayB] = [dayOfYear(a), dayOfYear(b)];
  const years = year(a) !== undefined && year(b) !== undefined;
  if (years && year(a) !== year(b)) return 'other';
  if (dayA === undefined || dayB === undefined) return undefined;
  return dayA === dayB ? 'same' : 'other';
}

function shared(one: readonly string[], other: readonly string[]): string | undefined {
  return one.length === 0 || other.length === 0 ? undefined : one.find((value) => other.includes(value));
}
