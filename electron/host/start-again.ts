/** Starting again: everything but the settings goes, as one batch that can be taken back, after a backup. */
import type { Patch } from '../../shared/model/patch';
import type { ReadonlyNetwork } from '../../shared/model/network';
import { tableNames } from '../../shared/model/table-names';
import type { BatchWriter, Store } from './store/store';
import type { Writing } from './writing';

/** Patches in one line, so that no line grows with the network. */
const inLine = 500;

export interface StartAgainOptions {
  readonly client: string;
  readonly store: Store;
  readonly writing: Writing;
  readonly newId: () => string;
}

/** @returns the backup that keeps what was there. */
export function startAgain({ client, store, writing, newId }: StartAgainOptions): Promise<string> {
  return writing.alone(async () => {
    const kept = await store.backup('before starting again');
    const work = async (write: BatchWriter): Promise<void> => {
      let line: Patch[] = [];
      for (const patch of everythingOut(store.network)) {
        line.push(patch);
        if (line.length < inLine) continue;
        await write('start-again', line);
        line = [];
      }
      await write('start-again', line);
    };
    await writing.batch(client, 'Start again', newId(), work, { allowShrink: true });
    return kept;
  });
}

/** As the network is before anything is written: what refers to something goes before it. */
function everythingOut(network: ReadonlyNetwork): Patch[] {
  const patches: Patch[] = [];
  for (const table of tableNames.toReversed()) {
    if (table === 'settings' || table === 'forgotten') continue;
    for (const row of network.all(table))
      patches.push({ table, id: row.id, before: { ...row }, after: null });
  }
  const me = network.get('settings', 'settings')?.me;
  if (me !== undefined) {
    patches.unshift({ table: 'settings', id: 'settings', before: { me }, after: {} });
  }
  return patches;
}
