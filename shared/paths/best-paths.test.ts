import { describe, expect, test } from 'vitest';
import { buildGraph, rowsOf } from '../analysis/graph';
import { hasNetworks, readNetwork } from '../analysis/networks.testing';
import { type Random, seededRandom } from '../analysis/random';
import { atOnce } from '../steps';
import { bestPaths, boundsOf, type Search, weightBetween } from './best-paths';
import { chooseWays } from './choose-ways';
import { handover, mostBetween, stepCost, stepStrength } from './strength-of-step';

const size = 8;

interface Case {
  readonly search: Search;
  /** By "a b", smaller first: how strong a step is; 0 for none. */
  readonly strength: (a: number, b: number) => number;
}

/** Ties of few strengths, so that equal paths are common; some are guesses. */
function randomCase(random: Random): Case {
  const [a, b, weight]: number[][] = [[], [], []];
  const density = 0.15 + 0.5 * random.next();
  const onlyKnown = random.next() < 0.3;
  const strengths: { s: number; guessed: boolean }[] = [];
  for (let i = 0; i < size; i++) {
    for (let j = i + 1; j < size; j++) {
      if (random.next() > density) continue;
      const guessed = random.next() < 0.3;
      const b_ = [0, 0.5, 1, 4][random.below(4)]!;
      strengths.push({ s: stepStrength(b_, 1), guessed });
      a!.push(i);
      b!.push(j);
      weight!.push(strengths.length);
    }
  }
  const rows = rowsOf(buildGraph(size, { a: a!, b: b!, weight: weight! }));
  const targets = new Uint8Array(size);
  const closed = new Uint8Array(size);
  targets[7] = 1;
  if (random.next() < 0.3) targets[6] = 1;
  for (let person = 1; person < 6; person++) if (random.next() < 0.15) closed[person] = 1;
  const of = (tie: number): { s: number; confidence: number } => {
    const { s, guessed } = strengths[tie - 1]!;
    return { s, confidence: guessed ? (onlyKnown ? 0 : 0.6) : 1 };
  };
  return {
    search: {
      rows,
      cost: (tie) => stepCost(of(tie).s, of(tie).confidence, handover),
      source: 0,
      targets,
      closed,
      mostSteps: 1 + random.below(mostBetween + 1),
      order: (one, other) => one - other,
    },
    strength: (one, other) => {
      const tie = weightBetween(rows, one, other);
      return tie === undefined ? 0 : of(tie).s * of(tie).confidence;
    },
  };
}

interface Simple {
  readonly people: readonly number[];
  readonly warmth: number;
}

/** Every simple path there is, warmest first; equal: fewer steps, then smaller people. */
function everyPath({ search, strength }: Case): Simple[] {
  const found: Simple[] = [];
  const follow = (people: readonly number[], warmth: number): void => {
    if (people.length > search.mostSteps) return;
    for (let other = 0; other < size; other++) {
      const s = strength(people.at(-1)!, other);
      if (s === 0 || people.includes(other)) continue;
      const further = { people: [...people, other], warmth: warmth * s };
      if (search.targets[other] === 1) found.push(further);
      else if (search.closed[other] === 0) follow(further.people, further.warmth * handover);
    }
  };
  follow([0], 1);
  return found.sort((one, other) => {
    if (Math.abs(one.warmth - other.warmth) > 1e-10 * one.warmth) return other.warmth - one.warmth;
    return one.people.length - other.people.length || (one.people.join() < other.people.join() ? -1 : 1);
  });
}

/** The rule of showing, from all paths there are. */
function shown(all: readonly Simple[], k: number): Simple[] {
  const direct = all.filter(({ people }) => people.length === 2);
  const others = all.filter(({ people }) => people.length > 2);
  const firsts = others.filter(
    ({ people }, at) => others.findIndex((path) => path.people[1] === people[1]) === at,
  );
  const again = others.filter((path) => !firsts.includes(path));
  return [...direct, ...firsts, ...again].slice(0, k);
}

const peopleOf = (paths: readonly { readonly people: readonly number[] }[]): string[] =>
  paths.map(({ people }) => people.join('-'));

describe('the best paths', () => {
  test('are those of all simple paths, on 1,000 random networks of 8', () => {
    const random = seededRandom(1971);
    let [several, guessed] = [0, 0];
    for (let run = 0; run < 1_000; run++) {
      const one = randomCase(random);
      const all = everyPath(one);
      const k = 1 + random.below(6);
      const found = atOnce(bestPaths(one.search, atOnce(boundsOf(one.search)), k));
      expect(peopleOf(found)).toEqual(peopleOf(all.slice(0, k)));
      const { ways, fewestHands } = atOnce(chooseWays(one.search, k));
      expect(peopleOf(ways)).toEqual(peopleOf(shown(all, k)));
      const fewest = Math.min(...all.map(({ people }) => people.length));
      const expected = all.find(({ people }) => people.length === fewest);
      expect(fewestHands?.people).toEqual(expected?.people);
      if (found.length > 2) several++;
      if (all.length > 0 && one.search.closed.includes(1)) guessed++;
    }
    expect(several).toBeGreaterThan(100);
    expect(guessed).toBeGreaterThan(100);
  }, 30_000);

  test.skipIf(!hasNetworks())('from 0 to 33 in the karate club, by weight / 7 and without handovers', () => {
    const { graph, ids, indexOf } = readNetwork('karate/edges.csv', { weighted: true });
    const targets = new Uint8Array(graph.size);
    targets[indexOf('33')] = 1;
    const search: Search = {
      rows: rowsOf(graph),
      cost: (weight) => stepCost(weight / 7),
      source: indexOf('0'),
      targets,
      closed: new Uint8Array(graph.size),
      mostSteps: mostBetween + 1,
      order: (a, b) => Number(ids[a]) - Number(ids[b]),
    };
    const found = atOnce(bestPaths(search, atOnce(boundsOf(search)), 4));
    const told = found.map(({ people }) => {
      let warmth = 1;
      for (let at = 1; at < people.length; at++) {
        warmth *= (weightBetween(search.rows, people[at - 1]!, people[at]!) ?? 0) / 7;
      }
      return [people.map((person) => ids[person]).join('-'), warmth.toFixed(5)];
    });
    expect(told).toEqual([
      ['0-2-8-33', '0.29155'],
      ['0-1-2-8-33', '0.19992'],
      ['0-2-1-13-33', '0.18742'],
      ['0-13-33', '0.18367'],
    ]);
  });
});
