/** The measures against graphology's, on the same network in the same run. */
import louvainOf from 'graphology-communities-louvain';
import betweennessOf from 'graphology-metrics/centrality/betweenness';
import { betweenness } from '../shared/analysis/betweenness';
import { finish } from '../shared/analysis/chunked';
import { leiden } from '../shared/analysis/leiden';
import { modularity } from '../shared/analysis/modularity';
import type { Figure } from './report';
import { tiesOf } from './ties-of';
import { timed } from './timing';

export function measureAnalysis(people: number): Figure[] {
  const { graph, rival } = tiesOf(people);
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
