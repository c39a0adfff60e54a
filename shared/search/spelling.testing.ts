/** Damerau's distance (optimal string alignment) as its definition has it. */
export function distance(a: string, b: string): number {
  const known = new Map<string, number>();
  const between = (i: number, j: number): number => {
    const key = `${i} ${j}`;
    const standing = known.get(key);
    if (standing !== undefined) return standing;
    let least = i === 0 || j === 0 ? i + j : Infinity;
    if (i > 0 && j > 0) {
      least = Math.min(
        between(i - 1, j) + 1,
        between(i, j - 1) + 1,
        between(i - 1, j - 1) + Number(a[i - 1] !== b[j - 1]),
      );
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, between(i - 2, j - 2) + 1);
      }
    }
    known.set(key, least);
    return least;
  };
  return between(a.length, b.length);
}
