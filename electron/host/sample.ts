/** Fills an empty network with the sample, as one batch, and takes it out again without a trace. */
import type { Result } from '../../shared/contract';
import { KithmapError } from '../../shared/errors';
import { parseEntity } from '../../shared/model/network';
import type { Patch } from '../../shared/model/patch';
import type { Day } from '../../shared/time';
import type { Clock } from './clock';
import type { ForgettingOptions } from './forgetting';
import type { Store } from './store/store';
import type { Writing } from './writing';

/** The sample's patches, for the day on which its last day falls. */
export type ReadSample = (today: Day) => Promise<readonly Patch[]>;

interface SampleOptions {
  readonly client: string;
  readonly store: Store;
  readonly writing: Writing;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly read: ReadSample;
}

/** Patches in one line of the journal. */
const linePatches = 500;

/** @throws KithmapError `conflict` where there are people already. */
export async function loadSample(options: SampleOptions): Promise<Result<'loadSample'>> {
  const { client, store, writing, clock, newId, read } = options;
  // As the tables hold them, defaults filled in: an undo compares with what was written.
  const patches = (await read(clock.today())).map(({ table, id, after }): Patch => {
    return { table, id, before: null, after: { ...parseEntity(table, id, after) } };
  });
  return writing.alone(async () => {
    const { network } = store;
    const me = network.get('settings', 'settings')?.me;
    const people = network.count('contacts') - (me !== undefined && network.has('contacts', me) ? 1 : 0);
    if (people > 0) {
      throw new KithmapError(
        'conflict',
        'The sample is for looking around in an empty network, and yours has people in it. Use another data folder.',
      );
    }
    const batch = newId();
    const contacts = patches.filter(({ table }) => table === 'contacts').length;
    const row = {
      id: batch,
      label: 'Sample network',
      format: 'sample',
      at: clock.now().toISOString(),
      counts: { new: contacts },
    };
    const all: Patch[] = [...patches, { table: 'batches', id: batch, before: null, after: row }];
    await writing.batch(client, 'Load the sample', batch, async (write) => {
      for (let at = 0; at < all.length; at += linePatches)
        await write('sample', all.slice(at, at + linePatches));
    });
    return { batch };
  });
}

/**
 * Takes the sample back, and forgets what went in every file: it was made up, and nobody looks for it later. What the
 * user changed in it, or built upon, stays.
 */
export async function clearSample(
  { store, writing, beside, onDone }: ForgettingOptions,
  client: string,
): Promise<Result<'clearSample'>> {
  const sample = [...store.network.all('batches')].find(
    ({ format, undoneAt }) => format === 'sample' && undoneAt === undefined,
  );
  if (sample === undefined) throw new KithmapError('not-found', 'The sample is not in this network.');
  const entries = await store.entriesOfBatch(sample.id);
  const { kept } = await writing.undoBatch(client, sample.id);
  await writing.alone(async () => {
    const gone = entries.flatMap(({ patches }) =>
      patches.flatMap(({ table, id, before }) =>
        before === null && table !== 'batches' && !store.network.has(table, id) ? [id] : [],
      ),
    );
    // Whatever stays may say which batch it came with.
    if (kept.length === 0) gone.push(sample.id);
    const all = await store.forget(gone);
    for (const one of beside) await one.forget(all);
    onDone();
  });
  return { kept };
}
