/**
 * Long work in short pieces. A piece is a few milliseconds at most, so whoever drives the work can answer
 * messages in between, and can give it up by not asking for the next piece.
 */

/** Yields how much is done (0..1) after each piece, and returns the result. */
export type Chunked<T> = Generator<number, T, undefined>;

/** Drives the work to its end at once: for tests, the terminal, and graphs known to be small. */
export function finish<T>(work: Chunked<T>): T {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
  }
}

/** Progress that never goes back, of work that cannot know how far it will have to go. */
export function* forward<T>(work: Chunked<T>): Chunked<T> {
  let most = 0;
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    most = Math.max(most, piece.value);
    yield most;
  }
}

/** A part of some work: its progress counts as `share` of the whole, beginning at `from`. */
export function* scaled<T>(work: Chunked<T>, from: number, share: number): Chunked<T> {
  for (;;) {
    const piece = work.next();
    if (piece.done === true) return piece.value;
    yield from + share * piece.value;
  }
}
