/** What of an archive can be read: each file in it is recognised by its beginning, as one that is dropped alone. */
import { KithmapError } from '../errors';
import { bundleMark, inBundle, mostOfEach } from './mail-bundle';
import { fitsBundle, mailBytes, recognise, recognisedBytes } from './recognise';
import type { Chunks, FormatName } from './record';
import { joined } from './text';
import { type Damage, type Packed, type UnpackedPiece, Unpacker } from './unpacker';

export interface ReadablePacked extends Packed {
  readonly format: FormatName;
  /** It is one mail, and may be read as one of many. */
  readonly isMail: boolean;
}

/** A piece of a file that can be read. */
export interface ReadablePiece {
  readonly file: ReadablePacked;
  readonly bytes: Uint8Array;
}

export interface ArchiveContents {
  readonly files: readonly ReadablePacked[];
  /** Sentences about the files in it that are not read; none where all are. */
  readonly leftOut?: string;
}

/** Names of files that are told. */
const told = 5;

/** Walks through an archive once. */
export class ArchiveWalk {
  readonly #fileName: string;
  readonly #unpacker: Unpacker;
  readonly #hand: ((piece: ReadablePiece) => void) | undefined;
  readonly #files: ReadablePacked[] = [];
  readonly #others: Packed[] = [];
  #head: Uint8Array[] = [];
  #size = 0;
  #current: ReadablePacked | 'unread' | undefined;

  /** @param take is handed what is in the files that can be read; none where only what they are is wanted */
  constructor(fileName: string, take?: (piece: ReadablePiece) => void) {
    this.#fileName = fileName;
    this.#unpacker = new Unpacker(fileName);
    this.#hand = take;
  }

  /** @throws KithmapError `bad-file` where it is larger than it may be */
  push(bytes: Uint8Array): void {
    for (const piece of this.#unpacker.push(bytes)) this.#take(piece);
  }

  /** What there was, the archive being over. @throws KithmapError `bad-file` where nothing in it can be read */
  end(): ArchiveContents {
    for (const piece of this.#unpacker.end()) this.#take(piece);
    const damage = this.#unpacker.damage();
    const { files, others } = this.#chosen(damage);
    if (files.length === 0) {
      if (damage.isCut || damage.names.length > 0) {
        throw new KithmapError(
          'bad-file',
          `${this.#fileName} is damaged or locked with a password, and nothing that Kithmap reads is whole in it. Unpack it and bring in the files in it.`,
        );
      }
      const isWorkbook = this.#others.some(({ name }) => name === 'workbook.xml');
      throw new KithmapError(
        'bad-file',
        isWorkbook
          ? `${this.#fileName} is a workbook of a spreadsheet program. Save the sheet as CSV and bring that in.`
          : `${this.#fileName} is an archive in which there is nothing that Kithmap reads.`,
      );
    }
    const leftOut = [
      ...(others.length === 0 ? [] : [`Left out of ${this.#fileName}: ${named(others)}.`]),
      ...(damage.names.length === 0
        ? []
        : [`Damaged in ${this.#fileName}, and left out: ${named(damage.names)}.`]),
      ...(damage.isCut
        ? [`${this.#fileName} is cut off or damaged: files that stood behind may be missing.`]
        : []),
    ];
    return leftOut.length === 0 ? { files } : { files, leftOut: leftOut.join(' ') };
  }

  /** An archive of LinkedIn's has tables about oneself, too, which look like address books. */
  #chosen(damage: Damage): { files: ReadablePacked[]; others: string[] } {
    const isWhole = ({ at }: Packed): boolean => !damage.files.has(at);
    const isLinkedIn = this.#files.some(({ format }) => format.startsWith('linkedin'));
    const isWanted = ({ format }: ReadablePacked): boolean =>
      !isLinkedIn || (format !== 'book' && format !== 'edges');
    const unwanted = this.#files.filter((file) => !isWanted(file));
    return {
      files: this.#files.filter((file) => isWhole(file) && isWanted(file)),
      others: [...this.#others, ...unwanted].filter(isWhole).map(({ name }) => name),
    };
  }

  #take({ file, bytes, isLast }: UnpackedPiece): void {
    if (this.#current === undefined) {
      this.#head.push(bytes);
      this.#size += bytes.length;
      if (this.#size < recognisedBytes && !isLast) return;
      const head = joined(this.#head);
      const found = recognise(head.subarray(0, recognisedBytes));
      if ('format' in found) {
        const { format } = found;
        const isMail = format === 'mail' && fitsBundle(head.subarray(0, mailBytes), Infinity);
        const readable = { ...file, format, isMail };
        this.#current = readable;
        this.#files.push(readable);
        this.#hand?.({ file: readable, bytes: head });
      } else {
        this.#current = 'unread';
        this.#others.push(file);
      }
      // What is read later is unpacked to its end here, too: only then is it known to be whole.
      if (this.#current === 'unread') this.#unpacker.skip(file);
    } else if (this.#current !== 'unread') this.#hand?.({ file: this.#current, bytes });
    if (!isLast) return;
    [this.#head, this.#size, this.#current] = [[], 0, undefined];
  }
}

function named(names: readonly string[]): string {
  const more = names.length > told ? ` and ${names.length - told} more` : '';
  return `${names.slice(0, told).join(', ')}${more}`;
}

/** What of an archive can be read. @throws KithmapError `bad-file` where nothing in it is whole and of use */
export async function lookInto(chunks: Chunks, fileName: string): Promise<ArchiveContents> {
  const walk = new ArchiveWalk(fileName);
  for await (const chunk of chunks) walk.push(chunk);
  return walk.end();
}

/** One file of an archive. */
export async function* unpacked(chunks: Chunks, fileName: string, at: number): AsyncGenerator<Uint8Array> {
  const unpacker = new Unpacker(fileName);
  for await (const chunk of chunks) {
    for (const { file, bytes, isLast } of unpacker.push(chunk)) {
      if (file.at !== at) {
        unpacker.skip(file);
        continue;
      }
      if (bytes.length > 0) yield bytes;
      if (isLast) return;
    }
  }
}

/** Files of an archive that are a mail each, as one. */
export async function* unpackedMails(
  chunks: Chunks,
  fileName: string,
  wanted: ReadonlySet<number>,
): AsyncGenerator<Uint8Array> {
  const unpacker = new Unpacker(fileName);
  let parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    for (const { file, bytes, isLast } of unpacker.push(chunk)) {
      if (!wanted.has(file.at)) {
        unpacker.skip(file);
        continue;
      }
      if (size < mostOfEach) parts.push(bytes.subarray(0, mostOfEach - size));
      size += bytes.length;
      if (!isLast) continue;
      yield joined([new TextEncoder().encode(bundleMark(file.name)), inBundle(joined(parts))]);
      [parts, size] = [[], 0];
    }
  }
}
