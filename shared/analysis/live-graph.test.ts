import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildGraph, type Graph, rowsOf, type Rows } from './graph';
import { LiveGraph } from './live-graph';

const empty = buildGraph(0, { a: [], b: [] });

const edits = fc.array(
  fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({ a: fc.nat(11), b: fc.nat(11), weight: fc.constantFrom(0, 0.5, 1, 3) }),
    },
    { weight: 1, arbitrary: fc.record({ add: fc.constant(true) }) },
    { weight: 1, arbitrary: fc.record({ remove: fc.nat(11) }) },
  ),
  { maxLength: 120 },
);

/** The same edits on a plain list of people by name and a map of ties. */
class Plain {
  people: number[] = [];
  readonly ties = new Map<string, number>();
  #next = 0;

  add(): void {
    this.people.push(this.#next++);
  }
  remove(index: number): void {
    const gone = this.people[index]!;
    const last = this.people.pop()!;
    if (index < this.people.length) this.people[index] = last;
    for (const key of [...this.ties.keys()]) {
      if (key.split(' ').map(Number).includes(gone)) this.ties.delete(key);
    }
  }
  set(a: number, b: number, weight: number): void {
    const [one, other] = [this.people[a]!, this.people[b]!].sort((x, y) => x - y);
    if (weight > 0) this.ties.set(`${one!} ${other!}`, weight);
    else this.ties.delete(`${one!} ${other!}`);
  }
  graph(): Graph {
    const at = new Map(this.people.map((name, index) => [name, index]));
    const ends = [...this.ties.keys()].map((key) => key.split(' ').map(Number));
    return buildGraph(this.people.length, {
      a: ends.map(([a]) => at.get(a!)!),
      b: ends.map(([, b]) => at.get(b!)!),
      weight: [...this.ties.values()],
    });
  }
}

const listed = ({ size, starts, ends, neighbours, weights }: Rows) =>
  Array.from({ length: size }, (_, i) =>
    Array.from(neighbours.subarray(starts[i], ends[i]), (other, slot) => [other, weights[starts[i]! + slot]]),
  );

function played(steps: readonly object[]): { live: LiveGraph; plain: Plain } {
  const live = new LiveGraph(empty);
  const plain = new Plain();
  for (let i = 0; i < 5; i++) {
    live.addPerson();
    plain.add();
  }
  for (const step of steps) {
    if ('add' in step) {
      expect(live.addPerson()).toBe(plain.people.length);
      plain.add();
    } else if ('remove' in step && typeof step.remove === 'number') {
      if (plain.people.length < 2) continue;
      const index = step.remove % plain.people.length;
      expect(live.removePerson(index)).toBe(plain.people.length - 1);
      plain.remove(index);
    } else if ('a' in step && 'b' in step && 'weight' in step) {
      const [a, b] = [Number(step.a) % plain.people.length, Number(step.b) % plain.people.length];
      if (a === b) continue;
      live.setWeight(a, b, Number(step.weight));
      plain.set(a, b, Number(step.weight));
    }
  }
  return { live, plain };
}

describe('a graph that takes edits', () => {
  test('is after any edits what building it anew gives', () => {
    fc.assert(
      fc.property(edits, (steps) => {
        const { live, plain } = played(steps);
        const built = plain.graph();
        expect(live.compact()).toEqual(built);
        expect(listed(live)).toEqual(listed(rowsOf(built)));
        expect(live.ties).toBe(plain.ties.size);
      }),
      { numRuns: 300 },
    );
  });

  test('is as before once what was added is removed', () => {
    fc.assert(
      fc.property(edits, fc.nat(30), fc.nat(30), (steps, x, y) => {
        const { live } = played(steps);
        const before = live.compact();
        const [a, b] = [x % live.size, y % live.size];
        const weight = live.weight(a, b);
        live.setWeight(a, b, weight + 2);
        live.setWeight(a, b, weight);
        const person = live.addPerson();
        live.setWeight(person, a, 1);
        live.removePerson(person);
        expect(live.compact()).toEqual(before);
      }),
    );
  });

  test('knows the weight of a tie from both ends, and leaves loops out', () => {
    const live = new LiveGraph(buildGraph(3, { a: [0], b: [2], weight: [4] }));
    live.setWeight(1, 1, 3);
    expect([live.weight(0, 2), live.weight(2, 0), live.weight(0, 1), live.weight(1, 1)]).toEqual([
      4, 4, 0, 0,
    ]);
  });

  test('does not change a compact copy that somebody holds', () => {
    const built = buildGraph(3, { a: [0], b: [2] });
    const live = new LiveGraph(built);
    live.setWeight(0, 1, 1);
    live.setWeight(0, 2, 0);
    expect(built).toEqual(buildGraph(3, { a: [0], b: [2] }));
  });
});
