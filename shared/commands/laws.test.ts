/** The laws that every command keeps, whatever the sequence. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Network } from '../model/network';
import { inverses, type Patch } from '../model/patch';
import { referencesOf } from '../model/references';
import { type JsonObject, sameJson } from '../json';
import { tableNames } from '../model/table-names';
import { derivedTables } from '../model/tables';
import { steps, takeStep, testContext } from './random-commands.testing';
import { revert } from './revert';

function copy(network: Network): Network {
  const again = new Network();
  for (const table of tableNames) {
    for (const entity of network.all(table)) again.load(table, entity.id, entity);
  }
  return again;
}

function replay(patches: readonly (readonly Patch[])[]): Network {
  const network = new Network();
  for (const each of patches) network.apply(each);
  return network;
}

describe('commands', () => {
  it('all undone, newest first, give the first network back', () => {
    fc.assert(
      fc.property(steps(12), steps(25), (before, sequence) => {
        const network = new Network();
        const context = testContext();
        for (const step of before) takeStep(network, step, context);
        const first = network.toData();
        const done = sequence.flatMap((step) => {
          const patches = takeStep(network, step, context);
          return patches === undefined ? [] : [patches];
        });
        for (const patches of done.reverse()) {
          const { patches: back, kept } = revert(network, patches);
          expect(kept).toEqual([]);
          network.apply(back);
        }
        expect(network.toData()).toEqual(first);
      }),
      { numRuns: 150 },
    );
  });

  it('undone by plain inverses give the first network back, too', () => {
    fc.assert(
      fc.property(steps(30), (sequence) => {
        const network = new Network();
        const context = testContext();
        const done = sequence.flatMap((step) => takeStep(network, step, context) ?? []);
        network.apply(inverses(done));
        for (const table of tableNames) expect(network.count(table)).toBe(0);
      }),
      { numRuns: 100 },
    );
  });

  it('give a replica that gets their patches as JSON the same network and the same lookups', () => {
    fc.assert(
      fc.property(steps(30), (sequence) => {
        const network = new Network();
        const context = testContext();
        const sent: string[] = [];
        for (const step of sequence) {
          const patches = takeStep(network, step, context);
          if (patches !== undefined) sent.push(JSON.stringify(patches));
        }
        const replica = replay(sent.map((text) => JSON.parse(text) as Patch[]));
        expect(replica.toData()).toEqual(network.toData());
        for (const contact of network.all('contacts')) {
          expect(replica.index.summary(contact.id)).toEqual(network.index.summary(contact.id));
          const days = [...network.all('interactions')]
            .filter((i) => i.with.includes(contact.id) && i.planned !== true)
            .map((i) => i.day)
            .sort();
          expect(network.index.summary(contact.id).last).toBe(days.at(-1));
          expect(network.index.summary(contact.id).count).toBe(days.length);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('leave no reference to nothing and no confidential text that nobody holds', () => {
    fc.assert(
      fc.property(steps(40), (sequence) => {
        const network = new Network();
        const context = testContext();
        for (const step of sequence) takeStep(network, step, context);
        const held = new Set<unknown>();
        for (const table of tableNames) {
          for (const entity of network.all(table)) {
            const fields: JsonObject = entity;
            for (const { reference, id } of referencesOf(table, entity)) {
              expect(network.has(reference.to, id), `${table}.${reference.field}`).toBe(true);
            }
            if (fields['confidential'] !== undefined) held.add(fields['confidential']);
          }
        }
        expect([...network.all('confidential')].map(({ id }) => id).sort()).toEqual([...held].sort());
      }),
      { numRuns: 100 },
    );
  });

  it('survive a JSON round trip of the whole network', () => {
    fc.assert(
      fc.property(steps(30), (sequence) => {
        const network = new Network();
        const context = testContext();
        for (const step of sequence) takeStep(network, step, context);
        const data = JSON.parse(JSON.stringify(network.toData())) as Record<string, Record<string, unknown>>;
        const again = new Network();
        for (const table of tableNames) {
          for (const [id, entity] of Object.entries(data[table] ?? {})) again.load(table, id, entity);
        }
        expect(again.toData()).toEqual(network.toData());
      }),
      { numRuns: 100 },
    );
  });
});

describe('undoing an old edit', () => {
  it('loses nothing of what came later', () => {
    fc.assert(
      fc.property(steps(10), steps(10), steps(15), (before, batch, later) => {
        const network = new Network();
        const context = testContext();
        for (const step of before) takeStep(network, step, context);
        const batched = batch.flatMap((step) => takeStep(network, step, context) ?? []);
        const middle = copy(network);
        for (const step of later) takeStep(network, step, context);
        const undone = copy(network);
        undone.apply(revert(network, batched).patches);
        // Whatever the later commands left different from how the batch left it is as they left it.
        for (const table of tableNames) {
          if (derivedTables.includes(table)) continue;
          for (const { id } of network.all(table)) {
            const was: JsonObject | undefined = network.get(table, id);
            const left: JsonObject | undefined = middle.get(table, id);
            const is: JsonObject | undefined = undone.get(table, id);
            for (const field of Object.keys(was ?? {})) {
              if (left !== undefined && sameJson(left[field], was?.[field])) continue;
              expect(is?.[field], `${table} ${id} ${field}`).toEqual(was?.[field]);
            }
          }
        }
        // And nothing refers to nothing.
        for (const table of tableNames) {
          for (const entity of undone.all(table)) {
            for (const { reference, id } of referencesOf(table, entity)) {
              expect(undone.has(reference.to, id), `${table}.${reference.field} -> ${id}`).toBe(true);
            }
          }
        }
      }),
      { numRuns: Number(process.env['KITHMAP_RUNS'] ?? 300) },
    );
  });
});
