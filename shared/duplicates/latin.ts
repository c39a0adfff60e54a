/** Any script in Latin letters, one small letter after another: the one place that knows the library for it. */
import anyAscii from 'any-ascii';
import { fold } from '../search/fold';

const plain = /^[a-z0-9 ]*$/;

/** "Дмитрий" as "dmitriy", "Núñez" as "nunez"; what has no letters (an emoji) is left out. */
export function latin(text: string): string {
  const folded = fold(text);
  if (plain.test(folded)) return folded;
  return anyAscii(folded.replace(/\p{Extended_Pictographic}/gu, ' ')).toLowerCase();
}
