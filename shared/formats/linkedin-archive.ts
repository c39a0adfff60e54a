/**
 * What LinkedIn's full archive holds besides the connections: who wrote to whom (messages.csv), and who invited whom
 * (Invitations.csv). What was written is never kept.
 */
import { normaliseProfile } from '../model/addresses';
import { foldedHeader } from './column-words';
import { cellsOf, type CsvRow, CsvRows } from './csv';
import { DatedRows } from './dated-rows';
import { DayReader, type SlashOrder } from './days';
import { digestOf } from './digest';
import { passedOverAt, skippedAt } from './findings';
import { LocalDays } from './local-days';
import type { EncounterRecord, ImportItem, Participant, ReadOptions, RecordReader } from './record';
import { TableReader } from './table-reader';
import { oneLine } from './text';

/** Where each column stands, by its folded name. */
type Columns = ReadonlyMap<string, number>;

/** Messages have many lines. */
const longestMessage = 5_000;
/** People in one conversation; more are a broadcast. */
const mostPeople = 500;

function columnsOf(line: string, needed: readonly string[]): Columns | undefined {
  if (line.length > 2_000 || !line.includes(',')) return undefined;
  const names = (cellsOf(line, ',') ?? []).map((cell) => foldedHeader(oneLine(cell)));
  const columns = new Map(names.map((name, at) => [name, at]));
  return needed.every((name) => columns.has(name)) ? columns : undefined;
}

/** Whether a line is the header row of messages.csv. */
export function messagesHeader(line: string): Columns | undefined {
  return columnsOf(line, ['conversation id', 'from', 'to', 'date']);
}

/** Whether a line is the header row of Invitations.csv. */
export function invitationsHeader(line: string): Columns | undefined {
  return columnsOf(line, ['from', 'to', 'sent at', 'direction']);
}

interface Kind {
  readonly header: (line: string) => Columns | undefined;
  readonly date: string;
  readonly called: string;
  /** What a row says; a sentence where it brings nothing. */
  readonly read: (cell: (name: string) => string, when: When) => EncounterRecord | string;
  /** What is left out on purpose, with a sentence. */
  readonly leaves?: (cell: (name: string) => string) => string | undefined;
}

interface When {
  readonly line: number;
  readonly day: string;
  readonly at?: string;
}

const messages: Kind = {
  header: messagesHeader,
  date: 'date',
  called: 'CONVERSATION ID and FROM',
  leaves(cell) {
    if (/^(?:yes|true)$/i.test(cell('is message draft'))) return 'The message is a draft and was not sent.';
    return /^spam$/i.test(cell('folder')) ? 'The message lies in the folder for spam.' : undefined;
  },
  read(cell, { line, day, at }) {
    const from = cell('from');
    const participants = [
      ...sender(from, cell('sender profile url')),
      ...recipients(cell('to'), cell('recipient profile urls')),
    ];
    if (participants.length === 0) return 'The message names nobody who wrote it or had it.';
    const title = cell('subject');
    const isBulk = /^sponsored/i.test(cell('conversation title')) || participants.length > mostPeople;
    return {
      kind: 'encounter',
      line,
      key: digestOf([cell('conversation id'), at ?? day, from]),
      sort: 'message',
      channel: 'message',
      day,
      ...(at === undefined ? {} : { at }),
      ...(title === '' ? {} : { title }),
      participants: participants.slice(0, mostPeople),
      ...(isBulk ? { bulk: true } : {}),
    };
  },
};

const invitations: Kind = {
  header: invitationsHeader,
  date: 'sent at',
  called: 'From, To and Direction',
  read(cell, { line, day }) {
    const [from, to] = [cell('from'), cell('to')];
    const [inviter, invitee] = [cell('inviterprofileurl'), cell('inviteeprofileurl')];
    const participants = [...sender(from, inviter), ...recipients(to, invitee, false)];
    if (participants.length < 2) return 'The invitation does not say who invited whom.';
    return {
      kind: 'encounter',
      line,
      key: digestOf(['invitation', normaliseProfile(inviter) ?? from, normaliseProfile(invitee) ?? to, day]),
      sort: 'message',
      channel: 'message',
      day,
      participants,
    };
  },
};

