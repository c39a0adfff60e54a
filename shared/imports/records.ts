/**
 * The rows of an import, each with the key by which its source is known, and put together where several say one
 * person: in one file, or in two files of one format, as are an older and a newer copy of the same. Of a row some
 * numbers are kept and not its record, since there may be hundreds of thousands.
 */
import { KithmapError } from '../errors';
import { digestOf } from '../formats/digest';
import type { ContactRecord } from '../formats/record';
import { addressKey } from '../model/addresses';
import type { Steps } from '../steps';
import type { PlannedFile } from './context';
import { personalKeys } from './match';
import { foldedName } from './names';
import { Numbers, PlaceIndex } from './place-index';
import type { Review } from './rows';
import type { Listed } from './shelf';

/** The longest key of a source that is kept as it is; a longer one is digested. */
const longestKey = 500;
/** Records looked at between two pauses. */
const inOneGo = 100;

/** Whom a row means, and how that was found; nothing for somebody new. */
export interface Match {
  readonly contact: string;
  readonly by: 'me' | 'source' | 'address' | 'phone' | 'name';
}

/** Where a record is. */
export class RecordPlace {
  readonly file: PlannedFile;
  readonly #records: Listed<ContactRecord>;
  readonly #at: number;

  constructor({ file, records }: Pick<Reading, 'file' | 'records'>, at: number) {
    this.file = file;
    this.#records = records;
    this.#at = at;
  }

  get record(): ContactRecord {
    const record = this.#records.at(this.#at);
    if (record === undefined) throw new KithmapError('internal', 'A record of the import is gone.');
    return record;
  }
}

/** Records of a file that are read at once. */
interface Reading {
  readonly file: PlannedFile;
  readonly records: Listed<ContactRecord>;
  /** Named by a tie alone; nothing but the name is said. */
  readonly implied: boolean;
}

const firstReading = 1;

/** What is kept of all rows. */
class RowsKept {
  /** By their number, from 1. */
  readonly readings: Reading[] = [];
  /** Of each row: the reading in which it begins, the one it was met in last, and the place of its record. */
  readonly reading = new Numbers();
  readonly metIn = new Numbers();
  readonly at = new Numbers();
  /** The place of the source that it adds, counted from 1; 0 for none. */
  readonly source = new Numbers();
  /** Which one it is of those with its key, where it is not the first. */
  readonly time = new Map<number, number>();
  readonly matches = new Map<number, Match>();
  readonly repeats = new Map<number, RecordPlace[]>();
}

/** What the files of an import say about one person under one key. */
export class Row {
  readonly #kept: RowsKept;
  readonly #number: number;
  readonly #reading: Reading;

  constructor(kept: RowsKept, number: number) {
    const reading = kept.readings[kept.reading.at(number) - firstReading];
    if (reading === undefined) throw new KithmapError('internal', 'A row of the import is gone.');
    this.#kept = kept;
    this.#number = number;
    this.#reading = reading;
  }

  get file(): PlannedFile {
    return this.#reading.file;
  }

  get implied(): boolean {
    return this.#reading.implied;
  }

