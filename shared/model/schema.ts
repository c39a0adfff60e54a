/**
 * Building blocks of the entity schemas. Objects are read loosely: a field that this version does not know is
 * kept as it is, so that a network written by a newer or a changed Kithmap survives a round trip.
 */
import { z } from 'zod';

/** An object that keeps fields it does not know. */
export const kept = z.looseObject;

/** The fields a schema names, without the index signature that stands for those it does not know. */
export type Known<T> = T extends readonly (infer U)[]
  ? readonly Known<U>[]
  : T extends object
    ? { readonly [K in keyof T as string extends K ? never : K]: Known<T[K]> }
    : T;

/** A name, a title, a label: one line. */
export const Line = z.string().max(1_000);
/** A line with something in it. */
export const Word = Line.refine((text) => text.trim() !== '', 'may not be empty');
/** Free text of any length a person writes. */
export const Text = z.string().max(200_000);
export const Words = z.array(Word).max(1_000).default([]);
/** A value with the label its source gives it ("work", "mobile"). */
export const Labelled = kept({ value: Word, label: Line.optional() });
