/** Values that survive a round trip through JSON, and deep equality and freezing for them. */
import { z } from 'zod';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object whose values are not looked into; keys that would reach a prototype are refused. */
export const JsonObject = z.record(
  z.string().refine((key) => key !== '__proto__', 'a field may not be called __proto__'),
  z.unknown(),
);
export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a text says as JSON; undefined where it is none. */
export function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Deep equality of JSON values; a field that is `undefined` counts as absent. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (Array.isArray(a) && Array.isArray(b)) {
    return a.length === b.length && a.every((value, i) => sameJson(value, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keysA = Object.keys(a).filter((key) => a[key] !== undefined);
  const keysB = Object.keys(b).filter((key) => b[key] !== undefined);
  return (
    keysA.length === keysB.length && keysA.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}

/** Freezes a value and all it holds. What is frozen already is not walked again. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze<unknown>(inner);
  }
  return value;
}

/**
 * Freezes a value that JSON was just read into, which is quicker than asking of each part whether it is frozen.
 * @returns false where a field is named as a prototype is; then some of it is not frozen.
 */
export function freezeFresh(value: object): boolean {
  if (Array.isArray(value)) {
    const items: readonly unknown[] = value;
    for (const inner of items) {
      if (typeof inner === 'object' && inner !== null && !freezeFresh(inner)) return false;
    }
  } else {
    for (const field in value) {
      if (field === '__proto__') return false;
      const inner: unknown = Reflect.get(value, field);
      if (typeof inner === 'object' && inner !== null && !freezeFresh(inner)) return false;
    }
  }
  Object.freeze(value);
  return true;
}
