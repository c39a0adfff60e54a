/**
 * The lines of a journal. The first says what the file is and after which `seq` it begins; every other is one edit
 * or one end of a batch, numbered without a gap. Each line ends with the CRC-32 of its bytes before that field, so
 * that a torn or changed line is known as one.
 */
import { setImmediate as turn } from 'node:timers/promises';
import { crc32 } from 'node:zlib';
import { z } from 'zod';
import { type JsonObject, JsonObject as JsonObjectSchema } from '../../../shared/json';

export const journalFormat = 'kithmap-journal';

const Header = z.looseObject({
  format: z.literal(journalFormat),
  schemaVersion: z.int().min(1),
  after: z.int().min(0),
});
export type JournalHeader = z.infer<typeof Header>;

const RawPatch = z.object({
  table: z.string(),
  id: z.string(),
  before: JsonObjectSchema.nullable(),
  after: JsonObjectSchema.nullable(),
});

export const JournalLine = z.looseObject({
  seq: z.int().min(1),
  at: z.string(),
  by: z.string(),
  name: z.string(),
  label: z.string(),
  batch: z.string().optional(),
  undoes: z.int().optional(),
  /** The line opens or closes its batch and changes nothing itself. */
  mark: z.enum(['begin', 'commit']).optional(),
  patches: z.array(RawPatch),
});
export type JournalLine = z.infer<typeof JournalLine>;

/** Bytes of lines that are read at a time: some milliseconds of work. */
const sliceLength = 1 << 16;
const newline = 0x0a;
/** `,"crc":"0123abcd"}` */
const suffixLength = 18;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

export function encodeLine(value: JsonObject): string {
  const open = JSON.stringify(value).slice(0, -1);
  return `${open},"crc":"${crcOf(encoder.encode(open))}"}\n`;
}

export function encodeHeader(schemaVersion: number, after: number): Uint8Array {
  return encoder.encode(encodeLine({ format: journalFormat, schemaVersion, after }));
}

function crcOf(bytes: Uint8Array): string {
  return crc32(bytes).toString(16).padStart(8, '0');
}

/** What a line says but for its checksum, or undefined if it is not as it was written. */
function decodeLine(bytes: Uint8Array): unknown {
  const covered = bytes.length - suffixLength;
  if (covered < 1) return undefined;
  try {
    const text = decoder.decode(bytes);
    if (!text.endsWith(`,"crc":"${crcOf(bytes.subarray(0, covered))}"}`)) return undefined;
    return JSON.parse(`${text.slice(0, -suffixLength)}}`);
  } catch {
    return undefined;
  }
}

export interface JournalScan {
  readonly header: JournalHeader | undefined;
  /** Every line that holds, marks and lines of an unfinished batch included. */
  readonly lines: readonly JournalLine[];
  /** Bytes up to the end of the last line that holds and is not part of an unfinished batch. */
  readonly settledBytes: number;
  /** How many of `lines` those bytes hold. */
  readonly settledLines: number;
  /**
   * `whole`: nothing else. `torn`: the last line breaks off, as after a loss of power. `unclosed`: it lacks its line
   * break and nothing else, and counts. `bad`: a line is not as it was written, and there may be good ones after it.
   */
  readonly end: 'whole' | 'torn' | 'unclosed' | 'bad';
  /** A batch was begun and not committed. */
  readonly unfinished: boolean;
  /** The highest number seen anywhere, also after a bad line. */
  readonly highest: number;
}

/** Reads a journal as far as it holds. Others get their turn while a long one is read. */
export async function scanJournal(bytes: Uint8Array): Promise<JournalScan> {
  const steps = scanSteps(bytes);
  for (let turned = 0; ;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (step.value - turned < sliceLength) continue;
    turned = step.value;
    await turn();
  }
}

/** Yields after each line how many bytes have been read. */
function* scanSteps(bytes: Uint8Array): Generator<number, JournalScan, undefined> {
  let at = 0;
  const next = (): { line: Uint8Array; complete: boolean } | undefined => {
    if (at >= bytes.length) return undefined;
    const end = bytes.indexOf(newline, at);
    const line = bytes.subarray(at, end === -1 ? bytes.length : end);
    at = end === -1 ? bytes.length : end + 1;
    return { line, complete: end !== -1 };
  };

  const first = next();
  const header = Header.safeParse(first === undefined ? undefined : decodeLine(first.line));
  if (!header.success || first?.complete !== true) {
    return emptyScan(bytes.length === 0 ? 'whole' : 'bad', highestAfter(bytes, 0, 0));
  }
  const lines: JournalLine[] = [];
  let settledBytes = at;
  let settledLines = 0;
  let seq = header.data.after;
  let batch: string | undefined;
  let end: JournalScan['end'] = 'whole';
  for (let piece = next(); piece !== undefined; piece = next()) {
    const { value, unclosed } = decodePiece(piece);
    const line = JournalLine.safeParse(value);
    if (!line.success || line.data.seq !== seq + 1 || !followsIn(batch, line.data)) {
      end = piece.complete ? 'bad' : 'torn';
      break;
    }
    seq = line.data.seq;
    lines.push(line.data);
    if (line.data.mark === 'begin') batch = line.data.batch;
    if (line.data.mark === 'commit') batch = undefined;
    if (unclosed !== undefined) end = batch === undefined ? 'unclosed' : 'torn';
    if (batch === undefined) {
      settledBytes = unclosed === undefined ? at : at - unclosed + 1;
      settledLines = lines.length;
    }
    yield at;
  }
  const highest =
    end === 'bad'
      ? Math.max(seq, highestAfter(bytes, settledBytes, lines[settledLines - 1]?.seq ?? header.data.after))
      : seq;
  return {
    header: header.data,
    lines,
    settledBytes,
    settledLines,
    end,
    unfinished: batch !== undefined,
    highest,
  };
}

/**
 * A line's value. A last line that lost its line break, or got another byte for it, holds all the same; `unclosed`
 * is then how many bytes follow it.
 */
function decodePiece({ line, complete }: { line: Uint8Array; complete: boolean }): {
  value: unknown;
  unclosed?: number;
} {
  const value = decodeLine(line);
  if (complete) return { value };
  if (value !== undefined) return { value, unclosed: 0 };
  return { value: decodeLine(line.subarray(0, -1)), unclosed: 1 };
}

/** Within a batch come its own lines alone, until it is committed. */
function followsIn(batch: string | undefined, line: JournalLine): boolean {
  if (batch === undefined) return line.mark !== 'commit';
  return line.batch === batch && line.mark !== 'begin';
}

function emptyScan(end: JournalScan['end'], highest: number): JournalScan {
  return { header: undefined, lines: [], settledBytes: 0, settledLines: 0, end, unfinished: false, highest };
}

/**
 * Numbers after a bad place are not to be used again: what stands there may come back from a copy. A line that does
 * not hold had a number, too.
 */
function highestAfter(bytes: Uint8Array, from: number, seq: number): number {
  let highest = seq;
  for (let at = from; at < bytes.length;) {
    const end = bytes.indexOf(newline, at);
    const line = JournalLine.safeParse(decodeLine(bytes.subarray(at, end === -1 ? bytes.length : end)));
    highest = Math.max(highest + 1, line.success ? line.data.seq : 0);
    at = end === -1 ? bytes.length : end + 1;
  }
  return highest;
}
