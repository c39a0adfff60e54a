/** The files in an archive that can be read, each as a file of its own; what is large of them the browser keeps on disk. */
import { ArchiveWalk } from '../../shared/formats/archive';
import type { FormatName } from '../../shared/formats/record';
import { chunksOf } from './chunks';

/** Bytes that are put by at once. */
const putBy = 8 * 1024 * 1024;

interface Unpacked {
  readonly files: readonly { readonly file: File; readonly format: FormatName }[];
  /** A sentence about what in the archive is not read. */
  readonly leftOut?: string | undefined;
}

/** @throws KithmapError `bad-file` where the archive is damaged or holds nothing that can be read */
export async function unpackedFiles(archive: File): Promise<Unpacked> {
  const contents = new Map<number, Contents>();
  const walk = new ArchiveWalk(archive.name, ({ file, bytes }) => {
    let of = contents.get(file.at);
    if (of === undefined) contents.set(file.at, (of = new Contents()));
    of.add(bytes);
  });
  for await (const chunk of chunksOf(archive)) walk.push(chunk);
  const { files, leftOut } = walk.end();
  return {
    files: files.map(({ at, name, format }) => ({
      file: new File(contents.get(at)?.parts() ?? [], name),
      format,
    })),
    ...(leftOut === undefined ? {} : { leftOut }),
  };
}

class Contents {
  readonly #blobs: Blob[] = [];
  #parts: Uint8Array<ArrayBuffer>[] = [];
  #size = 0;

  add(bytes: Uint8Array): void {
    this.#parts.push(new Uint8Array(bytes));
    this.#size += bytes.length;
    if (this.#size >= putBy) this.parts();
  }

  /** All there is so far. */
  parts(): Blob[] {
    if (this.#parts.length > 0) this.#blobs.push(new Blob(this.#parts));
    [this.#parts, this.#size] = [[], 0];
    return this.#blobs;
  }
}
