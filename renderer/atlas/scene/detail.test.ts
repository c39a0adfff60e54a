import { describe, expect, it } from 'vitest';
import { bridgesOf } from './bridges';
import { bubbleLinks, bubblesOf, twoLines } from './bubbles';
import { drawnIn, levelFor, mostPeople, mostTies, tieBudget, within } from './detail';
import { nextInDirection } from './direction';
import { groupedModel, personAt } from './drawing.testing';

const everywhere = { left: -1e6, top: -1e6, right: 1e6, bottom: 1e6 };

describe('levelFor', () => {
  it('folds people into groups the farther out one is, and the more there are', () => {
    expect(levelFor(1, 240, 9)).toBe('everyone');
    expect(levelFor(0.15, 1_000, 9)).toBe('connectors');
    expect(levelFor(0.05, 1_000, 9)).toBe('clusters');
    expect(levelFor(0.5, 20_000, 33)).toBe('clusters');
  });

  it('does not show land on which nobody would stand', () => {
    expect(levelFor(0.15, 1_000, 9, 'connectors', false)).toBe('clusters');
    expect(levelFor(1, 240, 9, 'connectors', false)).toBe('everyone');
  });

  it('does not flicker at the edge', () => {
    expect(levelFor(0.19, 240, 9)).toBe('connectors');
    expect(levelFor(0.19, 240, 9, 'everyone')).toBe('everyone');
  });

  it('shows everyone where there is nothing to fold into', () => {
    expect(levelFor(0.02, 12, 0)).toBe('everyone');
  });
});

describe('drawnIn', () => {
  const options = { guessed: true, ties: mostTies };

  it('never draws more than a screen can hold, and keeps who is asked for', () => {
    const model = groupedModel(5, 900);
    const { people, ties, omitted } = drawnIn(model, 'everyone', everywhere, new Set(['p4-899']), options);
    expect(people.length).toBeLessThanOrEqual(mostPeople + 1);
    expect(people.map(({ id }) => id)).toContain('p4-899');
    expect(ties.length).toBeLessThanOrEqual(mostTies);
    expect(ties.length + omitted).toBeGreaterThanOrEqual(ties.length);
  });

  it('keeps the only tie between two groups, however weak, when ties must go', () => {
    const model = groupedModel(3, 300);
    const { ties, omitted } = drawnIn(model, 'everyone', everywhere, new Set(), { guessed: true, ties: 800 });
    expect(ties).toHaveLength(800);
    expect(omitted).toBe(902 - 800);
    expect(ties.map(({ id }) => id)).toEqual(expect.arrayContaining(['b1', 'b2']));
  });

  it('draws connectors alone in between, and none of what lies outside', () => {
    const model = groupedModel(3, 40);
    const near = { left: -10, top: -10, right: 700, bottom: 700 };
    const drawn = drawnIn(model, 'connectors', near, new Set(), options);
    expect(drawn.people.map(({ id }) => id)).toEqual(['p0-0']);
  });

  it('leaves out who would be gone with their ties, and ties that would be cut', () => {
    const model = groupedModel(2, 40);
    const ids = ({ ties }: ReturnType<typeof drawnIn>): string[] => ties.map(({ a, b }) => `${a} ${b}`);
    const now = drawnIn(model, 'everyone', everywhere, new Set(), options);
    const [cut] = model.tiesOf('p0-20').values();
    const tried = { gone: new Set(['p0-5']), cut: [[cut?.b ?? '', cut?.a ?? '']] as const };
    const then = drawnIn(model, 'everyone', everywhere, new Set(['p0-5']), { ...options, tried });
    expect(then.people.map(({ id }) => id)).toEqual(
      now.people.map(({ id }) => id).filter((id) => id !== 'p0-5'),
    );
    expect(ids(then)).toEqual(
      ids(now).filter((ends) => !ends.split(' ').includes('p0-5') && ends !== `${cut?.a} ${cut?.b}`),
    );
    expect(ids(now).length - ids(then).length).toBe(model.tiesOf('p0-5').size + 1);
  });

  it('draws only those in focus', () => {
    const model = groupedModel(2, 40);
    const only = within(model, 'p0-5', 2, true);
    expect([...only].sort()).toEqual(['p0-3', 'p0-4', 'p0-5', 'p0-6', 'p0-7']);
    const { people } = drawnIn(model, 'everyone', everywhere, new Set(), { ...options, only });
    expect(people).toHaveLength(5);
  });

  it('gives lines more room the nearer one is', () => {
    expect(tieBudget(0.2)).toBeLessThan(tieBudget(0.5));
    expect(tieBudget(3)).toBe(mostTies);
  });
});

describe('bubbles', () => {
  it('count people, warmth and ties between', () => {
    const model = groupedModel(3, 10);
    model.setPerson(personAt('p0-1', 0, 0, { cluster: 'c0', warmth: 3 }));
    const bubbles = bubblesOf(model);
    expect(bubbles.map(({ people }) => people)).toEqual([10, 10, 10]);
    expect(bubbles.find(({ id }) => id === 'c0')?.warmth[3]).toBe(1);
    expect(bubbleLinks(model).map(({ ties }) => ties)).toEqual([1, 1]);
  });

  it('break a name where the lines are most even', () => {
    expect(twoLines('Lund and Skåne', (text) => text.length)).toEqual(['Lund and', 'Skåne']);
    expect(twoLines('Seoul', (text) => text.length)).toEqual(['Seoul']);
  });
});

describe('bridgesOf', () => {
  it('marks the strongest tie of a way that hangs on one person', () => {
    const model = groupedModel(2, 10);
    model.setTie({ id: 'strong', a: 'p0-0', b: 'p1-4', known: true, strength: 5 });
    const bridges = bridgesOf(model, [{ contact: 'p0-0', alone: ['c1'] }]);
    expect(bridges.map(({ tie, person }) => [tie.id, person])).toEqual([['strong', 'p0-0']]);
  });
});

describe('nextInDirection', () => {
  const spots = [
    { id: 'near', x: 30, y: 4 },
    { id: 'far', x: 90, y: 0 },
    { id: 'behind', x: -10, y: 0 },
    { id: 'steep', x: 5, y: 40 },
  ];
  const from = { id: 'here', x: 0, y: 0 };

  it('goes to the near one ahead', () => {
    expect(nextInDirection(from, 'right', spots, new Set())).toBe('near');
    expect(nextInDirection(from, 'left', spots, new Set())).toBe('behind');
    expect(nextInDirection(from, 'up', spots, new Set())).toBeUndefined();
  });

  it('prefers who is known', () => {
    expect(
      nextInDirection(from, 'right', [spots[1]!, { id: 'stranger', x: 60, y: 0 }], new Set(['far'])),
    ).toBe('far');
  });
});
