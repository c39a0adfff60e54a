/** A plan as a sequence of commands, each small enough for one line of the journal. */
import type { JsonObject } from '../json';
import type { Patch } from '../model/patch';
import type { ImportPlan } from './plan';

/** No step carries more changes, or more text, than this. */
export const mostChanges = 500;
const mostCharacters = 512 * 1024;
const shortChange = 400;

export interface ImportStep {
  readonly name: 'import.begin' | 'import.apply';
  readonly args: JsonObject;
}

/** `import.begin`, then as many `import.apply` as it takes; nothing where the plan changes nothing. */
export function* importSteps({
  batch,
  changes,
}: Pick<ImportPlan, 'batch' | 'changes'>): Generator<ImportStep> {
  if (changes.length === 0) return;
  yield importBeginning({ batch });
  for (const slice of slicesOf(changes)) {
    yield { name: 'import.apply', args: { batch: batch.id, changes: slice } };
  }
}

/** What names the batch, before anything is written. */
export function importBeginning({ batch }: Pick<ImportPlan, 'batch'>): ImportStep {
  return { name: 'import.begin', args: { ...batch } };
}

/** Changes in slices, each small enough for one line of the journal. */
export function* slicesOf(changes: Iterable<Patch>): Generator<Patch[]> {
  let slice: Patch[] = [];
  let characters = 0;
  for (const change of changes) {
    const size = sizeOf(change);
    if (slice.length === mostChanges || (slice.length > 0 && characters + size > mostCharacters)) {
      yield slice;
      slice = [];
      characters = 0;
    }
    slice.push(change);
    characters += size;
  }
  if (slice.length > 0) yield slice;
}

/** Characters of a change, about; ties and what they rest on are short whatever a file holds. */
function sizeOf(change: Patch): number {
  if (change.table === 'ties' || change.table === 'evidence') return shortChange;
  return JSON.stringify(change).length;
}
