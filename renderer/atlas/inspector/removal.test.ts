import { describe, expect, it } from 'vitest';
import { removalWords } from './removal';

describe('removalWords', () => {
  it('counts what goes along', () => {
    const answer = {
      removed: { contacts: ['ana'], ties: ['1', '2'], notes: ['3'], positions: ['ana'] },
      changed: { interactions: ['4', '5', '6'] },
      stubs: ['ben'],
    };
    expect(removalWords(answer)).toBe(
      'With them go 2 ties, 1 note, 3 places in interactions and 1 person known only through them.',
    );
  });

  it('says so when nothing does', () => {
    expect(removalWords({ removed: { contacts: ['ana'] }, changed: {}, stubs: [] })).toBe(
      'Nothing else goes with them.',
    );
  });
});
