/** Address books in CSV: Google's, Outlook's, Thunderbird's and their like, whatever order their columns stand in. */
import type {
  ContactFields,
  ContactRecord,
  Finding,
  ImportItem,
  ReadOptions,
  RecordReader,
  Relation,
} from './record';
import { normaliseEmail, normalisePhone } from '../model/addresses';
import { type BookColumn, type BookHeader, bookHeader, type Grouped } from './book-columns';
import { type CsvRow, CsvRows } from './csv';
import { DatedRows } from './dated-rows';
import { DayReader, partialDate, type SlashOrder } from './days';
import { composedName } from './names';
import { tagOf } from './tags';
import { unguarded } from './write-csv';
import { TableReader, type TableStart } from './table-reader';
import { freeText, oneLine } from './text';

type Fields = { -readonly [K in keyof ContactFields]: ContactFields[K] };
type Postal = { -readonly [K in keyof NonNullable<ContactFields['postal']>[number]]: string };

/** Google's export has been seen to write a cell too many. */
const strayCells = 1;

/** @throws KithmapError `bad-file` from `end` where there is no header row. */
export function bookReader({ fileName }: ReadOptions): RecordReader {
  return new TableReader((line) => {
    const header = bookHeader(line);
    return header === undefined ? undefined : bookTable(header);
  }, `${fileName} has no header row with names or mail addresses. Export the address book with its headers.`);
}

/** The rows of an address book whose columns are known. */
export function bookTable(header: BookHeader): TableStart {
  const days = new DayReader();
  const dates = header.columns.filter(({ target: { to } }) => to === 'birthday' || to === 'date');
  const dated = new DatedRows(
    'month-first',
    ({ cells }) => dates.map(({ at }) => cells[at] ?? ''),
    (row, order) => itemsOf(row, header, (text) => dateOf(text, days, order)),
  );
  return { rows: new CsvRows(header.delimiter, header.count, strayCells), dated };
}

/** `1988-06-15`, `--12-01`, `20/01/1991`; Outlook writes `0/0/00` for none. */
function dateOf(text: string, days: DayReader, order: SlashOrder): string | undefined {
  return partialDate(text) ?? days.read(text, order);
}

function itemsOf(
  row: CsvRow,
  header: BookHeader,
  readDate: (text: string) => string | undefined,
): ImportItem[] {
  const { line, cells } = row;
  if (cells.length === 1 && cells[0]?.trim() === '') return []; // a blank line
  const skipped = (reason: string): Finding[] => [{ kind: 'finding', line, level: 'skipped', reason }];
  if (row.broken) return skipped('A quotation mark in this row is opened and never closed.');
  if (cells.every((cell) => cell.trim() === '')) return skipped('The row is empty.');
  const reading = new RowReading(row, header, readDate);
  const record = reading.record();
  if (record === undefined) return skipped('The row has no name, organisation, mail address or number.');
  return [record, ...reading.findings];
}

class RowReading {
  readonly findings: Finding[] = [];
  readonly #row: CsvRow;
  readonly #filled: readonly { readonly column: BookColumn; readonly value: string }[];
  readonly #readDate: (text: string) => string | undefined;

  constructor(row: CsvRow, header: BookHeader, readDate: (text: string) => string | undefined) {
    this.#row = row;
    this.#readDate = readDate;
    this.#filled = header.columns
      .map((column) => ({ column, value: unguarded((row.cells[column.at] ?? '').trim()) }))
      .filter(({ value }) => value !== '');
    if (row.cells.slice(header.count).some((value) => value.trim() !== '')) {
      this.#note('The row has more cells than the header; those beyond it were left out.');
    }
  }

  record(): ContactRecord | undefined {
    const fields = this.#fields();
    const { emails = [], phones = [], organisations = [], nicknames = [] } = fields;
    const parts = this.#nameParts();
    const full = parts.full ?? composedName(parts);
    const company = organisations[0]?.name ?? '';
    const guess =
      nicknames[0] ?? (company === '' ? undefined : company) ?? emails[0]?.value ?? phones[0]?.value;
    const isNamed = full !== '';
    const shown = isNamed ? full : guess;
    if (shown === undefined) return undefined;
    const organisationOnly =
      company !== '' && shown === company && Object.keys(parts).length <= (isNamed ? 1 : 0);
    const mail = emails.map(({ value }) => normaliseEmail(value)).find((one) => one !== undefined);
    const phone = phones[0]?.value ?? '';
    return {
      kind: 'contact',
      line: this.#row.line,
      ...(mail === undefined ? {} : { key: mail }),
      identity: [shown, mail ?? '', normalisePhone(phone) ?? phone],
      fields: { ...fields, name: { ...parts, full: shown } },
      notes: this.#texts('note').map(freeText),
      relations: this.#relations(),
      ...(organisationOnly ? { organisationOnly } : {}),
      ...(isNamed || organisationOnly ? {} : { nameGuessed: true }),
    };
  }

