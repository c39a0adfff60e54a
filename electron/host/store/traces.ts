/**
 * The traces that someone leaves in rows and patches: which entities go with them, and what is left of the others.
 * Rows may be whole or, as in a patch, a few of their fields; both are looked at in every state they ever had.
 */
import { isObject, type JsonObject, sameJson } from '../../../shared/json';
import type { RawPatch } from '../../../shared/model/migrations/migration';
import { referencesOf } from '../../../shared/model/references';
import { TableName } from '../../../shared/model/table-names';

/** Everybody's: never forgotten, whatever is asked. */
const settingsId = 'settings';

export class Traces {
  /** Entities that cannot stand without another, by that other. */
  readonly #dependents = new Map<string, Set<string>>();
  /** Those in a list of people, by the entity that has the list. */
  readonly #listed = new Map<string, Set<string>>();
  readonly #listing = new Map<string, Set<string>>();
  readonly #secrets = new Map<string, Set<string>>();
  readonly #secretOwners = new Map<string, Set<string>>();

  /** One state of one entity. */
  see(table: string, id: string, row: JsonObject): void {
    const known = TableName.safeParse(table);
    if (!known.success || id === settingsId) return;
    for (const { reference, id: target } of referencesOf(known.data, row)) {
      if (reference.onRemove === 'remove') addTo(this.#dependents, target, id);
      else if (Array.isArray(row[reference.field])) {
        addTo(this.#listed, id, target);
        addTo(this.#listing, target, id);
      }
    }
    const secret = row['confidential'];
    if (typeof secret === 'string') {
      addTo(this.#secrets, id, secret);
      addTo(this.#secretOwners, secret, id);
    }
    if (known.data === 'merges') this.#seeSetAside(row['rows']);
  }

  /** What a merge would bring back once it is taken apart leans on others as it did before. */
  #seeSetAside(rows: unknown): void {
    for (const [table, changes] of entriesOf(rows)) {
      for (const [id, change] of entriesOf(changes)) {
        const before = isObject(change) ? change['before'] : undefined;
        if (isObject(before)) this.see(table, id, before);
      }
    }
  }

  seePatch({ table, id, before, after }: RawPatch): void {
    if (before !== null) this.see(table, id, before);
    if (after !== null) this.see(table, id, after);
  }

  /** The ids of all that goes with these. */
  goneWith(ids: readonly string[]): Set<string> {
    const gone = new Set(ids.filter((id) => id !== settingsId));
    for (const id of gone) {
      for (const dependent of this.#dependents.get(id) ?? []) gone.add(dependent);
      for (const list of this.#listing.get(id) ?? []) {
        if ([...(this.#listed.get(list) ?? [])].every((other) => gone.has(other))) gone.add(list);
      }
      for (const secret of this.#secrets.get(id) ?? []) {
        if ([...(this.#secretOwners.get(secret) ?? [])].every((owner) => gone.has(owner))) gone.add(secret);
      }
    }
    return gone;
  }
}

function entriesOf(value: unknown): [string, unknown][] {
  return isObject(value) ? Object.entries(value) : [];
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const set = sets.get(key);
  if (set === undefined) sets.set(key, new Set([value]));
  else set.add(value);
}

/** A row without any mention of these ids: as a value, in a list, as a key, however deep. */
export function withoutMentions(row: JsonObject, gone: ReadonlySet<string>): JsonObject {
  const kept: [string, unknown][] = [];
  for (const [field, value] of Object.entries(row)) {
    if (!gone.has(field) && !isMention(value, gone)) kept.push([field, cleaned(value, gone)]);
  }
  return Object.fromEntries(kept);
}

function cleaned(value: unknown, gone: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) {
    return value
      .filter((item: unknown) => !isMention(item, gone))
      .map((item: unknown) => cleaned(item, gone));
  }
  return isObject(value) ? withoutMentions(value, gone) : value;
}

/** The id itself, or an object in a list that is about it (`{contact: id, day}`). */
function isMention(value: unknown, gone: ReadonlySet<string>): boolean {
  return typeof value === 'string' && gone.has(value);
}

/** What is left of a patch, or undefined where nothing is. */
export function patchWithout(patch: RawPatch, gone: ReadonlySet<string>): RawPatch | undefined {
  if (gone.has(patch.id)) return undefined;
  const before = patch.before === null ? null : withoutMentions(patch.before, gone);
  const after = patch.after === null ? null : withoutMentions(patch.after, gone);
  if (before !== null && after !== null && sameJson(before, after)) return undefined;
  return { ...patch, before, after };
}
