/**
 * Who might care for something, by the words it shares with what is on record about people: interests, needs, tags,
 * work, and notes that are not confidential. A word says the more the fewer people it stands with, and the more where
 * it is a tag or in the title. Among people for whom about the same speaks, whom one was not in touch with for longest
 * comes first.
 */
import { Rarity } from '../matching/rarity';
import { piecesOf, Sought, soughtWords, tellingWords } from '../matching/words';
import type { Contact, Note } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { Matter } from './matter';
import { type Place, placesOf, placeWeights } from './places';

/** A place that shares words with it. */
export interface Match extends Place {
  readonly words: ReadonlySet<string>;
  /** How much of what stands there is matched, up to 1. */
  readonly share: number;
  readonly note?: Note;
}

export interface Caring {
  readonly contact: Contact;
  /** The most telling first. */
  readonly matches: readonly Match[];
}

/** A word that is a tag says more than one of the title, and that more than one of the text. */
const saying = { tag: 4, title: 3, text: 1 } as const;
/** People are told apart by how much speaks for them in so many steps. */
const grades = 8;

/** Everybody but me, in order; nothing may change the network meanwhile. */
export function* rank(network: OpenNetwork, matter: Matter): Steps<Caring[]> {
  const weights = yield* weightsOf(matter);
  if (weights.size === 0) return [];
  const found = yield* lookThrough(network, new Sought(weights.keys()));
  const rarity = new Rarity(network.count('contacts'));
  for (const { matches } of found.values()) {
    rarity.add(matches.flatMap(({ words }) => [...words]));
    yield;
  }
  const weighed: Weighed[] = [];
  for (const { contact, matches } of found.values()) {
    const telling = matches.filter((match) => tells(match, weights));
    if (telling.length > 0) weighed.push(weigh(contact, telling, weights, rarity, network));
    yield;
  }
  const most = weighed.reduce((best, { weight }) => Math.max(best, weight), 0);
  const byGrade = new Map<number, Weighed[]>();
  for (const one of weighed) {
    const grade = Math.round((one.weight / most) * grades);
    const standing = byGrade.get(grade);
    if (standing === undefined) byGrade.set(grade, [one]);
    else standing.push(one);
  }
  const ordered: Caring[] = [];
  for (let grade = grades; grade >= 0; grade--) {
    ordered.push(...(byGrade.get(grade) ?? []).sort(inGrade));
    yield;
  }
  return ordered;
}

/** The words to look for, each with how much it says. */
function* weightsOf({ title, text, tags }: Matter): Steps<Map<string, number>> {
  const weights = new Map<string, number>();
  for (const [part, weight] of [
    [tags.join('\n'), saying.tag],
    [title, saying.title],
    [text ?? '', saying.text],
  ] as const) {
    for (const word of yield* soughtWords(part)) if (!weights.has(word)) weights.set(word, weight);
  }
  return weights;
}

function* lookThrough(
  network: OpenNetwork,
  sought: Sought,
): Steps<Map<string, { readonly contact: Contact; readonly matches: Match[] }>> {
  const me = network.get('settings', 'settings')?.me;
  const found = new Map<string, { contact: Contact; matches: Match[] }>();
  const add = (contact: Contact, match: Match | undefined): void => {
    if (match === undefined || contact.id === me) return;
    const standing = found.get(contact.id);
    if (standing === undefined) found.set(contact.id, { contact, matches: [match] });
    else standing.matches.push(match);
  };
  for (const contact of network.all('contacts')) {
    for (const place of placesOf(contact)) add(contact, matchAt(place, sought));
    yield;
  }
  for (const note of network.all('notes')) {
    const contact = network.get('contacts', note.contact);
    if (contact !== undefined) add(contact, yield* matchInNote(note, sought));
    yield;
  }
  return found;
}

function matchAt(place: Place, sought: Sought): Match | undefined {
  const words = sought.in(place.value);
  if (words.size === 0) return undefined;
  return { ...place, words, share: words.size / new Set(tellingWords(place.value)).size };
}

function* matchInNote(note: Note, sought: Sought): Steps<Match | undefined> {
  if (note.text === undefined || note.confidential !== undefined) return undefined;
  const words = new Set<string>();
  for (const piece of piecesOf(note.text)) {
    for (const word of sought.in(piece)) words.add(word);
    yield;
  }
  return words.size === 0 ? undefined : { kind: 'note', value: note.text, words, share: 1, note };
}

/** Words of the text alone say something only as a whole value, or several of them in one note. */
function tells({ kind, words, share }: Match, weights: ReadonlyMap<string, number>): boolean {
  if ([...words].some((word) => (weights.get(word) ?? 0) > saying.text)) return true;
  return kind === 'note' ? words.size > 1 : share === 1;
}

interface Weighed extends Caring {
  readonly weight: number;
  /** The day of the last contact; behind all days where there was none. */
  readonly last: string;
}

/** Each word counts once, where it says most. */
function weigh(
  contact: Contact,
  matches: readonly Match[],
  weights: ReadonlyMap<string, number>,
  rarity: Rarity,
  network: OpenNetwork,
): Weighed {
  const best = new Map<string, number>();
  const summed = matches.map((match) => {
    let sum = 0;
    for (const word of match.words) {
      const weight = placeWeights[match.kind] * match.share * (weights.get(word) ?? 0) * rarity.of(word);
      best.set(word, Math.max(best.get(word) ?? 0, weight));
      sum += weight;
    }
    return { match, sum };
  });
  return {
    contact,
    matches: summed.sort((a, b) => b.sum - a.sum).map(({ match }) => match),
    weight: [...best.values()].reduce((sum, weight) => sum + weight, 0),
    last: network.index.summary(contact.id).last ?? '9999',
  };
}

function inGrade(a: Weighed, b: Weighed): number {
  if (a.last !== b.last) return a.last < b.last ? -1 : 1;
  return b.weight - a.weight;
}