  /** The records with the key and the name; what later ones add to the first counts, what they contradict does not. */
  get places(): readonly RecordPlace[] {
    const first = new RecordPlace(this.#reading, this.#kept.at.at(this.#number));
    return [first, ...(this.#kept.repeats.get(this.#number) ?? [])];
  }

  /** All that is said of the person. */
  records(): ContactRecord[] {
    return this.places.map(({ record }) => record);
  }

  get first(): ContactRecord {
    return new RecordPlace(this.#reading, this.#kept.at.at(this.#number)).record;
  }

  get key(): string {
    return keyOf(this.first, this.#kept.time.get(this.#number) ?? 1);
  }

  get match(): Match | undefined {
    return this.#kept.matches.get(this.#number);
  }

  set match(match: Match | undefined) {
    if (match !== undefined) this.#kept.matches.set(this.#number, match);
  }

  /** The place of the source that it adds. */
  get source(): number | undefined {
    const source = this.#kept.source.at(this.#number);
    return source === 0 ? undefined : source - 1;
  }

  set source(place: number | undefined) {
    this.#kept.source.set(this.#number, place === undefined ? 0 : place + 1);
  }

  /** Whether it was met in this reading. */
  isOf(reading: number): boolean {
    return this.#kept.metIn.at(this.#number) === reading;
  }

  meet(reading: number): void {
    this.#kept.metIn.set(this.#number, reading);
  }

  join(place: RecordPlace): void {
    const repeats = this.#kept.repeats.get(this.#number);
    if (repeats === undefined) this.#kept.repeats.set(this.#number, [place]);
    else repeats.push(place);
  }
}

/** Rows that follow each other, made anew whenever they are gone through. */
export class Rows implements Iterable<Row> {
  readonly #kept: RowsKept;
  readonly #from: number;
  readonly #to: number;

  constructor(kept: RowsKept, from: number, to: number) {
    this.#kept = kept;
    this.#from = from;
    this.#to = to;
  }

  *[Symbol.iterator](): Generator<Row, void, undefined> {
    for (let number = this.#from; number < this.#to; number++) yield new Row(this.#kept, number);
  }
}

/** Mail addresses and profiles of some records. */
export function addressesOf(records: readonly ContactRecord[]): string[] {
  return records.flatMap(({ fields }) => personalKeys(fields));
}

/** What the first of some records calls its person. */
export function nameOf([first]: readonly ContactRecord[]): string {
  return first?.fields.name?.full ?? '';
}

export function sourceKey(key: string): string {
  return key.length <= longestKey ? key : digestOf([key]);
}

/** @param time of records with one key, which one it is: those without a key of their own are told apart by it */
function keyOf(record: ContactRecord, time: number): string {
  const key = sourceKey(record.key ?? digestOf(record.identity));
  return time === 1 ? key : `${key}#${time}`;
}

/** Makes rows of records, file after file. */
export class RowsByKey {
  /** Namespaces in which something names people by the identifiers of their records. */
  readonly naming = new Set<string>();
  readonly #review: Review;
  readonly #kept = new RowsKept();
  /** By format and key. */
  readonly #byKey: PlaceIndex;

  constructor(review: Review, seed: number) {
    this.#review = review;
    this.#byKey = new PlaceIndex(seed);
  }

  get(format: string, key: string): Row | undefined {
    for (const number of this.#byKey.maybe(`${format} ${key}`)) {
      const row = new Row(this.#kept, number);
      if (row.file.format === format && row.key === key) return row;
    }
    return undefined;
  }

  all(): Rows {
    return new Rows(this.#kept, 0, this.#kept.at.length);
  }

  /** The rows that begin in this file. Of rows without a key, equal ones are told apart by their place among equals. */
  *take(file: PlannedFile, records: Listed<ContactRecord>, implied: boolean): Steps<Rows> {
    const reading = this.#kept.readings.push({ file, records, implied });
    const from = this.#kept.at.length;
    /** How many rows there are of a key that several have. */
    const times = new Map<string, number>();
    for (let at = 0; at < records.length; at++) {
      if (at % inOneGo === inOneGo - 1) yield;
      const here = new RecordPlace({ file, records }, at);
      const { record } = here;
      if (record.relations.some(({ uid }) => uid !== undefined)) this.naming.add(file.namespace);
      const base = keyOf(record, 1);
      const first = this.get(file.format, base);
      const twin = first?.isOf(reading) === true ? first : undefined;
      if (twin !== undefined && record.key !== undefined && samePerson(twin.first, record)) {
        this.#joinTwin(twin, here, record);
        continue;
      }
      const time = twin === undefined ? 1 : (times.get(base) ?? 1) + 1;
      if (time > 1) times.set(base, time);
      const known = time === 1 ? first : this.get(file.format, keyOf(record, time));
      if (known === undefined) this.#begin(reading, at, `${file.format} ${keyOf(record, time)}`, time);
      else {
        known.join(here);
        known.meet(reading);
      }
    }
    return new Rows(this.#kept, from, this.#kept.at.length);
  }

  #begin(reading: number, at: number, key: string, time: number): void {
    const number = this.#kept.at.length;
    this.#kept.reading.push(reading);
    this.#kept.metIn.push(reading);
    this.#kept.at.push(at);
    this.#kept.source.push(0);
    if (time > 1) this.#kept.time.set(number, time);
    this.#byKey.add(key, number);
  }

  #joinTwin(twin: Row, here: RecordPlace, { line, fields }: ContactRecord): void {
    twin.join(here);
    if (twin.file !== here.file) return;
    const detail = `The same person as in line ${twin.first.line}; the two are taken as one.`;
    this.#review.add('note', { file: here.file.at, line, person: fields.name?.full ?? '', detail });
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
export function ownId({ format }: PlannedFile, { id }: ContactRecord): string {
  return format === 'kithmap' ? (id ?? '') : '';
}
