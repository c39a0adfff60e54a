import fc from 'fast-check';
import { expect, it } from 'vitest';
import { nextChecksum } from './checksum';

it('is that of archives, in one go or piece by piece', () => {
  // Of "123456789" it is written down with the polynomial.
  expect(nextChecksum(0, new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      const both = new Uint8Array([...a, ...b]);
      expect(nextChecksum(nextChecksum(0, a), b)).toBe(nextChecksum(0, both));
    }),
  );
});
