import { describe, expect, test } from 'vitest';
import { buildGraph, type Rows, rowsOf } from '../analysis/graph';
import { linkScores } from '../analysis/link-scores';
import { hasNetworks, readNetwork } from '../analysis/networks.testing';
import { plausibility, tieFreshness } from './plausibility';

/** Ana and Ben both know Cem and Dana; Dana knows Eli besides. */
function square(silences: Record<'anaCem' | 'benCem' | 'anaDana' | 'benDana', number>): Rows {
  const days = [silences.anaCem, silences.benCem, silences.anaDana, silences.benDana, 0];
  return rowsOf(
    buildGraph(5, { a: [0, 1, 0, 1, 3], b: [2, 2, 3, 3, 4], weight: days.map((day) => tieFreshness(day)) }),
  );
}

describe('plausibility of an introduction', () => {
  test('is shared by everybody whom the go-between knows', () => {
    const rows = square({ anaCem: 0, benCem: 0, anaDana: 0, benDana: 0 });
    expect(plausibility(rows, 0, 1)).toBeCloseTo(1 / 2 + 1 / 3, 12);
    expect(plausibility(rows, 0, 4)).toBeCloseTo(1 / 3, 12);
    expect(plausibility(rows, 2, 4)).toBe(0);
  });

  test('halves with every 45 days of silence, by the staler of the two ties', () => {
    const rows = square({ anaCem: 10, benCem: 45, anaDana: 90, benDana: 0 });
    expect(plausibility(rows, 0, 1)).toBeCloseTo(1 / 2 / 2 + 1 / 4 / 3, 12);
  });

  test.skipIf(!hasNetworks())(
    'karate, 2 and 33, all ties fresh: 1.5667, and Adamic-Adar beside it 4.7194',
    () => {
      const { graph, indexOf } = readNetwork('karate/edges.csv');
      const rows = rowsOf(graph);
      const [a, b] = [indexOf('2'), indexOf('33')];
      expect(plausibility(rows, a, b)).toBeCloseTo(1.5667, 4);
      expect(linkScores(rows, a, b).adamicAdar).toBeCloseTo(4.7194, 4);
    },
  );

  test.skipIf(!hasNetworks())('Florentine families, Guadagni and Medici: Adamic-Adar 1.8205', () => {
    const { graph, indexOf } = readNetwork('florentine/edges_marriage.csv');
    const scores = linkScores(rowsOf(graph), indexOf('Guadagni'), indexOf('Medici'));
    expect(scores.adamicAdar).toBeCloseTo(1.8205, 4);
  });
});
