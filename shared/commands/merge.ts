/**
 * Two contacts who are one person. Everything that refers to the one who goes refers to the one who stays from then on,
 * by the definitions of the tables, so that a table added later is thought of; ties to the same third person become
 * one. A record of what was put together stays in the network: undo takes the whole edit back, and `contact.split`
 * takes the two apart later, keeping what came in between.
 */
import { z } from 'zod';
import { KithmapError } from '../errors';
import { isWithinOne } from '../introductions/within-one';
import { type JsonObject, sameJson } from '../json';
import type { Tie } from '../model/entities';
import { Id } from '../model/ids';
import { difference, type Patch } from '../model/patch';
import { redirected, referencesOf, withoutReference } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import { tables } from '../model/tables';
import { type Command, type CommandContext, defineCommand } from './command';
import type { Draft } from './draft';
import { Choices, mergedContact } from './merged-fields';
import { movedReference, notThrough } from './moved-reference';
import { Recorder } from './recorder';
import { settingsOf } from './settings';
import { splitCommand } from './split';

/** Pairs that one edit puts together at most: an edit is one line of the journal. */
export const mostMerges = 200;

const merge = defineCommand({
  name: 'contact.merge',
  label: 'Merge two contacts',
  schema: z.strictObject({ into: Id, gone: Id, keep: Choices.default({}) }),
  apply: (draft, { into, gone, keep }, context) => mergeTwo(draft, into, gone, keep, context),
});

/** Several pairs as one edit. Who went in an earlier pair is who they became. */
const mergeMany = defineCommand({
  name: 'contact.merge-many',
  label: 'Merge contacts',
  schema: z.strictObject({
    pairs: z
      .array(z.strictObject({ into: Id, gone: Id }))
      .min(1)
      .max(mostMerges),
  }),
  apply(draft, { pairs }, context) {
    const became = new Map<string, string>();
    const now = (id: string): string => {
      let at = id;
      for (let next = became.get(at); next !== undefined; next = became.get(at)) at = next;
      return at;
    };
    let count = 0;
    for (const { into, gone } of pairs) {
      const [stays, goes] = [now(into), now(gone)];
      if (stays === goes) continue;
      mergeTwo(draft, stays, goes, {}, context);
      became.set(goes, stays);
      count += 1;
    }
    return { count };
  },
});

function mergeTwo(
  draft: Draft,
  into: string,
  gone: string,
  keep: Choices,
  context: CommandContext,
): { merge: string; id: string; introductions: number } {
  if (into === gone) throw new KithmapError('conflict', 'These two are one contact already.');
  const [stays, goes] = [draft.need('contacts', into), draft.need('contacts', gone)];
  const merged: JsonObject = mergedContact(stays, goes, keep);
  const writing = new Recorder(draft);
  const introductions = introductionsOf(draft, into, gone);
  for (const id of introductions) drop(draft, writing, 'introductions', id);
  writing.put('contacts', into, notThrough(merged, [into, gone]));
  joinTies(draft, writing, into, gone);
  for (const table of tableNames) {
    if (table === 'ties' || table === 'positions') continue;
    for (const id of draft.referring('contacts', gone, table)) {
      if (id === gone && table === 'contacts') continue;
      const entity: JsonObject = draft.need(table, id);
      writing.put(table, id, movedReference(table, entity, gone, into));
    }
  }
  dropIdleDecisions(draft, writing, into);
  if (draft.has('positions', gone)) writing.delete('positions', gone);
  if (settingsOf(draft).me === gone) {
    writing.put('settings', 'settings', { ...draft.need('settings', 'settings'), me: into });
  }
  writing.delete('contacts', gone);
  const record = recordOf(writing, draft, stays, goes, context);
  draft.create('merges', record);
  return { merge: record.id, id: into, introductions: introductions.length };
}

/**
 * Introductions of the one to the other, or of which one was made by the other: nobody is introduced to themselves, nor
 * introduces themselves. The record of the merge keeps them; who got to know each other by them still does.
 */
function introductionsOf(draft: Draft, into: string, gone: string): string[] {
  return draft
    .referring('contacts', gone, 'introductions')
    .filter((id) => isWithinOne(draft.need('introductions', id), [into, gone]));
}

