/**
 * Ties that files state: new ones are made with what they rest on, dated rows become evidence by day, and what a
 * file says again changes nothing. Kind, weight and since are updated only while they hold what a file said last.
 */
import { sameJson } from '../json';
import type { Evidence, Tie } from '../model/entities';
import { pairKey } from '../model/indices';
import type { ReadonlyNetwork } from '../model/network';
import { confidenceFrom } from '../paths/tie-now';
import type { Steps } from '../steps';
import { dayNumber } from '../time';
import type { PlanContext, PlannedFile } from './context';
import { decideValue } from './fields';
import { Glimpses } from './glimpses';
import { type Pair, type Stated, statedFields } from './pairs';
import { type DatedPiece, joinedPiece, pieceKey } from './pieces';
import type { People } from './people';
import type { Review } from './rows';
import { Staged } from './staged';

/** A guess of a file, without evidence that measures could weigh. */
const guessedConfidence = 0.5;
/** Pairs looked at between two pauses. */
const inOneGo = 50;
/** No guess is surer until it is confirmed. */
const mostConfident = 0.95;

export class Ties {
  readonly ties: Staged<'ties'>;
  readonly evidence: Staged<'evidence'>;
  readonly glimpses: Glimpses;
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
    this.ties = new Staged(network, 'ties', context);
    this.evidence = new Staged(network, 'evidence', context);
    this.glimpses = new Glimpses(network, context);
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

  /** Whether the user said that these two do not know each other: then nobody guesses it. */
  isDenied(a: string, b: string): boolean {
    for (const id of this.#network.index.referring('contacts', a, 'pairDecisions')) {
      const decision = this.#network.get('pairDecisions', id);
      if (decision?.kind === 'not-tied' && (decision.a === b || decision.b === b)) return true;
    }
    return false;
  }

  /** A guess that rests on what earlier imports saw of the two, and on what is added to it by `support`. */
  guess(a: string, b: string): string {
    const id = this.#add(a, b, { state: 'inferred' });
    this.#recall(id, a, b);
    return id;
  }

