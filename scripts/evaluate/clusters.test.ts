import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { KithmapError } from '../../shared/errors';
import { hasNetworks, networkText, oracle } from '../../shared/analysis/networks.testing';
import { seededRandom } from '../../shared/analysis/random';
import { evaluateClusters } from './clusters';
import { readEdgeList } from './edge-list';

const OneEdit = z.object({ churn: z.number(), modularity: z.number(), cold_start_churn: z.number() });
const Report = z.object({
  modularity: z.number(),
  one_tie_added: OneEdit,
  one_tie_removed: OneEdit,
  edits_in_a_row: z.object({ below: z.number(), churn: z.number(), cold_start_churn: z.number() }),
});
const Reference = z.object({
  communities_unweighted: z.object({ louvain_igraph: z.object({ q_median: z.number() }) }),
});

/** Four groups of ten who mostly know each other. */
function planted(): string {
  const random = seededRandom(5);
  const rows = ['source,target'];
  for (let a = 0; a < 40; a++) {
    for (let b = a + 1; b < 40; b++) {
      const same = Math.floor(a / 10) === Math.floor(b / 10);
      if (random.next() < (same ? 0.6 : 0.01)) rows.push(`p${a},p${b}`);
    }
  }
  return rows.join('\n');
}

describe('npm run evaluate -- clusters', () => {
  test.skipIf(!hasNetworks())(
    'on arenas_email one tie more or less moves hardly anyone, and five hundred edits leave groups as good as fresh ones',
    () => {
      const report = Report.parse(evaluateClusters(networkText('arenas_email/edges.csv')));
      const { louvain_igraph: louvain } = oracle('arenas_email', Reference).communities_unweighted;
      expect(report.modularity).toBeGreaterThanOrEqual(louvain.q_median);
      for (const one of [report.one_tie_added, report.one_tie_removed]) {
        expect(one.churn).toBeLessThanOrEqual(0.01);
        expect(one.modularity).toBeGreaterThanOrEqual(louvain.q_median);
        expect(one.cold_start_churn).toBeGreaterThan(one.churn);
      }
      const { below, churn, cold_start_churn: cold } = report.edits_in_a_row;
      expect(below).toBeLessThanOrEqual(0.01);
      expect(churn).toBeLessThan(cold);
    },
    120_000,
  );

  test('says how many people change group after one edit and after many, and what starting over would do', () => {
    expect(evaluateClusters(planted())).toMatchObject({
      protocol: 'clusters',
      people: 40,
      clusters: 4,
      one_tie_added: { trials: 30, churn: 0, most: 0, cold_start_churn: 0 },
      one_tie_removed: { trials: 30, churn: 0, most: 0, cold_start_churn: 0 },
      edits_in_a_row: { edits: 500 },
    });
  });

  test('takes a list without a header, with blanks between, twice the same and to oneself', () => {
    const report = evaluateClusters('# made up\n1 2\n2 3\n1 3\n3 1\n3 3\n3 4\n4 5\n5 6\n4 6\n');
    expect(report).toMatchObject({ people: 6, ties: 7, weighted: false, clusters: 2 });
  });

  test('a column of weights counts, and repeated rows add up', () => {
    const rows = [
      'source,target,weight',
      '1,2,9',
      '2,6,9',
      '1,6,9',
      '1,3,1',
      '2,3,1',
      '3,4,4',
      '4,3,4',
      '3,5,8',
      '4,5,8',
    ];
    const { graph, weighted } = readEdgeList(rows.join('\n'));
    expect(weighted).toBe(true);
    expect([...graph.weights].sort((a, b) => a - b)).toEqual([
      1, 1, 1, 1, 8, 8, 8, 8, 8, 8, 9, 9, 9, 9, 9, 9,
    ]);
    expect(() => readEdgeList('source,target,weight\na,b,much\n')).toThrow(/Line 2 has a weight/);
  });

  test('refuses what is no list of ties, with a sentence', () => {
    expect(() => evaluateClusters('')).toThrow(KithmapError);
    expect(() => evaluateClusters('source,target\na,\n')).toThrow(/Line 2 does not name both ends/);
  });
});
