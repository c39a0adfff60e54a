/**
 * The file operations that the store needs, taken as an argument so that a test can hand it a disk that fails.
 *
 * Every promise that is asked of the disk has a name: a fault can say what was not kept, and a test takes each
 * promise away in turn and shows that something is then lost.
 */
export const syncPoints = [
  'journal line', // what an edit waits for
  'journal cut', // an unfinished end of the journal is gone for good
  'new journal', // the content of a fresh journal
  'new journal name', // that it has taken the place of the one before
  'history', // the content of a rotated journal
  'history name', // that it is in the history folder
  'snapshot', // the content of the snapshot
  'snapshot name', // that it has taken the place of the one before
  'aside', // the content of a bad file's copy
  'aside name', // a bad file has its new name before anything takes its place
  'backup', // the content of a backup
  'backup name', // that it is in the backups folder
  'forgetting', // which ids are to be forgotten
  'forgetting name', // that this is written down
  'folder', // that the data folder exists
] as const;
export type SyncPoint = (typeof syncPoints)[number];

export interface FileFacts {
  readonly kind: 'file' | 'folder' | 'other';
  readonly size: number;
  /** Permission bits. */
  readonly mode: number;
  /** Tells two files apart that had the same name at different times. */
  readonly inode: number;
}

export interface OpenFile {
  /** Up to `length` bytes; fewer at the end of the file. */
  read(position: number, length: number): Promise<Uint8Array>;
  /** Writes from `position` on and answers how many bytes the disk took: it may be fewer than were given. */
  write(bytes: Uint8Array, position: number): Promise<number>;
  truncate(length: number): Promise<void>;
  /** Content and growth are on the disk; a shorter length need not be. */
  fdatasync(point: SyncPoint): Promise<void>;
  /** Content and length are on the disk; the name need not be. */
  fsync(point: SyncPoint): Promise<void>;
  close(): Promise<void>;
}

/** Paths are absolute. Failures are Node's: errors with a `code` such as `ENOSPC`. */
export interface FileOps {
  /** `create` makes a new file (0600) and fails where there is one. */
  open(path: string, how: 'read' | 'change' | 'create'): Promise<OpenFile>;
  readFile(path: string): Promise<Uint8Array>;
  /** Names of what is in a folder, in any order. */
  readdir(path: string): Promise<string[]>;
  /** Makes one folder (0700). */
  mkdir(path: string): Promise<void>;
  /** Undefined where there is nothing. */
  stat(path: string): Promise<FileFacts | undefined>;
  rename(from: string, to: string): Promise<void>;
  unlink(path: string): Promise<void>;
  chmod(path: string, mode: number): Promise<void>;
  /** The names in a folder are on the disk. */
  fsyncFolder(path: string, point: SyncPoint): Promise<void>;
}
