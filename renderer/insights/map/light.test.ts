import { describe, expect, it } from 'vitest';
import { isLit, light, pointedBy } from './light';

const inBasel = (person: string): string | undefined => (person === 'ana' ? 'basel' : undefined);

describe('what an entry lights up', () => {
  it('is read back as it was written', () => {
    expect(pointedBy(light.person('ana'))).toEqual({ people: ['ana'] });
    expect(pointedBy(light.people(['ana', 'bo']))).toEqual({ people: ['ana', 'bo'] });
    expect(pointedBy(light.cluster('basel'))).toEqual({ people: [], cluster: 'basel' });
  });

  it('is nothing where it is about nobody', () => {
    expect(light.people([])).toBeUndefined();
    expect(pointedBy(undefined)).toBeUndefined();
    expect(pointedBy('people')).toBeUndefined();
  });
});

describe('an entry is lit', () => {
  const lit = (of: string | undefined, people: readonly string[], cluster?: string): boolean =>
    isLit(of, { people, ...(cluster === undefined ? {} : { cluster }) }, inBasel);

  it('when the one it is about is pointed at, or one of those', () => {
    expect(lit(light.person('ana'), ['ana'])).toBe(true);
    expect(lit(light.person('bo'), ['ana'])).toBe(false);
    expect(lit(light.people(['ana', 'bo']), ['bo'])).toBe(true);
    expect(lit(light.person('ana'), [])).toBe(false);
  });

  it('when just these people are pointed at, not some of them', () => {
    expect(lit(light.people(['ana', 'bo']), ['ana', 'bo'])).toBe(true);
    expect(lit(light.people(['ana', 'cy']), ['ana', 'bo'])).toBe(false);
    expect(lit(light.person('ana'), ['ana', 'bo'])).toBe(false);
  });

  it('when the group is pointed at, or one person of it', () => {
    expect(lit(light.cluster('basel'), [], 'basel')).toBe(true);
    expect(lit(light.cluster('basel'), ['ana'])).toBe(true);
    expect(lit(light.cluster('basel'), ['bo'])).toBe(false);
    expect(lit(light.cluster('basel'), ['ana', 'bo'])).toBe(false);
    expect(lit(undefined, [], 'basel')).toBe(false);
  });
});
