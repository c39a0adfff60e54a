/**
 * Ties that files list: rows of one pair add up within a file, dated rows become evidence by day, and a file that
 * says the same again changes nothing. Of two files that list a tie the later one's weight holds; it is not added
 * to the other's, since most often it is a newer copy.
 */
import type { TieRecord } from '../formats/record';
import { sameJson } from '../json';
import type { Evidence, EvidenceKind, Tie } from '../model/entities';
import { pairKey } from '../model/indices';
import type { ReadonlyNetwork } from '../model/network';
import type { PlanContext, PlannedFile } from './context';
import { decideValue } from './fields';
import type { People } from './people';
import type { Review } from './rows';
import { Staged } from './staged';

/** A guess of a file, without evidence that measures could weigh. */
const guessedConfidence = 0.5;
/** No guess is surer until it is confirmed. */
const mostConfident = 0.95;
const longestLine = 1_000;
const statedFields = ['kind', 'weight', 'since'] as const;
type Stated = Pick<Tie, (typeof statedFields)[number]>;

/** What the rows of one pair say together. */
interface Pair {
  readonly line: number;
  readonly a: string;
  readonly b: string;
  rows: number;
  weight: number | undefined;
  /** Of a guess, the highest that a row gives; undefined where a row states the tie. */
  confidence: number | undefined;
  kind: string | undefined;
  since: string | undefined;
  /** How often, by kind and day. */
  readonly days: Map<string, { kind: EvidenceKind; day: string; count: number }>;
}

export class Ties {
  readonly ties: Staged<'ties'>;
  readonly evidence: Staged<'evidence'>;
  readonly #network: ReadonlyNetwork;
  readonly #context: PlanContext;
  readonly #people: People;
  readonly #review: Review;
  /** Ties and evidence that this import adds. */
  readonly #added = new Map<string, string>();
  readonly #addedEvidence = new Map<string, string[]>();
  readonly #addedNeighbours = new Map<string, string[]>();

  constructor(network: ReadonlyNetwork, context: PlanContext, people: People, review: Review) {
    this.#network = network;
    this.#context = context;
    this.#people = people;
    this.#review = review;
    this.ties = new Staged(network, 'ties');
    this.evidence = new Staged(network, 'evidence');
  }

  between(a: string, b: string): Tie | undefined {
    const id = this.#added.get(pairKey(a, b)) ?? this.#network.index.tieBetween(a, b);
    return id === undefined ? undefined : this.ties.get(id);
  }

  *neighbours(contact: string): Generator<string> {
    for (const id of this.#network.index.referring('contacts', contact, 'ties')) {
      const tie = this.ties.get(id);
      if (tie !== undefined) yield tie.a === contact ? tie.b : tie.a;
    }
    yield* this.#addedNeighbours.get(contact) ?? [];
  }

