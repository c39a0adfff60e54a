/** The measures against graphology's, on the same network in the same run. */
import Graph from 'graphology';
import louvainOf from 'graphology-communities-louvain';
import betweennessOf from 'graphology-metrics/centrality/betweenness';
import { betweenness } from '../shared/analysis/betweenness';
import { finish } from '../shared/analysis/chunked';
import { buildGraph } from '../shared/analysis/graph';
import { leiden } from '../shared/analysis/leiden';
import { modularity } from '../shared/analysis/modularity';
import { makeNetwork } from './make-network';
import type { Figure } from './report';
import { timed } from './timing';

export function measureAnalysis(people: number): Figure[] {
  const a: number[] = [];
  const b: number[] = [];
  const rival = new Graph({ type: 'undirected' });
  for (let i = 0; i < people; i++) rival.addNode(`p${i}`);
  for (const piece of makeNetwork(people, 0).pieces) {
    for (const { table, after } of piece) {
      if (table !== 'ties' || after === null) continue;
      const [from, to] = [String(after['a']), String(after['b'])];
      a.push(Number(from.slice(1)));
      b.push(Number(to.slice(1)));
      rival.addUndirectedEdge(from, to);
    }
  }
  const graph = buildGraph(people, { a, b });
  const figures: Figure[] = [];
  let ours = 0;
  let theirs = 0;
  const clusters = timed(() => (ours = modularity(graph, finish(leiden(graph)).groups)));
  const rivalClusters = timed(() => (theirs = louvainOf.detailed(rival).modularity));
  figures.push({ what: 'clusters', people, value: clusters, unit: 'ms' });
  figures.push({
    what: 'clusters',
    people,
    value: clusters / rivalClusters,
    unit: 'times',
    against: "graphology's Louvain",
  });
  figures.push({ what: 'modularity gained over it', people, value: ours - theirs, unit: 'share' });
  if (people > 5_000) return figures;
  const exact = timed(() => finish(betweenness(graph)));
  const rivalExact = timed(() => betweennessOf(rival));
  figures.push({ what: 'betweenness, exact', people, value: exact, unit: 'ms' });
  figures.push({
    what: 'betweenness, exact',
    people,
    value: exact / rivalExact,
    unit: 'times',
    against: "graphology's",
  });
  return figures;
}
