/** Every reader on damaged files: 300 each here, 10,000 each with `npm run fuzz`. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLaws, fuzzedFile, fuzzedFormats, wholeKeys } from './fuzz.testing';
import { formatNames } from './record';

const asked = Number(process.env['KITHMAP_FUZZ_RUNS'] ?? '');
const numRuns = Number.isInteger(asked) && asked > 0 ? asked : 300;

describe('on damaged files, whatever the damage, a reader yields records or says why not', () => {
  it.each(formatNames)(
    '%s',
    (name) => {
      const format = fuzzedFormats[name];
      const whole = wholeKeys(format);
      expect(whole.length).toBeGreaterThanOrEqual(format.keyOf === undefined ? 0 : 10);
      fc.assert(
        fc.property(fuzzedFile(format), (file) => checkLaws(format, whole, file)),
        { numRuns },
      );
    },
    60_000 + numRuns * 100,
  );
});
