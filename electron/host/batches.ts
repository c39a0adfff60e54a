/** What one import did to whom: read from the history, so that it can be opened as long as it can be taken back. */
import type { Result } from '../../shared/contract';
import type { Parsed } from '../../shared/contract-parsing';
import { KithmapError } from '../../shared/errors';
import type { Store } from './store/store';

type Answer = Result<'batch'>;

interface Touched {
  what: Answer['people'][number]['what'];
  readonly fields: Set<string>;
}

/** @throws KithmapError `not-found` where what it did is no longer kept */
export async function batchAnswer(store: Store, { batch, offset, limit }: Parsed<'batch'>): Promise<Answer> {
  const entries = await store.entriesOfBatch(batch);
  if (entries.length === 0) {
    throw new KithmapError('not-found', 'What this import did is no longer kept.');
  }
  const touched = new Map<string, Touched>();
  const added: Record<string, number> = {};
  for (const { patches } of entries) {
    for (const { table, id, before, after } of patches) {
      if (before === null && table !== 'batches') added[table] = (added[table] ?? 0) + 1;
      if (table !== 'contacts' || after === null) continue;
      const standing = touched.get(id);
      if (standing === undefined) {
        touched.set(id, { what: before === null ? 'new' : 'changed', fields: new Set(Object.keys(after)) });
      } else for (const field of Object.keys(after)) standing.fields.add(field);
    }
  }
  const people = [...touched]
    .map(([contact, { what, fields }]) => ({
      contact,
      name: store.network.get('contacts', contact)?.name.full,
      what,
      fields: what === 'new' ? [] : [...fields].sort(),
    }))
    .sort((a, b) => order(a.what) - order(b.what) || (a.name ?? '').localeCompare(b.name ?? ''));
  return {
    total: people.length,
    people: people
      .slice(offset, offset + limit)
      .map(({ name, ...rest }) => ({ ...rest, ...(name === undefined ? {} : { name }) })),
    added: {
      ties: added['ties'] ?? 0,
      evidence: added['evidence'] ?? 0,
      interactions: added['interactions'] ?? 0,
      notes: added['notes'] ?? 0,
    },
  };
}

function order(what: Touched['what']): number {
  return what === 'new' ? 0 : 1;
}
