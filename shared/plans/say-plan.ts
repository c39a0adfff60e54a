/** A plan in sentences: who is there, who leads there, what an introduction adds, and how good the choice is. */
import type { Speaking } from '../keeping/names';
import { listed, many, people, sayDayAhead } from '../words';
import type { AimKind, Found, There } from './aim';

/** “3 people meet all of it.” */
export function sayThere({ named, met }: Found, others: number): string {
  if (named.length === 0) return 'The plan does not say yet where it leads: an industry, a place, a word.';
  if (others === 0) return 'Nobody in your network is there yet, as far as is on record.';
  if (named.length === 1) return `${people(others)} in your network ${others === 1 ? 'is' : 'are'} there.`;
  const all = met === named.length;
  const meet = others === 1 ? 'meets' : 'meet';
  return all
    ? `${people(others)} in your network ${meet} all of it.`
    : `Nobody meets all of it; ${people(others)} ${meet} ${many(met, 'part', 'parts')} of ${named.length}.`;
}

const said: Readonly<Record<AimKind, (value: string) => string>> = {
  industry: (value) => value,
  organisation: (value) => `at ${value}`,
  place: (value) => `in ${value}`,
  tag: (value) => `tagged “${value}”`,
  text: (value) => `“${value}”`,
};

/** “Biotechnology, in Basel”. */
export function sayWhere(there: There | undefined): string {
  return there === undefined ? '' : [...there.met].map(([kind, value]) => said[kind](value)).join(', ');
}

export function sayBridge(names: readonly string[]): string {
  return `knows ${listed(names)}`;
}

interface Proposing {
  readonly name: string;
  /** Undefined for who is not there but knows people there. */
  readonly where: string | undefined;
  readonly by: string | undefined;
  /** Who comes within two steps by it. */
  readonly near: readonly string[];
}

/** “Priya is there (Biotech, in Basel) and knows Ana, Ben and 2 more there. Reto knows her and could introduce you.” */
export function sayProposal({ name, where, by, near }: Proposing): string {
  const isThere = where === undefined ? '' : `${name} is there (${where})`;
  const knows = near.length === 0 ? '' : `knows ${listed(near)} there`;
  const first = [isThere, knows === '' || isThere !== '' ? knows : `${name} ${knows}`]
    .filter((part) => part !== '')
    .join(' and ');
  return by === undefined ? `${first}.` : `${first}. ${by} knows them and could introduce you.`;
}

interface Reach {
  readonly known: number;
  readonly near: number;
}

/** “Dana knows none of the 12 there and reaches 2 within two steps; with these introductions it would be 2 and 9.” */
export function sayReach(
  name: string,
  isMe: boolean,
  { before, after }: { readonly before: Reach; readonly after: Reach },
  others: number,
): string {
  if (others === 0) return '';
  const [know, reach] = isMe ? ['You know', 'reach'] : [`${name} knows`, 'reaches'];
  const now = `${know} ${sayCount(before.known)} of the ${others.toLocaleString('en')} there and ${reach} ${sayCount(before.near)} within two steps`;
  if (after.known === before.known && after.near === before.near) return `${now}.`;
  return `${now}; with these introductions it would be ${after.known} and ${after.near}.`;
}

function sayCount(count: number): string {
  return count === 0 ? 'none' : count.toLocaleString('en');
}

/** @param atLeast no set of as many adds more than what this one adds divided by it */
export function sayGuarantee(atLeast: number, count: number): string {
  const set = count === 1 ? 'No other introduction' : `No other ${count} introductions`;
  if (atLeast > 0.999) return `${set} would add more.`;
  const more = Math.ceil((1 / atLeast - 1) * 100);
  return `${set} could add more than ${more} % on top of what ${count === 1 ? 'this one adds' : 'these add'}.`;
}

export function sayPassedOver({ today, locale }: Speaking, name: string, freeFrom: string): string {
  return `${name} was asked as often as you want to ask one person, and is passed over until ${sayDayAhead(freeFrom, today, locale)}.`;
}

interface Nothing {
  readonly name: string;
  readonly isMe: boolean;
  /** I know whom the plan is for. */
  readonly isKnown: boolean;
  readonly hasAim: boolean;
  readonly others: number;
  readonly isAllKnown: boolean;
  /** As many as are wanted are under way. */
  readonly isFull: boolean;
  /** How many options fell to the limit on asking. */
  readonly passedOver: number;
}

/** Why nothing is proposed, and what would help. */
export function sayNone(nothing: Nothing): string {
  const { name, isMe, isKnown, hasAim, others, isAllKnown, isFull, passedOver } = nothing;
  const who = isMe ? 'you' : name;
  if (!hasAim) return 'Say where the plan leads: industries, places, organisations, tags or a few words.';
  if (others === 0) {
    return 'Nobody is there yet. Try other words, or write down what people do and where they live: they are found here then.';
  }
  if (!isKnown)
    return `You do not know ${name}, as far as is on record, so you cannot introduce them. Log a talk first.`;
  if (isFull)
    return 'As many introductions as you wanted are under way. What becomes of them decides what comes next.';
  if (isAllKnown)
    return `${isMe ? 'You know' : `${name} knows`} everybody there already. Turn to them directly.`;
  if (passedOver > 0) return 'Whoever could be asked was asked as often as you want to. Let some time pass.';
  return isMe
    ? 'Nobody whom you know is on record as knowing anybody there whom you do not. Say who knows whom.'
    : `Nobody whom you know would bring ${who} nearer than they are. Say who knows whom, or who is there.`;
}
