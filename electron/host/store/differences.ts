/** What it takes to make one network like another, as patches. */
import type { JsonObject } from '../../../shared/json';
import type { ReadonlyNetwork } from '../../../shared/model/network';
import { difference, type Patch } from '../../../shared/model/patch';
import { tableNames } from '../../../shared/model/table-names';

export function differences(present: ReadonlyNetwork, wanted: ReadonlyNetwork): Patch[] {
  const patches: Patch[] = [];
  for (const table of tableNames) {
    const add = (id: string, before: JsonObject | null, after: JsonObject | null): void => {
      const patch = difference(table, id, before, after);
      if (patch !== undefined) patches.push(patch);
    };
    for (const entity of present.all(table)) add(entity.id, entity, wanted.get(table, entity.id) ?? null);
    for (const entity of wanted.all(table)) {
      if (!present.has(table, entity.id)) add(entity.id, null, entity);
    }
  }
  return patches;
}
