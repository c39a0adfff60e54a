/** What a migration is: one numbered step from one shape of the document to the next. */
import type { JsonObject } from '../../json';

/** Rows by id, as a file holds them: nothing is known of them but that they are objects. */
export type RawRows = Map<string, JsonObject>;
/** Rows by table; a table may be one that this version does not know. */
export type RawTables = Map<string, RawRows>;

/** A patch as a file holds it; its table may be one that this version does not know. */
export interface RawPatch {
  readonly table: string;
  readonly id: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

export interface Migration {
  /** The schema version it leads to: the first leads to 2, each next one to one more. */
  readonly to: number;
  /** What it changes, for whoever reads the list. */
  readonly says: string;
  /** Changes the tables in place. It knows only what is written here: schemas of today may change later. */
  migrate(tables: RawTables): void;
  /**
   * Brings a patch of the version before to this one, so that an old batch can still be undone. Undefined where
   * the patch has no meaning any more. Without it patches stay as they are.
   */
  patch?(patch: RawPatch): RawPatch | undefined;
}
