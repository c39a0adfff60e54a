/**
 * LinkedIn's Connections.csv. The header row is searched for, since the notes above it change in wording and
 * length; its columns may stand in any order and in the language of the account.
 */
import { KithmapError } from '../errors';
import { normaliseEmail, normaliseProfile } from '../model/addresses';
import { cellsOf, type CsvRow, CsvRows } from './csv';
import { DayReader, type SlashOrder, slashOrderOf } from './days';
import { familyFirst } from './names';
import type { ContactFields, ContactRecord, Finding, ImportItem, ReadOptions, RecordReader } from './record';
import { oneLine, type TextLine, TextLines } from './text';

const columnNames = ['given', 'family', 'url', 'email', 'company', 'position', 'connectedOn'] as const;
type Column = (typeof columnNames)[number];

/** Where each known column stands, and the others by their header. */
export interface LinkedInHeader {
  readonly delimiter: string;
  readonly columns: Readonly<Partial<Record<Column, number>>>;
  readonly others: readonly { readonly at: number; readonly name: string }[];
  readonly count: number;
  /** Accounts in English write the month first. */
  readonly slashes: SlashOrder;
}

/** Headers, folded: English, German, French, Spanish, Portuguese, Italian, Dutch and some more. */
const headers: Readonly<Record<Column, RegExp>> = {
  given:
    /^(first name|given name|vorname|prenom|nombre|nombres|nome|primeiro nome|nome proprio|voornaam|fornavn|fornamn|etunimi|imie|jmeno|prenume|ad|nama depan|имя|名|이름)$/,
  family:
    /^(last name|family name|surname|nachname|familienname|nom|nom de famille|apellido|apellidos|sobrenome|apelido|ultimo nome|cognome|achternaam|etternavn|efternavn|efternamn|sukunimi|nazwisko|prijmeni|nume|nume de familie|soyad|soyadi|nama belakang|фамилия|姓|성)$/,
  url: /^(url|profile url|profil-url|profile|linkedin url|url du profil|url del perfil|url do perfil|url del profilo|profiel-url)$/,
  email:
    /^(e-?mail|e-?mail address|e-?mail-?adresse|adresse e-?mail|courriel|correo|correo electronico|direccion de (correo electronico|e-?mail|correo)|e-?mail-?adres|endereco de e-?mail|indirizzo e-?mail|e-?mailadres|e-?postadress|e-?postadresse|adres e-?mail|электронная почта|电子邮件|メールアドレス)$/,
  company:
    /^(company|organisation|organization|unternehmen|firma|entreprise|societe|empresa|azienda|societa|bedrijf|virksomhed|foretag|yritys|spolka|компания|公司|会社)$/,
  position:
    /^(position|title|job title|stelle|jobtitel|poste|fonction|intitule du poste|cargo|puesto|posicion|posizione|qualifica|ruolo|functie|positie|stilling|befattning|stanowisko|должность|职位|役職)$/,
  connectedOn:
    /^(connected( on)?|connection date|verbunden (am|seit)|vernetzt (am|seit)|kontakt seit|datum der vernetzung|connecte(\(?e?\)?)? (le|depuis)|date de connexion|en relation depuis|relation depuis|fecha de (la )?conexion|conectado( el| en)?|data d[ae] conexao|conectado em|conexao em|data di (collegamento|connessione)|collegat[oa]( il| dal)?|conness[oa] il|verbonden (op|sinds)|connectie (op|sinds)|datum connectie|ansluten den|forbundet( den)?|дата установления контакта)$/,
};

function foldedHeader(cell: string): string {
  return cell
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s_]+/g, ' ')
    .trim();
}

/** The header row, if this line is one: names, and the day of connecting or both profile and company. */
export function linkedInHeader(line: string): LinkedInHeader | undefined {
  if (line.length > 10_000) return undefined;
  for (const delimiter of [',', ';', '\t']) {
    if (!line.includes(delimiter)) continue;
    const cells = (cellsOf(line, delimiter) ?? []).map((cell) => oneLine(cell));
    const found = headerOf(cells, delimiter);
    if (found !== undefined) return found;
  }
  return undefined;
}

function headerOf(cells: readonly string[], delimiter: string): LinkedInHeader | undefined {
  const columns: Partial<Record<Column, number>> = {};
  const others: { at: number; name: string }[] = [];
  cells.forEach((cell, at) => {
    const name = foldedHeader(cell);
    const column = columnNames.find((one) => columns[one] === undefined && headers[one].test(name));
    if (column !== undefined) columns[column] = at;
    else if (name !== '') others.push({ at, name: cell });
  });
  const { given, family, url, company, connectedOn } = columns;
  const named = given !== undefined && (family !== undefined || connectedOn !== undefined);
  const ours = connectedOn !== undefined || (url !== undefined && company !== undefined);
  if (!named || !ours) return undefined;
  const english = foldedHeader(cells[given] ?? '') === 'first name';
  return {
    delimiter,
    columns,
    others,
    count: cells.length,
    slashes: english ? 'month-first' : 'day-first',
  };
}

/** Rows held back at most until a date with slashes shows which number is the month. */
const mostHeld = 5_000;

class LinkedInReader implements RecordReader {
  readonly #fileName: string;
  readonly #lines = new TextLines();
  readonly #days = new DayReader();
  #header: LinkedInHeader | undefined;
  #rows = new CsvRows(',');
  #order: SlashOrder | undefined;
  #held: CsvRow[] = [];

  constructor(options: ReadOptions) {
    this.#fileName = options.fileName;
  }

  push(bytes: Uint8Array): ImportItem[] {
    return this.#read(this.#lines.push(bytes));
  }

