/**
 * A disk in memory that can lose power. It keeps apart what programs see and what is surely on the disk: content,
 * lengths and the names in folders are sure once they were synced, each by the call that POSIX says is for it. After
 * a crash any subset of what was not synced may be there: writes whole, torn or as a hole, renames done or not.
 *
 * It is stricter than most real disks: fdatasync does not promise a shorter length, and moving a file from one folder
 * to another is two changes. It can be full, read-only, faulty at the n-th call, and have bits flipped.
 */
import { dirname } from 'node:path';
import type { FileFacts, FileOps, OpenFile, SyncPoint } from './files';

type Change =
  | { readonly kind: 'write'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'cut'; readonly length: number; readonly shorter: boolean };

interface FileNode {
  readonly kind: 'file';
  readonly inode: number;
  /** What programs see. */
  content: Uint8Array;
  /** What is surely on the disk, and what may be. */
  sure: Uint8Array;
  pending: readonly Change[];
  mode: number;
}

/** Names that one call changed together: a name with undefined goes. */
type Renaming = readonly (readonly [name: string, node: Node | undefined])[];

interface FolderNode {
  readonly kind: 'folder';
  readonly inode: number;
  names: ReadonlyMap<string, Node>;
  sure: ReadonlyMap<string, Node>;
  pending: readonly Renaming[];
  mode: number;
}

type Node = FileNode | FolderNode;

/** The state of a whole disk at one moment, as it would be found by whoever pulls the plug then. */
export interface DiskState {
  readonly root: FolderNode;
  /** How many things are unsure: each may or may not be there. */
  readonly unsure: number;
}

/** What becomes of the n-th unsure thing. `torn` and `hole` are for writes; elsewhere they mean `lost`. */
export type Fate = 'kept' | 'lost' | 'torn' | 'hole';

function fault(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, syscall: 'simulated' });
}

export interface DiskOptions {
  /** Syncs with this name do nothing. */
  readonly ignored?: SyncPoint;
  /** Syncs with this name are done only after the next rename of anything. */
  readonly late?: SyncPoint;
}

export class SimulatedDisk implements FileOps {
  #root: FolderNode;
  #nextInode = 1;
  readonly #options: DiskOptions;
  #late: (() => void)[] = [];
  /** Bytes that can still be written before the disk is full. */
  free = Infinity;
  readOnly = false;
  /** Called before each operation; what it throws is what the operation throws. */
  before: (operation: string, path: string, point?: SyncPoint) => void = () => undefined;
  /** The most bytes that one write takes. */
  appetite = Infinity;

  constructor(options: DiskOptions = {}, root?: FolderNode) {
    this.#options = options;
    this.#root = root ?? this.#newFolder();
    if (root !== undefined) this.#nextInode = highestInode(root) + 1;
  }

  /** The disk as it is now, unsure things included; later changes do not reach it. */
  state(): DiskState {
    const copies = new Map<Node, Node>();
    const root = copyFolder(this.#root, copies);
    return { root, unsure: countUnsure(root) };
  }

  /** The disk that is found after a crash in some state. */
  static after(state: DiskState, fates: (index: number) => Fate, options: DiskOptions = {}): SimulatedDisk {
    let index = 0;
    const settled = new Map<Node, Node>();
    const settle = (node: Node): Node => {
      const known = settled.get(node);
      if (known !== undefined) return known;
      const copy: Node = { ...node };
      settled.set(node, copy);
      if (copy.kind === 'file') {
        copy.content = settleContent(copy, () => fates(index++));
        copy.sure = copy.content;
      } else {
        const names = new Map(copy.sure);
        for (const renaming of copy.pending) {
          if (fates(index++) !== 'kept') continue;
          for (const [name, target] of renaming) {
            if (target === undefined) names.delete(name);
            else names.set(name, target);
          }
        }
        copy.names = new Map([...names].map(([name, target]) => [name, settle(target)]));
        copy.sure = copy.names;
      }
      copy.pending = [];
      return copy;
    };
    const root = settle(state.root);
    if (root.kind !== 'folder') throw new Error('the root is a folder');
    return new SimulatedDisk(options, root);
  }

  // ----- what a test does by hand

  flip(path: string, bit: number): void {
    const node = this.#file(path);
    const bytes = node.content.slice();
    const at = Math.floor(bit / 8) % bytes.length;
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (bit % 8));
    this.#setSurely(node, bytes);
  }

  put(path: string, text: string | Uint8Array): void {
    const folder = this.#folder(dirname(path));
    const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
    const node = folder.names.get(nameOf(path)) ?? this.#newFile();
    if (node.kind !== 'file') throw new Error(`${path} is a folder`);
    this.#setSurely(node, bytes);
    folder.names = new Map(folder.names).set(nameOf(path), node);
    folder.sure = new Map(folder.sure).set(nameOf(path), node);
  }

  putFolder(path: string): void {
    const folder = this.#folder(dirname(path));
    const node = this.#newFolder();
    folder.names = new Map(folder.names).set(nameOf(path), node);
    folder.sure = new Map(folder.sure).set(nameOf(path), node);
  }