  #fields(): Fields {
    const postal = this.#postal();
    const place =
      this.#texts('place')[0] ??
      (
        postal.find(({ label, locality }) => label === 'home' && locality !== undefined) ??
        postal.find(({ locality }) => locality !== undefined)
      )?.locality;
    const industry = this.#texts('industry')[0];
    const birthday = this.#birthday();
    return {
      nicknames: this.#texts('nickname').map(oneLine),
      emails: this.#labelled('email'),
      phones: this.#labelled('phone'),
      urls: this.#labelled('url'),
      postal,
      organisations: this.#organisations(),
      tags: [...new Set(this.#texts('tags').flatMap(listed).map(tagOf))].filter((tag) => tag !== ''),
      interests: this.#texts('interests').flatMap(listed),
      dates: this.#dates(),
      other: this.#filled
        .filter(({ column }) => column.target.to === 'other' && column.name !== '')
        .map(({ column, value }) => ({ name: column.name.slice(0, 200), value: freeText(value) })),
      ...(birthday === undefined ? {} : { birthday }),
      ...(place === undefined ? {} : { place: oneLine(place) }),
      ...(industry === undefined ? {} : { industry: oneLine(industry) }),
    };
  }

  #nameParts(): Partial<Record<keyof NonNullable<ContactFields['name']>, string>> {
    const parts: Record<string, string> = {};
    for (const { column, value } of this.#filled) {
      if (column.target.to === 'name') parts[column.target.part] ??= oneLine(value);
    }
    return parts;
  }

  #texts(to: BookColumn['target']['to']): string[] {
    return this.#filled.filter(({ column }) => column.target.to === to).map(({ value }) => value);
  }

  /** Google's labels stand in a column of their own; a star before one says that it is the main one. */
  #label(of: Grouped, group: string): { label?: string } {
    const found = this.#filled.find(
      ({ column: { target } }) => target.to === 'label' && target.of === of && target.group === group,
    );
    const label = oneLine(found?.value ?? '').replace(/^\*\s*/, '');
    return label === '' ? {} : { label: label.toLowerCase() };
  }

  #labelled(to: 'email' | 'phone' | 'url'): { value: string; label?: string }[] {
    const found = new Map<string, { value: string; label?: string }>();
    for (const {
      column: { target },
      value,
    } of this.#filled) {
      if (target.to !== to) continue;
      const label = target.label === undefined ? this.#label(to, target.group) : { label: target.label };
      for (const one of several(value)) if (!found.has(one)) found.set(one, { value: one, ...label });
    }
    return [...found.values()];
  }

  #postal(): Postal[] {
    const found = new Map<string, { parts: Record<string, string> }>();
    for (const {
      column: { target },
      value,
    } of this.#filled) {
      if (target.to !== 'postal') continue;
      const at = found.get(target.group) ?? { parts: {} };
      at.parts[target.part] = target.part === 'text' ? freeText(value) : oneLine(value);
      found.set(target.group, at);
    }
    return [...found].map(([group, { parts }]) => {
      const { more, box, street, text, ...rest } = parts;
      const lines = [street, more, box].filter((part) => part !== undefined).join(', ');
      const isWhole = lines === '' && Object.keys(rest).length === 0;
      const label = /^\d+$/.test(group)
        ? this.#label('postal', group)
        : group === 'other'
          ? {}
          : { label: group };
      return {
        ...label,
        ...rest,
        ...(lines === '' ? {} : { street: lines }),
        ...(isWhole && text !== undefined ? { text } : {}),
      };
    });
  }

  #organisations(): NonNullable<ContactFields['organisations']> {
    const found = new Map<string, { name: string; title?: string; department?: string }>();
    for (const {
      column: { target },
      value,
    } of this.#filled) {
      if (target.to !== 'organisation') continue;
      const standing = found.get(target.group) ?? { name: '' };
      found.set(target.group, { ...standing, [target.part]: oneLine(value) });
    }
    return [...found.values()];
  }

  #birthday(): string | undefined {
    const [text] = this.#texts('birthday');
    const parts: Record<string, string> = {};
    for (const {
      column: { target },
      value,
    } of this.#filled) {
      if (target.to === 'birth') parts[target.part] = value.padStart(target.part === 'year' ? 4 : 2, '0');
    }
    const { year = '-', month, day } = parts;
    const written = month === undefined || day === undefined ? text : `${year}-${month}-${day}`;
    return written === undefined ? undefined : this.#date(written, 'birthday');
  }

  #dates(): NonNullable<ContactFields['dates']> {
    return this.#filled.flatMap(({ column: { target }, value }) => {
      if (target.to !== 'date') return [];
      const { label = 'date' } = target.label === undefined ? this.#label('date', target.group) : target;
      const date = this.#date(value, label);
      return date === undefined ? [] : [{ label, date }];
    });
  }

  #date(text: string, what: string): string | undefined {
    if (/^[0/.\-\s]*$/.test(text)) return undefined;
    const date = this.#readDate(text);
    if (date === undefined)
      this.#note(
        `"${oneLine(text).slice(0, 40)}" (${what}) is not a date that can be read; it is left open.`,
      );
    return date;
  }

  #relations(): Relation[] {
    return this.#filled.flatMap(({ column: { target }, value }) => {
      if (target.to !== 'relation') return [];
      const { label = 'related' } =
        target.label === undefined ? this.#label('relation', target.group) : target;
      return several(oneLine(value)).map((name) => ({ kind: label, name }));
    });
  }

  #note(reason: string): void {
    this.findings.push({ kind: 'finding', line: this.#row.line, level: 'note', reason });
  }
}

/** Google writes several values of one kind into a cell: `a ::: b`. */
function several(value: string): string[] {
  return value
    .split(' ::: ')
    .map((one) => oneLine(one))
    .filter((one) => one !== '');
}

/** Tags and hobbies: Google's separator, Outlook's, or commas. */
function listed(value: string): string[] {
  const mark = value.includes(':::') ? ':::' : value.includes(';') ? ';' : ',';
  return value
    .split(mark)
    .map((one) => oneLine(one))
    .filter((one) => one !== '');
}
