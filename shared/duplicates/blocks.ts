/**
 * Which pairs are compared at all: those that share a key that nearly every true pair shares. A key that many share says
 * little; there only those are compared who share something more, so that the work grows with the people and not with
 * their pairs.
 */
import type { Steps } from '../steps';
import type { Card } from './cards';
import type { Reading, Word, Words } from './name-words';

/** People with one key of whom all pairs are compared. */
const mostInBlock = 40;

/** Calls back once for each pair to compare, the one with the smaller number first. */
export function* candidatePairs(
  cards: readonly Card[],
  words: Words,
  visit: (a: Card, b: Card) => void,
): Steps<void> {
  const blocks = new Map<string, Card[]>();
  for (const card of cards) {
    for (const key of keysOf(card, words)) {
      const block = blocks.get(key);
      if (block === undefined) blocks.set(key, [card]);
      else block.push(card);
    }
    yield;
  }
  const seen = new Set<number>();
  const pair = (a: Card, b: Card): void => {
    const [first, second] = a.at < b.at ? [a, b] : [b, a];
    const key = first.at * cards.length + second.at;
    if (first === second || seen.has(key)) return;
    seen.add(key);
    visit(first, second);
  };
  for (const block of blocks.values()) {
    if (block.length < 2) continue;
    const parts = block.length <= mostInBlock ? [block] : parted(block);
    for (const part of parts) {
      for (const [at, a] of part.entries()) {
        for (let other = at + 1; other < part.length; other++) {
          const b = part[other];
          if (b !== undefined) pair(a, b);
        }
        yield;
      }
    }
  }
}

/** Those of a large block who share more than its key; of those who still are too many, neighbours in the list. */
function parted(block: readonly Card[]): (readonly Card[])[] {
  const parts = new Map<string, Card[]>();
  for (const card of block) {
    for (const more of moreOf(card)) {
      const part = parts.get(more);
      if (part === undefined) parts.set(more, [card]);
      else part.push(card);
    }
  }
  return [...parts.values()].flatMap((part) => (part.length <= mostInBlock ? [part] : overlapping(part)));
}

function overlapping(part: readonly Card[]): (readonly Card[])[] {
  const runs: Card[][] = [];
  for (let at = 0; at < part.length; at += mostInBlock / 2) runs.push(part.slice(at, at + mostInBlock));
  return runs;
}

function moreOf(card: Card): string[] {
  const name = card.readings.map(
    ({ words }) =>
      `n:${words
        .map(({ sound }) => sound)
        .sort()
        .join(' ')}`,
  );
  return [
    ...name,
    ...card.organisations.map((organisation) => `o:${organisation}`),
    ...card.places.map((place) => `p:${place}`),
    ...(card.birthday === undefined ? [] : [`b:${card.birthday.slice(-5)}`]),
  ];
}

function keysOf(card: Card, words: Words): Set<string> {
  const keys = new Set<string>();
  for (const email of card.emails) keys.add(`e:${email}`);
  for (const mailbox of card.mailboxes) keys.add(`l:${mailbox}`);
  for (const phone of card.phones) keys.add(`p:${phone}`);
  for (const profile of card.profiles) keys.add(`u:${profile}`);
  for (const key of card.keys) keys.add(`k:${key}`);
  if (card.organisationName !== '') keys.add(`c:${card.organisationName}`);
  for (const reading of card.readings) addNameKeys(keys, reading, words);
  return keys;
}

/** One word as it sounds with how another begins: a slip in any one word leaves the key of the other. */
function addNameKeys(keys: Set<string>, { words: own, joined }: Reading, words: Words): void {
  if (joined.length > 3) keys.add(`j:${Array.from(joined).sort().join('')}`);
  const [only] = own;
  if (own.length === 1 && only !== undefined) {
    keys.add(`s:${only.sound}`);
    return;
  }
  for (const [at, word] of own.entries()) {
    if (word.isInitial) continue;
    const spellings = [word.sound, ...word.roots.map((root) => `#${root}`)];
    for (const [other, beside] of own.entries()) {
      if (other === at) continue;
      for (const spelling of spellings) {
        for (const letter of beginningsOf(beside, words)) keys.add(`w:${spelling} ${letter}`);
      }
    }
  }
}

/** The letters with which a word, or the name that it stands for, may begin. */
function beginningsOf({ sound, roots }: Word, words: Words): Set<string> {
  return new Set([sound.slice(0, 1), ...roots.map((root) => words.headOf(root).slice(0, 1))]);
}