  remove(path: string): void {
    const folder = this.#folder(dirname(path));
    folder.names = without(folder.names, nameOf(path));
    folder.sure = without(folder.sure, nameOf(path));
  }

  has(path: string): boolean {
    return this.#find(path) !== undefined;
  }

  text(path: string): string {
    return new TextDecoder().decode(this.#file(path).content);
  }

  bytes(path: string): Uint8Array {
    return this.#file(path).content;
  }

  /** The paths of all files, as programs see them. */
  paths(folder = '/'): string[] {
    return [...this.#folder(folder).names].flatMap(([name, node]) => {
      const path = `${folder === '/' ? '' : folder}/${name}`;
      return node.kind === 'file' ? [path] : this.paths(path);
    });
  }

  #setSurely(node: FileNode, bytes: Uint8Array): void {
    node.content = bytes;
    node.sure = bytes;
    node.pending = [];
  }

  // ----- the file operations

  async open(path: string, how: 'read' | 'change' | 'create'): Promise<OpenFile> {
    await this.#step('open', path, how !== 'read');
    let node = this.#find(path);
    if (how === 'create') {
      if (node !== undefined) throw fault('EEXIST', path);
      node = this.#newFile();
      this.#rename(this.#folder(dirname(path)), [[nameOf(path), node]]);
    }
    if (node === undefined) throw fault('ENOENT', path);
    if (node.kind === 'folder') throw fault('EISDIR', path);
    return this.#handle(node, path);
  }

  #handle(node: FileNode, path: string): OpenFile {
    return {
      read: async (position, length) => {
        await this.#step('read', path, false);
        return node.content.slice(position, position + length);
      },
      write: async (bytes, position) => {
        await this.#step('write', path, true);
        const taken = Math.min(bytes.length, this.appetite, this.free);
        if (taken === 0 && bytes.length > 0) throw fault('ENOSPC', path);
        this.free -= taken;
        this.#change(node, { kind: 'write', at: position, bytes: bytes.slice(0, taken) });
        return taken;
      },
      truncate: async (length) => {
        await this.#step('truncate', path, true);
        this.#change(node, { kind: 'cut', length, shorter: length < node.content.length });
      },
      fdatasync: async (point) => {
        await this.#step('fdatasync', path, true, point);
        this.#sync(point, () => {
          // The length that a cut left is not among what fdatasync promises.
          const promised = node.pending.filter((change) => change.kind === 'write' || !change.shorter);
          const isCut = promised.length < node.pending.length;
          node.sure = promised.reduce(applyChange, node.sure);
          node.pending = isCut ? [{ kind: 'cut', length: node.content.length, shorter: true }] : [];
        });
      },
      fsync: async (point) => {
        await this.#step('fsync', path, true, point);
        this.#sync(point, () => {
          this.#setSurely(node, node.content);
        });
      },
      close: () => Promise.resolve(),
    };
  }

  async readFile(path: string): Promise<Uint8Array> {
    await this.#step('readFile', path, false);
    return this.#file(path).content;
  }

  async readdir(path: string): Promise<string[]> {
    await this.#step('readdir', path, false);
    return [...this.#folder(path).names.keys()];
  }

  async mkdir(path: string): Promise<void> {
    await this.#step('mkdir', path, true);
    const folder = this.#folder(dirname(path));
    if (folder.names.has(nameOf(path))) throw fault('EEXIST', path);
    this.#rename(folder, [[nameOf(path), this.#newFolder()]]);
  }

  async stat(path: string): Promise<FileFacts | undefined> {
    await this.#step('stat', path, false);
    const node = this.#find(path);
    if (node === undefined) return undefined;
    const size = node.kind === 'file' ? node.content.length : 0;
    return { kind: node.kind, size, mode: node.mode, inode: node.inode };
  }

  async rename(from: string, to: string): Promise<void> {
    await this.#step('rename', from, true);
    const [source, target] = [this.#folder(dirname(from)), this.#folder(dirname(to))];
    const node = source.names.get(nameOf(from));
    if (node === undefined) throw fault('ENOENT', from);
    if (source === target) {
      this.#rename(source, [
        [nameOf(from), undefined],
        [nameOf(to), node],
      ]);
    } else {
      this.#rename(target, [[nameOf(to), node]]);
      this.#rename(source, [[nameOf(from), undefined]]);
    }
  }

  async unlink(path: string): Promise<void> {
    await this.#step('unlink', path, true);
    this.#file(path);
    this.#rename(this.#folder(dirname(path)), [[nameOf(path), undefined]]);
  }

  async chmod(path: string, mode: number): Promise<void> {
    await this.#step('chmod', path, true);
    const node = this.#find(path);
    if (node === undefined) throw fault('ENOENT', path);
    node.mode = mode;
  }

  async fsyncFolder(path: string, point: SyncPoint): Promise<void> {
    await this.#step('fsyncFolder', path, true, point);
    const folder = this.#folder(path);
    this.#sync(point, () => {
      folder.sure = folder.names;
      folder.pending = [];
    });
  }

  #sync(point: SyncPoint, sync: () => void): void {
    if (point === this.#options.ignored) return;
    if (point === this.#options.late) this.#late.push(sync);
    else sync();
  }

  async #step(operation: string, path: string, changes: boolean, point?: SyncPoint): Promise<void> {
    // Other work gets its turn, as it would while a real disk is busy.
    await Promise.resolve();
    this.before(operation, path, point);
    if (changes && this.readOnly) throw fault('EROFS', path);
    if (operation !== 'rename' && this.#late.length > 0 && this.#renamedSinceLate) {
      for (const sync of this.#late.splice(0)) sync();
      this.#renamedSinceLate = false;
    }
    if (operation === 'rename' && this.#late.length > 0) this.#renamedSinceLate = true;
  }
  #renamedSinceLate = false;

  #change(node: FileNode, change: Change): void {
    node.content = applyChange(node.content, change);
    node.pending = [...node.pending, change];
  }

  #rename(folder: FolderNode, renaming: Renaming): void {
    const names = new Map(folder.names);
    for (const [name, node] of renaming) {
      if (node === undefined) names.delete(name);
      else names.set(name, node);
    }
    folder.names = names;
    folder.pending = [...folder.pending, renaming];
  }

  #newFile(): FileNode {
    const empty = new Uint8Array();
    return { kind: 'file', inode: this.#nextInode++, content: empty, sure: empty, pending: [], mode: 0o600 };
  }

  #newFolder(): FolderNode {
    return {
      kind: 'folder',
      inode: this.#nextInode++,
      names: new Map(),
      sure: new Map(),
      pending: [],
      mode: 0o700,
    };
  }

  #find(path: string): Node | undefined {
    let node: Node | undefined = this.#root;
    for (const name of path.split('/').filter((part) => part !== '')) {
      if (node === undefined) return undefined;
      if (node.kind === 'file') throw fault('ENOTDIR', path);
      node = node.names.get(name);
    }
    return node;
  }

  #file(path: string): FileNode {
    const node = this.#find(path);
    if (node === undefined) throw fault('ENOENT', path);
    if (node.kind === 'folder') throw fault('EISDIR', path);
    return node;
  }

  #folder(path: string): FolderNode {
    const node = this.#find(path);
    if (node === undefined) throw fault('ENOENT', path);
    if (node.kind === 'file') throw fault('ENOTDIR', path);
    return node;
  }
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function without(names: ReadonlyMap<string, Node>, name: string): Map<string, Node> {
  const rest = new Map(names);
  rest.delete(name);
  return rest;
}

