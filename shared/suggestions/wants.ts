/**
 * What somebody looks for and what others could do about it, by the telling words that both hold; and interests that two
 * share. A word says the more the fewer people offer it or care for it.
 */
import { Rarity } from '../matching/rarity';
import { tellingWords } from '../matching/words';
import type { Contact } from '../model/entities';
import type { OpenNetwork } from '../model/network';
import type { WarmGraph } from '../paths/warm-graph';
import type { Steps } from '../steps';
import type { PairGraph } from './pair-graph';

/** Where an offer stands, and what a word counts there. */
const places = { help: 1, tag: 0.7, title: 0.7, industry: 0.6, interest: 0.4 } as const;
export type OfferPlace = keyof typeof places;

interface Offer {
  readonly place: OfferPlace;
  readonly text: string;
}

/** A word in which two people meet, with the entries in which it stands. */
export interface Meeting {
  readonly word: string;
  readonly says: number;
  readonly sought: string;
  readonly offered: Offer;
}

/** Of those who offer or care for the same, so many with whom I stand best are looked at. */
const mostPerWord = 15;

/** The rarity of a word is asked for again and again, once all are counted. */
class RarityOnce {
  readonly #rarity: Rarity;
  readonly #known = new Map<string, number>();

  constructor(people: number) {
    this.#rarity = new Rarity(people);
  }

  add(words: Iterable<string>): void {
    this.#rarity.add(words);
  }

  of(word: string): number {
    let known = this.#known.get(word);
    if (known === undefined) this.#known.set(word, (known = this.#rarity.of(word)));
    return known;
  }
}

type ByWord<T> = ReadonlyMap<string, T>;

export class Wants {
  readonly #seeks: (ByWord<string> | undefined)[] = [];
  readonly #offers: (ByWord<Offer> | undefined)[] = [];
  readonly #likes: (ByWord<string> | undefined)[] = [];
  readonly #offerRarity: RarityOnce;
  readonly #likeRarity: RarityOnce;
  readonly #offerers = new Map<string, number[]>();
  readonly #likers = new Map<string, number[]>();

  /** @param size of the graph */
  private constructor(size: number, people: number) {
    for (const list of [this.#seeks, this.#offers, this.#likes]) {
      for (let person = 0; person < size; person++) list.push(undefined);
    }
    this.#offerRarity = new RarityOnce(people);
    this.#likeRarity = new RarityOnce(people);
  }

  static *of(network: OpenNetwork, graph: WarmGraph, { strength }: PairGraph): Steps<Wants> {
    const contacts: [number, Contact][] = [];
    for (const [index, id] of graph.ids.entries()) {
      yield;
      const contact = id === undefined || strength[index] === 0 ? undefined : network.get('contacts', id);
      if (contact !== undefined) contacts.push([index, contact]);
    }
    const wants = new Wants(strength.length, contacts.length);
    const sought = new Set<string>();
    for (const [index, { lookingFor }] of contacts) {
      yield;
      const words = wordsOf(lookingFor);
      for (const word of words.keys()) sought.add(word);
      if (words.size > 0) wants.#seeks[index] = words;
    }
    for (const [index, contact] of contacts) {
      yield;
      wants.#put(index, contact, sought);
    }
    for (const people of [...wants.#offerers.values(), ...wants.#likers.values()]) {
      yield;
      people.sort((a, b) => strength[b]! - strength[a]! || a - b).splice(mostPerWord);
    }
    return wants;
  }

  /** Whom somebody meets in a word, whether or not they have anybody in common. */
  partnersOf(person: number): Set<number> {
    const found = new Set<number>();
    const look = (words: Iterable<string> | undefined, who: ByWord<number[]>): void => {
      for (const word of words ?? []) for (const one of who.get(word) ?? []) found.add(one);
    };
    look(this.#seeks[person]?.keys(), this.#offerers);
    look(this.#likes[person]?.keys(), this.#likers);
    found.delete(person);
    return found;
  }

  /** How much the words say in which one looks for what the other offers. */
  saidByMet(seeker: number, offerer: number): number {
    const seeks = this.#seeks[seeker];
    const offers = this.#offers[offerer];
    if (seeks === undefined || offers === undefined) return 0;
    let said = 0;
    for (const word of seeks.keys()) {
      const offered = offers.get(word);
      if (offered !== undefined) said += places[offered.place] * this.#offerRarity.of(word);
    }
    return said;
  }

  /** How much the interests say that both have. */
  saidByShared(one: number, other: number): number {
    const ones = this.#likes[one];
    const others = this.#likes[other];
    if (ones === undefined || others === undefined) return 0;
    let said = 0;
    for (const word of ones.keys()) if (others.has(word)) said += this.#likeRarity.of(word);
    return said;
  }

  /** What one looks for and the other offers, what says most first. */
  met(seeker: number, offerer: number): Meeting[] {
    const [seeks, offers] = [this.#seeks[seeker], this.#offers[offerer]];
    if (seeks === undefined || offers === undefined) return [];
    const found: Meeting[] = [];
    for (const [word, sought] of seeks) {
      const offered = offers.get(word);
      if (offered === undefined) continue;
      found.push({ word, says: places[offered.place] * this.#offerRarity.of(word), sought, offered });
    }
    return inOrder(found);
  }

  /** Interests of both, in the words of the one. */
  shared(one: number, other: number): Meeting[] {
    const [ones, others] = [this.#likes[one], this.#likes[other]];
    if (ones === undefined || others === undefined) return [];
    const found: Meeting[] = [];
    for (const [word, sought] of ones) {
      const text = others.get(word);
      if (text === undefined) continue;
      found.push({ word, says: this.#likeRarity.of(word), sought, offered: { place: 'interest', text } });
    }
    return inOrder(found);
  }

  #put(index: number, contact: Contact, sought: ReadonlySet<string>): void {
    const offers = new Map<string, Offer>();
    for (const [place, texts] of offersOf(contact)) {
      for (const [word, text] of wordsOf(texts)) {
        if (sought.has(word) && !offers.has(word)) offers.set(word, { place, text });
      }
    }
    const likes = wordsOf(contact.interests);
    if (offers.size > 0) this.#offers[index] = offers;
    if (likes.size > 0) this.#likes[index] = likes;
    this.#offerRarity.add(offers.keys());
    this.#likeRarity.add(likes.keys());
    for (const word of offers.keys()) put(this.#offerers, word, index);
    for (const word of likes.keys()) put(this.#likers, word, index);
  }
}

/** Where a word counts most comes first. */
function offersOf({
  canHelpWith,
  tags,
  organisations,
  industry,
  interests,
}: Contact): [OfferPlace, readonly string[]][] {
  const titles = organisations.flatMap(({ title, to }) =>
    title === undefined || to !== undefined ? [] : [title],
  );
  return [
    ['help', canHelpWith],
    ['tag', tags],
    ['title', titles],
    ['industry', industry === undefined ? [] : [industry]],
    ['interest', interests],
  ];
}

/** The telling words, each with the first entry in which it stands. */
function wordsOf(texts: readonly string[]): Map<string, string> {
  const words = new Map<string, string>();
  for (const text of texts) {
    for (const word of tellingWords(text)) if (!words.has(word)) words.set(word, text);
  }
  return words;
}

function put(lists: Map<string, number[]>, word: string, index: number): void {
  const list = lists.get(word);
  if (list === undefined) lists.set(word, [index]);
  else list.push(index);
}

function inOrder(meetings: Meeting[]): Meeting[] {
  return meetings.sort((a, b) => b.says - a.says || (a.word < b.word ? -1 : 1));
}
