/** What the indices say is what walking all tables would say, after any commands and undos. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { steps, takeStep, testContext } from '../commands/random-commands.testing';
import { Network } from './network';
import { inverses, type Patch } from './patch';
import { referencesOf } from './references';
import { tableNames } from './table-names';

/** Everything that the indices of a network answer, found by walking its tables. */
function walked(network: Network): Map<string, unknown> {
  const found = new Map<string, unknown>();
  const add = (key: string, id: string): void => {
    found.set(key, new Set([...((found.get(key) ?? []) as Iterable<string>), id]));
  };
  for (const table of tableNames) {
    for (const entity of network.all(table)) {
      for (const { reference, id } of referencesOf(table, entity)) {
        add(`referring ${reference.to} ${id} ${table}`, entity.id);
      }
      if ('confidential' in entity && typeof entity.confidential === 'string') {
        add(`referring confidential ${entity.confidential} ${table}`, entity.id);
      }
    }
  }
  for (const { format, key, id } of network.all('sources')) add(`source ${format} ${key}`, id);
  for (const { a, b } of network.all('ties')) found.set(`tie ${a} ${b}`, true);
  const met = [...network.all('interactions')].filter(({ planned }) => planned !== true);
  for (const contact of new Set(met.flatMap((interaction) => interaction.with))) {
    const days = met.filter((each) => each.with.includes(contact)).map(({ day }) => day);
    found.set(`summary ${contact}`, { count: days.length, last: days.sort().at(-1) });
  }
  return found;
}

/** The same questions, asked of the indices; those of entities that are gone as well. */
function indexed(network: Network, asked: Iterable<string>): Map<string, unknown> {
  const { index } = network;
  const found = new Map<string, unknown>();
  for (const question of asked) {
    const [what, one = '', two = '', table] = question.split(' ');
    if (what === 'referring') {
      const [to, from] = [tableNames.find((name) => name === one), tableNames.find((name) => name === table)];
      const ids = index.referring(to!, two, from!);
      if (ids.size > 0) found.set(question, new Set(ids));
    } else if (what === 'source') {
      const ids = index.sourcesOf(one, question.slice(`source ${one} `.length));
      if (ids.size > 0) found.set(question, new Set(ids));
    } else if (what === 'tie') {
      const id = index.tieBetween(two, one);
      const tie = network.get('ties', id ?? '');
      if (tie !== undefined && [tie.a, tie.b].sort().join() === [one, two].sort().join()) {
        found.set(question, true);
      } else if (id !== undefined) throw new Error(`${question}: ${id} is another tie`);
    } else if (index.summary(one).count > 0) {
      found.set(question, { ...index.summary(one) });
    }
  }
  return found;
}

describe('the indices', () => {
  it('answer what walking the tables would, as the network changes and changes back', () => {
    fc.assert(
      fc.property(steps(60), (sequence) => {
        const network = new Network();
        const context = testContext();
        const asked = new Set<string>();
        const check = (): void => {
          const expected = walked(network);
          for (const question of expected.keys()) asked.add(question);
          expect(indexed(network, asked)).toEqual(new Map([...asked].flatMap((each) => (expected.has(each) ? [[each, expected.get(each)]] : [])))); // prettier-ignore
        };
        const done: (readonly Patch[])[] = [];
        for (const step of sequence) {
          done.push(takeStep(network, step, context) ?? []);
          check();
        }
        for (const patches of done.reverse()) {
          network.apply(inverses(patches));
          check();
        }
      }),
      { numRuns: 60 },
    );
  });

  it('know the last day and the number of meetings with everybody, whatever comes, changes and goes', () => {
    const people = ['ana', 'ben', 'cyd'];
    const edits = fc.array(
      fc.record({
        id: fc.constantFrom('i1', 'i2', 'i3', 'i4'),
        row: fc.option(
          fc.record({
            day: fc.constantFrom('2026-01-01', '2026-01-02', '2026-01-03'),
            with: fc.array(fc.constantFrom(...people), { minLength: 1, maxLength: 4 }),
            planned: fc.boolean(),
          }),
        ),
      }),
      { maxLength: 20, size: 'max' },
    );
    fc.assert(
      fc.property(edits, (sequence) => {
        const network = new Network();
        for (const { id, row } of sequence) {
          const before = network.get('interactions', id) ?? null;
          const after = row === null ? null : { id, channel: 'call', direction: 'both', tags: [], ...row };
          if (before !== null) network.apply([{ table: 'interactions', id, before, after: null }]);
          if (after !== null) network.apply([{ table: 'interactions', id, before: null, after }]);
          const asked = people.map((contact) => `summary ${contact}`);
          const expected = walked(network);
          expect(indexed(network, asked)).toEqual(
            new Map([...expected].filter(([question]) => asked.includes(question))),
          );
        }
      }),
      { numRuns: 200 },
    );
  });
});
