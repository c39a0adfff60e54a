/**
 * Taking back what an edit or a batch did, after anything else may have happened. A field goes back only where its
 * value is still the one that was written; an entity that was made goes only if nobody changed it and nothing that
 * stays refers to it; what went comes back only if what it refers to is there. Whatever is kept is listed with
 * the reason, so that nothing later is lost and nothing is kept in silence.
 */
import { type JsonObject, sameJson } from '../json';
import type { ReadonlyNetwork } from '../model/network';
import { type Patch, squashSteps } from '../model/patch';
import { referencesOf, withoutReference } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import { derivedTables, tables } from '../model/tables';
import { atOnce, type Steps } from '../steps';
import { Draft } from './draft';

export interface KeptBack {
  readonly table: TableName;
  readonly id: string;
  /** Which field stays as it is; absent where the whole entity does. */
  readonly field?: string;
  readonly reason: 'changed-since' | 'in-use' | 'gone' | 'refers-to-nothing' | 'exists-again';
}

export interface Reverted {
  readonly patches: readonly Patch[];
  readonly kept: readonly KeptBack[];
}

/** @param patches what was done, oldest first. */
export function revert(network: ReadonlyNetwork, patches: Iterable<Patch>): Reverted {
  return atOnce(revertSteps(network, patches));
}

/** The same, an entity at a time, for a batch of many. The network must not change meanwhile. */
export function* revertSteps(network: ReadonlyNetwork, patches: Iterable<Patch>): Steps<Reverted> {
  const draft = new Draft(network);
  const kept: KeptBack[] = [];
  /** What the edit made and we have taken out, with the state it had. */
  const taken = new Map<string, { table: TableName; id: string; was: JsonObject }>();
  /** What the edit took out or changed and we have put back. */
  const restored = new Map<string, { table: TableName; id: string; was: JsonObject | null }>();

  // One patch per entity: what it was before all of this, and what all of this left it as.
  for (const patch of (yield* squashSteps(patches)).reverse()) {
    yield;
    const { table, id, before, after } = patch;
    const key = `${table}/${id}`;
    const present: JsonObject | null = draft.get(table, id) ?? null;
    if (before === null) {
      if (present === null || after === null) continue;
      if (!derivedTables.includes(table) && !sameJson(present, after)) {
        kept.push({ table, id, reason: 'changed-since' });
        continue;
      }
      taken.set(key, { table, id, was: present });
      draft.delete(table, id);
    } else if (after === null) {
      if (present !== null) {
        kept.push({ table, id, reason: 'exists-again' });
        continue;
      }
      restored.set(key, { table, id, was: null });
      draft.restore(table, id, before);
    } else if (present === null) {
      kept.push({ table, id, reason: 'gone' });
    } else {
      const next: Record<string, unknown> = { ...present };
      for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
        if (!sameJson(present[field], after[field])) {
          kept.push({ table, id, field, reason: 'changed-since' });
        } else if (before[field] === undefined) {
          Reflect.deleteProperty(next, field);
        } else {
          next[field] = before[field];
        }
      }
      restored.set(key, { table, id, was: present });
      draft.restore(table, id, next);
    }
  }

  yield* settle(draft, taken, restored, kept);
  return { patches: yield* draft.patchSteps(), kept };
}

type Taken = Map<string, { table: TableName; id: string; was: JsonObject }>;
type Restored = Map<string, { table: TableName; id: string; was: JsonObject | null }>;

/** Puts back what something that stays still refers to, and gives up what would refer to nothing, until all agrees. */
function* settle(draft: Draft, taken: Taken, restored: Restored, kept: KeptBack[]): Steps<void> {
  const sources = sourcesByContact(taken);
  for (let again = true; again;) {
    again = false;
    for (const [key, { table, id, was }] of taken) {
      yield;
      if (!usedBySomethingElse(draft, table, id)) continue;
      taken.delete(key);
      draft.restore(table, id, was);
      kept.push({ table, id, reason: 'in-use' });
      again = true;
      keepSources(draft, taken, sources.get(id) ?? []);
    }
    for (const [key, { table, id, was }] of restored) {
      yield;
      const entity: JsonObject | undefined = draft.get(table, id);
      if (entity === undefined) continue;
      const dangling = referencesOf(table, entity).some((found) => !draft.has(found.reference.to, found.id));
      const secret = entity['confidential'];
      if (!dangling && !(typeof secret === 'string' && !draft.has('confidential', secret))) continue;
      restored.delete(key);
      if (was === null) draft.delete(table, id);
      else draft.restore(table, id, was);
      kept.push({ table, id, reason: 'refers-to-nothing' });
      again = true;
    }
  }
  for (const { table, id } of taken.values()) {
    forgetDerived(draft, table, id);
    yield;
  }
}

/** What the app itself derived for an entity that goes (its place on the map, its group) goes with it. */
function forgetDerived(draft: Draft, table: TableName, id: string): void {
  for (const derived of derivedTables) {
    for (const reference of tables[derived].references) {
      if (reference.to !== table) continue;
      for (const owner of draft.referring(table, id, derived)) {
        const holder: JsonObject | undefined = draft.get(derived, owner);
        if (holder === undefined) continue;
        const left = reference.onRemove === 'remove' ? null : withoutReference(holder, reference, id);
        if (left === null) draft.delete(derived, owner);
        else draft.restore(derived, owner, left);
      }
    }
  }
}

function usedBySomethingElse(draft: Draft, table: TableName, id: string): boolean {
  return tableNames.some(
    (owner) => !derivedTables.includes(owner) && draft.referring(table, id, owner).length > 0,
  );
}

function sourcesByContact(taken: Taken): Map<string, string[]> {
  const sources = new Map<string, string[]>();
  for (const [key, { table, was }] of taken) {
    const contact = was['contact'];
    if (table !== 'sources' || typeof contact !== 'string') continue;
    const keys = sources.get(contact);
    if (keys === undefined) sources.set(contact, [key]);
    else keys.push(key);
  }
  return sources;
}

/** A contact that stays keeps the memory of where it came from, so that the same file finds it again. */
function keepSources(draft: Draft, taken: Taken, keys: readonly string[]): void {
  for (const key of keys) {
    const source = taken.get(key);
    if (source === undefined) continue;
    taken.delete(key);
    draft.restore(source.table, source.id, source.was);
  }
}
