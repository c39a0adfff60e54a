/**
 * Pairs who were seen together too little for a guess: kept in short, by one of the two, so that files add up in whatever
 * order they come, and the same ones again bring nothing new. No screen shows them. Each import writes its own, so that
 * taking it back takes its own out.
 */
import type { Patch } from '../model/patch';
import type { ReadonlyNetwork } from '../model/network';
import type { Steps } from '../steps';
import type { PlanContext } from './context';
import { type DatedPiece, joinedPieces, pieceKey } from './pieces';

/** As many as one entity holds. */
const mostInOne = 2_000;

export class Glimpses {
  readonly #network: ReadonlyNetwork;
  readonly #context: Pick<PlanContext, 'newId' | 'batch'>;
  /** By who keeps them, then by the other. */
  readonly #known = new Map<string, ReadonlyMap<string, readonly DatedPiece[]>>();
  readonly #added = new Map<string, { readonly contact: string; readonly seen: string }[]>();

  #patches: readonly Patch[] | undefined;

  constructor(network: ReadonlyNetwork, context: Pick<PlanContext, 'newId' | 'batch'>) {
    this.#network = network;
    this.#context = context;
  }

  /** What earlier imports saw of a pair. */
  of(a: string, b: string): readonly DatedPiece[] {
    return joinedPieces(this.#keptBy(a).get(b) ?? [], this.#keptBy(b).get(a) ?? []);
  }

  /** Keeps of the pieces what says more than those before. */
  add(a: string, b: string, pieces: readonly DatedPiece[]): void {
    const before = new Map(this.of(a, b).map((piece) => [pieceKey(piece), piece]));
    const news = pieces.filter((piece) => {
      const known = before.get(pieceKey(piece));
      return known === undefined || known.count < piece.count || (known.nth ?? 1) > (piece.nth ?? 1);
    });
    if (news.length === 0) return;
    const seen = { contact: b, seen: news.map(shortened).join(' ') };
    const standing = this.#added.get(a);
    if (standing === undefined) this.#added.set(a, [seen]);
    else standing.push(seen);
  }

  /** To be asked once nothing is added any more. */
  patches(): readonly Patch[] {
    return (this.#patches ??= [...this.#made()]);
  }

  *count(): Steps<number> {
    yield;
    return this.patches().length;
  }

  *#made(): Generator<Patch> {
    const { newId, batch } = this.#context;
    for (const [contact, all] of this.#added) {
      for (let at = 0; at < all.length; at += mostInOne) {
        const id = newId();
        const after = { id, contact, with: all.slice(at, at + mostInOne), batch };
        yield { table: 'glimpses', id, before: null, after };
      }
    }
  }

  #keptBy(contact: string): ReadonlyMap<string, readonly DatedPiece[]> {
    const known = this.#known.get(contact);
    if (known !== undefined) return known;
    const kept = new Map<string, readonly DatedPiece[]>();
    for (const id of this.#network.index.referring('contacts', contact, 'glimpses')) {
      const glimpse = this.#network.get('glimpses', id);
      if (glimpse?.contact !== contact) continue;
      for (const { contact: other, seen } of glimpse.with) {
        if (other !== undefined) kept.set(other, joinedPieces(kept.get(other) ?? [], [...piecesIn(seen)]));
      }
    }
    this.#known.set(contact, kept);
    return kept;
  }
}

/** Whether a mail before a day is among what was seen. */
export function hasMailBefore(seen: string, before: string): boolean {
  for (const { kind, day } of piecesIn(seen)) if (kind === 'mail' && day < before) return true;
  return false;
}

function shortened({ kind, day, size = 2, count, nth = 1 }: DatedPiece): string {
  const times = count === 1 ? '' : `x${count}`;
  return `${day}${kind === 'meeting' ? 'm' : 'l'}${size}${times}${nth === 1 ? '' : `n${nth}`}`;
}

const short = /^(\d{4}-\d\d-\d\d)([ml])([1-9]\d{0,6})(?:x([1-9]\d{0,6}))?(?:n([1-9]\d{0,6}))?$/;

function* piecesIn(seen: string): Generator<DatedPiece> {
  for (const text of seen.split(' ')) {
    const [, day, kind, size, count, nth] = short.exec(text) ?? [];
    if (day === undefined) continue;
    yield {
      ...{ kind: kind === 'm' ? 'meeting' : 'mail', day, size: Number(size), count: Number(count ?? 1) },
      ...(nth === undefined ? {} : { nth: Number(nth) }),
    };
  }
}
