/** What of an archive can be read: each file in it is recognised by its beginning, as one that is dropped alone. */
import { KithmapError } from '../errors';
import { recognise, recognisedBytes } from './recognise';
import type { Chunks, FormatName } from './record';
import { joined } from './text';
import { type Packed, type UnpackedPiece, Unpacker } from './unpacker';

export interface ReadablePacked extends Packed {
  readonly format: FormatName;
}

/** A piece of a file that can be read. */
export interface ReadablePiece {
  readonly file: ReadablePacked;
  readonly bytes: Uint8Array;
}

export interface ArchiveContents {
  readonly files: readonly ReadablePacked[];
  /** A sentence about the files in it that are not read; none where all are. */
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
  readonly #others: string[] = [];
  #head: Uint8Array[] = [];
  #size = 0;
  #current: ReadablePacked | 'unread' | undefined;

  /** @param take is handed what is in the files that can be read; none where only what they are is wanted */
  constructor(fileName: string, take?: (piece: ReadablePiece) => void) {
    this.#fileName = fileName;
    this.#unpacker = new Unpacker(fileName);
    this.#hand = take;
  }

  /** @throws KithmapError `bad-file` */
  push(bytes: Uint8Array): void {
    for (const piece of this.#unpacker.push(bytes)) this.#take(piece);
  }

  /** What there was, the archive being over. @throws KithmapError `bad-file` where nothing in it can be read */
  end(): ArchiveContents {
    for (const piece of this.#unpacker.end()) this.#take(piece);
    const { files, others } = this.#chosen();
    if (files.length === 0) {
      const isWorkbook = this.#others.includes('workbook.xml');
      throw new KithmapError(
        'bad-file',
        isWorkbook
          ? `${this.#fileName} is a workbook of a spreadsheet program. Save the sheet as CSV and bring that in.`
          : `${this.#fileName} is an archive in which there is nothing that Kithmap reads.`,
      );
    }
    if (others.length === 0) return { files };
    const names = others.slice(0, told).join(', ');
    const more = others.length > told ? ` and ${others.length - told} more` : '';
    return { files, leftOut: `Left out of ${this.#fileName}: ${names}${more}.` };
  }

  /** An archive of LinkedIn's has tables about oneself, too, which look like address books. */
  #chosen(): { files: ReadablePacked[]; others: string[] } {
    const isLinkedIn = this.#files.some(({ format }) => format.startsWith('linkedin'));
    const isWanted = ({ format }: ReadablePacked): boolean =>
      !isLinkedIn || (format !== 'book' && format !== 'edges');
    const unwanted = this.#files.filter((file) => !isWanted(file)).map(({ name }) => name);
    return { files: this.#files.filter(isWanted), others: [...this.#others, ...unwanted] };
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
        const readable = { ...file, format };
        this.#current = readable;
        this.#files.push(readable);
        this.#hand?.({ file: readable, bytes: head });
      } else {
        this.#current = 'unread';
        this.#others.push(file.name);
      }
      if (this.#hand === undefined || this.#current === 'unread') this.#unpacker.skip(file);
    } else if (this.#current !== 'unread') this.#hand?.({ file: this.#current, bytes });
    if (!isLast) return;
    [this.#head, this.#size, this.#current] = [[], 0, undefined];
  }
}

/** What of an archive can be read. @throws KithmapError `bad-file` where it is damaged or holds nothing of use */
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
