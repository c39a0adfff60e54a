/**
 * What a merge put together, so that the two can be taken apart again when nobody can undo the edit any more. It holds
 * no text that is confidential.
 */
import { z } from 'zod';
import { JsonObject } from '../../json';
import { Moment } from '../../time';
import { Id } from '../ids';
import { kept, type Known } from '../schema';
import { TableName } from '../table-names';

/** As in a patch: the fields that became others, or the whole that came or went. */
const Change = z.object({ before: JsonObject.nullable(), after: JsonObject.nullable() });

export const Merge = kept({
  id: Id,
  /** The contact that both are since. */
  into: Id,
  /** The contact that went, as it was. */
  gone: JsonObject,
  /** The fields of the contact that stayed which became others: as they were, and as they became. */
  before: JsonObject,
  after: JsonObject,
  /** What referred to the one and refers to the other since, by table. */
  moved: z.partialRecord(TableName, z.array(Id)),
  /** What became of everything else, such as of two ties that became one, by table and id. */
  rows: z.partialRecord(TableName, z.record(Id, Change)),
  /** What the sources of the contact that went had brought last, by their ids. */
  brought: z.record(Id, JsonObject),
  at: Moment,
});
type Plain = 'gone' | 'before' | 'after' | 'moved' | 'rows' | 'brought';
export type Merge = Omit<Known<z.output<typeof Merge>>, Plain> & {
  readonly [F in Plain]: z.output<typeof Merge>[F];
};
