/** Reading files that a person gave, in a thread of their own. */
import type { FormatName, ImportItem } from '../../shared/formats/record';

export interface ReadingOptions {
  readonly today: string;
  readonly zone: string;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

/** A file and what it is. */
export interface KnownFile {
  readonly file: File;
  readonly format: FormatName;
}

export interface ReadFiles {
  /**
   * What a file is, by what stands in it; of an archive, the files in it.
   * @throws KithmapError `bad-file` with a sentence that names the file.
   */
  recognise(file: File): Promise<{
    readonly files: readonly KnownFile[];
    /** A sentence about what in an archive is not read. */
    readonly leftOut?: string | undefined;
  }>;
  /**
   * Reads a file and hands over what it holds in bounded pieces; the next piece comes when one was taken.
   * @throws KithmapError `bad-file` or `cancelled`.
   */
  read(
    file: File,
    options: ReadingOptions,
    take: (items: readonly ImportItem[]) => Promise<void>,
  ): Promise<void>;
}
