import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AtlasModel } from './atlas-model';
import { bubbleLinks, bubblesOf } from './bubbles';
import { personAt } from './drawing.testing';

const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const cluster = fc.constantFrom('g1', 'g2', 'g3', undefined);
const at = fc.integer({ min: -900, max: 900 });
const step = fc.oneof(
  fc.record({
    do: fc.constant('person' as const),
    id,
    cluster,
    x: at,
    y: at,
    warmth: fc.integer({ min: 0, max: 7 }),
  }),
  fc.record({ do: fc.constant('no person' as const), id }),
  fc.record({ do: fc.constant('tie' as const), a: id, b: id, known: fc.boolean() }),
  fc.record({ do: fc.constant('no tie' as const), a: id, b: id }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

const tieId = (a: string, b: string): string => (a < b ? `${a}-${b}` : `${b}-${a}`);

function modelWithGroups(): AtlasModel {
  const model = new AtlasModel();
  for (const group of ['g1', 'g2', 'g3']) model.setCluster({ id: group, name: group, tint: 1 });
  return model;
}

function take(model: AtlasModel, one: Step): void {
  if (one.do === 'person') {
    const more = { warmth: one.warmth, ...(one.cluster === undefined ? {} : { cluster: one.cluster }) };
    model.setPerson(personAt(one.id, one.x, one.y, more));
  } else if (one.do === 'no person') model.removePerson(one.id);
  else if (one.do === 'no tie') model.removeTie(tieId(one.a, one.b));
  else if (one.a !== one.b) {
    model.setTie({ id: tieId(one.a, one.b), a: one.a, b: one.b, known: one.known, strength: 1 });
  }
}

/** The same people and ties, put into a model that has seen nothing else. */
function anew(model: AtlasModel): AtlasModel {
  const fresh = modelWithGroups();
  for (const person of model.people.values()) fresh.setPerson(person);
  for (const tie of model.ties.values()) fresh.setTie(tie);
  return fresh;
}

describe('the model of the map', () => {
  it('adds up to the same after any changes as put together anew', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60, size: 'max' }), (steps) => {
        const model = modelWithGroups();
        for (const one of steps) take(model, one);
        const fresh = anew(model);
        expect(bubblesOf(model)).toEqual(bubblesOf(fresh));
        expect(bubbleLinks(model)).toEqual(bubbleLinks(fresh));
      }),
    );
  });

  it('counts who stands in a part of the map', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40, size: 'max' }), at, at, at, at, (steps, x1, x2, y1, y2) => {
        const model = modelWithGroups();
        for (const one of steps) take(model, one);
        const box = {
          left: Math.min(x1, x2),
          right: Math.max(x1, x2),
          top: Math.min(y1, y2),
          bottom: Math.max(y1, y2),
        };
        const inside = [...model.people.values()].filter(
          ({ x, y }) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
        );
        expect(model.countWithin(box)).toBe(inside.length);
        expect([...model.within(box)].map((person) => person.id).sort()).toEqual(
          inside.map((person) => person.id).sort(),
        );
      }),
    );
  });

  it('names the groups whose people came, went or moved, once', () => {
    const model = modelWithGroups();
    model.setPerson(personAt('a', 1, 1, { cluster: 'g1' }));
    model.setPerson(personAt('b', 2, 2, { cluster: 'g2' }));
    model.takeMoved();
    model.setPerson(personAt('a', 1, 1, { cluster: 'g1', warmth: 3 }));
    expect(model.takeMoved()).toEqual([]);
    model.setPerson(personAt('a', 5, 1, { cluster: 'g1', warmth: 3 }));
    expect(model.takeMoved()).toEqual(['g1']);
    expect(model.takeMoved()).toEqual([]);
    model.setPerson(personAt('a', 5, 1, { cluster: 'g2' }));
    expect(model.takeMoved().sort()).toEqual(['g1', 'g2']);
    model.removePerson('b');
    expect(model.takeMoved()).toEqual(['g2']);
  });

  it('names a group whose border turns out not to be sure', () => {
    const model = modelWithGroups();
    model.takeMoved();
    model.setCluster({ id: 'g1', name: 'g1', tint: 1, clarity: 'unclear' });
    model.setCluster({ id: 'g1', name: 'Anew', tint: 1, clarity: 'unclear' });
    expect(model.takeMoved()).toEqual(['g1']);
    expect(bubblesOf(model)).toEqual([]);
  });
});
