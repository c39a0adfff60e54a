/**
 * How many people are there twice at all, before anything is known of a pair: told from the pairs themselves, as Jaro
 * (1989) and Winkler (1988) do it by expectation and maximisation. As many pairs are one person as their probabilities
 * add up to, and those depend on how many there are; going round a few times settles it. A small address book tells
 * little, so it is filled up with a hundred people of whom one in ten is there twice.
 */
const rounds = 12;
/** One pair in ten shares so little that it is not compared, and is there all the same. */
const unseen = 1.1;
const filled = { people: 100, pairs: 5 };
const bounds = { least: 0.02, most: 0.2 };

/** The most that `priorFrom` may say, for leaving out what could never be likely. */
export function mostPrior(people: number): number {
  return logOddsOf(bounds.most, people);
}

/** @param evidence of all pairs that may be one person. @returns the logarithm of the odds that any two cards are one */
export function priorFrom(evidence: Iterable<number>, people: number): number {
  const all = Float64Array.from(evidence);
  let twice = filled.pairs / filled.people;
  for (let round = 0; round < rounds; round++) {
    const prior = logOddsOf(twice, people);
    let sum = filled.pairs;
    for (const one of all) sum += probabilityOf(one + prior);
    twice = Math.min(bounds.most, Math.max(bounds.least, (unseen * sum) / (people + filled.people)));
  }
  return logOddsOf(twice, people);
}

/** @param logOdds nats */
export function probabilityOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-Math.max(-most, Math.min(most, logOdds))));
}
/** Nothing is surer than that. */
const most = 12;

/** Of `twice` pairs for each of so many people. */
function logOddsOf(twice: number, people: number): number {
  return Math.log((2 * twice) / Math.max(2, people));
}
