/** Writes to a draft and remembers what each entity was before, for what one edit out of several in a draft did. */
import type { JsonObject } from '../json';
import type { TableName } from '../model/table-names';
import type { Draft } from './draft';

export interface Recorded {
  readonly table: TableName;
  readonly id: string;
  readonly before: JsonObject | null;
  readonly after: JsonObject | null;
}

export class Recorder {
  readonly #draft: Draft;
  /** By `table/id`, in the order of first touch. */
  readonly #before = new Map<string, Omit<Recorded, 'after'>>();

  constructor(draft: Draft) {
    this.#draft = draft;
  }

  /** Puts an entity; whoever calls sees to it that what it refers to is there in the end. */
  put(table: TableName, id: string, entity: JsonObject): void {
    this.#remember(table, id);
    this.#draft.restore(table, id, entity);
  }

  delete(table: TableName, id: string): void {
    this.#remember(table, id);
    this.#draft.delete(table, id);
  }

  /** What every entity was and is, one that is as it was left out. */
  all(): Recorded[] {
    return [...this.#before.values()].map((was) => {
      const after: JsonObject | undefined = this.#draft.get(was.table, was.id);
      return { ...was, after: after ?? null };
    });
  }

  #remember(table: TableName, id: string): void {
    const key = `${table}/${id}`;
    const before: JsonObject | undefined = this.#draft.get(table, id);
    if (!this.#before.has(key)) this.#before.set(key, { table, id, before: before ?? null });
  }
}
