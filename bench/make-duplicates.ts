/**
 * Address books in which it is known who is there twice: second cards with slips, short names, other scripts and orders,
 * other jobs and addresses; beside them people of one name, and families who share a number, a house or a mailbox.
 */
import { seededRandom, type Random } from '../shared/analysis/random';
import { pairKey } from '../shared/model/indices';
import type { Patch } from '../shared/model/patch';

export interface KnownTwice {
  readonly patches: readonly Patch[];
  /** Pairs of ids that are one person, with what became of the name on the second card, and what both cards show. */
  readonly truth: ReadonlyMap<string, readonly string[]>;
}

/** Given names, each with other forms that one person goes by. */
const givenNames: readonly (readonly string[])[] = [
  ['Robert', 'Bob', 'Rob'],
  ['William', 'Bill', 'Will'],
  ['Elizabeth', 'Liz', 'Beth'],
  ['Katharina', 'Kathi', 'Katja'],
  ['Margaret', 'Peggy', 'Maggie'],
  ['Johannes', 'Hannes', 'Hans'],
  ['Francisco', 'Paco', 'Fran'],
  ['José', 'Pepe'],
  ['Aleksandr', 'Sasha', 'Александр'],
  ['Dmitry', 'Dima', 'Дмитрий'],
  ['Ekaterina', 'Katya', 'Екатерина'],
  ['Giovanni', 'Gianni'],
  ['Michael', 'Mike', 'Michi'],
  ['Thomas', 'Tom'],
  ['Christine', 'Tina', 'Chris'],
  ['Andreas', 'Andi', 'Andy'],
  ['Wei', '伟'],
  ['Ling', '玲'],
  ['Xiaoming', '小明'],
  ['Giorgos', 'Γιώργος'],
  ['Eleni', 'Ελένη'],
  ['Björn'],
  ['Zoë'],
  ['Noémie'],
  ['Søren'],
  ['Łukasz', 'Lukas'],
  ['Małgorzata', 'Gosia'],
  ['Ayşe'],
  ['Mehmet'],
  ['Fatima'],
  ['Mohammed', 'Mohamed'],
  ['Yusuf'],
  ['Priya'],
  ['Rahul'],
  ['Ananya'],
  ['Chidi'],
  ['Amara'],
  ['Kwame'],
  ['Thabo'],
  ['Naledi'],
  ['Hiroshi'],
  ['Yuki'],
  ['Sakura'],
  ['Min-jun'],
  ['Seo-yeon'],
  ['Linh'],
  ['Nguyet'],
  ['Daniel', 'Dan'],
  ['Samuel', 'Sam'],
  ['Benjamin', 'Ben'],
  ['Joseph', 'Joe'],
  ['Charlotte', 'Lotte'],
  ['Sophie'],
  ['Emma'],
  ['Olivia', 'Liv'],
  ['Hugo'],
  ['Leon'],
  ['Mateo'],
  ['Lucía'],
  ['Carmen'],
  ['Pilar'],
  ['Beatriz', 'Bea'],
  ['Gabriel', 'Gabe'],
  ['Victoria', 'Vicky'],
  ['Stefan', 'Steffen'],
  ['Jürgen'],
  ['Günther'],
  ['Sabine'],
  ['Monika', 'Moni'],
  ['Ingrid'],
  ['Astrid'],
  ['Lars'],
  ['Niels'],
  ['Pieter', 'Piet'],
  ['Marijke'],
  ['Céline'],
  ['François'],
  ['Thérèse'],
  ['Luca'],
  ['Chiara'],
  ['Matteo'],
  ['Alessandra', 'Sandra'],
  ['Anthony', 'Tony'],
  ['Patricia', 'Pat'],
  ['Deborah', 'Debbie'],
  ['Richard', 'Dick', 'Rick'],
  ['Edward', 'Ted', 'Ned'],
  ['Henry', 'Harry'],
  ['Susan', 'Sue'],
  ['Catherine', 'Kate', 'Cathy'],
  ['Nicholas', 'Nick'],
  ['Gregory', 'Greg'],
  ['Kenneth', 'Ken'],
  ['Ronald', 'Ron'],
  ['Timothy', 'Tim'],
  ['Ifeoma'],
  ['Obinna'],
];
const firstSyllables =
  'Ab Ber Cor Dal Eg Fer Gar Hal Iv Jan Kal Lan Mar Nor Or Pet Quin Ros Sal Tor Ul Ver Wal Yar Zim Bran Stein Grün Holl Vasi'.split(
    ' ',
  );
