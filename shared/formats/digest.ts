/**
 * A short name for a row that has no key of its own, made from the columns that identify it. It tells rows apart
 * and is the same in every run and runtime; it does not hide what is in them.
 */

/** Case, diacritics as composed or not, and runs of blanks do not make a different row. */
function folded(value: string): string {
  return value.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

/**
 * 128 bits of FNV-1a (Fowler, Noll, Vo; offset basis and prime of the 128-bit form) over the values in order,
 * as 32 hexadecimal digits. Each value is preceded by its length, so `['ab', 'c']` and `['a', 'bc']` differ.
 */
export function digestOf(values: readonly string[]): string {
  const text = values.map((value) => folded(value)).map((value) => `${value.length}:${value}`);
  const bytes = new TextEncoder().encode(text.join(','));
  // Four words of 32 bits, lowest first. The prime is 2^88 + 0x13b.
  let [w0, w1, w2, w3] = [0x6295c58d, 0x62b82175, 0x07bb0142, 0x6c62272e];
  for (const byte of bytes) {
    w0 = (w0 ^ byte) >>> 0;
    const p0 = w0 * 0x13b;
    const p1 = w1 * 0x13b + Math.floor(p0 / 0x1_0000_0000);
    const p2 = w2 * 0x13b + Math.floor(p1 / 0x1_0000_0000) + (w0 & 0xff) * 0x100_0000;
    const p3 = w3 * 0x13b + Math.floor(p2 / 0x1_0000_0000) + (w0 >>> 8) + (w1 & 0xff) * 0x100_0000;
    w0 = p0 >>> 0;
    w1 = p1 >>> 0;
    w2 = p2 % 0x1_0000_0000;
    w3 = p3 % 0x1_0000_0000;
  }
  return [w3, w2, w1, w0].map((word) => word.toString(16).padStart(8, '0')).join('');
}
