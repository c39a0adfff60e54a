/**
 * The same with random lives: any commands, one by one, together or in batches, with snapshots, backups and refusals
 * of the disk in between. CRASH_RUNS sets how many.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandFor, type Step, steps } from '../../../shared/commands/random-commands.testing';
import { KithmapError } from '../../../shared/errors';
import { type Patch } from '../../../shared/model/patch';
import { brokenPromise, Witness } from './crash.testing';
import type { Store } from './store';

const runs = Number(process.env['CRASH_RUNS'] ?? 12);

type Act =
  | { readonly kind: 'edit' | 'together' | 'batch' | 'aborted'; readonly steps: readonly Step[] }
  | { readonly kind: 'snapshot' | 'snapshot while editing'; readonly steps: readonly Step[] }
  | { readonly kind: 'backup' | 'reopen' | 'refused'; readonly steps: readonly Step[] };

const act: fc.Arbitrary<Act> = fc.record({
  kind: fc.oneof(
    { weight: 6, arbitrary: fc.constant('edit' as const) },
    fc.constantFrom(
      'together' as const,
      'batch' as const,
      'aborted' as const,
      'snapshot' as const,
      'snapshot while editing' as const,
      'backup' as const,
      'reopen' as const,
      'refused' as const,
    ),
  ),
  steps: steps(4),
});

class Life {
  readonly witness = new Witness({}, { snapshotAfterLines: 6 });
  store: Store | undefined;

  async live(acts: readonly Act[]): Promise<void> {
    this.store = await this.witness.bench.open();
    for (const { kind, steps: taken } of acts) await this.#do(kind, taken);
    await this.store.close();
    this.witness.note('the end');
  }

  async #do(kind: Act['kind'], taken: readonly Step[]): Promise<void> {
    const store = this.store!;
    const { witness } = this;
    switch (kind) {
      case 'edit':
        for (const step of taken) await this.#edit(store, step);
        break;
      case 'together':
        await Promise.all(taken.map((step, i) => this.#add(store, step, i)));
        break;
      case 'batch':
        await witness.batch(store, this.#pieces(taken), witness.bench.context.newId());
        break;
      case 'aborted':
        await expect(
          witness.batch(store, this.#pieces(taken), witness.bench.context.newId(), true),
        ).rejects.toThrow('enough');
        break;
      case 'snapshot':
        await store.snapshot();
        break;
      case 'snapshot while editing': {
        const saving = store.snapshot();
        for (const step of taken) await this.#edit(store, step);
        await saving;
        break;
      }
      case 'backup':
        await witness.backup(store);
        break;
      case 'reopen':
        await store.close();
        witness.note('opening again');
        this.store = await witness.bench.open();
        break;
      case 'refused':
        for (const step of taken.slice(0, 1)) await this.#refused(store, step);
    }
  }

  #pieces(taken: readonly Step[]): ((store: Store) => readonly Patch[] | undefined)[] {
    return taken.map((step) => (store) => this.#patches(store, step));
  }

  #patches(store: Store, step: Step): readonly Patch[] | undefined {
    const made = commandFor(store.network, step);
    if (made === undefined) return undefined;
    try {
      return this.witness.bench.patches(store, ...made);
    } catch (error) {
      if (error instanceof KithmapError) return undefined;
      throw error;
    }
  }

  async #edit(store: Store, step: Step): Promise<void> {
    const patches = this.#patches(store, step);
    if (patches !== undefined) await this.witness.write(store, 'step', patches);
  }

  /** Edits that do not look at each other, so that they can be asked for at once. */
  async #add(store: Store, step: Step, i: number): Promise<void> {
    const name = { full: step.text };
    await this.witness.edit(store, 'contact.add', { id: `${this.witness.bench.context.newId()}-${i}`, name });
  }

  async #refused(store: Store, step: Step): Promise<void> {
    const patches = this.#patches(store, step);
    if (patches === undefined) return;
    let refusals = 1;
    this.witness.watch((operation) => {
      if (operation !== 'fdatasync' || refusals-- <= 0) return;
      throw Object.assign(new Error('refused'), { code: 'EIO' });
    });
    const error = await this.witness.refused(store, 'step', patches);
    this.witness.watch();
    expect(error).toBeInstanceOf(KithmapError);
  }
}

describe('pulling the plug in any life', () => {
  it('loses nothing that was acknowledged, and leaves nothing half', { timeout: 600_000 }, async () => {
    let crashes = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 10 }), fc.nat(), async (acts, seed) => {
        const life = new Life();
        await life.live(acts);
        const looked = { crashes: 0 };
        const search = { everySubsetUpTo: 2, randomSubsets: 3, seed, more: { snapshotAfterLines: 6 } };
        expect(await brokenPromise(life.witness.moments, search, looked)).toBeUndefined();
        crashes += looked.crashes;
      }),
      { numRuns: runs, endOnFailure: true },
    );
    expect(crashes).toBeGreaterThan(runs * 100);
  });
});