const lastSyllables =
  'ić sen ova mann er ez ini ski oglu wala aka ton berg feld thal stad quist ham ley ford'.split(' ');
const knownFamilies: readonly (readonly string[])[] = [
  ['Smith'],
  ['García', 'Garcia'],
  ['Müller', 'Mueller'],
  ['Schmidt', 'Schmitt'],
  ['Meyer', 'Maier'],
  ['Wang', '王'],
  ['Chen', '陈'],
  ['Li', '李'],
  ['Kim', '김'],
  ['Nguyen', 'Nguyễn'],
  ['Ivanov', 'Иванов'],
  ['Petrov', 'Петров'],
  ['Papadopoulos', 'Παπαδόπουλος'],
  ['Silva'],
  ['Rossi'],
  ['Dubois'],
  ['Jansen'],
  ['Nowak'],
];
const places =
  'Bern Basel Lagos Kyoto Porto Toronto Tartu Leipzig Lyon Malmö Accra Pune Quito Turin Graz Ghent Cork Hanoi Izmir Boston'.split(
    ' ',
  );
const titles = 'Teacher Engineer Nurse Editor Lawyer Designer Founder Analyst Professor Manager'.split(' ');

interface Person {
  readonly given: readonly string[];
  readonly family: readonly string[];
  readonly organisation: string;
  readonly title: string;
  readonly place: string;
  readonly email: string;
  readonly phone: string;
  readonly birthday: string;
}

/** Of a hundred: how many people have a second card, and a namesake; how many second cards are otherwise in what. */
export interface Habits {
  readonly twice: number;
  readonly namesakes: number;
  readonly moved: number;
  readonly slips: number;
  readonly otherNumber: number;
  readonly sameAddress: number;
}

export const habits = {
  usual: { twice: 0.16, namesakes: 0.02, moved: 0.25, slips: 0.12, otherNumber: 0.3, sameAddress: 0.45 },
  /** A third as many are there twice. */
  tidy: { twice: 0.05, namesakes: 0.02, moved: 0.25, slips: 0.12, otherNumber: 0.3, sameAddress: 0.45 },
  /** More namesakes, and second cards that share less. */
  blurred: { twice: 0.16, namesakes: 0.05, moved: 0.5, slips: 0.03, otherNumber: 0.6, sameAddress: 0.2 },
} as const satisfies Readonly<Record<string, Habits>>;

/** @param cards how many contacts there are in all, second cards among them */
export function makeKnownTwice(cards: number, seed: number, like: Habits = habits.usual): KnownTwice {
  const random = seededRandom(seed);
  const people = Math.round(cards / (0.99 + like.twice));
  const patches: Patch[] = [];
  const truth = new Map<string, readonly string[]>();
  const add = (fields: Card): string => {
    const id = `c${patches.length}`;
    patches.push({
      table: 'contacts',
      id,
      before: null,
      after: { id, createdAt: '2026-05-04T09:00:00.000Z', ...fields },
    });
    return id;
  };
  let before: Person | undefined;
  for (let i = 0; i < people; i++) {
    const person = makePerson(random, i, people, before, like.namesakes);
    before = person;
    const first = firstCard(random, person);
    const id = add(first);
    if (patches.length < cards && random.next() < like.twice) {
      const { card, changes } = secondCard(random, person, like);
      truth.set(pairKey(id, add(card)), [...changes, ...seenOnBoth(first, card)]);
    }
  }
  return { patches, truth };
}

