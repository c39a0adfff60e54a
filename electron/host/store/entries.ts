/** Journal lines as entries, and entries as journal lines. */
import { migratePatch } from '../../../shared/model/document';
import type { Migration } from '../../../shared/model/migrations/migration';
import { Patch } from '../../../shared/model/patch';
import { encodeLine, type JournalLine } from './journal-lines';
import type { JournalEntry } from './store-types';

export function encodeEntry(entry: JournalEntry): string {
  const { seq, at, by, name, label, batch, undoes, patches } = entry;
  return encodeLine({ seq, at, by, name, label, batch, undoes, patches });
}

/** The line that opens or closes a batch. */
export function encodeMark(mark: 'begin' | 'commit', entry: Omit<JournalEntry, 'patches'>): string {
  const { seq, at, by, name, label, batch } = entry;
  return encodeLine({ seq, at, by, name, label, batch, mark, patches: [] });
}

/** What a line of version `version` did, in today's terms; undefined for a mark and where it has none. */
export function entryOf(
  line: JournalLine,
  version: number,
  steps: readonly Migration[],
): JournalEntry | undefined {
  if (line.mark !== undefined) return undefined;
  const patches: Patch[] = [];
  for (const raw of line.patches) {
    const migrated = migratePatch(raw, version, steps);
    if (migrated === undefined) continue;
    const patch = Patch.safeParse(migrated);
    if (!patch.success) return undefined;
    patches.push(patch.data);
  }
  const { seq, at, by, name, label, batch, undoes } = line;
  return {
    seq,
    at,
    by,
    name,
    label,
    ...(batch === undefined ? {} : { batch }),
    ...(undoes === undefined ? {} : { undoes }),
    patches,
  };
}
