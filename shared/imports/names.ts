/** When two names are the same: exactly, or but for case, diacritics and blanks. */

/** A name in one spelling of the same characters. */
export function exactName(name: string): string {
  return name.normalize('NFC').replace(/\s+/gu, ' ').trim();
}

/** A name without case, diacritics and differing blanks. */
export function foldedName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s,.]+/gu, ' ')
    .trim();
}

/**
 * Whether a name says more than a first name, so that two cards which mention it mean one person: several words,
 * or two characters and more in a script that writes names without blanks.
 */
export function isFullName(name: string): boolean {
  const text = exactName(name);
  return (
    text.includes(' ') ||
    /^[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}・]{2,}$/u.test(text)
  );
}