  /** Two people of whom a card says that they are related. Answers whether that is news. */
  relate(a: string, b: string, relation: Pick<Tie, 'kind' | 'kindOf' | 'confidence'>): boolean {
    const standing = this.between(a, b);
    if (standing === undefined) {
      const id = this.#add(a, b, { state: 'inferred', ...relation });
      this.#addEvidence({
        tie: id,
        kind: 'relation',
        count: 1,
        ...(relation.kind === undefined ? {} : { label: relation.kind }),
      });
      return true;
    }
    const { kind, kindOf } = relation;
    const evident = this.#evidenceOf(standing.id).some((piece) => piece.kind === 'relation');
    if (!evident) this.#addEvidence({ tie: standing.id, kind: 'relation', count: 1, label: kind });
    const fills = standing.kind === undefined && kind !== undefined;
    if (fills) this.ties.put(standing.id, { ...standing, kind, ...(kindOf === undefined ? {} : { kindOf }) });
    return fills || !evident;
  }

  /** Takes the tie records of one file in, whose people are all known. Gives way after each thousand. */
  *take(file: PlannedFile, records: readonly TieRecord[]): Generator<undefined> {
    const pairs = new Map<string, Pair>();
    for (const [at, record] of records.entries()) {
      this.#addUp(file, record, pairs);
      if (at % 5_000 === 4_999) yield;
    }
    let at = 0;
    for (const pair of pairs.values()) {
      this.#settle(file, pair);
      at += 1;
      if (at % 1_000 === 0) yield;
    }
  }

  #addUp(file: PlannedFile, record: TieRecord, pairs: Map<string, Pair>): void {
    const a = this.#people.identified(file, record.a);
    const b = this.#people.identified(file, record.b);
    if (a === undefined || b === undefined) return;
    const at = { file: file.at, line: record.line, person: this.#people.nameOf(a) };
    if (a === b) {
      this.#review.add('skipped', {
        ...at,
        detail: 'Both ends are the same person; nobody is tied to themselves.',
      });
      return;
    }
    const { weight, day } = record;
    if (weight !== undefined && !(Number.isFinite(weight) && weight > 0)) {
      this.#review.add('skipped', { ...at, detail: 'A tie needs a weight above 0.' });
      return;
    }
    const key = pairKey(a, b);
    const pair = pairs.get(key) ?? newPair(record, a, b);
    pairs.set(key, pair);
    pair.rows += 1;
    if (weight !== undefined) pair.weight = (pair.weight ?? 0) + weight;
    if (record.confidence === undefined) pair.confidence = undefined;
    else if (pair.confidence !== undefined) pair.confidence = Math.max(pair.confidence, record.confidence);
    pair.kind ??= record.tieKind?.trim().slice(0, longestLine) || undefined;
    if (record.since !== undefined && (pair.since === undefined || record.since < pair.since)) {
      pair.since = record.since;
    }
    if (day === undefined) return;
    const kind = record.evidenceKind ?? 'file';
    const dated = pair.days.get(`${kind} ${day}`);
    if (dated === undefined) pair.days.set(`${kind} ${day}`, { kind, day, count: 1 });
    else dated.count += 1;
  }

  /** Writes what a file says about one pair. */
  #settle(file: PlannedFile, pair: Pair): void {
    const undated = pair.days.size === 0;
    // Rows without a weight count one each; a single one leaves open how strong the tie is.
    const weight = pair.weight ?? (undated && pair.rows > 1 ? pair.rows : undefined);
    const stated: Stated = {
      ...(pair.kind === undefined ? {} : { kind: pair.kind }),
      ...(weight === undefined ? {} : { weight }),
      ...(pair.since === undefined ? {} : { since: pair.since }),
    };
    const name = this.#people.nameOf(pair.a);
    const at = { file: file.at, line: pair.line, person: name, contact: pair.a };
    const other = this.#people.nameOf(pair.b);
    const standing = this.between(pair.a, pair.b);
    if (standing === undefined) {
      const known = this.#isKnown(pair);
      const id = this.#add(pair.a, pair.b, {
        state: known ? 'known' : 'inferred',
        ...(known ? {} : { confidence: Math.min(pair.confidence ?? guessedConfidence, mostConfident) }),
        ...stated,
      });
      if (undated || Object.keys(stated).length > 0) this.#addFileEvidence(file, id, stated);
      this.#addDays(id, pair, []);
      this.#review.add('tie', { ...at, detail: `knows ${other}${rowWords(pair, weight)}` });
      return;
    }
    const news = this.#change(file, standing, pair, stated, undated);
    if (news.changed.length > 0) {
      this.#review.add('tie', { ...at, detail: `knows ${other}: ${news.changed.join(', ')}` });
    }
    if (news.kept.length > 0) {
      this.#review.add('kept', {
        ...at,
        detail: `kept yours in the tie with ${other}: ${news.kept.join(', ')}`,
      });
    }
  }

  #change(
    file: PlannedFile,
    tie: Tie,
    pair: Pair,
    stated: Stated,
    undated: boolean,
  ): { changed: string[]; kept: string[] } {
    const evidence = this.#evidenceOf(tie.id);
    const listed = evidence.find((piece) => piece.kind === 'file' && piece.day === undefined);
    const changed: string[] = [];
    const kept: string[] = [];
    const next: Record<string, unknown> = { ...listed?.stated };
    let now: Tie = tie;
    for (const field of statedFields) {
      if (stated[field] === undefined) continue;
      const decision = decideValue(tie[field], stated[field], listed?.stated?.[field]);
      if (decision.kept === true) {
        kept.push(field);
        continue;
      }
      next[field] = stated[field];
      if (decision.set === undefined) continue;
      changed.push(field);
      now = { ...now, [field]: stated[field] };
    }
    if (tie.state === 'inferred' && this.#isKnown(pair)) {
      now = { ...now, state: 'known', confidence: undefined };
      changed.push('known');
    }
    if (now !== tie) this.ties.put(tie.id, now);
    if (listed === undefined) {
      if (undated || Object.keys(next).length > 0) {
        this.#addFileEvidence(file, tie.id, pick(next, stated));
        changed.push('listed in this file, too');
      }
    } else if (!sameJson(next, listed.stated ?? {})) {
      this.evidence.put(listed.id, { ...listed, stated: pick(next, { ...listed.stated, ...stated }) });
      if (changed.length === 0) changed.push('agrees with the file');
    }
    const days = this.#addDays(tie.id, pair, evidence);
    if (days > 0) changed.push(days === 1 ? 'one more day' : `${days} more days`);
    return { changed, kept };
  }

  #isKnown(pair: Pair): boolean {
    return this.#context.tiesAre === 'known' && pair.confidence === undefined;
  }

  /** Adds the days that are not there; of a day that is, the larger number counts. Answers how many are news. */
  #addDays(tie: string, pair: Pair, standing: readonly Evidence[]): number {
    if (pair.days.size === 0) return 0;
    const there = new Map(standing.map((piece) => [`${piece.kind} ${piece.day ?? ''}`, piece]));
    let news = 0;
    for (const [key, { kind, day, count }] of pair.days) {
      const piece = there.get(key);
      if (piece === undefined) this.#addEvidence({ tie, kind, day, count });
      else if (piece.count < count) this.evidence.put(piece.id, { ...piece, count });
      else continue;
      news += 1;
    }
    return news;
  }

  #add(one: string, other: string, fields: Omit<Tie, 'id' | 'a' | 'b' | 'createdAt'>): string {
    const [a, b] = one < other ? [one, other] : [other, one];
    const id = this.#context.newId();
    this.ties.put(id, { id, a, b, ...fields, createdAt: this.#context.now });
    this.#added.set(pairKey(a, b), id);
    pushTo(this.#addedNeighbours, a, b);
    pushTo(this.#addedNeighbours, b, a);
    return id;
  }

  #addFileEvidence(file: PlannedFile, tie: string, stated: Stated): void {
    this.#addEvidence({
      tie,
      kind: 'file',
      count: 1,
      label: file.name,
      ...(Object.keys(stated).length === 0 ? {} : { stated }),
    });
  }

  #addEvidence(fields: Omit<Evidence, 'id' | 'batch'>): void {
    const id = this.#context.newId();
    this.evidence.put(id, { id, ...fields, batch: this.#context.batch });
    pushTo(this.#addedEvidence, fields.tie, id);
  }

  #evidenceOf(tie: string): Evidence[] {
    const ids = [
      ...this.#network.index.referring('ties', tie, 'evidence'),
      ...(this.#addedEvidence.get(tie) ?? []),
    ];
    return ids.flatMap((id) => this.evidence.get(id) ?? []);
  }
}

function newPair({ line, confidence }: TieRecord, a: string, b: string): Pair {
  return {
    line,
    a,
    b,
    rows: 0,
    weight: undefined,
    confidence,
    kind: undefined,
    since: undefined,
    days: new Map(),
  };
}

function pick(values: Readonly<Record<string, unknown>>, from: Stated): Stated {
  const picked = statedFields.filter(
    (field) => sameJson(values[field], from[field]) && from[field] !== undefined,
  );
  return Object.fromEntries(picked.map((field) => [field, from[field]]));
}

function pushTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function rowWords({ rows, days }: Pair, weight: number | undefined): string {
  const facts = [
    ...(rows > 1 ? [`${rows} rows`] : []),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(days.size === 0 ? [] : [days.size === 1 ? 'one day' : `${days.size} days`]),
  ];
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}
