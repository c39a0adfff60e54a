import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { tables } from '../../../shared/model/tables';
import { ParserMark } from './parser-mark';

const mark = (...args: ConstructorParameters<typeof ParserMark>): string => new ParserMark(...args).text;
const withNotes = (schema: z.ZodType): ConstructorParameters<typeof ParserMark>[2] => {
  return { ...tables, notes: { schema } };
};

describe('the mark of the schemas', () => {
  it('is the same for the same ones', () => {
    expect(mark('0.1.0', 1)).toBe(mark('0.1.0', 1));
    expect(mark('0.1.0', 1, withNotes(tables.notes.schema))).toBe(mark('0.1.0', 1));
  });

  it('is another for another version, and for another field, default or limit', () => {
    const marks = [
      mark('0.1.0', 1),
      mark('0.2.0', 1),
      mark('0.1.0', 2),
      mark('0.1.0', 1, withNotes(z.looseObject({ id: z.string() }))),
      mark('0.1.0', 1, withNotes(z.looseObject({ id: z.string(), odd: z.string().default('') }))),
      mark('0.1.0', 1, withNotes(z.looseObject({ id: z.string(), odd: z.string().default('x') }))),
      mark('0.1.0', 1, withNotes(z.looseObject({ id: z.string().max(9) }))),
    ];
    expect(new Set(marks).size).toBe(marks.length);
  });

  it('is not borne where a row of a table that is known was not understood', () => {
    const { text } = new ParserMark('0.1.0', 1);
    const own = new ParserMark('0.1.0', 1);
    expect(own.of(new Map([['pets', new Map([['rex', { id: 'rex' }]])]]))).toEqual({ parsedBy: text });
    expect(own.of(new Map([['notes', new Map([['n1', { id: 'n1' }]])]]))).toEqual({});
  });
});
