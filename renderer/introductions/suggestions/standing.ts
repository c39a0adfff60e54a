/** Where a part stands between nothing and all, in a word. */
const gains: readonly (readonly [from: number, word: string])[] = [
  [0.7, 'much'],
  [0.4, 'a good deal'],
  [0.15, 'some'],
  [0, 'little'],
];
/** A cost is 0.3 at most. */
const costs: readonly (readonly [from: number, word: string])[] = [
  [0.2, 'asked often lately'],
  [0.05, 'asked lately'],
  [0, 'none'],
];

export function standing(kind: 'gain' | 'cost', value: number): string {
  const words = kind === 'cost' ? costs : gains;
  return words.find(([from]) => value >= from)?.[1] ?? '';
}