  /** What earlier imports saw of the two and was too little for a tie belongs to the one there is now. */
  #recall(tie: string, a: string, b: string): void {
    for (const piece of this.glimpses.of(a, b)) this.#addEvidence({ tie, ...piece });
  }

  /**
   * Adds what speaks for a tie. A piece of one kind, day and size is there once, with the larger count and the earlier
   * place in its recurrence. Of a kind no more than `most` are kept, the newest. Answers how many are news, and left.
   */
  support(
    tie: string,
    pieces: readonly DatedPiece[],
    most: number,
  ): { readonly news: number; readonly left: number } {
    const standing = this.#evidenceOf(tie);
    const there = new Map(standing.map((piece) => [pieceKey(piece), piece]));
    const fresh = pieces.filter((piece) => !there.has(pieceKey(piece)));
    const from = newestFrom([...standing, ...fresh], most);
    let [news, left] = [0, 0];
    for (const piece of pieces) {
      const before = there.get(pieceKey(piece));
      if (before === undefined) {
        if (piece.day < (from.get(piece.kind) ?? '')) {
          left += 1;
          continue;
        }
        this.#addEvidence({ tie, ...piece });
      } else {
        const joined = joinedPiece(before, piece);
        if (joined === before) continue;
        this.evidence.put(before.id, joined);
      }
      news += 1;
    }
    if (news > 0) this.#weigh(tie);
    return { news, left };
  }

  /** A guess keeps how sure it is by all that it rests on. */
  #weigh(id: string): void {
    const tie = this.ties.get(id);
    if (tie?.state !== 'inferred') return;
    const confidence = confidenceFrom(this.#evidenceOf(id), dayNumber(this.#context.today));
    if (confidence !== undefined) this.ties.put(id, { ...tie, confidence });
  }

  /**
   * Two people of whom a card says that they are related. Answers whether that is news.
   * @param stated the user said so, and it is no guess
   */
  relate(
    a: string,
    b: string,
    relation: Pick<Tie, 'kind' | 'kindOf' | 'confidence'>,
    stated = false,
  ): boolean {
    const standing = this.between(a, b);
    const isKnown = stated && this.#context.tiesAre === 'known';
    const { kind, kindOf } = relation;
    if (standing === undefined) {
      if (!isKnown && this.isDenied(a, b)) return false;
      const id = this.#add(a, b, {
        ...relation,
        ...(isKnown ? { state: 'known', confidence: undefined } : { state: 'inferred' }),
      });
      this.#addEvidence({
        tie: id,
        kind: 'relation',
        count: 1,
        ...(relation.kind === undefined ? {} : { label: relation.kind }),
      });
      this.#recall(id, a, b);
      return true;
    }
    const evident = this.#evidenceOf(standing.id).some((piece) => piece.kind === 'relation');
    if (!evident) this.#addEvidence({ tie: standing.id, kind: 'relation', count: 1, label: kind });
    const fills = standing.kind === undefined && kind !== undefined;
    const settles = isKnown && standing.state === 'inferred';
    if (fills || settles) {
      this.ties.put(standing.id, {
        ...standing,
        ...(fills ? { kind, ...(kindOf === undefined ? {} : { kindOf }) } : {}),
        ...(settles ? { state: 'known', confidence: undefined } : {}),
      });
    }
    return fills || settles || !evident;
  }

  /** Takes in what the files state about each pair. */
  *take(pairs: Iterable<Pair>): Steps<void> {
    let at = 0;
    for (const pair of pairs) {
      this.#settle(pair);
      at += 1;
      if (at % inOneGo === 0) yield;
    }
  }

  #settle(pair: Pair): void {
    const { file, stated } = pair;
    const name = this.#people.nameOf(pair.a);
    const at = { file: file.at, line: pair.line, person: name, contact: pair.a };
    const other = this.#people.nameOf(pair.b);
    const standing = this.between(pair.a, pair.b);
    if (standing === undefined) {
      const known = this.#isKnown(pair);
      if (!known && this.isDenied(pair.a, pair.b)) {
        const detail = `You said that they and ${other} do not know each other; it is not guessed again.`;
        this.#review.add('note', { ...at, detail });
        return;
      }
      const id = this.#add(pair.a, pair.b, {
        state: known ? 'known' : 'inferred',
        ...(known ? {} : { confidence: Math.min(pair.confidence ?? guessedConfidence, mostConfident) }),
        ...stated,
      });
      if (pair.days.size === 0 || Object.keys(stated).length > 0) this.#addFileEvidence(file, id, stated);
      this.#addDays(id, pair, []);
      // Of a guess the file says itself how sure it is.
      if (known) this.#recall(id, pair.a, pair.b);
      this.#review.add('tie', { ...at, detail: `${known ? 'knows' : 'may know'} ${other}${rowWords(pair)}` });
      return;
    }
    const news = this.#change(standing, pair);
    if (news.changed.length > 0) {
      this.#review.add('tie', { ...at, detail: `knows ${other}: ${news.changed.join(', ')}` });
    }
    if (news.kept.length > 0) {
      this.#review.add('kept', {
        ...at,
        detail: `kept yours in the tie with ${other}: ${news.kept.join(', ')}`,
        ...(news.changed.length > 0 ? { besides: true } : {}),
      });
    }
  }

  #change(tie: Tie, pair: Pair): { changed: string[]; kept: string[] } {
    const { stated } = pair;
    const evidence = this.#evidenceOf(tie.id);
    const listed = evidence.find((piece) => piece.kind === 'file' && piece.day === undefined);
    const changed: string[] = [];
    const kept: string[] = [];
    let next: Stated = { ...listed?.stated };
    let now: Tie = tie;
    for (const field of statedFields) {
      if (stated[field] === undefined) continue;
      const decision = decideValue(tie[field], stated[field], listed?.stated?.[field]);
      if (decision.kept === true) {
        kept.push(field);
        continue;
      }
      next = { ...next, [field]: stated[field] };
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
      if (pair.days.size === 0 || Object.keys(next).length > 0) {
        this.#addFileEvidence(pair.file, tie.id, next);
        changed.push('listed in this file, too');
      }
    } else if (!sameJson(next, listed.stated ?? {})) {
      this.evidence.put(listed.id, { ...listed, stated: next });
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

/** From which day on the newest `most` pieces of each kind are; no day for a kind of which there are fewer. */
function newestFrom(
  pieces: readonly Pick<Evidence, 'kind' | 'day'>[],
  most: number,
): ReadonlyMap<string, string> {
  const days = new Map<string, string[]>();
  for (const { kind, day } of pieces) if (day !== undefined) pushTo(days, kind, day);
  const from = new Map<string, string>();
  for (const [kind, all] of days) {
    const last = all.sort().at(-most);
    if (all.length > most && last !== undefined) from.set(kind, last);
  }
  return from;
}

function pushTo(map: Map<string, string[]>, key: string, value: string): void {
  const values = map.get(key);
  if (values === undefined) map.set(key, [value]);
  else values.push(value);
}

function rowWords({ rows, days, stated: { weight } }: Pair): string {
  const facts = [
    ...(rows > 1 ? [`${rows} rows`] : []),
    ...(weight === undefined ? [] : [`weight ${weight}`]),
    ...(days.size === 0 ? [] : [days.size === 1 ? 'one day' : `${days.size} days`]),
  ];
  return facts.length === 0 ? '' : ` (${facts.join(', ')})`;
}
