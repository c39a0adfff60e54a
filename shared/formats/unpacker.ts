/**
 * Archives (.zip) as they stream by, file by file. The one place that uses fflate to read. What an archive says of
 * itself is not believed: paths are cut to names, sizes are those that really come out, and both are bounded. A file
 * that is damaged costs no other; what is whole is known for good when the archive is over.
 */
import { type AsyncFlateStreamHandler, Unzip, type UnzipDecoder, type UnzipFile, UnzipInflate } from 'fflate';
import { KithmapError } from '../errors';
import { ArchiveEnd, type Listed } from './archive-list';
import { nextChecksum } from './checksum';
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

/** What of an archive is not whole. */
export interface Damage {
  /** Places of files whose bytes are not those that were packed. */
  readonly files: ReadonlySet<number>;
  /** What they are called, and those that cannot be found where they are listed. */
  readonly names: readonly string[];
  /** The archive has no end, or cannot be followed up to it: nobody knows what else was in it. */
  readonly isCut: boolean;
}

/** What came of a file that began. */
interface Began {
  readonly file: Packed;
  readonly path: string;
  /** Whether all of it was unpacked, so that its checksum means something. */
  whole: boolean;
  broken: boolean;
  checksum: number;
}

export interface UnpackLimits {
  readonly files: number;
  readonly bytes: number;
  /** From so many bytes on it is looked at how much more they are than what they came from. */
  readonly growthFrom: number;
}

const limitsByDefault: UnpackLimits = { files: 20_000, bytes: 8 * 1024 ** 3, growthFrom: 64 * 1024 ** 2 };
/** Texts come down to a fiftieth at best; what unpacks to much more than it was, was made to fill a disk. */
const mostGrowth = 300;
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
  readonly #end = new ArchiveEnd();
  readonly #began: Began[] = [];
  #pieces: UnpackedPiece[] = [];
  /** Where the archive itself can no longer be followed. */
  #isLost = false;
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

  /** @throws KithmapError `bad-file` where the archive is larger than it may be */
  *push(bytes: Uint8Array): Generator<UnpackedPiece> {
    for (let at = 0; at < bytes.length; at += slice) {
      const some = bytes.slice(at, at + slice);
      this.#read += some.length;
      this.#end.push(some);
      this.#follow(some, false);
      yield* this.#taken();
    }
  }

  /** The archive is over. */
  *end(): Generator<UnpackedPiece> {
    this.#follow(nothing, true);
    yield* this.#taken();
  }

  /** What is not whole, once the archive is over. */
  damage(): Damage {
    const broken = this.#began.filter((one) => one.broken);
    const files = new Set(broken.map(({ file }) => file.at));
    const names = broken.map(({ file }) => file.name);
    const list = this.#end.list();
    if (list === undefined) return { files, names, isCut: true };
    const listed = byPath(list);
    for (const { file, path, whole, checksum } of this.#began) {
      const one = listed.get(path)?.shift();
      if (!whole || files.has(file.at) || one === undefined || one.checksum === checksum) continue;
      files.add(file.at);
      names.push(file.name);
    }
    // Of files that are listed and were not come by the beginning is damaged.
    const missing = [...listed].flatMap(([path, rest]) => rest.map(() => path));
    for (const path of missing.slice(0, Math.max(0, list.length - this.#began.length))) {
      if (isFile(path, nameOf(path))) names.push(nameOf(path));
    }
    return { files, names, isCut: this.#isLost };
  }

  /** The rest of a file is not wanted. */
  skip(file: Packed): void {
    this.#walk.skipped = file.at;
  }

  #begin(file: UnzipFile): void {
    const name = nameOf(file.name);
    const packed = { at: this.#began.length, name };
    const began: Began = { file: packed, path: file.name, whole: false, broken: false, checksum: 0 };
    this.#began.push(began);
    if (this.#began.length > this.#limits.files) this.#refuse('holds more files than are looked at');
    const wanted = isFile(file.name, name);
    const known = file.compression === 0 || file.compression === 8;
    this.#walk.at = packed.at;
    if (!wanted || !known) this.skip(packed);
    if (!known) this.#unzip.register(skippable(file.compression, this.#walk));
    file.ondata = (error, bytes, isLast) => {
      if (began.broken) return;
      if (error !== null) {
        if (error instanceof KithmapError) throw error;
        began.broken = wanted;
        if (wanted) this.#pieces.push({ file: packed, bytes: nothing, isLast: true });
        this.skip(packed);
        return;
      }
      this.#made += bytes.length;
      if (!skips(this.#walk)) {
        began.checksum = nextChecksum(began.checksum, bytes);
        began.whole = isLast;
      }
      if (this.#made > this.#limits.bytes) this.#refuse('holds more than can be unpacked here');
      if (this.#made > this.#limits.growthFrom && this.#made > this.#read * mostGrowth) {
        this.#refuse('unpacks to far more than files of people and meetings do');
      }
      if (wanted && known) this.#pieces.push({ file: packed, bytes, isLast });
    };
    file.start();
  }

  #taken(): UnpackedPiece[] {
    const pieces = this.#pieces;
    this.#pieces = [];
    return pieces;
  }

  /** Where the archive cannot be followed any further, the file that was being unpacked is cut off. */
  #follow(bytes: Uint8Array, isLast: boolean): void {
    if (this.#isLost) return;
    try {
      this.#unzip.push(bytes, isLast);
    } catch (error) {
      if (error instanceof KithmapError) throw error;
      this.#isLost = true;
      const last = this.#began.at(-1);
      if (last === undefined || last.broken || !isFile(last.path, last.file.name)) return;
      last.broken = true;
      this.#pieces.push({ file: last.file, bytes: nothing, isLast: true });
    }
  }

  #refuse(what: string): never {
    throw new KithmapError(
      'bad-file',
      `${this.#fileName} ${what}. Unpack it and bring in the files you want.`,
    );
  }
}

/** Without its folders. */
function nameOf(path: string): string {
  return oneLine(path.split(/[\\/]/).at(-1) ?? '').slice(0, 200);
}

/** Folders are none, nor is what systems put beside the files. */
function isFile(path: string, name: string): boolean {
  return name !== '' && !name.startsWith('.') && !/(?:^|\/)__MACOSX\//.test(path);
}

function byPath(list: readonly Listed[]): Map<string, Listed[]> {
  const found = new Map<string, Listed[]>();
  for (const one of list) {
    const same = found.get(one.path);
    if (same === undefined) found.set(one.path, [one]);
    else same.push(one);
  }
  return found;
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
