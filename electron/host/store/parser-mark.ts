/**
 * The mark of this Kithmap's schemas. A snapshot that bears it holds rows that these very schemas have read, so that
 * they need not be read by them again. It changes with the version of the app and of the document, and with whatever
 * a schema says of its fields, so that a change of these while a version is in the making is noticed as well.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawTables } from '../../../shared/model/migrations/migration';
import { type TableName, tableNames } from '../../../shared/model/table-names';
import { tables } from '../../../shared/model/tables';

type Definitions = { readonly [T in TableName]: { readonly schema: z.ZodType } };

export class ParserMark {
  readonly #appVersion: string;
  readonly #schemaVersion: number;
  readonly #definitions: Definitions;
  #text: string | undefined;

  constructor(appVersion: string, schemaVersion: number, definitions: Definitions = tables) {
    this.#appVersion = appVersion;
    this.#schemaVersion = schemaVersion;
    this.#definitions = definitions;
  }

  /** Some milliseconds of work, once. */
  get text(): string {
    return (this.#text ??= this.#digest());
  }

  /** What a snapshot bears: nothing where it holds rows that the schemas did not understand. */
  of(left: RawTables): { readonly parsedBy?: string } {
    return tableNames.some((table) => left.has(table)) ? {} : { parsedBy: this.text };
  }

  #digest(): string {
    const hash = createHash('sha256').update(JSON.stringify([this.#appVersion, this.#schemaVersion]));
    for (const table of tableNames) {
      const fields = z.toJSONSchema(this.#definitions[table].schema, { unrepresentable: 'any' });
      hash.update(JSON.stringify([table, fields]));
    }
    return hash.digest('hex').slice(0, 32);
  }
}
