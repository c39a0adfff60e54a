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
export function* importSteps({ batch, changes }: ImportPlan): Generator<ImportStep> {
  if (changes.length === 0) return;
  yield { name: 'import.begin', args: { ...batch } };
  let slice: Patch[] = [];
  let characters = 0;
  for (const change of changes) {
    const size = sizeOf(change);
    if (slice.length === mostChanges || (slice.length > 0 && characters + size > mostCharacters)) {
      yield { name: 'import.apply', args: { batch: batch.id, changes: slice } };
      slice = [];
      characters = 0;
    }
    slice.push(change);
    characters += size;
  }
  yield { name: 'import.apply', args: { batch: batch.id, changes: slice } };
}

/** Characters of a change, about; ties and what they rest on are short whatever a file holds. */
function sizeOf(change: Patch): number {
  if (change.table === 'ties' || change.table === 'evidence') return shortChange;
  return JSON.stringify(change).length;
}