function makePerson(
  random: Random,
  at: number,
  people: number,
  before: Person | undefined,
  namesakes: number,
): Person {
  // Some have the name of somebody else and nothing more of theirs, or are of one family.
  const isNamesake = before !== undefined && random.next() < namesakes;
  const isRelative = before !== undefined && !isNamesake && random.next() < 0.06;
  const chosen = skewed(random, givenNames);
  const isTheirs = isRelative && chosen === before.given;
  const given = isNamesake
    ? before.given
    : isTheirs
      ? one(
          random,
          givenNames.filter((names) => names !== chosen),
        )
      : chosen;
  const strange = random.next() < 0.3 ? skewed(random, knownFamilies) : madeFamily(random);
  const family = isNamesake || isRelative ? before.family : strange;
  const latinGiven = plain(given[0] ?? '');
  const own: Person = {
    given,
    family,
    organisation: `${one(random, firstSyllables)}${one(random, lastSyllables)} ${1 + random.below(Math.max(5, Math.round(people / 25)))}`,
    title: one(random, titles),
    place: one(random, places),
    email: `${latinGiven}.${plain(family[0] ?? '')}${at}@${one(random, ['example.org', 'example.com', 'mail.example', 'post.example'])}`,
    phone: `+4179${String(1_000_000 + at * 3).padStart(7, '0')}`,
    birthday: `${1950 + random.below(55)}-${two(1 + random.below(12))}-${two(1 + random.below(28))}`,
  };
  if (!isRelative) return own;
  // One house, one number, now and then one mailbox.
  const { phone, place, email } = before;
  return { ...own, phone, place, ...(random.next() < 0.3 ? { email } : {}) };
}

interface Card {
  readonly name: { readonly full: string; readonly given?: string; readonly family?: string };
  readonly emails?: readonly { readonly value: string }[];
  readonly phones?: readonly { readonly value: string }[];
  readonly organisations?: readonly { readonly name: string; readonly title?: string }[];
  readonly place?: string;
  readonly birthday?: string;
}

function firstCard(random: Random, person: Person): Card {
  const [given = '', family = ''] = [person.given[0], person.family[0]];
  const some = (share: number): boolean => random.next() < share;
  return {
    name: { full: `${given} ${family}`, given, family },
    ...(some(0.7) ? { emails: [{ value: person.email }] } : {}),
    ...(some(0.5) ? { phones: [{ value: person.phone }] } : {}),
    ...(some(0.7) ? { organisations: [{ name: person.organisation, title: person.title }] } : {}),
    ...(some(0.5) ? { place: person.place } : {}),
    ...(some(0.15) ? { birthday: person.birthday } : {}),
  };
}

/** As another program, another year or another hand wrote the same person down; and what was changed of the name. */
function secondCard(
  random: Random,
  person: Person,
  like: Habits,
): { readonly card: Card; readonly changes: readonly string[] } {
  const [firstGiven = '', firstFamily = ''] = [person.given[0], person.family[0]];
  let [given, family] = [firstGiven, firstFamily];
  const changes: string[] = [];
  const changed = (what: string, is: boolean): void => {
    if (is) changes.push(what);
  };
  const some = (share: number): boolean => random.next() < share;
  if (some(0.3)) given = one(random, person.given);
  changed('another form of the given name', given !== firstGiven);
  if (some(0.25)) family = one(random, person.family);
  changed('another form of the family name', family !== firstFamily);
  const [toldGiven, toldFamily] = [given, family];
  if (some(like.slips)) given = slip(random, given);
  if (some(like.slips)) family = slip(random, family);
  changed('a slip', given !== toldGiven || family !== toldFamily);
  const isInitial = some(0.08);
  if (isInitial) given = `${given.slice(0, 1)}.`;
  changed('an initial', isInitial);
  if (some(0.3)) [given, family] = [bare(given), bare(family)];
  const full = some(0.2)
    ? `${family}, ${given}`
    : some(0.15)
      ? `${family} ${given}`
      : some(0.08)
        ? `${given} Maria ${family}`
        : `${given} ${family}`;
  changed('turned round', full.startsWith(family) && !full.startsWith(given));
  changed('a further name', full.includes(' Maria '));
  changed('the name as it was', changes.length === 0);
  const moved = some(like.moved);
  const organisation = some(0.5) ? `${person.organisation} GmbH` : person.organisation;
  // Whoever has the number or the address of the first card is found easily; many a second card has another.
  const number = some(like.otherNumber)
    ? `+4144${String(1_000_000 + random.below(9_000_000))}`
    : person.phone;
  const phone = some(0.5) ? `0${number.slice(3)}` : number;
  const [mailbox = '', host = ''] = person.email.split('@');
  const elsewhere = some(0.5)
    ? `${mailbox}@work-${host}`
    : `${plain(firstGiven).slice(0, 1)}${plain(firstFamily)}@${plain(person.organisation)}.example`;
  const card: Card = {
    name: some(0.5) ? { full } : { full, given, family },
    ...(some(0.35) ? { emails: [{ value: some(like.sameAddress) ? person.email : elsewhere }] } : {}),
    ...(some(0.35) ? { phones: [{ value: phone }] } : {}),
    ...(some(0.6)
      ? {
          organisations: [
            {
              name: moved ? `New ${person.organisation}` : organisation,
              ...(some(0.6) ? { title: person.title } : {}),
            },
          ],
        }
      : {}),
    ...(some(0.5) ? { place: moved ? one(random, places) : person.place } : {}),
    ...(some(0.15) ? { birthday: person.birthday } : {}),
  };
  return { card, changes };
}

