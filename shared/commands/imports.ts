/** Writing an import: its batch first, then its changes in bounded slices, so that no line of the journal is long. */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { type JsonObject, sameJson } from '../json';
import { Batch } from '../model/entities/upkeep';
import { Id } from '../model/ids';
import { Patch } from '../model/patch';
import { type Command, defineCommand } from './command';

/** The tables that an import writes; it removes nothing from any. */
const ImportTable = z.enum(['contacts', 'notes', 'sources', 'ties', 'evidence', 'glimpses', 'interactions']);

const begin = defineCommand({
  name: 'import.begin',
  label: 'Import',
  schema: z.strictObject({
    id: Id,
    label: Batch.shape.label,
    format: Batch.shape.format,
    files: Batch.shape.files,
    counts: Batch.shape.counts,
  }),
  apply(draft, args, { now }) {
    draft.create('batches', { ...args, at: now });
    return { batch: args.id };
  },
});

/**
 * One slice of an import. A field that no longer holds what the plan saw was edited meanwhile and stays; the
 * answer says how many did.
 */
const apply = defineCommand({
  name: 'import.apply',
  label: 'Import',
  schema: z.strictObject({
    batch: Id,
    changes: z
      .array(Patch.extend({ table: ImportTable, after: Patch.shape.after.unwrap() }))
      .min(1)
      .max(500),
  }),
  apply(draft, { batch, changes }) {
    draft.need('batches', batch);
    let kept = 0;
    for (const { table, id, before, after } of changes) {
      if (before === null) {
        if (table === 'ties' && draft.tieBetween(String(after['a']), String(after['b'])) !== undefined) {
          throw new KithmapError(
            'conflict',
            'The network was changed while the import ran. Nothing of it was written; import the file again.',
          );
        }
        draft.create(table, { ...after, id });
        continue;
      }
      const standing: JsonObject = draft.need(table, id);
      const fields: Record<string, unknown> = {};
      for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (sameJson(standing[field], before[field])) fields[field] = after[field];
        else kept += 1;
      }
      draft.update(table, id, fields);
    }
    return { kept };
  },
});

export const importCommands: readonly Command[] = [begin, apply];
