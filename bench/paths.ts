/** The k best paths among many people, and what an edit costs them, beside graphology's one shortest path. */
import Rival from 'graphology';
import dijkstra from 'graphology-shortest-path/dijkstra';
import { seededRandom } from '../shared/analysis/random';
import { Network } from '../shared/model/network';
import type { Patch } from '../shared/model/patch';
import { PathsQuestion } from '../shared/paths/answers';
import { Paths } from '../shared/paths/paths';
import { handover } from '../shared/paths/strength-of-step';
import { WarmGraph } from '../shared/paths/warm-graph';
import { atOnce } from '../shared/steps';
import { benchToday, makeNetwork } from './make-network';
import { type Figure, median, percentile } from './report';
import { slices, timed } from './timing';

const questions = 60;
const edits = 20;
const k = 3;

/** Two in three know me; paths lead from anybody to anybody, through me or round me. */
export function measurePaths(people: number): Figure[] {
  const network = new Network();
  for (const piece of makeNetwork(people).pieces) network.apply(piece.filter(isOfPaths));
  const paths = new Paths(network, 'en-GB');
  const built = slices(paths.prepare(benchToday));
  const random = seededRandom(people);
  const pairs = Array.from({ length: questions }, () => {
    const from = random.below(people);
    return { from: `p${from}`, to: `p${(from + 1 + random.below(people - 1)) % people}` };
  });
  const asked = (more: object, from: string | undefined, to: string): number => {
    const question = PathsQuestion.parse({ to: { kind: 'contact', id: to }, k, from, ...more });
    return timed(() => atOnce(paths.answer(question, benchToday)));
  };
  const between = pairs.map(({ from, to }) => asked({}, from, to));
  const mine = pairs.map(({ to }) => asked({}, undefined, to));
  const toTag = pairs
    .slice(0, 10)
    .map(({ from }) => asked({ to: { kind: 'tag', value: 'choir' } }, from, from));
  const rival = rivalOf(network);
  const theirs = pairs.map(({ from, to }) => timed(() => dijkstra.bidirectional(rival, from, to, 'cost')));
  const followed = Array.from({ length: edits }, (_, at) => {
    const patch: Patch = {
      table: 'interactions',
      id: `logged-${at}`,
      before: null,
      after: { id: `logged-${at}`, day: benchToday, channel: 'call', with: [`p${(at * 7) % people}`] },
    };
    network.apply([patch]);
    return timed(() => {
      paths.changed([patch]);
      atOnce(paths.prepare(benchToday));
    });
  });
  const rows = [
    ['all ties weighed, from nothing', built.total, 'ms'],
    ['longest step of it', built.longest, 'ms'],
    ['3 best paths between two, with reasons', median(between), 'ms'],
    ['the same, one in twenty takes longer', percentile(between, 0.95), 'ms'],
    ['3 best paths from me', median(mine), 'ms'],
    ['3 best paths to a tag', median(toTag), 'ms'],
    ['paths after one logged talk', median(followed), 'ms'],
  ] as const;
  return [
    ...rows.map(([what, value, unit]) => ({ what, people, value, unit })),
    {
      what: '3 best paths between two, with reasons',
      people,
      value: median(between) / median(theirs),
      unit: 'times',
      against: 'graphology’s one shortest path',
    },
  ];
}

/** A third of the people are names alone: I was never in touch with them. */
function isOfPaths({ table, after }: Patch): boolean {
  if (table === 'contacts' || table === 'ties') return true;
  const people: unknown = after?.['with'];
  return table === 'interactions' && Array.isArray(people) && Number(String(people[0]).slice(1)) % 3 > 0;
}

/** The same ties, each as long as its step is unlikely. */
function rivalOf(network: Network): Rival {
  const graph = atOnce(WarmGraph.build(network, benchToday));
  const rival = new Rival({ type: 'undirected' });
  const { rows, ids } = graph;
  const name = (index: number): string => ids[index] ?? 'me';
  for (let person = 0; person < rows.size; person++) rival.addNode(name(person));
  for (let person = 0; person < rows.size; person++) {
    for (let slot = rows.starts[person] ?? 0; slot < (rows.ends[person] ?? 0); slot++) {
      const other = rows.neighbours[slot] ?? 0;
      if (other < person) continue;
      const cost = -Math.log(graph.strengthOf(rows.weights[slot] ?? 0) * handover);
      rival.addEdge(name(person), name(other), { cost });
    }
  }
  return rival;
}
