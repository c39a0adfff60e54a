import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deflated } from './deflated';

describe('deflated text', () => {
  it('comes back as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(deflated.unpack(deflated.pack(text))).toBe(text);
      }),
      { numRuns: 30 },
    );
  });

  it('takes no more memory than it is long', () => {
    const bytes = deflated.pack('a line of some length '.repeat(100));
    expect(bytes.length).toBeLessThan(100);
    expect(bytes.buffer.byteLength).toBe(bytes.length);
  });
});