/** Ties move; two to the same person become one with the evidence of both, and one between the two goes. */
function joinTies(draft: Draft, writing: Recorder, into: string, gone: string): void {
  for (const id of draft.referring('contacts', gone, 'ties')) {
    const tie = draft.need('ties', id);
    const other = tie.a === gone ? tie.b : tie.a;
    const standing = other === into ? undefined : draft.tieBetween(into, other);
    if (other === into) {
      drop(draft, writing, 'ties', id);
    } else if (standing === undefined) {
      writing.put('ties', id, movedReference('ties', tie, gone, into));
    } else {
      writing.put('ties', standing.id, joined(standing, tie, gone, into));
      for (const table of tableNames) {
        for (const owner of draft.referring('ties', id, table)) {
          writing.put(table, owner, redirected(table, draft.need(table, owner), 'ties', id, standing.id));
        }
      }
      writing.delete('ties', id);
    }
  }
}

/** Takes out an entity and what cannot stand without it. */
function drop(draft: Draft, writing: Recorder, table: TableName, id: string): void {
  for (const owner of tableNames) {
    for (const reference of tables[owner].references.filter(({ to }) => to === table)) {
      for (const ownerId of draft.referring(table, id, owner)) {
        const left =
          reference.onRemove === 'remove'
            ? null
            : withoutReference(draft.need(owner, ownerId), reference, id);
        if (left === null) drop(draft, writing, owner, ownerId);
        else writing.put(owner, ownerId, left);
      }
    }
  }
  writing.delete(table, id);
}

/** What two ties to one person are as one. A known tie needs no guess; of two strengths the greater holds. */
function joined(mine: Tie, theirs: Tie, gone: string, into: string): JsonObject {
  const moved: JsonObject = redirected('ties', theirs, 'contacts', gone, into);
  const known = mine.state === 'known' || theirs.state === 'known';
  const most = (a: number | undefined, b: number | undefined): number | undefined =>
    a === undefined || b === undefined ? (a ?? b) : Math.max(a, b);
  const earliest = [mine.since, theirs.since].filter((day) => day !== undefined).sort()[0];
  const notes = [...new Set([mine.note, theirs.note].filter((note) => note !== undefined))];
  const kindFrom: JsonObject = mine.kind === undefined ? moved : mine;
  const fields: JsonObject = {
    ...moved,
    ...mine,
    state: known ? 'known' : 'inferred',
    kind: kindFrom['kind'],
    kindOf: kindFrom['kindOf'],
    closeness: mine.closeness ?? theirs.closeness,
    weight: most(mine.weight, theirs.weight),
    since: earliest,
    confidence: known ? undefined : most(mine.confidence, theirs.confidence),
    note: notes.length === 0 ? undefined : notes.join('\n').slice(0, 200_000),
    createdAt: mine.createdAt < theirs.createdAt ? mine.createdAt : theirs.createdAt,
  };
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** What was decided about the two as a pair means nothing now; the same decided of both about a third stands once. */
function dropIdleDecisions(draft: Draft, writing: Recorder, into: string): void {
  const seen = new Set<string>();
  for (const id of draft.referring('contacts', into, 'pairDecisions')) {
    const { a, b, kind } = draft.need('pairDecisions', id);
    const key = `${kind} ${a === into ? b : a}`;
    if (a === b || seen.has(key)) writing.delete('pairDecisions', id);
    seen.add(key);
  }
}

/** The record of a merge: ids where nothing but a reference moved, and what each entity was where more became different. */
function recordOf(
  writing: Recorder,
  draft: Draft,
  stays: JsonObject & { readonly id: string },
  goes: JsonObject & { readonly id: string },
  { newId, now }: CommandContext,
): JsonObject & { readonly id: string } {
  const moved: Partial<Record<TableName, string[]>> = {};
  const brought: Record<string, JsonObject> = {};
  const rows: Partial<Record<TableName, Record<string, Pick<Patch, 'before' | 'after'>>>> = {};
  const own = difference('contacts', stays.id, stays, draft.need('contacts', stays.id));
  for (const { table, id, before, after } of writing.all()) {
    if (table === 'contacts' && (id === stays.id || id === goes.id)) continue;
    const isMoved =
      before !== null &&
      after !== null &&
      referencesOf(table, before).every(
        (found) => found.reference.to !== 'contacts' || found.id !== stays.id,
      ) &&
      sameJson(movedReference(table, before, goes.id, stays.id), after);
    if (isMoved) (moved[table] ??= []).push(id);
    else {
      const patch = difference(table, id, before, after);
      if (patch !== undefined) (rows[table] ??= {})[id] = { before: patch.before, after: patch.after };
    }
    const source = table === 'sources' ? draft.get('sources', id) : undefined;
    if (source !== undefined) brought[id] = source.values;
  }
  return {
    id: newId(),
    into: stays.id,
    gone: goes,
    before: own?.before ?? {},
    after: own?.after ?? {},
    moved,
    rows,
    brought,
    at: now,
  };
}

export const mergeCommands: readonly Command[] = [merge, mergeMany, splitCommand];
