/** The order in which a name is written when a file gives only its parts. */
import { oneLine } from './text';

const unspaced = /^[\p{Script=Han}\p{Script=Hangul}]+$/u;

/**
 * Chinese and Korean names, and Japanese ones in Han characters, stand family name first and unspaced
 * (王 + 小明 is 王小明); undefined for all others, whose order the caller knows.
 */
export function familyFirst(given: string, family: string): string | undefined {
  return unspaced.test(given) && unspaced.test(family) ? `${family}${given}` : undefined;
}

type Parts = Partial<Record<'prefix' | 'given' | 'additional' | 'family' | 'suffix', string>>;

/** The name as its parts give it, where nothing says how it is written; empty without any. */
export function composedName(parts: Parts): string {
  const { prefix, given = '', additional, family = '', suffix } = parts;
  const whole = additional === undefined ? familyFirst(given, family) : undefined;
  return oneLine(
    [prefix, ...(whole === undefined ? [given, additional, family] : [whole]), suffix]
      .filter(Boolean)
      .join(' '),
  );
}
