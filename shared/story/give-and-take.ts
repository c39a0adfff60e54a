/**
 * What went to and fro between me and a contact, in one sentence: "You helped twice last year; Signe introduced you to
 * Ben in May". It tells what is recorded last of each kind and weighs nothing against anything.
 */
import type { Exchange } from '../model/entities';
import { listed, sayMonth } from '../words';

/** Somebody brought two people together, and one of them was me or the contact. */
export interface Brought {
  readonly by: 'me' | 'them';
  /** Whom I, or the contact, was brought together with. */
  readonly name: string;
  /** `YYYY`, `YYYY-MM`, `YYYY-MM-DD`, or nothing where nobody said when. */
  readonly day?: string;
}

interface Speaking {
  /** What the contact is called. */
  readonly name: string;
  readonly today: string;
  readonly locale: string;
}

/** Clauses about one side. */
const most = 2;

const deeds: Readonly<Record<Exchange['kind'], string>> = {
  help: 'helped',
  information: 'passed on information',
  referral: 'gave a referral',
  introduction: 'made an introduction',
  gift: 'gave a present',
  time: 'gave time',
  other: 'gave something',
};

interface Clause {
  readonly day: string;
  readonly text: string;
}

/** Undefined where nothing is recorded. */
export function giveAndTake(
  exchanges: readonly Exchange[],
  brought: readonly Brought[],
  speaking: Speaking,
): string | undefined {
  const side = (by: 'me' | 'them'): string[] => {
    const own = brought.filter((one) => one.by === by && !isAhead(one.day, speaking.today));
    const direction = by === 'me' ? 'given' : 'received';
    const given = exchanges.filter((one) => one.direction === direction && one.day <= speaking.today);
    const clauses = [...ofExchanges(given, own, speaking), ...ofIntroductions(own, by, speaking)];
    return clauses
      .sort((a, b) => (a.day < b.day ? 1 : -1))
      .slice(0, most)
      .map(({ text }) => text);
  };
  const mine = side('me');
  const theirs = side('them');
  const parts = [
    ...(mine.length > 0 ? [`you ${listed(mine)}`] : []),
    ...(theirs.length > 0 ? [`${speaking.name} ${listed(theirs)}`] : []),
  ];
  if (parts.length === 0) return undefined;
  const sentence = parts.join('; ');
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}

/** A clause for each kind: how often in the last year in which there was any. */
function ofExchanges(
  given: readonly Exchange[],
  brought: readonly Brought[],
  { today, locale }: Speaking,
): Clause[] {
  const byKind = new Map<Exchange['kind'], string[]>();
  for (const { kind, day } of given) byKind.set(kind, [...(byKind.get(kind) ?? []), day]);
  return [...byKind].flatMap(([kind, days]) => {
    const last = days.reduce((a, b) => (a > b ? a : b));
    // Told below, with the name.
    if (kind === 'introduction' && brought.some(({ day }) => sameYear(day, last))) return [];
    const inYear = days.filter((day) => sameYear(day, last)).length;
    const when = inYear === 1 ? sayWhen(last, today, locale) : sayYear(last, today);
    return [{ day: last, text: [deeds[kind], sayTimes(inYear), when].filter(isSaid).join(' ') }];
  });
}

/** One clause: those of the last year in which there was any. */
function ofIntroductions(
  brought: readonly Brought[],
  by: 'me' | 'them',
  { name, today, locale }: Speaking,
): Clause[] {
  const newest = [...brought].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? 1 : -1));
  const last = newest[0]?.day;
  const names = [...new Set(newest.filter(({ day }) => sameYear(day, last)).map((one) => one.name))];
  if (names.length === 0) return [];
  const when =
    last === undefined ? '' : names.length === 1 ? sayWhen(last, today, locale) : sayYear(last, today);
  const whom = by === 'me' ? name : 'you';
  return [
    { day: last ?? '', text: [`introduced ${whom} to ${listed(names)}`, when].filter(isSaid).join(' ') },
  ];
}

function isSaid(words: string): boolean {
  return words !== '';
}

function sayTimes(times: number): string {
  return times === 1 ? '' : times === 2 ? 'twice' : `${times} times`;
}

/** "this month", "in March", "in March 2024", "in 2024". */
function sayWhen(day: string, today: string, locale: string): string {
  if (day.length < 7) return sayYear(day, today);
  if (day.slice(0, 7) === today.slice(0, 7)) return 'this month';
  const month = sayMonth(`${day.slice(0, 7)}-01`, locale);
  return `in ${sameYear(day, today) ? month.replace(day.slice(0, 4), '').trim() : month}`;
}

function sayYear(day: string, today: string): string {
  const ago = Number(today.slice(0, 4)) - Number(day.slice(0, 4));
  return ago === 0 ? 'this year' : ago === 1 ? 'last year' : `in ${day.slice(0, 4)}`;
}

function sameYear(a: string | undefined, b: string | undefined): boolean {
  return a?.slice(0, 4) === b?.slice(0, 4);
}

function isAhead(day: string | undefined, today: string): boolean {
  return day !== undefined && day > today;
}
