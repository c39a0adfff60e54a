/**
 * How a Latin word sounds, roughly and across languages, so that "Meyer" and "Maier", "Dmitry" and "Dmitrii", "Müller"
 * and "Mueller" are one. Coarser than spelling and finer than Soundex: vowels count.
 */
const rules: readonly (readonly [RegExp, string])[] = [
  [/[^a-z0-9]/g, ''],
  [/oy/g, 'u'],
  [/y/g, 'i'],
  [/ae/g, 'a'],
  [/oe/g, 'o'],
  [/ue/g, 'u'],
  [/tsch|tch|tsh|sch|sh|ch|cz|sz/g, 'C'],
  [/kh/g, 'h'],
  [/x/g, 'ks'],
  [/ph/g, 'f'],
  [/th|dt/g, 't'],
  [/ck|c|q/g, 'k'],
  [/dzh|dj|zh/g, 'j'],
  [/tz|ts|z/g, 's'],
  [/w/g, 'v'],
  [/j/g, 'i'],
  [/[ae]i/g, 'i'],
  [/ee|ie/g, 'i'],
  [/ou|oo/g, 'u'],
  [/(.)\1+/g, '$1'],
  [/(?<=.)h(?![aeiou])/g, ''],
];

export function soundOf(word: string): string {
  let sound = word;
  for (const [pattern, letter] of rules) sound = sound.replace(pattern, letter);
  return sound.toLowerCase();
}
