/**
 * What one introduction would change, and the loss of one person, against the same question asked of graphology: the
 * ways from as many people, before and after.
 */
import type Rival from 'graphology';
import { singleSourceLength } from 'graphology-shortest-path/unweighted';
import { finish } from '../shared/analysis/chunked';
import { leiden } from '../shared/analysis/leiden';
import { type Changes, whatIf } from '../shared/analysis/what-if';
import { type Figure, median } from './report';
import { tiesOf } from './ties-of';
import { slices, timed } from './timing';

const introductions = 5;
/** The rival is asked for the ways of so many, and its time counted for as many as ours. */
const mostOfRival = 200;

export function measureWhatIf(people: number): Figure[] {
  const { graph, rival } = tiesOf(people);
  const { groups, count } = finish(leiden(graph));
  const ask = (changes: Changes): { total: number; longest: number } =>
    slices(whatIf(graph, changes, groups, count));
  const pairs = Array.from({ length: introductions }, (_, i): [number, number] => [
    (i * 37) % people,
    (i * 101 + Math.floor(people / 2)) % people,
  ]);
  const met = pairs.map((pair) => ask({ addTies: [pair] }));
  const lost = pairs.map(([person]) => ask({ without: new Set([person]) }));
  const sources = Math.min(people, mostOfRival);
  const [a, b] = pairs[0] ?? [0, 0];
  const theirs = waysOf(rival, sources) + waysAfter(rival, `p${a}`, `p${b}`, sources);
  // Ours looks at the ways of all up to 5,000 people, beyond at those of 2,000.
  const share = (people <= 5_000 ? people : 2_000) / sources;
  return [
    {
      what: 'what an introduction would change',
      people,
      value: median(met.map(({ total }) => total)),
      unit: 'ms',
    },
    { what: 'longest step of it', people, value: Math.max(...met.map(({ longest }) => longest)), unit: 'ms' },
    {
      what: 'what it would be without one person',
      people,
      value: median(lost.map(({ total }) => total)),
      unit: 'ms',
    },
    {
      what: 'what an introduction would change',
      people,
      value: median(met.map(({ total }) => total)) / (theirs * share),
      unit: 'times',
      against: 'graphology’s ways, before and after',
    },
  ];
}

function waysOf(rival: Rival, sources: number): number {
  return timed(() => {
    let nearness = 0;
    for (let i = 0; i < sources; i++) {
      for (const length of Object.values(singleSourceLength(rival, `p${i}`)))
        if (length > 0) nearness += 1 / length;
    }
    return nearness;
  });
}

function waysAfter(rival: Rival, a: string, b: string, sources: number): number {
  const is = rival.hasEdge(a, b);
  if (!is) rival.addUndirectedEdge(a, b);
  const took = waysOf(rival, sources);
  if (!is) rival.dropEdge(a, b);
  return took;
}
