import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json';
import { difference, inverse, type Patch, patched, squashSteps } from './patch';
import { atOnce } from '../steps';

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.nat(2));
const state = fc.option(fields, { nil: null });

/** A run of states of one entity, as patches. */
function patchesOf(states: readonly (JsonObject | null)[]): Patch[] {
  return states.slice(1).flatMap((after, i) => difference('contacts', 'x', states[i] ?? null, after) ?? []);
}

describe('a patch', () => {
  it('takes one state to the other, and its inverse takes it back', () => {
    fc.assert(
      fc.property(state, state, (before, after) => {
        const patch = difference('contacts', 'x', before, after);
        if (patch === undefined) {
          expect(after).toEqual(before);
          return;
        }
        expect(patched(before, patch)).toEqual(after);
        expect(patched(after, inverse(patch))).toEqual(before);
      }),
    );
  });

  it('names the changed fields alone', () => {
    expect(difference('contacts', 'x', { a: 1, b: 2, c: [1] }, { a: 1, b: 3, d: 4, c: [1] })).toEqual({
      table: 'contacts',
      id: 'x',
      before: { b: 2 },
      after: { b: 3, d: 4 },
    });
  });
});

describe('squash', () => {
  it('amounts to the same as the patches it stands for', () => {
    fc.assert(
      fc.property(fc.array(state, { minLength: 2, maxLength: 8 }), (states) => {
        const patches = patchesOf(states);
        const squashed = atOnce(squashSteps(patches));
        expect(squashed.length).toBeLessThanOrEqual(1);
        let entity: JsonObject | null = states[0] ?? null;
        for (const patch of squashed) entity = patched(entity, patch);
        expect(entity).toEqual(states.at(-1) ?? null);
        let back: JsonObject | null = states.at(-1) ?? null;
        for (const patch of squashed) back = patched(back, inverse(patch));
        expect(back).toEqual(states[0] ?? null);
      }),
      { numRuns: 2_000 },
    );
  });
});
