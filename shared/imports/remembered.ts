/** How files of one kind were read before: kept as a mapping of the network, by what tells their kind. */
import { z } from 'zod';
import { codePages, type ColumnUse, columnUses, delimiters, type ReadHow } from '../formats/read-how';
import type { FileQuestion } from '../formats/question';
import type { JsonObject } from '../json';
import type { ImportMapping } from '../model/entities';

/** The format under which tables are kept whose columns a person named. */
const ofTables = 'table';

const Uses = z.array(z.enum(columnUses));
const Delimiter = z.enum(delimiters);
const Letters = z.enum(codePages).optional();

/** What identifies a question among the mappings. */
function placeOf({ format, key }: FileQuestion): { format: string; header: string } {
  return { format: format ?? ofTables, header: key };
}

/** The mapping that answers a question, if there is one. */
export function rememberedFor(
  question: FileQuestion,
  mappings: readonly ImportMapping[],
): ImportMapping | undefined {
  const { format, header } = placeOf(question);
  return mappings.find((mapping) => mapping.format === format && mapping.header === header);
}

/** How a mapping says to read; undefined where it says what this version does not know. */
export function howOf({
  format,
  columns,
  delimiter,
  hasHeader,
  letters,
}: ImportMapping): ReadHow | undefined {
  const page = Letters.safeParse(letters);
  if (!page.success) return undefined;
  if (format !== ofTables) return { letters: page.data };
  const said = new Map(Object.entries(columns));
  const uses = Uses.safeParse([...said].map((_, at) => said.get(String(at + 1))));
  const by = Delimiter.safeParse(delimiter);
  if (!uses.success || !by.success || uses.data.length === 0) return undefined;
  const mapping = { delimiter: by.data, hasHeader: hasHeader !== false, uses: uses.data };
  return { mapping, letters: page.data };
}

/** The fields of a mapping that remembers an answer. */
export function remembering(question: FileQuestion, { mapping, letters }: ReadHow): JsonObject {
  const columns: Record<string, ColumnUse> = {};
  mapping?.uses.forEach((use, at) => (columns[`${at + 1}`] = use));
  return {
    ...placeOf(question),
    columns,
    ...(mapping === undefined ? {} : { delimiter: mapping.delimiter, hasHeader: mapping.hasHeader }),
    ...(letters === undefined ? {} : { letters }),
  };
}