function applyChange(content: Uint8Array, change: Change): Uint8Array {
  if (change.kind === 'cut') return content.slice(0, change.length);
  const longer = new Uint8Array(Math.max(content.length, change.at + change.bytes.length));
  longer.set(content);
  longer.set(change.bytes, change.at);
  return longer;
}

function settleContent(node: FileNode, fate: () => Fate): Uint8Array {
  let content = node.sure;
  for (const change of node.pending) {
    const became = fate();
    if (became === 'kept') {
      content = applyChange(content, change);
    } else if (change.kind === 'write' && became === 'torn') {
      content = applyChange(content, { ...change, bytes: change.bytes.slice(0, change.bytes.length >> 1) });
    } else if (change.kind === 'write' && became === 'hole') {
      const holed = change.bytes.slice();
      holed.fill(0, 0, holed.length >> 1);
      content = applyChange(content, { ...change, bytes: holed });
    }
  }
  return content;
}

function copyFolder(folder: FolderNode, copies: Map<Node, Node>): FolderNode {
  const copy: FolderNode = { ...folder };
  copies.set(folder, copy);
  const copyNode = (node: Node): Node => {
    const known = copies.get(node);
    if (known !== undefined) return known;
    if (node.kind === 'folder') return copyFolder(node, copies);
    const file = { ...node };
    copies.set(node, file);
    return file;
  };
  copy.names = new Map([...folder.names].map(([name, node]) => [name, copyNode(node)]));
  copy.sure = new Map([...folder.sure].map(([name, node]) => [name, copyNode(node)]));
  copy.pending = folder.pending.map((renaming) =>
    renaming.map(([name, node]) => [name, node === undefined ? undefined : copyNode(node)] as const),
  );
  return copy;
}

/** Every node that can be reached from a folder, by what is seen, sure or may be. */
function reachable(folder: FolderNode, found = new Set<Node>()): Set<Node> {
  found.add(folder);
  const next = [...folder.names.values(), ...folder.sure.values()];
  for (const renaming of folder.pending)
    for (const [, node] of renaming) if (node !== undefined) next.push(node);
  for (const node of next) {
    if (found.has(node)) continue;
    found.add(node);
    if (node.kind === 'folder') reachable(node, found);
  }
  return found;
}

function countUnsure(root: FolderNode): number {
  let count = 0;
  for (const node of reachable(root)) count += node.pending.length;
  return count;
}

function highestInode(root: FolderNode): number {
  return Math.max(...[...reachable(root)].map((node) => node.inode));
}
