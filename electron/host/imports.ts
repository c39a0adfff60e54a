/**
 * Staged imports: records arrive in pieces, are compared with the network, and are written as one batch once the
 * person says so. Until then nothing of them is anywhere but here.
 *
 *   open -> add* -> review* -> commit (progress as events; can be stopped) | cancel
 */
import { run } from '../../shared/commands/command';
import { commandNamed } from '../../shared/commands/index';
import type { HostEvent, Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import {
  type ImportPlan,
  importBeginning,
  importSteps,
  isWhole,
  parseItems,
  planningSteps,
  slicesOf,
  WaitingItems,
  wholeSteps,
} from '../../shared/imports/index';
import { deflated } from './deflated';
import { forgottenOf } from './forgetting';
import type { Store } from './store/store';
import { inTurns } from './turns';
import type { Writing } from './writing';

export interface ImportsOptions {
  readonly store: Store;
  readonly writing: Writing;
  readonly newId: () => string;
  readonly tell: (event: HostEvent) => void;
  /** Milliseconds from some fixed moment. */
  readonly elapsed: () => number;
}

interface StagedImport {
  readonly id: string;
  readonly batch: string;
  readonly args: Parsed<'importOpen'>;
  readonly items: readonly WaitingItems[];
  noneMine: boolean;
  /** What it would do to the network as it was at `seq`, with as many records as there were. */
  planned?: {
    readonly plan: ImportPlan;
    readonly seq: number;
    readonly count: number;
    /** A network as it was written: nothing of it is checked against what is there, for there is nothing. */
    readonly whole: boolean;
  };
  /** While it is being written. */
  commit?: Promise<unknown>;
  cancelled: boolean;
}

/** Imports that may be open at once; the oldest that is not being written goes when there are more. */
const most = 8;
/** Characters of JSON that one import may hold: far beyond any address book, far below what a machine has. */
const largest = 400_000_000;

const stopped = 'The import was stopped. Nothing of it was kept.';

export class Imports {
  readonly #options: ImportsOptions;
  readonly #staged = new Map<string, StagedImport>();

  constructor(options: ImportsOptions) {
    this.#options = options;
  }

  open(args: Parsed<'importOpen'>): Result<'importOpen'> {
    const { newId } = this.#options;
    const id = newId();
    const items = args.files.map(() => new WaitingItems(deflated));
    this.#staged.set(id, { id, batch: newId(), args, items, noneMine: false, cancelled: false });
    for (const [oldest, { commit }] of this.#staged) {
      if (this.#staged.size <= most) break;
      if (commit === undefined) this.#staged.delete(oldest);
    }
    return { import: id };
  }

  /** @throws KithmapError `bad-argument` for what no reader yields, `too-large` */
  add({ import: id, file, items }: Parsed<'importAdd'>): Result<'importAdd'> {
    const staged = this.#needOpen(id);
    const list = staged.items[file];
    if (list === undefined) throw new KithmapError('bad-argument', 'This import has no such file.');
    if (staged.items.reduce((sum, { characters }) => sum + characters, 0) > largest) {
      throw new KithmapError('too-large', 'This is too much for one import. Bring the files in one by one.');
    }
    for (const item of parseItems(items)) list.add(item);
    return { received: list.count };
  }

  async review({
    import: id,
    kinds,
    offset,
    limit,
    noneMine = false,
  }: Parsed<'importReview'>): Promise<Result<'importReview'>> {
    const staged = this.#needOpen(id);
    if (noneMine && !staged.noneMine) {
      staged.noneMine = true;
      staged.planned = undefined;
    }
    const { counts, rows, hasTies, asks } = await this.#options.writing.alone(() => this.#plan(staged));
    return {
      counts,
      rows: rows.page(kinds, offset, limit),
      total: rows.count(kinds),
      hasTies,
      ...(asks === undefined ? {} : { asks: { ...asks, candidates: [...asks.candidates] } }),
    };
  }

  async commit({ import: id }: Parsed<'importCommit'>): Promise<Result<'importCommit'>> {
    const staged = this.#needOpen(id);
    const commit = this.#options.writing.alone(() => this.#write(staged));
    staged.commit = commit;
    try {
      const counts = await commit;
      this.#staged.delete(id);
      return { batch: staged.batch, counts };
    } catch (error) {
      if (staged.cancelled) this.#staged.delete(id);
      throw error;
    } finally {
      staged.commit = undefined;
    }
  }

  async cancel({ import: id }: Parsed<'importCancel'>): Promise<Result<'importCancel'>> {
    const staged = this.#need(id);
    staged.cancelled = true;
    await staged.commit?.catch(() => undefined);
    this.#staged.delete(id);
    return {};
  }

  /** Stops what is being written and forgets the rest. */
  async stop(): Promise<void> {
    for (const id of [...this.#staged.keys()]) await this.cancel({ import: id });
  }

  /** Forgets what the imports would have done: the network was replaced. What was read stays. */
  forgetPlans(): void {
    for (const staged of this.#staged.values()) staged.planned = undefined;
  }

  /** Runs while nothing is written, in slices, so that reading goes on. */
  async #plan(staged: StagedImport): Promise<ImportPlan> {
    const { store, writing, elapsed } = this.#options;
    const { planned, args, batch, items } = staged;
    const count = items.reduce((sum, file) => sum + file.count, 0);
    if (planned?.seq === writing.seq && planned.count === count) return planned.plan;
    staged.planned = undefined;
    const forgotten = forgottenOf(store.network);
    const context = {
      ...writing.context(batch),
      batch,
      tiesAre: args.tiesAre,
      mine: args.mine,
      noneMine: staged.noneMine,
      packing: deflated,
      ...(forgotten === undefined ? {} : { forgotten }),
    };
    const [first] = items;
    // Whom nobody is to bring back, a whole network would.
    const whole = forgotten === undefined && isWhole(store.network, args.files, items);
    const steps =
      whole && first !== undefined
        ? wholeSteps(store.network, args.files, first, context)
        : planningSteps(store.network, args.files, items, context);
    const plan = await inTurns(steps, elapsed, () => {
      if (staged.cancelled) throw new KithmapError('cancelled', stopped);
    });
    staged.planned = { plan, seq: writing.seq, count, whole };
    return plan;
  }

  async #write(staged: StagedImport): Promise<ImportPlan['counts']> {
    const { store, writing, tell } = this.#options;
    const plan = await this.#plan(staged);
    const whole = staged.planned?.whole === true;
    const total = plan.changes.length;
    if (total === 0) return plan.counts;
    if (store.network.count('contacts') > 0) await store.backup('before an import');
    const { label } = plan.batch;
    let done = 0;
    const progress = (): void =>
      tell({ type: 'progress', job: staged.id, done, total, note: `Writing ${label}` });
    await writing.batch(staged.args.client, `Import ${label}`, staged.batch, async (write) => {
      progress();
      for (const { name, args } of whole ? [importBeginning(plan)] : importSteps(plan)) {
        if (staged.cancelled) throw new KithmapError('cancelled', stopped);
        const outcome = run(store.network, commandNamed(name), args, writing.context(staged.batch));
        await write(name, outcome.patches);
        done = Math.min(total, done + outcome.patches.length);
        progress();
      }
      // Nothing is there that a command could compare it with: it is put as it was.
      for (const slice of whole ? slicesOf(plan.changes) : []) {
        if (staged.cancelled) throw new KithmapError('cancelled', stopped);
        await write('import.apply', slice);
        done += slice.length;
        progress();
      }
      if (staged.cancelled) throw new KithmapError('cancelled', stopped);
    });
    return plan.counts;
  }

  #need(id: string): StagedImport {
    const staged = this.#staged.get(id);
    if (staged === undefined) {
      throw new KithmapError('not-found', 'This import is over or was left for too long. Begin it again.');
    }
    return staged;
  }

  #needOpen(id: string): StagedImport {
    const staged = this.#need(id);
    if (staged.commit !== undefined) {
      throw new KithmapError('busy', 'This import is being written. Wait until it is done, or stop it.');
    }
    return staged;
  }
}
