/**
 * Pulls the plug at every moment of a scenario. While the scenario runs, the witness keeps the disk's state before
 * each operation that changes it, together with what had been promised by then. Afterwards each of these states is
 * taken through many subsets of what was not yet sure, opened again, and held against the promises.
 */
import { sameJson } from '../../../shared/json';
import type { JsonObject } from '../../../shared/json';
import { Network, type ReadonlyNetwork } from '../../../shared/model/network';
import { inverses, type Patch } from '../../../shared/model/patch';
import { tableNames } from '../../../shared/model/table-names';
import { type Bench, bench, contentOf, dataFolder } from './store.testing';
import type { JournalEntry, Store, StoreOptions } from './store';
import { type DiskOptions, type DiskState, type Fate, SimulatedDisk } from './simulated-disk.testing';

/** What had been promised at some moment. */
interface Promised {
  /** The network is one of these; the first is what was acknowledged, the others were under way. */
  readonly contents: readonly string[];
  readonly entries: readonly JournalEntry[];
  readonly backups: readonly string[];
  /** Content of files that must never be lost. */
  readonly kept: readonly string[];
  /** Two things went wrong: the snapshot is damaged, so history and backups are needed. */
  readonly damagedSnapshot?: boolean;
  /** Where the network does not hold `contact`, no file holds any of `marks`. */
  readonly forgotten?: { readonly contact: string; readonly marks: readonly string[] };
}

interface Moment {
  readonly before: string;
  readonly state: DiskState;
  readonly promised: Promised;
}

const changing = [
  'open',
  'write',
  'truncate',
  'fdatasync',
  'fsync',
  'rename',
  'unlink',
  'mkdir',
  'fsyncFolder',
];

export class Witness {
  readonly disk: SimulatedDisk;
  readonly bench: Bench;
  readonly moments: Moment[] = [];
  /** The network as it is once everything under way is done. */
  readonly #shadow = new Network();
  #promised: Promised = { contents: [''], entries: [], backups: [], kept: [] };

  /** @param found the disk as it is found, instead of an empty one. */
  constructor(options: DiskOptions = {}, more: Partial<StoreOptions> = {}, found?: SimulatedDisk) {
    this.disk =
      found === undefined
        ? new SimulatedDisk(options)
        : SimulatedDisk.after(found.state(), () => 'kept', options);
    this.bench = bench(this.disk, more, found === undefined ? 0 : 5_000);
    this.watch();
  }

  /** Watches every operation; a fault of the scenario's own can come after. */
  watch(then: (operation: string, path: string, point?: string) => void = () => undefined): void {
    this.disk.before = (operation, path, point) => {
      if (changing.includes(operation)) this.note(`${operation} ${path.replace(dataFolder, '')}`);
      then(operation, path, point);
    };
  }

