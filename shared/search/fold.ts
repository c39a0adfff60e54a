/**
 * Text as it is compared when people search: without case, without the marks of Latin, Greek, Cyrillic, Hebrew and
 * Arabic letters, in one width, katakana as hiragana. "Núñez" and "nunez" are the same, and so are "ﾔﾏﾀﾞ" and "やまだ".
 */

/** Marks above and below letters; not those that Indic scripts or kana cannot do without. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf-\u05c7\u064b-\u065f\u0670]/g;

/** Letters that no normal form takes apart, as people type them without the key. */
const letters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n',
  ŧ: 't',
  ə: 'e',
  ς: 'σ',
};

export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþħıŋŧəς]/g, (letter) => letters[letter] ?? letter)
    .replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}
