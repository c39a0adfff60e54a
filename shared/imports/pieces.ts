/** Dated pieces of evidence for a tie: what makes two of them one. */
import type { Evidence } from '../model/entities';

/** What speaks for a tie on a day. */
export type DatedPiece = Pick<Evidence, 'kind' | 'size' | 'count' | 'nth' | 'label'> & {
  readonly day: string;
};

/** A piece of one kind, day and size is there once. */
export function pieceKey({ kind, day, size }: Pick<Evidence, 'kind' | 'day' | 'size'>): string {
  return `${kind} ${day ?? ''} ${size ?? ''}`;
}

/** A piece with the larger count of two, and the earlier place in its recurrence; the first itself where that is so already. */
export function joinedPiece<P extends Pick<Evidence, 'count' | 'nth'>>(
  before: P,
  piece: Pick<Evidence, 'count' | 'nth'>,
): P {
  const count = Math.max(before.count, piece.count);
  const nth = Math.min(before.nth ?? 1, piece.nth ?? 1);
  if (count === before.count && nth === (before.nth ?? 1)) return before;
  return { ...before, count, nth: nth === 1 ? undefined : nth };
}

/** All of both, each once. */
export function joinedPieces(one: readonly DatedPiece[], other: readonly DatedPiece[]): DatedPiece[] {
  const all = new Map<string, DatedPiece>();
  for (const piece of [...one, ...other]) {
    const before = all.get(pieceKey(piece));
    all.set(pieceKey(piece), before === undefined ? piece : joinedPiece(before, piece));
  }
  return [...all.values()];
}
