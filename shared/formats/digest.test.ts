import fc from 'fast-check';
import { expect, it } from 'vitest';
import { digestOf } from './digest';

it('is 128-bit FNV-1a, whatever the runtime', () => {
  // The offset basis hashed with the bytes of "0:" by the definition, in big integers.
  const reference = (text: string): string => {
    let hash = 0x6c62272e07bb014262b821756295c58dn;
    for (const byte of new TextEncoder().encode(text)) {
      hash = ((hash ^ BigInt(byte)) * 0x1000000000000000000013bn) % (1n << 128n);
    }
    return hash.toString(16).padStart(32, '0');
  };
  expect(digestOf([''])).toBe(reference('0:'));
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z0-9小]{0,20}$/)), (values) => {
      expect(digestOf(values)).toBe(reference(values.map((value) => `${value.length}:${value}`).join(',')));
    }),
  );
});

it('tells rows apart by where their values end, and not by case or blanks', () => {
  expect(digestOf(['ab', 'c'])).not.toBe(digestOf(['a', 'bc']));
  expect(digestOf(['a', ''])).not.toBe(digestOf(['a']));
  expect(digestOf([' José  P'])).toBe(digestOf(['jose\u0301 p']));
});
