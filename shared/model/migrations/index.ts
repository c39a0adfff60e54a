/**
 * Every migration, in order. The list only grows: a step that was released is never changed, since somebody's
 * network still waits to be taken through it. Each has a stored example in `examples/`, named by the version it
 * starts from, and the newest version has one, too.
 */
import type { Migration } from './migration';

export const migrations: readonly Migration[] = [];

/** The version of the document that this Kithmap writes. */
export function versionAfter(steps: readonly Migration[]): number {
  return steps.length + 1;
}

export const schemaVersion = versionAfter(migrations);
