/** What a file is, by what stands in it and never by its name. */
import { cellsOf } from './csv';
import { edgeColumns, isComment, sampleSize } from './edge-columns';
import { linkedInHeader } from './linkedin';
import type { FormatName } from './record';
import { TextLines } from './text';

/** How many bytes of a file are looked at. */
export const recognisedBytes = 64 * 1024;

/** A format, or a sentence that says why there is none; the file's name goes in front of it. */
export type Recognition = { readonly format: FormatName } | { readonly reason: string };

const understood =
  'Kithmap reads LinkedIn’s Connections.csv, vCards, lists of ties (two columns with the headers source and target), GraphML, and its own JSON export.';

/** @param head the first 64 KB of the file, or all of it where it is shorter. */
export function recognise(head: Uint8Array): Recognition {
  const reader = new TextLines(recognisedBytes);
  const whole = [...reader.push(head), ...reader.end()].map((line) => line.text);
  const lines = whole.filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return { reason: `is empty. ${understood}` };
  return (
    byMark(first.trimStart(), lines) ??
    byTable(head.length >= recognisedBytes ? lines.slice(0, -1) : lines) ?? {
      reason: `is in no format that is understood. ${understood}`,
    }
  );
}

/** Formats that say what they are. */
function byMark(first: string, lines: readonly string[]): Recognition | undefined {
  // A damaged first line is for the reader to speak of.
  if (/^BEGIN:VCAR?(?!\w*LENDAR)/i.test(first) || lines.slice(0, 200).some(beginsCard))
    return { format: 'vcard' };
  if (/^BEGIN:VCALENDAR/i.test(first))
    return { reason: `is a calendar; calendars are not read yet. ${understood}` };
  if (first.startsWith('{') || first.startsWith('['))
    return byJson(lines.slice(0, 50).join('\n').slice(0, 4_096));
  if (first.startsWith('<')) {
    if (lines.some((line) => /<(?:\w+:)?graphml\b/i.test(line))) return { format: 'graphml' };
    return { reason: `is XML or HTML, but not GraphML. ${understood}` };
  }
  if (/^From .+\d{4}\s*$/.test(first) || /^(?:Received|Return-Path|Message-ID|MIME-Version): /i.test(first)) {
    return { reason: `holds mail; mail is not read yet. ${understood}` };
  }
  return undefined;
}

function beginsCard(line: string): boolean {
  return /^\s*BEGIN:VCARD\s*$/i.test(line);
}

function byJson(text: string): Recognition {
  if (/"format"\s*:\s*"kithmap-export"/.test(text)) return { format: 'kithmap' };
  if (/"format"\s*:\s*"kithmap"/.test(text)) {
    return {
      reason: 'is the file of a whole network and no export; open its folder, or restore it as a backup.',
    };
  }
  return { reason: `is JSON, but no export of Kithmap’s. ${understood}` };
}

function byTable(lines: readonly string[]): Recognition | undefined {
  if (lines.some((line) => linkedInHeader(line) !== undefined)) return { format: 'linkedin' };
  const rows = lines.filter((line) => !isComment(line)).slice(0, sampleSize);
  const [header = ''] = rows;
  if (isAddressBook(header)) {
    return {
      reason:
        'is an address book; address books in CSV other than LinkedIn’s are not read yet; export it as vCard.',
    };
  }
  if (edgeColumns(rows) !== undefined) return { format: 'edges' };
  if (rows.some((row) => /[^\s@,;]@[^\s@,;]+\.\w/.test(row)) && /[,;\t]/.test(header)) {
    return {
      reason:
        'looks like an address book without headers; address books in CSV other than LinkedIn’s are not read yet; export it as vCard.',
    };
  }
  if (/^"?(?:id|node|name|label)"?\s*(?:[,;\t]|$)/i.test(header)) {
    return {
      reason: `looks like a table of people; give it together with its list of ties (--nodes). ${understood}`,
    };
  }
  return undefined;
}

const bookColumn =
  /^(?:(?:first|given|last|family|middle|display) ?name|surname|e-?mail(?: \d.*| address| home| work| other|-adresse)?|(?:primary|secondary) e-?mail|e-?mail \d.*|(?:home|work|business|mobile) (?:phone|number|street|city)|phone \d.*|vorname|nachname|nickname|organi[sz]ation \d.*|organi[sz]ation name)$/;

/** A header row of Google, Outlook, Thunderbird and their like. */
function isAddressBook(header: string): boolean {
  return [',', ';', '\t'].some((delimiter) => {
    const cells = (cellsOf(header, delimiter) ?? []).map((cell) => cell.trim().toLowerCase());
    const columns = cells.filter((cell) => bookColumn.test(cell));
    return columns.length >= 2 && cells.every((cell) => cell !== 'source' && cell !== 'target');
  });
}