  note(before: string): void {
    this.moments.push({ before, state: this.disk.state(), promised: this.#promised });
  }

  /** What was promised before the witness came. */
  begin(network: ReadonlyNetwork): void {
    for (const table of tableNames) {
      for (const entity of network.all(table)) this.#shadow.load(table, entity.id, entity);
    }
    this.#promised = { ...this.#promised, contents: [contentOf(this.#shadow)] };
  }

  /** The content of a damaged file, which may be renamed and must not go. */
  mustKeep(content: string, damagedSnapshot = false): void {
    this.#promised = { ...this.#promised, kept: [...this.#promised.kept, content], damagedSnapshot };
  }

  edit(store: Store, name: string, args: JsonObject): Promise<JournalEntry> {
    return this.write(store, name, this.bench.patches(store, name, args));
  }

  async write(store: Store, name: string, patches: readonly Patch[]): Promise<JournalEntry> {
    const done = this.#underWay(patches);
    const entry = await store.append({ by: 'window', name, label: name, patches });
    done([entry]);
    return entry;
  }

  /** An edit that the disk refuses. It may be there after a crash, and is not in the network now. */
  async refused(store: Store, name: string, patches: readonly Patch[]): Promise<unknown> {
    const before = this.#promised.contents;
    this.#underWay(patches);
    try {
      await store.append({ by: 'window', name, label: name, patches });
    } catch (error) {
      this.#shadow.apply(inverses(patches));
      return error;
    } finally {
      this.#promised = { ...this.#promised, contents: [...before, ...this.#promised.contents.slice(-1)] };
    }
    throw new Error('the disk took the edit');
  }

  /** @param taken steps that are looked at one after the other, so that each sees those before it. */
  async batch(
    store: Store,
    taken: readonly ((store: Store) => readonly Patch[] | undefined)[],
    id: string,
    enough = false,
  ): Promise<void> {
    let over: ((entries: readonly JournalEntry[]) => void) | undefined;
    const { entries } = await store.batch(
      'window',
      'An import',
      id,
      async (write) => {
        const all: Patch[] = [];
        for (const take of taken) {
          const patches = take(store) ?? [];
          await write('step', patches);
          all.push(...patches);
        }
        if (enough) throw new Error('enough');
        // What was written so far does not count before it is committed.
        over = this.#underWay(all);
      },
      { allowShrink: true },
    );
    over?.(entries);
  }

  async backup(store: Store): Promise<void> {
    const name = await store.backup('by hand');
    this.#promised = { ...this.#promised, backups: [...this.#promised.backups, name] };
  }

  async forget(store: Store, contact: string, marks: readonly string[]): Promise<void> {
    const { patches } = this.bench.run(store, 'contact.remove', { id: contact });
    // What undo needs to know of them goes, too.
    this.#promised = { ...this.#promised, entries: [], forgotten: { contact, marks } };
    const done = this.#underWay(patches);
    await store.forget([contact]);
    done([]);
  }

  /** From now on the network is another one, once what is under way is done. */
  replaced(content: string): () => void {
    this.#promised = { ...this.#promised, contents: [...this.#promised.contents, content] };
    return () => {
      this.#promised = { ...this.#promised, contents: [content] };
    };
  }

  #underWay(patches: readonly Patch[]): (entries: readonly JournalEntry[]) => void {
    this.#shadow.apply(patches);
    const content = contentOf(this.#shadow);
    this.#promised = { ...this.#promised, contents: [...this.#promised.contents, content] };
    return (entries) => {
      const { contents } = this.#promised;
      this.#promised = {
        ...this.#promised,
        contents: contents.slice(contents.indexOf(content)),
        entries: [...this.#promised.entries, ...entries],
      };
    };
  }
}

export interface Search {
  /** Up to so many unsure things every subset is tried; beyond, some of them at random. */
  readonly everySubsetUpTo: number;
  readonly randomSubsets: number;
  readonly seed: number;
  readonly more?: Partial<StoreOptions>;
}

export const thorough: Search = { everySubsetUpTo: 3, randomSubsets: 4, seed: 1 };

/** The first broken promise, as a sentence; undefined where all are kept. `looked` counts the crashes. */
export async function brokenPromise(
  moments: readonly Moment[],
  search: Search,
  looked: { crashes: number } = { crashes: 0 },
): Promise<string | undefined> {
  const random = randomNumbers(search.seed);
  for (const [at, { state, promised, before }] of moments.entries()) {
    for (const fates of subsets(state.unsure, search, random)) {
      looked.crashes++;
      const bare = looked.crashes % 3 === 0 && promised.damagedSnapshot !== true;
      const broken = await breach(state, fates, promised, bare, looked.crashes, search.more);
      if (broken !== undefined) {
        return `${broken}\n  crashed at operation ${at} of ${moments.length}, before: ${before}\n  unsure: ${fates.join(' ')}${bare ? '\n  without history and backups' : ''}`;
      }
    }
  }
  return undefined;
}

function* subsets(unsure: number, search: Search, random: () => number): Generator<Fate[], void, undefined> {
  const all = (fate: Fate): Fate[] => Array.from({ length: unsure }, () => fate);
  if (unsure === 0) {
    yield [];
  } else if (unsure <= search.everySubsetUpTo) {
    const fates: readonly Fate[] = unsure <= 2 ? ['kept', 'lost', 'torn', 'hole'] : ['kept', 'lost', 'torn'];
    for (let code = 0; code < fates.length ** unsure; code++) {
      yield Array.from(
        { length: unsure },
        (_, i) => fates[Math.floor(code / fates.length ** i) % fates.length]!,
      );
    }
  } else {
    yield all('kept');
    yield all('lost');
    for (let run = 0; run < search.randomSubsets; run++) {
      const bias = random();
      yield all('kept').map((): Fate => {
        if (random() < bias) return 'kept';
        return random() < 0.7 ? 'lost' : random() < 0.7 ? 'torn' : 'hole';
      });
    }
  }
}

async function breach(
  state: DiskState,
  fates: readonly Fate[],
  promised: Promised,
  bare: boolean,
  turn: number,
  more: Partial<StoreOptions> = {},
): Promise<string | undefined> {
  const disk = SimulatedDisk.after(state, (index) => fates[index] ?? 'kept');
  for (const content of promised.kept) {
    if (!disk.paths().some((path) => disk.text(path) === content))
      return 'a file that was to be kept is gone';
  }
  if (bare) {
    // The snapshot and the journal alone are enough; history is for undo, backups for accidents.
    for (const path of disk.paths()) if (/\/(history|backups)\//.test(path)) disk.remove(path);
  }
  const again = bench(disk, more, 10_000);
  let store: Store;
  try {
    store = await again.open();
  } catch (error) {
    return `it does not open any more: ${String(error)}`;
  }
  const content = contentOf(store.network);
  if (store.readOnly !== undefined) return `it opens for reading only: ${store.readOnly}`;
  if (!promised.contents.includes(content)) {
    return `the network is not what was promised: ${describe(content, promised.contents[0] ?? '')}`;
  }
  const unreadable = store.notices.find((notice) => /cannot|could not/.test(notice));
  if (unreadable !== undefined) return `it says: ${unreadable}`;
  if (store.saved().trouble !== undefined) return `it opens with trouble: ${store.saved().trouble ?? ''}`;
  // A hole among lines that were not settled looks like damage: it is said, and the file kept. Nothing else may.
  const damage = disk.paths().filter((path) => path.includes('.damaged-'));
  const holes = damage.filter((path) => path.includes('/journal.') && disk.text(path).includes('\0'));
  for (const path of damage) {
    if (holes.includes(path)) continue;
    if (promised.kept.length === 0) return `a crash alone left something damaged: ${path}`;
    if (!promised.kept.includes(disk.text(path))) return `what was kept aside is not whole: ${path}`;
  }
  if (!bare) {
    for (const entry of promised.entries) {
      const found = await store.entry(entry.seq);
      if (!sameJson(found?.patches, entry.patches)) return `edit ${entry.seq} cannot be undone any more`;
    }
    const backups = (await store.backups()).map(({ name }) => name);
    const missing = promised.backups.find((name) => !backups.includes(name));
    if (missing !== undefined) return `the backup ${missing} is gone`;
    if (turn % 4 === 0 && damage.length === 0) {
      const { checks } = await store.health();
      const ill = checks.find(({ ok }) => !ok);
      if (ill !== undefined) return `the folder is not well: ${ill.what}: ${ill.detail}`;
    }
  }
  if (promised.forgotten !== undefined && !store.network.has('contacts', promised.forgotten.contact)) {
    for (const path of disk.paths()) {
      const mark = promised.forgotten.marks.find((each) => disk.text(path).includes(each));
      if (mark !== undefined) return `${path} still speaks of ${mark}`;
    }
  }
  if (turn % 5 === 0) return stillWorks(disk, again, store);
  return undefined;
}

/** A store that was mended takes edits and keeps them. */
async function stillWorks(disk: SimulatedDisk, again: Bench, store: Store): Promise<string | undefined> {
  await again.edit(store, 'contact.add', { name: { full: 'after the crash' } });
  const content = contentOf(store.network);
  const reopened = await bench(
    SimulatedDisk.after(disk.state(), () => 'lost'),
    {},
    20_000,
  ).open();
  return contentOf(reopened.network) === content
    ? undefined
    : 'an edit after the crash was lost at the next one';
}

function describe(found: string, wanted: string): string {
  const [has, should] = [found.split('\n'), wanted.split('\n')];
  const extra = has.filter((row) => !should.includes(row)).slice(0, 2);
  const missing = should.filter((row) => !has.includes(row)).slice(0, 2);
  return `extra ${JSON.stringify(extra)}, missing ${JSON.stringify(missing)}`;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
