/**
 * A network that was written whole, brought into an empty one: every entity comes back as it was, under its own id, so
 * that what went out is what is there again. Where there are people already, its people and ties come in as those of any
 * other file (plan.ts).
 */
import { KithmapError } from '../errors';
import type { WholeRecord } from '../formats/record';
import type { JsonObject } from '../json';
import type { MyAddress } from '../model/entities';
import { Network, type ReadonlyNetwork } from '../model/network';
import { difference, type Patch } from '../model/patch';
import { referencesOf, withoutReference } from '../model/references';
import { type TableName, tableNames } from '../model/table-names';
import type { Steps } from '../steps';
import { many } from '../words';
import type { ImportFile, PlanContext } from './context';
import type { ImportPlan } from './plan';
import type { ReadItems } from './read-items';
import { Review } from './rows';

/** One file, all of a network, and nobody there yet but me. */
export function isWhole(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  itemsByFile: readonly ReadItems[],
): boolean {
  const { me, others } = peopleOf(network);
  const isEmpty = others === 0 && network.count('ties') === 0 && !hasRecords(network, me);
  return isEmpty && files.length === 1 && (itemsByFile[0]?.whole.length ?? 0) > 0;
}

/** Changes in the order in which they can be written; what is damaged, or hangs on what is not there, stays behind. */
export function* wholeSteps(
  network: ReadonlyNetwork,
  files: readonly ImportFile[],
  { whole, findings }: Pick<ReadItems, 'whole' | 'findings'>,
  context: PlanContext,
): Steps<ImportPlan> {
  const review = new Review(context.packing);
  const add = (kind: 'note' | 'skipped', detail: string): void =>
    review.add(kind, { file: 0, line: 1, person: '', detail });
  const written = new Network();
  for (const item of whole) {
    yield;
    load(written, item, (detail) => add('skipped', detail));
  }
  for (const { level, reason } of findings) add(level, reason);
  yield* dropDangling(written, (detail) => add('skipped', detail));

  const { me: before } = peopleOf(network);
  const after = written.get('settings', 'settings')?.me;
  const changes: Patch[] = [];
  // Whoever began an empty network is the one who comes back.
  if (before !== undefined && after !== undefined && before !== after) {
    for (const table of ['positions', 'contacts'] as const) {
      const entity = network.get(table, before);
      if (entity !== undefined) changes.push({ table, id: before, before: { ...entity }, after: null });
    }
  }
  const mine = new Set([...written.all('myAddresses')].map(addressOf));
  for (const entity of network.all('myAddresses')) {
    if (!mine.has(addressOf(entity)) || written.has('myAddresses', entity.id)) continue;
    changes.push({ table: 'myAddresses', id: entity.id, before: { ...entity }, after: null });
  }
  for (const table of tableNames) {
    for (const entity of written.all(table)) {
      yield;
      const patch = difference(table, entity.id, network.get(table, entity.id) ?? null, entity);
      if (patch !== undefined) changes.push(patch);
    }
  }
  for (const contact of written.all('contacts')) {
    if (contact.id === after) continue;
    review.add('new', { file: 0, line: 1, person: contact.name.full, detail: '', contact: contact.id });
  }
  add('note', sayWhole(written));
  const counts = {
    ...review.counts(),
    ties: written.count('ties'),
    interactions: written.count('interactions'),
  };
  const names = files.map(({ name }) => name.slice(0, 1_000));
  return {
    batch: { id: context.batch, label: names[0] ?? 'A network', format: 'kithmap', files: names, counts },
    changes,
    counts,
    rows: yield* review.rows(),
    hasTies: true,
  };
}

function load(network: Network, { table, row }: WholeRecord, onDamaged: (reason: string) => void): void {
  const id = typeof row['id'] === 'string' ? row['id'] : '';
  try {
    network.load(table, id, row);
  } catch (error) {
    if (!(error instanceof KithmapError)) throw error;
    onDamaged(`Damaged, and left out: ${error.message.slice(0, 300)}`);
  }
}

/** Until nothing refers to what is not there: one that goes may be what another hangs on. */
function* dropDangling(network: Network, onDropped: (reason: string) => void): Steps<void> {
  for (let changed = true; changed;) {
    changed = false;
    for (const table of tableNames) {
      for (const entity of [...network.all(table)]) {
        yield;
        const standing: JsonObject = entity;
        const kept = withoutDangling(network, table, standing);
        if (kept === standing) continue;
        changed = true;
        if (kept === null) {
          network.apply([{ table, id: entity.id, before: { ...standing }, after: null }]);
          onDropped(`One of ${table} is left out: what it belongs to is not in the file.`);
        } else network.load(table, entity.id, kept);
      }
    }
  }
}

function withoutDangling(network: Network, table: TableName, entity: JsonObject): JsonObject | null {
  let kept: JsonObject | null = entity;
  for (const { reference, id } of referencesOf(table, entity)) {
    if (network.has(reference.to, id)) continue;
    if (reference.onRemove === 'remove') return null;
    kept = withoutReference(kept, reference, id);
    if (kept === null) return null;
  }
  return kept;
}

function addressOf({ kind, value }: MyAddress): string {
  return `${kind} ${value}`;
}

function peopleOf(network: ReadonlyNetwork): { me: string | undefined; others: number } {
  const me = network.get('settings', 'settings')?.me;
  const mine = me !== undefined && network.has('contacts', me) ? 1 : 0;
  return { me, others: network.count('contacts') - mine };
}

/** Something was written down already, of me or of nobody. */
function hasRecords(network: ReadonlyNetwork, me: string | undefined): boolean {
  const records = ['plans', 'goals', 'shareables', 'trips', 'templates', 'interactions', 'notes'] as const;
  if (records.some((table) => network.count(table) > 0)) return true;
  return me !== undefined && network.index.referring('contacts', me, 'facts').size > 0;
}

function sayWhole(network: Network): string {
  const secrets = network.count('confidential');
  const parts = [
    many(network.count('notes'), 'note', 'notes'),
    many(network.count('interactions'), 'entry of what happened', 'entries of what happened'),
    many(network.count('commitments'), 'promise', 'promises'),
    many(network.count('introductions'), 'introduction', 'introductions'),
    ...(secrets === 0 ? [] : [many(secrets, 'confidential text', 'confidential texts')]),
  ];
  return `A whole network: everything comes back as it was, with ${parts.join(', ')}, plans, settings and places on the map.`;
}