/** @throws KithmapError `bad-file` from `end` where there is no header row. */
export function messagesReader(options: ReadOptions): RecordReader {
  return archiveReader(messages, options);
}

/** @throws KithmapError `bad-file` from `end` where there is no header row. */
export function invitationsReader(options: ReadOptions): RecordReader {
  return archiveReader(invitations, options);
}

function archiveReader(kind: Kind, { fileName, zone }: ReadOptions): RecordReader {
  const days = new DayReader();
  const local = new LocalDays(zone);
  return new TableReader((line) => {
    const columns = kind.header(line);
    if (columns === undefined) return undefined;
    const dateAt = columns.get(kind.date) ?? -1;
    const timeOf = (text: string, order: SlashOrder): Pick<When, 'day' | 'at'> | undefined => {
      const moment = momentOf(text);
      const day = moment === undefined ? days.read(text, order) : local.of(moment);
      if (day === undefined) return undefined;
      return moment === undefined ? { day } : { day, at: new Date(moment).toISOString() };
    };
    const dated = new DatedRows(
      'month-first',
      ({ cells }) => [cells[dateAt] ?? ''],
      (row, order) => itemsOf(row, columns, kind, (text) => timeOf(text, order)),
    );
    // Newer archives have columns that older ones lack; a row over several lines has at least those of its header.
    return { rows: new CsvRows(',', columns.size, 0, longestMessage), dated };
  }, `${fileName} has no header row with ${kind.called}. Ask LinkedIn for the archive again and import it unchanged.`);
}

function itemsOf(
  { line, cells, broken }: CsvRow,
  columns: Columns,
  kind: Kind,
  timeOf: (text: string) => Pick<When, 'day' | 'at'> | undefined,
): ImportItem[] {
  if (cells.length === 1 && cells[0]?.trim() === '') return []; // a blank line
  if (broken) return [skippedAt(line, 'A quotation mark in this row is opened and never closed.')];
  const cell = (name: string): string => oneLine(cells[columns.get(name) ?? -1] ?? '');
  const when = timeOf(cell(kind.date));
  if (when === undefined) {
    return [skippedAt(line, `"${cell(kind.date).slice(0, 40)}" is not a date that can be read.`)];
  }
  const left = kind.leaves?.(cell);
  if (left !== undefined) return [passedOverAt(line, left)];
  const read = kind.read(cell, { line, ...when });
  return [typeof read === 'string' ? skippedAt(line, read) : read];
}

/** `2023-05-03 14:22:31 UTC` */
function momentOf(text: string): number | undefined {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)? ?(?:UTC|Z)$/.exec(text);
  const moment = match === null ? Number.NaN : Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}Z`);
  return Number.isNaN(moment) ? undefined : moment;
}

/** Members who left, or hide, are called so and have no profile. */
function isNobody(name: string): boolean {
  return name === '' || /^linkedin member$/i.test(name);
}

function sender(name: string, profile: string): Participant[] {
  return person('from', name, profile);
}

/**
 * Names and profiles of those who had it, each separated by commas. A name may hold a comma itself, so names and
 * profiles belong together only where there are as many of both; else the profiles alone say who it was.
 */
function recipients(names: string, profiles: string, several = true): Participant[] {
  const urls = listed(profiles);
  if (!several || urls.length === 1) return person('to', names, urls[0] ?? '');
  const called = listed(names);
  if (urls.length === 0) return called.flatMap((name) => person('to', name, ''));
  return urls.flatMap((url, at) =>
    person('to', called.length === urls.length ? (called[at] ?? '') : '', url),
  );
}

function person(role: 'from' | 'to', name: string, profile: string): Participant[] {
  const url = normaliseProfile(profile) === undefined ? undefined : profile;
  if (url === undefined && isNobody(name)) return [];
  return [{ role, ...(isNobody(name) ? {} : { name }), ...(url === undefined ? {} : { url }) }];
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
