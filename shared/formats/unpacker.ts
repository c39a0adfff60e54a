/**
 * Archives (.zip) as they stream by, file by file. The one place that uses fflate to read. What an archive says of
 * itself is not believed: paths are cut to names, sizes are those that really come out, and both are bounded.
 */
import { type AsyncFlateStreamHandler, Unzip, type UnzipDecoder, type UnzipFile, UnzipInflate } from 'fflate';
import { KithmapError } from '../errors';
import { oneLine } from './text';

/** A file in an archive. */
export interface Packed {
  /** Its place among the files of the archive, from 0. */
  readonly at: number;
  /** Without folders. */
  readonly name: string;
}

export interface UnpackedPiece {
  readonly file: Packed;
  readonly bytes: Uint8Array;
  /** Whether the file is over. */
  readonly isLast: boolean;
}

export interface UnpackLimits {
  readonly files: number;
  readonly bytes: number;
}

const limitsByDefault: UnpackLimits = { files: 20_000, bytes: 8 * 1024 ** 3 };
/** Texts come down to a fiftieth at best; what unpacks to much more than it was, was made to fill a disk. */
const mostGrowth = 300;
const growthFrom = 64 * 1024 ** 2;
/** What is unpacked at once, so that little stands in memory. */
const slice = 16 * 1024;
const nothing = new Uint8Array(0);

/** Whether bytes begin as an archive does. */
export function beginsLikeArchive(head: Uint8Array): boolean {
  const [p, k, a, b] = head;
  return p === 0x50 && k === 0x4b && ((a === 3 && b === 4) || (a === 5 && b === 6));
}

export class Unpacker {
  readonly #fileName: string;
  readonly #limits: UnpackLimits;
  readonly #unzip: Unzip;
  readonly #walk: Walk = { at: -1, skipped: -1 };
  #pieces: UnpackedPiece[] = [];
  #files = 0;
  #read = 0;
  #made = 0;

  constructor(fileName: string, limits = limitsByDefault) {
    this.#fileName = fileName;
    this.#limits = limits;
    this.#unzip = new Unzip((file) => this.#begin(file));
    const walk = this.#walk;
    this.#unzip.register(skippable(0, walk));
    this.#unzip.register(
      class extends UnzipInflate {
        override push(chunk: Uint8Array, final: boolean): void {
          if (skips(walk)) this.ondata(null, nothing, final);
          else super.push(new Uint8Array(chunk), final);
        }
      },
    );
  }

  /** @throws KithmapError `bad-file` where the archive is damaged, locked, or larger than it may be */
  *push(bytes: Uint8Array): Generator<UnpackedPiece> {
    for (let at = 0; at < bytes.length; at += slice) {
      const some = bytes.slice(at, at + slice);
      this.#read += some.length;
      this.#guarded(() => this.#unzip.push(some));
      yield* this.#taken();
    }
  }

  /** @throws KithmapError `bad-file` where the archive is cut off */
  *end(): Generator<UnpackedPiece> {
    this.#guarded(() => this.#unzip.push(nothing, true));
    yield* this.#taken();
  }

  /** The rest of a file is not wanted. */
  skip(file: Packed): void {
    this.#walk.skipped = file.at;
  }

  #begin(file: UnzipFile): void {
    const name = oneLine(file.name.split(/[\\/]/).at(-1) ?? '').slice(0, 200);
    this.#files += 1;
    if (this.#files > this.#limits.files) this.#refuse('holds more files than are looked at');
    const packed = { at: this.#files - 1, name };
    // Folders, and what systems put beside the files.
    const isFile = name !== '' && !name.startsWith('.') && !/(?:^|\/)__MACOSX\//.test(file.name);
    const known = file.compression === 0 || file.compression === 8;
    this.#walk.at = packed.at;
    if (!isFile || !known) this.skip(packed);
    if (!known) this.#unzip.register(skippable(file.compression, this.#walk));
    file.ondata = (error, bytes, isLast) => {
      if (error !== null) throw error;
      this.#made += bytes.length;
      if (this.#made > this.#limits.bytes) this.#refuse('holds more than can be unpacked here');
      if (this.#made > growthFrom && this.#made > this.#read * mostGrowth) {
        this.#refuse('unpacks to far more than files of people and meetings do');
      }
      if (isFile && known) this.#pieces.push({ file: packed, bytes, isLast });
    };
    file.start();
  }

  #taken(): UnpackedPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  #guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      if (error instanceof KithmapError) throw error;
      const sentence = `${this.#fileName} is damaged or locked with a password. Unpack it and bring in the files in it.`;
      throw new KithmapError('bad-file', sentence, { cause: error });
    }
  }

  #refuse(what: string): never {
    throw new KithmapError(
      'bad-file',
      `${this.#fileName} ${what}. Unpack it and bring in the files you want.`,
    );
  }
}

interface Walk {
  /** The file that is being unpacked, and the last one whose rest is not wanted. */
  at: number;
  skipped: number;
}

function skips({ at, skipped }: Walk): boolean {
  return at === skipped;
}

/** Hands on what is not packed, or nothing of what nobody wants or can unpack. */
function skippable(packing: number, walk: Walk): (new () => UnzipDecoder) & { compression: number } {
  return class implements UnzipDecoder {
    static readonly compression = packing;
    ondata: AsyncFlateStreamHandler = () => undefined;

    push(chunk: Uint8Array, final: boolean): void {
      this.ondata(null, skips(walk) ? nothing : new Uint8Array(chunk), final);
    }
  };
}
