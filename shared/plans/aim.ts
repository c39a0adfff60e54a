/**
 * Who is where a plan leads to. An aim may name industries, places, organisations, tags and a text; somebody is there who
 * meets all kinds that it names, one value of each. Where nobody does, those count who meet the most of them.
 */
import { Sought, soughtWords } from '../matching/words';
import type { Contact, Plan } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { GroupKind } from '../paths/answers';
import { keyOf, valuesOf } from '../paths/targets';
import type { Steps } from '../steps';
import type { Day } from '../time';
import { listed } from '../words';

export type Aim = Pick<Plan, 'industries' | 'places' | 'organisations' | 'tags' | 'text'>;
export type AimKind = GroupKind | 'text';

/** Somebody there, and what says so of each kind. */
export interface There {
  readonly contact: Contact;
  readonly met: ReadonlyMap<AimKind, string>;
}

export interface Found {
  readonly people: readonly There[];
  /** Kinds that the aim names, and how many of them these people meet. */
  readonly named: readonly AimKind[];
  readonly met: number;
}

/** Of many words of a text so large a part has to be found. */
const enough = 0.6;

/** The kinds of values that an aim has, in the order in which they are said. */
export function namedKinds(aim: Aim): AimKind[] {
  const kinds: AimKind[] = ['industry', 'organisation', 'place', 'tag'];
  const named = kinds.filter((kind) => kind !== 'text' && valuesIn(aim, kind).length > 0);
  return (aim.text?.trim() ?? '') === '' ? named : [...named, 'text'];
}

/** “industry Biotech, in Basel”. */
export function sayAim(aim: Aim): string {
  const values = (kind: GroupKind): string => listed(valuesIn(aim, kind), 6).replace(/ and /u, ' or ');
  const said: Readonly<Record<GroupKind, string>> = {
    industry: `industry ${values('industry')}`,
    organisation: `at ${values('organisation')}`,
    place: `in ${values('place')}`,
    tag: `tagged ${values('tag')}`,
  };
  return namedKinds(aim)
    .map((kind) => (kind === 'text' ? `“${aim.text?.trim() ?? ''}”` : said[kind]))
    .join(', ');
}

/** Nobody who is archived, nobody who is left out of measures. */
export function* whoIsThere(network: OpenNetwork, aim: Aim, today: Day): Steps<Found> {
  const named = namedKinds(aim);
  const words = yield* soughtWords(aim.text ?? '');
  const sought = new Sought(words);
  const needed = words.size <= 2 ? words.size : Math.ceil(words.size * enough);
  let [most, people]: [number, There[]] = [1, []];
  for (const contact of network.all('contacts')) {
    yield;
    if (contact.archived === true || contact.noMeasures === true) continue;
    const met = new Map<AimKind, string>();
    for (const kind of named) {
      const value =
        kind === 'text'
          ? textOf(contact, sought, Math.max(1, needed))
          : valuesOf(contact, kind, today).find((one) =>
              valuesIn(aim, kind).some((asked) => isLike(one, asked)),
            );
      if (value !== undefined) met.set(kind, value);
    }
    if (met.size > most) [most, people] = [met.size, []];
    if (met.size === most) people.push({ contact, met });
  }
  return { people, named, met: people.length === 0 ? 0 : most };
}

function valuesIn(aim: Aim, kind: GroupKind): readonly string[] {
  switch (kind) {
    case 'industry':
      return aim.industries;
    case 'organisation':
      return aim.organisations;
    case 'place':
      return aim.places;
    case 'tag':
      return aim.tags;
  }
}

/** Each word that is asked for begins one of the value: “biotech” is met by “Biotechnology”, “Basel” by “Basel, Switzerland”. */
export function isLike(value: string, asked: string): boolean {
  const words = wordsIn(value);
  const wanted = wordsIn(asked);
  return wanted.length > 0 && wanted.every((one) => words.some((word) => word.startsWith(one)));
}

function wordsIn(text: string): string[] {
  return keyOf(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** The entries of a card in which enough words of the text stand. */
function textOf(contact: Contact, sought: Sought, needed: number): string | undefined {
  const found = new Set<string>();
  const entries: string[] = [];
  for (const entry of entriesOf(contact)) {
    const words = [...sought.in(entry)].filter((word) => !found.has(word));
    if (words.length === 0) continue;
    entries.push(entry);
    for (const word of words) found.add(word);
  }
  return found.size >= needed ? listed(entries) : undefined;
}

function entriesOf({ organisations, canHelpWith, tags, industry, interests }: Contact): string[] {
  const now = organisations.filter(({ to }) => to === undefined);
  return [
    ...now.flatMap(({ title }) => title ?? []),
    ...canHelpWith,
    ...tags,
    ...(industry === undefined ? [] : [industry]),
    ...now.map(({ name }) => name),
    ...interests,
  ];
}
