import { describe, expect, it } from 'vitest';
import { seededRandom } from '../analysis/random';
import { pairKey } from '../model/indices';
import { addDays } from '../time';
import type { Suggestion } from './answers';
import { ShownPairs } from './shown-pairs';
import { pairsOf, Party } from './suggestions.testing';

const start = '2026-01-05';
const words = ['piano', 'harbour', 'grant', 'sailing', 'beekeeping', 'welding', 'law', 'ceramics'];

/** Groups of ten with ties within and some across; one star whom everybody knows, and who can help with everything. */
function crowd(): Party {
  const party = new Party();
  const random = seededRandom(7);
  const word = (): string => words[random.below(words.length)] ?? '';
  for (let at = 0; at < 80; at++) {
    party.friend(
      `p${at}`,
      {
        organisations: [{ name: `House ${Math.floor(at / 10)}` }],
        ...(random.next() < 0.4 ? { lookingFor: [word()] } : {}),
        ...(random.next() < 0.4 ? { canHelpWith: [word()] } : {}),
        interests: [word()],
      },
      '2025-12-20',
    );
  }
  party.friend('star', { canHelpWith: words, lookingFor: words }, '2025-12-20');
  const ties = new Set<string>();
  const tie = (a: string, b: string): void => {
    if (a === b || ties.has(pairKey(a, b))) return;
    ties.add(pairKey(a, b));
    party.tie(a, b);
  };
  for (let at = 0; at < 160; at++) {
    const a = random.below(80);
    const b = random.next() < 0.8 ? Math.floor(a / 10) * 10 + random.below(10) : random.below(80);
    tie(`p${a}`, `p${b}`);
  }
  for (let at = 0; at < 40; at++) tie(`p${at}`, 'star');
  return party;
}

function namedIn({ a, b, parts }: Suggestion): Set<string> {
  const said = parts.map(({ text }) => /Both know (\w+)|hang on (\w+) alone/u.exec(text));
  const named = said.flatMap((match) => match?.[1] ?? match?.[2] ?? []).filter((name) => name !== 'one');
  return new Set([a.name, b.name, ...named]);
}

describe('a year of suggestions', () => {
  it('names nobody more than twice in ten, brings back nobody who was refused, and is fresh every week', () => {
    const party = crowd();
    const random = seededRandom(11);
    const refused = new Set<string>();
    const lately: string[][] = [];
    const seen = new Set<string>();
    for (let week = 0; week < 52; week++) {
      const monday = addDays(start, 7 * week);
      const answer = party.seenOn(monday);
      const pairs = pairsOf(answer);
      expect(pairs.length).toBeGreaterThan(5);
      const times = new Map<string, number>();
      for (const one of answer.suggestions) {
        for (const name of namedIn(one)) times.set(name, (times.get(name) ?? 0) + 1);
      }
      expect(Math.max(...times.values())).toBeLessThanOrEqual(2);
      expect(pairs.filter((pair) => refused.has(pair))).toEqual([]);
      expect(pairs.filter((pair) => lately.slice(-6).flat().includes(pair))).toEqual([]);
      expect(pairsOf(party.seenOn(addDays(monday, 6)))).toEqual(pairs);
      lately.push(pairs);
      for (const pair of pairs) {
        seen.add(pair);
        const [a, b] = pair.split(' ');
        if (random.next() < 0.2) {
          refused.add(pair);
          if (random.next() < 0.5) party.put('pairDecisions', { a, b, kind: 'never-introduce', day: monday });
          else party.put('introductions', { a, b, stage: 'declined', consentA: 'no', day: monday });
        }
      }
    }
    expect(refused.size).toBeGreaterThan(60);
    expect(seen.size).toBeGreaterThan(200);
  }, 60_000);

  it('keeps the place of the others when one is decided about, and fills up at the end', () => {
    const party = crowd();
    const before = pairsOf(party.seenOn(start));
    const [a, b] = before[2]?.split(' ') ?? [];
    party.put('pairDecisions', { a, b, kind: 'not-now', day: start });
    const after = pairsOf(party.seenOn(addDays(start, 1)));
    expect(after.slice(0, 9)).toEqual(before.filter((_pair, at) => at !== 2));
    expect(after).toHaveLength(10);
  });

  it('is the same after a restart, and begins anew where nothing can be read', () => {
    const party = crowd();
    const before = pairsOf(party.seenOn(start));
    const week = addDays(start, 7);
    party.shown = ShownPairs.from(party.shown.toText());
    expect(pairsOf(party.on(addDays(start, 3)))).toEqual(before);
    expect(pairsOf(party.on(week)).filter((pair) => before.includes(pair))).toEqual([]);
    party.shown = ShownPairs.from('{"not": "ours"}');
    expect(pairsOf(party.on(week)).some((pair) => before.includes(pair))).toBe(true);
  });
});
