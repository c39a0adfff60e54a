/**
 * Whether patches fit the network as it is, before they are written: what was written must never fail to apply.
 * Several waiting entries are looked at one on top of the other, without touching the network.
 */
import { KithmapError } from '../../../shared/errors';
import { type JsonObject, sameJson } from '../../../shared/json';
import { parseEntity, type ReadonlyNetwork } from '../../../shared/model/network';
import { type Patch, patched } from '../../../shared/model/patch';

/** Below this a network is so small that a removal of half of it needs no question. */
const smallNetwork = 10;

export class Fitting {
  readonly #network: ReadonlyNetwork;
  /** What accepted entries would leave, by `table/id`. */
  #after = new Map<string, JsonObject | null>();
  #contacts: number;

  constructor(network: ReadonlyNetwork) {
    this.#network = network;
    this.#contacts = network.count('contacts');
  }

  /**
   * Takes one entry's patches in, or none of them.
   * @throws KithmapError `conflict` where a patch says something else was there before, `damaged` where it would
   * leave an entity that its schema refuses, `conflict` where more than half of the contacts would go.
   */
  accept(patches: readonly Patch[], allowShrink: boolean): void {
    const after = new Map<string, JsonObject | null>();
    let contacts = this.#contacts;
    for (const patch of patches) {
      const key = `${patch.table}/${patch.id}`;
      const present = after.get(key) ?? (after.has(key) ? null : this.#present(patch, key));
      if (!startsFrom(present, patch)) {
        throw new KithmapError(
          'conflict',
          `This was changed meanwhile (${patch.table} ${patch.id}). Look at it again and repeat your change.`,
        );
      }
      const next = patched(present, patch);
      after.set(key, next === null ? null : parseEntity(patch.table, patch.id, next));
      if (patch.table === 'contacts') contacts += Number(next !== null) - Number(present !== null);
    }
    if (!allowShrink) refuseShrink(this.#contacts, contacts);
    for (const [key, entity] of after) this.#after.set(key, entity);
    this.#contacts = contacts;
  }

  #present({ table, id }: Patch, key: string): JsonObject | null {
    const accepted = this.#after.get(key);
    return accepted === undefined ? (this.#network.get(table, id) ?? null) : accepted;
  }
}

/** @throws KithmapError `conflict` if more than half of the contacts would go. */
export function refuseShrink(before: number, after: number): void {
  if (before <= smallNetwork || after * 2 >= before) return;
  throw new KithmapError(
    'conflict',
    `This would remove ${before - after} of your ${before} contacts. Nothing was changed. If you mean it, confirm it.`,
  );
}

function startsFrom(present: JsonObject | null, { before, after }: Patch): boolean {
  if (before === null || present === null) return before === null && present === null;
  // A removal tells every field, a change those that it touches; what it adds must not be there.
  const fields = after === null ? Object.keys(present) : Object.keys(after);
  return [...new Set([...Object.keys(before), ...fields])].every((field) =>
    sameJson(present[field], before[field]),
  );
}
