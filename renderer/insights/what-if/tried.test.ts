import { describe, expect, it } from 'vitest';
import { nothingTried, questionOf, withoutTie, withTie } from './tried';

describe('what is tried on paper', () => {
  it('is no question while it is nothing', () => {
    expect(questionOf(nothingTried)).toBeUndefined();
    expect(questionOf({ ...nothingTried, without: ['ana'] })).toEqual({
      kind: 'whatIf',
      without: ['ana'],
      addTies: [],
      removeTies: [],
    });
  });

  it('takes everybody of a group out, each once', () => {
    const tried = { ...nothingTried, without: ['ana'], cold: ['choir'] };
    expect(questionOf(tried, ['ana', 'bo'])).toMatchObject({ without: ['ana', 'bo'] });
    // Whoever was in it is gone by now.
    expect(questionOf({ ...nothingTried, cold: ['choir'] }, [])).toMatchObject({ without: [] });
  });

  it('cuts a tie that is there and brings together who have none', () => {
    const cut = withTie(nothingTried, ['ana', 'bo'], true);
    expect(cut).toEqual({ without: [], cold: [], brought: [], cut: [['ana', 'bo']] });
    const both = withTie(cut, ['ana', 'cy'], false);
    expect(questionOf(both)).toMatchObject({ addTies: [['ana', 'cy']], removeTies: [['ana', 'bo']] });
  });

  it('takes each tie once, whichever end comes first, and none to oneself', () => {
    const tried = withTie(nothingTried, ['ana', 'bo'], false);
    expect(withTie(tried, ['bo', 'ana'], false)).toBe(tried);
    expect(withTie(tried, ['cy', 'cy'], false)).toBe(tried);
  });

  it('gives a tie back', () => {
    const tried = withTie(withTie(nothingTried, ['ana', 'bo'], false), ['ana', 'cy'], true);
    const [tie] = tried.brought;
    expect(tie === undefined ? undefined : withoutTie(tried, tie)).toEqual({
      ...nothingTried,
      cut: [['ana', 'cy']],
    });
  });
});
