/**
 * How likely it is that two cards are one person: the odds of Fellegi and Sunter (1969). Each thing that is the same on
 * both, or differs, adds the logarithm of how much more often that is so of one person's cards than of two people's; how
 * common a name, a place or an organisation is, is counted in the network itself. What two of one household share (a
 * number, a mailbox, a street) says little where their given names differ: such things are not independent.
 */
import type { Card } from './cards';
import { isEverybodys, localPart } from './blocks';
import type { NameMatch, WordLevel } from './compare-names';
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
  /** 0 to 1. */
  readonly probability: number;
  /** What weighs most first. */
  readonly grounds: readonly Ground[];
  /** Something that one person alone has is the same, and nothing speaks against it. */
  readonly certain: boolean;
}

/** Of so many people one in ten is thought to be there twice. */
const twiceInTen = 10;
/** A name alone never makes it surer than this. */
const mostByName = Math.log(0.8 / 0.2);
/** Another name by a slip may be a sister’s. */
const surely: ReadonlySet<WordLevel> = new Set(['same', 'alike', 'nickname']);
const least = -12;
const most = 12;

export function weigh(
  a: Card,
  b: Card,
  match: NameMatch | undefined,
  rarity: Rarity,
  people: number,
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
  grounds.push(...own, ...aboutThem(a, b, rarity, household), ...against(a, b, between));
  const isStrong = own.some(({ kind }) => kind !== 'mailbox') && !household;
  const others = grounds.filter(({ kind }) => kind !== 'name');
  const byName = grounds
    .filter(({ kind }) => kind === 'name')
    .reduce((sum, { weight }) => sum + weight, -Math.log(twiceInTen * people));
  const isNameAlone = others.every(({ weight }) => weight < 1.5);
  const sum = others.reduce(
    (total, { weight }) => total + weight,
    isNameAlone ? Math.min(mostByName, byName) : byName,
  );
  const odds = Math.max(least, Math.min(most, sum));
  const probability = 1 / (1 + Math.exp(-odds));
  const fits = match === undefined || surely.has(match.level);
  const opposed = others.some(({ weight }) => weight <= -2);
  return {
    probability,
    grounds: grounds.toSorted((x, y) => Math.abs(y.weight) - Math.abs(x.weight)),
    certain: probability >= 0.99 && isStrong && fits && !opposed,
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
    const mine = new Set(a.emails.flatMap((one) => localPart(one) ?? []));
    const mailbox = b.emails.flatMap((one) => localPart(one) ?? []).find((one) => mine.has(one));
    if (mailbox !== undefined)
      grounds.push({ kind: 'mailbox', weight: mailboxWeight(mailbox, a), value: mailbox });
  }
  return grounds;
}

/** A mailbox that is named after the person says what the name says already. */
function mailboxWeight(mailbox: string, card: Card): number {
  const named = card.readings.some(({ words }) =>
    words.some(({ text }) => text.length > 2 && mailbox.includes(text)),
  );
  return named ? 1.5 : 6;
}

/** What many share, and one person's cards share more often. */
function aboutThem(a: Card, b: Card, rarity: Rarity, household: boolean): Ground[] {
  const grounds: Ground[] = [];
  const organisation = shared(a.organisations, b.organisations);
  if (organisation !== undefined) {
    const weight = Math.max(0.5, 0.75 * rarity.ofValue('o', organisation));
    grounds.push({ kind: 'organisation', weight: household ? 0.5 : weight, value: organisation });
  } else if (a.organisations.length > 0 && b.organisations.length > 0) {
    grounds.push({ kind: 'other-organisation', weight: -1.1 });
  }
  const title = shared(a.titles, b.titles);
  if (title !== undefined) grounds.push({ kind: 'title', weight: 1, value: title });
  const place = shared(a.places, b.places);
  if (place !== undefined) {
    const weight = Math.min(3, 0.6 * rarity.ofValue('l', place));
    grounds.push({ kind: 'place', weight: household ? 0 : weight, value: place });
  } else if (a.places.length > 0 && b.places.length > 0) {
    grounds.push({ kind: 'other-place', weight: -1 });
  }
  const street = shared(a.streets, b.streets);
  if (street !== undefined) grounds.push({ kind: 'street', weight: household ? 0 : 3.5, value: street });
  const days = birthdays(a.birthday, b.birthday);
  if (days === 'same') grounds.push({ kind: 'birthday', weight: 5.5 });
  if (days === 'other') grounds.push({ kind: 'other-birthday', weight: -7 });
  return grounds.filter(({ weight }) => weight !== 0);
}

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
