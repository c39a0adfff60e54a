/**
 * What the tie records of an import say about each pair: rows of one file add up; of two files the later one's
 * kind, weight and since hold, since most often it is a newer copy, and of a day the larger count.
 */
import type { TieRecord } from '../formats/record';
import type { EvidenceKind, Tie } from '../model/entities';
import { pairKey } from '../model/indices';
import type { Steps } from '../steps';
import type { PlannedFile } from './context';
import type { People } from './people';
import type { Review } from './rows';

const longestLine = 1_000;
/** Records looked at between two pauses. */
const inOneGo = 200;
/** Ways in which two are tied that are told; a log of what happened may name any number. */
const mostKinds = 5;

export const statedFields = ['kind', 'weight', 'since'] as const;
export type Stated = Pick<Tie, (typeof statedFields)[number]>;

export interface DatedCount {
  readonly kind: EvidenceKind;
  readonly day: string;
  count: number;
}

export interface Pair {
  /** The first row about the pair. */
  readonly file: PlannedFile;
  readonly line: number;
  readonly a: string;
  readonly b: string;
  /** How many rows of a file are about it. */
  rows: number;
  stated: Stated;
  /** What the rows of a file say the two are to each other. */
  kinds: readonly string[];
  /** Of a guess, the highest that a row gives; undefined where a row states the tie. */
  confidence: number | undefined;
  /** How often, by kind and day. */
  readonly days: Map<string, DatedCount>;
}

export class Pairs {
  readonly #people: People;
  readonly #review: Review;
  readonly #all = new Map<string, Pair>();

  constructor(people: People, review: Review) {
    this.#people = people;
    this.#review = review;
  }

  all(): IterableIterator<Pair> {
    return this.#all.values();
  }

  /** Adds up the records of one file, whose people are all known. */
  *take(file: PlannedFile, records: Iterable<TieRecord>): Steps<void> {
    const here = new Map<string, Pair>();
    let at = 0;
    for (const record of records) {
      this.#addUp(file, record, here);
      at += 1;
      if (at % inOneGo === 0) yield;
    }
    for (const [key, pair] of here) {
      at += 1;
      if (at % inOneGo === 0) yield;
      // Rows without a weight count one each; a single one leaves open how strong the tie is.
      if (pair.stated.weight === undefined && pair.days.size === 0 && pair.rows > 1) {
        pair.stated = { ...pair.stated, weight: pair.rows };
      }
      const earlier = this.#all.get(key);
      if (earlier === undefined) this.#all.set(key, pair);
      else join(earlier, pair);
    }
  }

  #addUp(file: PlannedFile, record: TieRecord, here: Map<string, Pair>): void {
    const a = this.#people.identified(file, record.a);
    const b = this.#people.identified(file, record.b);
    if (a === undefined || b === undefined) return;
    const { line, weight, day, since, confidence } = record;
    const skip = (detail: string): void =>
      this.#review.add('skipped', { file: file.at, line, person: this.#people.nameOf(a), detail });
    if (a === b) {
      skip('Both ends are the same person; nobody is tied to themselves.');
      return;
    }
    if (weight !== undefined && !(Number.isFinite(weight) && weight > 0)) {
      skip('A tie needs a weight above 0.');
      return;
    }
    const key = pairKey(a, b);
    const pair: Pair = here.get(key) ?? {
      file,
      line,
      a,
      b,
      rows: 0,
      stated: {},
      kinds: none,
      confidence,
      days: new Map(),
    };
    here.set(key, pair);
    pair.rows += 1;
    pair.confidence = surer(pair.confidence, confidence);
    const { stated } = pair;
    const said = record.tieKind?.trim().slice(0, longestLine) ?? '';
    if (said !== '' && pair.kinds.length < mostKinds && !pair.kinds.includes(said)) {
      // In one order, so that the same rows in another say the same.
      pair.kinds = [...pair.kinds, said].sort();
    }
    const kind = pair.kinds.join(', ').slice(0, longestLine).trim();
    const earliest =
      stated.since !== undefined && (since === undefined || stated.since < since) ? stated.since : since;
    pair.stated = {
      ...stated,
      ...(kind === '' ? {} : { kind }),
      ...(weight === undefined ? {} : { weight: (stated.weight ?? 0) + weight }),
      ...(earliest === undefined ? {} : { since: earliest }),
    };
    if (day === undefined) return;
    const evidence = record.evidenceKind ?? 'file';
    const dated = pair.days.get(`${evidence} ${day}`);
    if (dated === undefined) pair.days.set(`${evidence} ${day}`, { kind: evidence, day, count: 1 });
    else dated.count += 1;
  }
}

/** Most ties have no kind. */
const none: readonly string[] = [];

function join(earlier: Pair, later: Pair): void {
  earlier.rows = later.rows;
  earlier.stated = { ...earlier.stated, ...later.stated };
  earlier.confidence = surer(earlier.confidence, later.confidence);
  for (const [key, dated] of later.days) {
    const standing = earlier.days.get(key);
    if (standing === undefined) earlier.days.set(key, dated);
    else standing.count = Math.max(standing.count, dated.count);
  }
}

function surer(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : Math.max(a, b);
}
