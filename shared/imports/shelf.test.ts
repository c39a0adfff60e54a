import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asBytes, Shelf } from './shelf';

const text = fc.string({ unit: 'binary', maxLength: 12 });
const value = fc.record({
  text,
  list: fc.array(fc.integer()),
  long: fc.constantFrom('', 'x'.repeat(40_000)),
});

describe('a shelf', () => {
  it('holds what was put on it, in order, also what was put in its place since', () => {
    fc.assert(
      fc.property(
        fc.array(value, { maxLength: 300, size: 'max' }),
        fc.array(fc.tuple(fc.nat(400), value), { maxLength: 20 }),
        (values, changes) => {
          const shelf = new Shelf<(typeof values)[number]>();
          const all = [...values];
          for (const [at, one] of values.entries()) expect(shelf.push(one)).toBe(at);
          for (const [at, one] of changes) {
            if (at >= all.length) continue;
            shelf.set(at, one);
            all[at] = one;
          }
          expect(shelf.length).toBe(all.length);
          expect([...shelf]).toEqual(all);
          for (const [at, one] of [...all.entries()].reverse()) expect(shelf.at(at)).toEqual(one);
          expect(shelf.at(all.length)).toBeUndefined();
        },
      ),
      { numRuns: 15 },
    );
  });

  it('keeps all but the last few values as bytes', () => {
    let packed = 0;
    const shelf = new Shelf<{ name: string }>({
      pack: (piece) => {
        packed += piece.length;
        return asBytes.pack(piece);
      },
      unpack: (bytes) => asBytes.unpack(bytes),
    });
    for (let at = 0; at < 1_000; at++) shelf.push({ name: `Person ${at}` });
    expect(packed).toBeGreaterThan(shelf.characters * 0.9);
    expect(shelf.at(3)).toEqual({ name: 'Person 3' });
    expect(shelf.at(3)).toBe(shelf.at(3));
  });
});
