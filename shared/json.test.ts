import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepFreeze, freezeFresh } from './json';

function isDeepFrozen(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.isFrozen(value) && Object.values(value).every(isDeepFrozen);
}

describe('freezing', () => {
  it('reaches all that a value holds, and changes none of it', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        expect(isDeepFrozen(deepFreeze(value))).toBe(true);
        const fresh: unknown = JSON.parse(text);
        if (typeof fresh !== 'object' || fresh === null || text.includes('__proto__')) return;
        expect(freezeFresh(fresh)).toBe(true);
        expect(isDeepFrozen(fresh)).toBe(true);
        expect(fresh).toEqual(JSON.parse(text));
      }),
    );
  });

  it.each(['{"__proto__": {}}', '{"a": [1, {"b": {"__proto__": 7}}]}', '[[{"__proto__": []}]]'])(
    'says where a field is named as a prototype is: %s',
    (text) => {
      expect(freezeFresh(JSON.parse(text) as object)).toBe(false);
    },
  );
});
