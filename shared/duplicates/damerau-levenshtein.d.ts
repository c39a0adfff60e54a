/** The package comes without types. */
declare module 'damerau-levenshtein' {
  export default function distance(a: string, b: string): { readonly steps: number };
}