  end(): ImportItem[] {
    const items = this.#read(this.#lines.end());
    const header = this.#header;
    if (header === undefined) {
      throw new KithmapError(
        'bad-file',
        `${this.#fileName} has no header row with First Name and Connected On. Ask LinkedIn for the Connections file again and import it unchanged.`,
      );
    }
    for (const row of this.#rows.end()) this.#take(row, header, items);
    this.#release(header, items, this.#order);
    return items;
  }

  #read(lines: readonly TextLine[]): ImportItem[] {
    const items: ImportItem[] = [];
    for (const line of lines) {
      items.push(...line.findings);
      if (this.#header === undefined) {
        this.#header = linkedInHeader(line.text);
        if (this.#header !== undefined) this.#rows = new CsvRows(this.#header.delimiter, this.#header.count);
        continue;
      }
      for (const row of this.#rows.push(line)) this.#take(row, this.#header, items);
    }
    return items;
  }

  /** Passes a row on, or holds it back while it is not known how the file writes its dates. */
  #take(row: CsvRow, header: LinkedInHeader, items: ImportItem[]): void {
    const order = slashOrderOf(row.cells[header.columns.connectedOn ?? -1] ?? '');
    if (this.#order === undefined && (order === 'month-first' || order === 'day-first')) {
      this.#order = order;
      this.#release(header, items, order);
    }
    const wait = this.#order === undefined && (order === 'either' || this.#held.length > 0);
    if (!wait) {
      items.push(...itemsOf(row, header, this.#days, this.#order ?? header.slashes));
      return;
    }
    this.#held.push(row);
    if (this.#held.length >= mostHeld) this.#release(header, items, undefined);
  }

  #release(header: LinkedInHeader, items: ImportItem[], order: SlashOrder | undefined): void {
    const [first] = this.#held;
    if (first !== undefined && order === undefined) {
      this.#order = header.slashes;
      items.push({
        kind: 'finding',
        line: first.line,
        level: 'note',
        reason: `No date shows whether the day or the month comes first; they were read with the ${header.slashes === 'day-first' ? 'day' : 'month'} first.`,
      });
    }
    for (const row of this.#held) {
      items.push(...itemsOf(row, header, this.#days, order ?? header.slashes));
    }
    this.#held = [];
  }
}

/** @throws KithmapError `bad-file` from `end` where there is no header row. */
export function linkedInReader(options: ReadOptions): RecordReader {
  return new LinkedInReader(options);
}

const skipped = (line: number, reason: string): Finding => ({
  kind: 'finding',
  line,
  level: 'skipped',
  reason,
});
const note = (line: number, reason: string): Finding => ({ kind: 'finding', line, level: 'note', reason });

function itemsOf(row: CsvRow, header: LinkedInHeader, days: DayReader, order: SlashOrder): ImportItem[] {
  const { line } = row;
  if (row.cells.length === 1 && row.cells[0]?.trim() === '') return []; // a blank line
  if (row.broken) return [skipped(line, 'A quotation mark in this row is opened and never closed.')];
  const cell = (column: Column): string => oneLine(row.cells[header.columns[column] ?? -1] ?? '');
  const [given, family, url, email] = [cell('given'), cell('family'), cell('url'), cell('email')];
  const [company, position, connected] = [cell('company'), cell('position'), cell('connectedOn')];
  if (row.cells.every((value) => value.trim() === '')) return [skipped(line, 'The row is empty.')];
  const profile = normaliseProfile(url);
  const address = normaliseEmail(email);
  const named = given !== '' || family !== '';
  if (!named && profile === undefined && address === undefined) {
    return [skipped(line, 'The row has no name, no mail address and no profile.')];
  }

  const connectedOn = days.read(connected, order);
  const name = nameOf(given, family);
  const fields: ContactFields = {
    name: named ? name : { full: guessedName(address, profile) },
    emails: email === '' ? [] : [{ value: email }],
    urls: url === '' ? [] : [{ value: url, label: 'LinkedIn' }],
    organisations: organisationsOf(company, position),
    other: othersOf(row, header),
  };
  const record: ContactRecord = {
    kind: 'contact',
    line,
    key: profile ?? address,
    identity: [given, family, connectedOn ?? connected],
    fields,
    notes: [],
    relations: [],
    ...(connectedOn === undefined ? {} : { connectedOn }),
    ...(named ? {} : { nameGuessed: true }),
  };
  const items: ImportItem[] = [record];
  if (connected !== '' && connectedOn === undefined) {
    items.push(
      note(line, `"${connected.slice(0, 40)}" is not a date that can be read; the day is left open.`),
    );
  }
  if (row.cells.slice(header.count).some((value) => value.trim() !== '')) {
    items.push(note(line, 'The row has more cells than the header; those beyond it were left out.'));
  }
  return items;
}

function nameOf(given: string, family: string): NonNullable<ContactFields['name']> {
  const full = familyFirst(given, family) ?? [given, family].filter((part) => part !== '').join(' ');
  return {
    full,
    ...(given === '' ? {} : { given }),
    ...(family === '' ? {} : { family }),
  };
}

function organisationsOf(name: string, title: string): NonNullable<ContactFields['organisations']> {
  if (name === '' && title === '') return [];
  return [{ name, ...(title === '' ? {} : { title }) }];
}

function othersOf(row: CsvRow, header: LinkedInHeader): NonNullable<ContactFields['other']> {
  return header.others
    .map(({ at, name }) => ({ name, value: (row.cells[at] ?? '').trim() }))
    .filter(({ value }) => value !== '');
}

function guessedName(address: string | undefined, profile: string | undefined): string {
  return address ?? profile?.replace(/^.*\//, '') ?? '';
}
