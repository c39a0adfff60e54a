/** The order in which a name is written when a file gives only its parts. */

const unspaced = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/**
 * Chinese and Korean names, and Japanese ones in Han characters, stand family name first and unspaced
 * (王 + 小明 is 王小明); undefined for all others, whose order the caller knows.
 */
export function familyFirst(given: string, family: string): string | undefined {
  return unspaced.test(given) && unspaced.test(family) ? `${family}${given}` : undefined;
}
