/** What a file is, by what stands in it and never by its name. */
import { bookHeader } from './book-columns';
import { saysCytoscape } from './cytoscape';
import { edgeColumns, isComment, sampleSize } from './edge-columns';
import { linkedInHeader } from './linkedin';
import { invitationsHeader, messagesHeader } from './linkedin-archive';
import { mostOfEach } from './mail-bundle';
import { beginsLikeMail } from './mail-lines';
import { beginsLikePajek } from './pajek-lines';
import type { FormatName } from './record';
import { TextLines } from './text';
import { beginsLikeArchive } from './unpacker';

/** How many bytes of a file are looked at. */
export const recognisedBytes = 64 * 1024;

/** A format, or a sentence that says why there is none; the file's name goes in front of it. */
export type Recognition =
  | { readonly format: FormatName }
  /** `isText`: it may be a table whose columns a person can name. */
  | { readonly reason: string; readonly isText?: boolean };

const understood =
  'Kithmap reads LinkedIn’s Connections.csv, messages.csv and Invitations.csv, address books in CSV (Google, Outlook, Thunderbird), vCards, calendars (.ics), lists of ties (two columns with the headers source and target), GraphML, GEXF, networks of Pajek (.net, .paj) and Cytoscape (.cyjs), mail (.mbox, .eml), Monica’s JSON export, and its own.';

/** @param head the first 64 KB of the file, or all of it where it is shorter. */
export function recognise(head: Uint8Array): Recognition {
  if (beginsLikeArchive(head)) {
    return {
      reason: 'is an archive that cannot be looked into here. Unpack it and bring in the files in it.',
    };
  }
  if (beginsLikeMail(linesOf(head.subarray(0, mailBytes)))) return { format: 'mail' };
  const lines = linesOf(head).filter((line) => line.trim() !== '');
  const [first] = lines;
  if (first === undefined) return { reason: `is empty. ${understood}` };
  return (
    byMark(first.trimStart(), lines) ??
    byTable(head.length >= recognisedBytes ? lines.slice(0, -1) : lines) ?? {
      reason: `is in no format that is understood. ${understood}`,
      isText: true,
    }
  );
}

/** How many bytes show whether a file is mail. */
export const mailBytes = 8 * 1024;

/**
 * Whether a file can be read as one of many (mail-bundle.ts): one mail, of which the beginning is enough, or a mailbox
 * of which that is all. @param head its first bytes, `mailBytes` of them or all.
 */
export function fitsBundle(head: Uint8Array, size: number): boolean {
  const lines = linesOf(head);
  const isMailbox = lines.find((line) => line.trim() !== '')?.startsWith('From ') === true;
  return beginsLikeMail(lines) && (!isMailbox || size <= mostOfEach);
}

function linesOf(head: Uint8Array): string[] {
  const reader = new TextLines(recognisedBytes);
  return [...reader.push(head), ...reader.end()].map((line) => line.text);
}

/** Formats that say what they are. */
function byMark(first: string, lines: readonly string[]): Recognition | undefined {
  // A damaged first line is for the reader to speak of.
  if (/^BEGIN:VCAR?(?!\w*LENDAR)/i.test(first) || lines.slice(0, 200).some(beginsCard))
    return { format: 'vcard' };
  if (/^BEGIN:V(?:CALENDAR|EVENT)/i.test(first)) return { format: 'calendar' };
  if (first.startsWith('{') || first.startsWith('['))
    return byJson(lines.slice(0, 2_000).join('\n').slice(0, recognisedBytes));
  if (/^# \*{20}/.test(first) && lines.some((line) => /^INSERT IGNORE INTO\b/.test(line))) {
    return {
      reason: 'is Monica’s export as SQL. In Monica’s settings choose “Export as JSON” and bring that in.',
    };
  }
  if (first.startsWith('<')) {
    const graph = lines
      .map((line) => /<(?:\w+:)?(graphml|gexf)\b/i.exec(line)?.[1])
      .find((one) => one !== undefined);
    if (graph !== undefined) return { format: graph.toLowerCase() === 'gexf' ? 'gexf' : 'graphml' };
    return { reason: `is XML or HTML, but neither GraphML nor GEXF. ${understood}` };
  }
  const plain = lines.find((line) => !line.trimStart().startsWith('%'));
  if (plain !== undefined && beginsLikePajek(plain)) return { format: 'pajek' };
  return undefined;
}

function beginsCard(line: string): boolean {
  return /^\s*BEGIN:VCARD\s*$/i.test(line);
}

function byJson(all: string): Recognition {
  // A format stands at the beginning; behind it the words may be anybody's.
  const text = all.slice(0, 4_096);
  if (/"format"\s*:\s*"kithmap-export"/.test(text)) return { format: 'kithmap' };
  if (/"app_version"\s*:/.test(text) && /"account"\s*:\s*\{/.test(text)) return { format: 'monica' };
  if (saysCytoscape(all)) return { format: 'cytoscape' };
  if (/"format"\s*:\s*"kithmap"/.test(text)) {
    return {
      reason: 'is the file of a whole network and no export; open its folder, or restore it as a backup.',
    };
  }
  return {
    reason: `is JSON, but no export of Kithmap’s or Monica’s, and no network of Cytoscape’s. ${understood}`,
  };
}

function byTable(lines: readonly string[]): Recognition | undefined {
  if (lines.some((line) => linkedInHeader(line) !== undefined)) return { format: 'linkedin' };
  if (messagesHeader(lines[0] ?? '') !== undefined) return { format: 'linkedin-messages' };
  if (invitationsHeader(lines[0] ?? '') !== undefined) return { format: 'linkedin-invitations' };
  const rows = lines.filter((line) => !isComment(line)).slice(0, sampleSize);
  const [header = ''] = rows;
  if (bookHeader(header) !== undefined) return { format: 'book' };
  if (edgeColumns(rows) !== undefined) return { format: 'edges' };
  if (rows.some((row) => /[^\s@,;]@[^\s@,;]+\.\w/.test(row)) && /[,;\t]/.test(header)) {
    return {
      reason:
        'looks like an address book without headers. Put a first row above it that names its columns (Name, Email, Phone ...), or export it as vCard.',
      isText: true,
    };
  }
  if (/^"?(?:id|node|name|label)"?\s*(?:[,;\t]|$)/i.test(header)) {
    return {
      reason: `looks like a table of people; give it together with its list of ties (--nodes). ${understood}`,
    };
  }
  return undefined;
}
