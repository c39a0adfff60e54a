/**
 * The snapshot: `network.json`, kept by lowdb with an adapter of our own (lowdb's writer never fsyncs). It is
 * written a slice at a time while edits go on, and shows the network as it was when the writing began.
 */
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import { type Adapter, Low } from 'lowdb';
import { KithmapError } from '../../../shared/errors';
import type { JsonObject } from '../../../shared/json';
import {
  checksumPiece,
  documentPieces,
  type DocumentReading,
  type DocumentToWrite,
  readDocument,
  splitChecksum,
} from '../../../shared/model/document';
import { readDocumentInSlices } from '../../../shared/model/document-slices';
import type { Migration, RawTables } from '../../../shared/model/migrations/migration';
import type { ReadonlyNetwork } from '../../../shared/model/network';
import type { Patch } from '../../../shared/model/patch';
import { type TableName, tableNames } from '../../../shared/model/table-names';
import type { FileOps } from './files';
import { type WholeFile, writeWhole } from './write-file';

/** Characters of text that are written at a time: a few milliseconds of work. */
const sliceLength = 1 << 17;
/** Bytes that are digested at a time. */
const hashLength = 1 << 21;

/** The network as it was at one moment, while it goes on changing: what changes is noted before it does. */
export class FrozenView {
  readonly #network: ReadonlyNetwork;
  readonly #left: RawTables;
  readonly #before = new Map<TableName, Map<string, JsonObject | null>>();

  /** @param left rows of the file that are not in the network: of unknown tables, or not understood. */
  constructor(network: ReadonlyNetwork, left: RawTables) {
    this.#network = network;
    this.#left = left;
  }

  /** To be called before patches are applied to the network. */
  note(patches: readonly Patch[]): void {
    for (const { table, id } of patches) {
      let rows = this.#before.get(table);
      if (rows === undefined) {
        rows = new Map();
        this.#before.set(table, rows);
      }
      if (!rows.has(id)) rows.set(id, this.#network.get(table, id) ?? null);
    }
  }

  *tables(): Generator<readonly [string, Iterable<readonly [string, JsonObject]>], void, undefined> {
    for (const table of tableNames) yield [table, this.#rows(table)];
    for (const [table, rows] of this.#left) {
      if (!tableNames.some((name) => name === table)) yield [table, rows];
    }
  }

  *#rows(table: TableName): Generator<readonly [string, JsonObject], void, undefined> {
    const written = new Set<string>();
    for (const entity of this.#network.all(table)) {
      const noted = this.#before.get(table)?.get(entity.id);
      if (noted === null || written.has(entity.id)) continue;
      written.add(entity.id);
      yield [entity.id, noted ?? entity];
    }
    // What was removed meanwhile is not among the network's own any more.
    for (const [id, noted] of this.#before.get(table) ?? []) {
      if (noted === null || written.has(id)) continue;
      written.add(id);
      yield [id, noted];
    }
    for (const [id, row] of this.#left.get(table) ?? []) if (!written.has(id)) yield [id, row];
  }
}

/** What the bytes of a snapshot hold, if its checksum holds. Others get their turn while a large one is read. */
export async function judgeSnapshot(
  bytes: Uint8Array,
  steps: readonly Migration[],
): Promise<DocumentReading> {
  if (bytes.length === 0) return { state: 'damaged', why: 'it is empty' };
  const split = splitChecksum(bytes);
  if (split === undefined) return { state: 'damaged', why: 'its end is missing' };
  const covered = bytes.subarray(0, split.covered);
  if (split.checksum !== (await checksumOf(covered))) {
    return { state: 'damaged', why: 'its checksum does not hold' };
  }
  const reading = readDocumentInSlices(covered, steps);
  for (let step = reading.next(); ; step = reading.next()) {
    if (step.done === true) return step.value ?? readDocument(new TextDecoder().decode(bytes), steps);
    if (bytes.length > sliceLength) await turn();
  }
}

async function checksumOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += hashLength) {
    if (at > 0) await turn();
    hash.update(bytes.subarray(at, at + hashLength));
  }
  return `sha256-${hash.digest('hex')}`;
}

/** A snapshot's bytes as they are on the disk, in slices. @throws KithmapError `damaged` at the end, if the checksum does not hold. */
export async function* wholeSnapshot(
  files: FileOps,
  path: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const size = (await files.stat(path))?.size ?? 0;
  const file = await files.open(path, 'read');
  try {
    const tailStart = Math.max(0, size - 200);
    const split = splitChecksum(await file.read(tailStart, size - tailStart));
    const covered = split === undefined ? 0 : tailStart + split.covered;
    const hash = createHash('sha256');
    for (let at = 0; at < size;) {
      const slice = await file.read(at, Math.min(sliceLength, size - at));
      if (slice.length === 0) break;
      hash.update(slice.subarray(0, Math.max(0, covered - at)));
      yield slice;
      at += slice.length;
      await turn();
    }
    if (split?.checksum !== `sha256-${hash.digest('hex')}`) {
      throw new KithmapError('damaged', `${path} is damaged: its checksum does not hold. No copy was made.`);
    }
  } finally {
    await file.close();
  }
}

/** A document as bytes, in slices, its checksum included. Others get their turn between two slices. */
export async function* snapshotBytes(document: DocumentToWrite): AsyncGenerator<Uint8Array, void, undefined> {
  const hash = createHash('sha256');
  const encoder = new TextEncoder();
  let slice = '';
  for (const piece of documentPieces(document)) {
    slice += piece;
    if (slice.length < sliceLength) continue;
    const bytes = encoder.encode(slice);
    slice = '';
    hash.update(bytes);
    yield bytes;
    await turn();
  }
  const rest = encoder.encode(slice);
  hash.update(rest);
  yield rest;
  yield encoder.encode(checksumPiece(`sha256-${hash.digest('hex')}`));
}

/** What the snapshot says beside its rows. */
export type SnapshotHead = Omit<DocumentToWrite, 'tables'>;

export interface SnapshotContent extends SnapshotHead {
  readonly tables: Iterable<readonly [string, Iterable<readonly [string, JsonObject]>]>;
}

class SnapshotAdapter implements Adapter<SnapshotContent> {
  readonly #files: FileOps;
  readonly #path: string;
  readonly #newId: () => string;

  constructor(files: FileOps, path: string, newId: () => string) {
    this.#files = files;
    this.#path = path;
    this.#newId = newId;
  }

  /** A network is read by `recovery`, which knows its journal and backups as well; never from here. */
  read(): Promise<SnapshotContent | null> {
    return Promise.resolve(null);
  }

  async write(content: SnapshotContent): Promise<void> {
    const whole: WholeFile = {
      path: this.#path,
      id: this.#newId(),
      content: 'snapshot',
      name: 'snapshot name',
    };
    await writeWhole(this.#files, whole, snapshotBytes(content));
  }
}

/** The database that keeps the snapshot: set its `data` and `write()` it. */
export function snapshotDatabase(
  files: FileOps,
  path: string,
  newId: () => string,
  content: SnapshotContent,
): Low<SnapshotContent> {
  return new Low(new SnapshotAdapter(files, path, newId), content);
}
