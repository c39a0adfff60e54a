/**
 * The rows of an import, each with the key by which its source is known, and put together where several say one
 * person: in one file, or in two files of one format, as are an older and a newer copy of the same.
 */
import { digestOf } from '../formats/digest';
import type { ContactRecord } from '../formats/record';
import { addressKey } from '../model/addresses';
import type { PlannedFile } from './context';
import { personalKeys } from './match';
import { foldedName } from './names';
import type { Review } from './rows';

/** The longest key of a source that is kept as it is; a longer one is digested. */
const longestKey = 500;

/** What the files of an import say about one person under one key. */
export interface Row {
  readonly file: PlannedFile;
  readonly key: string;
  readonly record: ContactRecord;
  /** Further records with the same key and name; what they add to the first counts, what they contradict does not. */
  readonly repeats: { readonly file: PlannedFile; readonly record: ContactRecord }[];
  /** Mail addresses and profiles of all these records. */
  readonly addresses: string[];
  /** Named by a tie alone; nothing but the name is said. */
  readonly implied: boolean;
}

export function sourceKey(key: string): string {
  return key.length <= longestKey ? key : digestOf([key]);
}

/** Makes rows of records, file after file. */
export class RowsByKey {
  readonly #review: Review;
  /** Rows of the files so far, by format and key. */
  readonly #known = new Map<string, Row>();

  constructor(review: Review) {
    this.#review = review;
  }

  /** The rows that begin in this file. Of rows without a key, equal ones are told apart by their place among equals. */
  take(file: PlannedFile, records: readonly ContactRecord[], implied: boolean): Row[] {
    const rows: Row[] = [];
    const here = new Map<string, Row>();
    const places = new Map<string, number>();
    for (const record of records) {
      const base = sourceKey(record.key ?? digestOf(record.identity));
      const twin = record.key === undefined ? undefined : here.get(base);
      if (twin !== undefined && samePerson(twin.record, record)) {
        this.#join(twin, file, record);
        const detail = `The same person as in line ${twin.record.line}; the two are taken as one.`;
        const person = record.fields.name?.full ?? '';
        if (twin.file === file)
          this.#review.add('note', { file: file.at, line: record.line, person, detail });
        continue;
      }
      const place = (places.get(base) ?? 0) + 1;
      places.set(base, place);
      const key = place === 1 ? base : `${base}#${place}`;
      const known = this.#known.get(`${file.format} ${key}`);
      if (known !== undefined) {
        this.#join(known, file, record);
        here.set(key, known);
        continue;
      }
      const row = { file, key, record, repeats: [], addresses: personalKeys(record.fields), implied };
      this.#known.set(`${file.format} ${key}`, row);
      here.set(key, row);
      rows.push(row);
    }
    return rows;
  }

  #join(row: Row, file: PlannedFile, record: ContactRecord): void {
    row.repeats.push({ file, record });
    row.addresses.push(...personalKeys(record.fields));
  }
}

/** One key, one person: unless the key is a mail address that people with different names share. */
function samePerson(a: ContactRecord, b: ContactRecord): boolean {
  const key = a.key ?? '';
  const isMail = (a.fields.emails ?? []).some(
    ({ value }) => addressKey('email', value) === addressKey('email', key),
  );
  if (!isMail || a.nameGuessed === true || b.nameGuessed === true) return true;
  return foldedName(a.fields.name?.full ?? '') === foldedName(b.fields.name?.full ?? '');
}

/** By what Kithmap's own export names somebody: ids, which no two networks share. Empty for other files. */
export function ownId({ file, record: { id } }: Row): string {
  return file.format === 'kithmap' ? (id ?? '') : '';
}