/** What both cards say alike: the most telling alone, so that each pair is in one of these. */
function seenOnBoth(one: Card, other: Card): string[] {
  const [mail, theirs] = [one.emails?.[0]?.value, other.emails?.[0]?.value];
  const [firm, theirFirm] = [one.organisations?.[0], other.organisations?.[0]];
  const both = <T>(mine: T | undefined, yours: T | undefined): boolean =>
    mine !== undefined && mine === yours;
  const number = (card: Card): string | undefined => card.phones?.[0]?.value.slice(-9);
  if (both(mail, theirs) || both(number(one), number(other))) return ['both: an address or number'];
  if (both(one.birthday, other.birthday)) return ['both: the birthday'];
  if (both(mail?.split('@')[0], theirs?.split('@')[0])) return ['both: the name of the mailbox'];
  if (both(firm?.name, theirFirm?.name.replace(/ GmbH$/, ''))) return ['both: the organisation'];
  const place = both(one.place, other.place);
  if (place) return [both(firm?.title, theirFirm?.title) ? 'both: place and title' : 'both: the place'];
  return [both(firm?.title, theirFirm?.title) ? 'both: the title' : 'both: the name alone'];
}

function one<T>(random: Random, list: readonly T[]): T {
  const item = list[random.below(list.length)];
  if (item === undefined) throw new Error('An empty list has nothing to choose from.');
  return item;
}

/** The first of a list are had by many, the last by few. */
function skewed<T>(random: Random, list: readonly T[]): T {
  const item = list[Math.floor(list.length * random.next() ** 2)];
  return item ?? one(random, list);
}

function madeFamily(random: Random): readonly string[] {
  const middle = random.next() < 0.5 ? one(random, ['a', 'e', 'o', 'i', 'el', 'an', 'or']) : '';
  return [`${one(random, firstSyllables)}${middle}${one(random, lastSyllables)}`];
}

function slip(random: Random, word: string): string {
  const letters = Array.from(word);
  if (letters.length < 4) return word;
  const at = 1 + random.below(letters.length - 2);
  const [here = '', next = ''] = [letters[at], letters[at + 1]];
  switch (random.below(3)) {
    case 0:
      return [...letters.slice(0, at), next, here, ...letters.slice(at + 2)].join('');
    case 1:
      return [...letters.slice(0, at), ...letters.slice(at + 1)].join('');
    default:
      return [...letters.slice(0, at), one(random, Array.from('aeiounrst')), ...letters.slice(at + 1)].join(
        '',
      );
  }
}

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');
const plain = (text: string): string =>
  bare(text)
    .toLowerCase()
    .replace(/[^a-z]/g, '') || 'x';
const two = (number: number): string => String(number).padStart(2, '0');
