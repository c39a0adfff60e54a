import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, Numbers, PlaceIndex, seedOf } from './place-index';

describe('an index of places', () => {
  it('gives every place of a text, those that came first to begin with, and hardly another', () => {
    const texts = fc.array(fc.string({ maxLength: 3 }), { maxLength: 400, size: 'max' });
    fc.assert(
      fc.property(texts, fc.integer(), (all, seed) => {
        const index = new PlaceIndex(seed);
        all.forEach((text, place) => {
          index.add(text, place);
        });
        for (const text of [...new Set(all), 'is not there']) {
          const places = all.flatMap((one, place) => (one === text ? [place] : []));
          const found = [...index.maybe(text)].filter((place) => all[place] === text);
          expect(found).toEqual(places);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('finds one among a hundred thousand without going through them', () => {
    const index = new PlaceIndex(7);
    for (let place = 0; place < 100_000; place++) index.add(`person ${place}@example.org`, place);
    let looked = 0;
    for (let place = 0; place < 100_000; place += 10) {
      const found = [...index.maybe(`person ${place}@example.org`)];
      expect(found).toContain(place);
      looked += found.length;
    }
    expect(looked).toBeLessThan(10_100);
  });

  it('gives the first of many that share a text at once', () => {
    const index = new PlaceIndex(7);
    for (let place = 0; place < 50_000; place++) index.add('Maria', place);
    const found = index.maybe('Maria');
    expect([found.next().value, found.next().value]).toEqual([0, 1]);
  });

  it('numbers texts differently for every network', () => {
    expect(numberOf('Ana', seedOf('one'))).not.toBe(numberOf('Ana', seedOf('another')));
  });
});

describe('numbers', () => {
  it('are a list that grows', () => {
    const numbers = new Numbers();
    for (let at = 0; at < 500; at++) numbers.push(at * 3);
    numbers.set(7, 4_000_000_000);
    expect([numbers.length, numbers.at(7), numbers.at(499)]).toEqual([500, 4_000_000_000, 1_497]);
  });
});
