/** Reading files that a person gave, in a thread of their own. */
import type { FileQuestion } from '../../shared/formats/question';
import type { ReadHow } from '../../shared/formats/read-how';
import type { FormatName, ImportItem } from '../../shared/formats/record';

export interface ReadingOptions {
  readonly today: string;
  readonly zone: string;
  readonly how?: ReadHow | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: (bytes: number) => void;
}

/** A file and what it is. */
export interface KnownFile {
  readonly file: File;
  readonly format: FormatName;
  /** How it is to be read, where a person said so, now or for an earlier file of the kind. */
  readonly how?: ReadHow;
  readonly asBefore?: boolean;
}

export interface ReadFiles {
  /**
   * What a file is, by what stands in it; of an archive, the files in it.
   * `asTable`: take it for a table whose columns are not known.
   * @throws KithmapError `bad-file` with a sentence that names the file; `cancelled`.
   */
  recognise(
    file: File,
    options: { readonly asTable?: boolean; readonly signal: AbortSignal },
  ): Promise<{
    readonly files: readonly KnownFile[];
    /** A sentence about what in an archive is not read. */
    readonly leftOut?: string | undefined;
    /** What a person must say before it can be read; there are no files then. */
    readonly question?: FileQuestion | undefined;
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
  /** No file comes for now: what is held for reading is let go. */
  rest(): void;
}
