/**
 * The list of its files with which an archive (.zip) ends: what each is called and the checksum of what is in it. It comes
 * last, so of an archive that streams by its end is kept, and read when it is over.
 */
import { joined } from './text';

export interface Listed {
  /** With its folders, as the archive has it. */
  readonly path: string;
  readonly checksum: number;
  /** Where in the archive it stands. */
  readonly at: number;
}

/** The list of twenty thousand files is about 2 MB. */
const mostKept = 8 * 1024 * 1024;
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endSize = 22;
/** Archives beyond 4 GB, or written as if they were, have one more end, and a word on where it is, before the other. */
const largeEndMark = 0x06064b50;
const largeEndSize = 56 + 20;
/** A remark may stand behind the end. */
const longestRemark = 65_535;

/** The last bytes of what streams by. */
export class ArchiveEnd {
  readonly #most: number;
  #parts: Uint8Array[] = [];
  #size = 0;

  /** @param most bytes that are kept at least */
  constructor(most = mostKept) {
    this.#most = most;
  }

  push(bytes: Uint8Array): void {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    if (this.#size < 2 * this.#most) return;
    const rest = joined(this.#parts).slice(-this.#most);
    this.#parts = [rest];
    this.#size = rest.length;
  }

  /** The files in the order in which they stand; undefined where the archive has no list, or one that is damaged. */
  list(): Listed[] | undefined {
    const bytes = joined(this.#parts);
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    const end = placeOfEnd(view);
    if (end === undefined) return undefined;
    const large = end - largeEndSize;
    const isLarge = large >= 0 && view.getUint32(large, true) === largeEndMark;
    const stop = isLarge ? large : end;
    const size = isLarge ? view.getUint32(large + 40, true) : view.getUint32(end + 12, true);
    return size > stop ? undefined : entriesOf(bytes, view, stop - size, stop);
  }
}

function placeOfEnd(view: DataView): number | undefined {
  const last = view.byteLength - endSize;
  for (let at = last; at >= Math.max(0, last - longestRemark); at -= 1) {
    if (view.getUint32(at, true) === endMark) return at;
  }
  return undefined;
}

function entriesOf(bytes: Uint8Array, view: DataView, from: number, end: number): Listed[] | undefined {
  const found: Listed[] = [];
  let at = from;
  while (at + 46 <= end) {
    if (view.getUint32(at, true) !== entryMark) return undefined;
    const isUtf8 = (view.getUint16(at + 8, true) & 2048) !== 0;
    const [name, extra, remark] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const nameEnd = at + 46 + (name ?? 0);
    const path = pathOf(bytes.subarray(at + 46, Math.min(nameEnd, end)), isUtf8);
    found.push({ path, checksum: view.getUint32(at + 16, true), at: view.getUint32(at + 42, true) });
    at = nameEnd + (extra ?? 0) + (remark ?? 0);
  }
  return found.sort((a, b) => a.at - b.at);
}

/** As the unpacker reads paths: in UTF-8 where that is said, else a letter a byte. */
function pathOf(bytes: Uint8Array, isUtf8: boolean): string {
  return isUtf8
    ? new TextDecoder().decode(bytes)
    : Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
}
