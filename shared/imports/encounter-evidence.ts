/**
 * What meetings and mails say of pairs of contacts (measures.md 4b): both in a meeting of 2 to 12, or both on a mail with
 * 2 to 10 in To and Cc. A tie is guessed once its confidence reaches a tenth; less is noise, and only remembered.
 */
import { evidenceWeight } from '../analysis/strength';
import type { EncounterRecord } from '../formats/record';
import { pairKey } from '../model/indices';
import { confidenceFrom } from '../paths/tie-now';
import type { Steps } from '../steps';
import { dayNumber } from '../time';
import { many } from '../words';
import type { PlanContext, PlannedFile } from './context';
import { exactName } from './names';
import type { Company } from './participants';
import type { People } from './people';
import type { Review } from './rows';
import { type DatedPiece, joinedPiece, joinedPieces, pieceKey } from './pieces';
import type { Ties } from './ties';

/** Below this confidence no tie is guessed. */
export const leastConfident = 0.1;
/** Pieces of a kind that a tie keeps: the newest, older ones hardly count any more. */
const mostPieces = 100;

interface Together {
  readonly file: PlannedFile;
  readonly line: number;
  readonly a: string;
  readonly b: string;
  readonly pieces: Map<string, DatedPiece>;
}

export class EncounterEvidence {
  readonly #context: PlanContext;
  readonly #people: People;
  readonly #ties: Ties;
  readonly #review: Review;
  readonly #pairs = new Map<string, Together>();

  constructor(context: PlanContext, people: People, ties: Ties, review: Review) {
    this.#context = context;
    this.#people = people;
    this.#ties = ties;
    this.#review = review;
  }

  /** Whether any pair was met together. */
  get found(): boolean {
    return this.#pairs.size > 0;
  }

  /** Takes down who was together. Answers whether it says something of anybody. */
  note(file: PlannedFile, record: EncounterRecord, company: Company, withMe: boolean): boolean {
    const { sort, day, nth, title } = record;
    if (sort === 'message' || day > this.#context.today) return false;
    const isMeeting = sort === 'meeting';
    const size = isMeeting ? company.size + (withMe && !company.me ? 1 : 0) : company.recipients;
    const kind = isMeeting ? 'meeting' : 'mail';
    if (evidenceWeight({ kind, size, day: null, count: 1, nth: null }) === 0) return false;
    const ids = [...new Set(company.others.flatMap(({ contact }) => contact ?? []))].sort();
    const label = exactName(title ?? '').slice(0, 1_000);
    const piece: DatedPiece = {
      ...{ kind, day, size, count: 1 },
      ...(nth === undefined || nth === 1 ? {} : { nth }),
      ...(label === '' ? {} : { label }),
    };
    for (const [at, a] of ids.entries())
      for (const b of ids.slice(at + 1)) this.#add(file, record.line, a, b, piece);
    return ids.length > 1;
  }

  #add(file: PlannedFile, line: number, a: string, b: string, piece: DatedPiece): void {
    const pair = this.#pairs.get(pairKey(a, b)) ?? {
      file,
      line,
      a,
      b,
      pieces: new Map<string, DatedPiece>(),
    };
    this.#pairs.set(pairKey(a, b), pair);
    const key = pieceKey(piece);
    const before = pair.pieces.get(key);
    if (before === undefined) {
      pair.pieces.set(key, piece);
      return;
    }
    pair.pieces.set(key, joinedPiece(before, { ...piece, count: before.count + 1 }));
  }

  /** Makes guesses of the pairs, and adds to the ties there are. */
  *settle(): Steps<void> {
    let at = 0;
    let [weak, denied, old] = [0, 0, 0];
    const today = dayNumber(this.#context.today);
    for (const pair of this.#pairs.values()) {
      at += 1;
      if (at % 100 === 0) yield;
      const pieces = [...pair.pieces.values()];
      const standing = this.#ties.between(pair.a, pair.b);
      if (standing === undefined && this.#ties.isDenied(pair.a, pair.b)) {
        denied += 1;
        continue;
      }
      const { glimpses } = this.#ties;
      const all = standing === undefined ? joinedPieces(glimpses.of(pair.a, pair.b), pieces) : pieces;
      if (standing === undefined && (confidenceFrom(all, today) ?? 0) < leastConfident) {
        glimpses.add(pair.a, pair.b, pieces);
        weak += 1;
        continue;
      }
      const tie = standing?.id ?? this.#ties.guess(pair.a, pair.b);
      const { news, left } = this.#ties.support(tie, pieces, mostPieces);
      old += left;
      if (news > 0) this.#say(pair, all, standing !== undefined);
    }
    this.#note(
      weak,
      'met too rarely, or in too large a circle, for a guess that they know each other. It counts once more comes to it.',
      pairWords,
    );
    this.#note(denied, 'you said do not know each other: it is not guessed again.', pairWords);
    this.#note(old, 'not kept, since the pair has a hundred newer ones.', [
      'older piece of evidence was',
      'older pieces of evidence were',
    ]);
  }

  #say({ file, line, a, b }: Together, pieces: readonly DatedPiece[], standing: boolean): void {
    const other = this.#people.nameOf(b);
    const rests = sayPieces(pieces);
    const detail = standing ? `and ${other}: ${rests}` : `may know ${other}: guessed from ${rests}`;
    this.#review.add('tie', { file: file.at, line, person: this.#people.nameOf(a), contact: a, detail });
  }

  #note(count: number, words: string, [one, several]: readonly [string, string]): void {
    const [first] = this.#pairs.values();
    if (count === 0 || first === undefined) return;
    const detail = `${many(count, one, several)} ${words}`;
    this.#review.add('note', { file: first.file.at, line: first.line, person: '', detail });
  }
}

const pairWords = ['pair', 'pairs'] as const;

/** "3 meetings and 2 mails". */
function sayPieces(pieces: readonly DatedPiece[]): string {
  const of = (kind: DatedPiece['kind']): number =>
    pieces.reduce((sum, piece) => sum + (piece.kind === kind ? piece.count : 0), 0);
  const [meetings, mails] = [of('meeting'), of('mail')];
  const parts = [
    ...(meetings === 0 ? [] : [many(meetings, 'meeting', 'meetings')]),
    ...(mails === 0 ? [] : [many(mails, 'mail', 'mails')]),
  ];
  return parts.join(' and ');
}
