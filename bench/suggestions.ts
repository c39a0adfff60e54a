/** Whom to bring together among many people, beside Adamic-Adar for all pairs two steps apart, on graphology. */
import Rival from 'graphology';
import { seededRandom } from '../shared/analysis/random';
import { Network } from '../shared/model/network';
import type { Patch } from '../shared/model/patch';
import { WarmGraph } from '../shared/paths/warm-graph';
import { atOnce } from '../shared/steps';
import { ShownPairs } from '../shared/suggestions/shown-pairs';
import { suggest } from '../shared/suggestions/suggestions';
import { benchToday, makeNetwork } from './make-network';
import type { Figure } from './report';
import { slices } from './timing';

/** The rival takes too long for more. */
const mostForRival = 5_000;
const skills = 'accounting beekeeping carpentry design editing funding gardening history law music'.split(
  ' ',
);

/** One in five looks for something, one in five can help with something; all care for something. */
export function measureSuggestions(people: number): Figure[] {
  const network = new Network();
  const random = seededRandom(people);
  const one = (): string => `${skills[random.below(skills.length)] ?? ''} ${random.below(50)}th`;
  const wishing = (patch: Patch): Patch => {
    if (patch.table !== 'contacts' || patch.after === null) return patch;
    const lookingFor = random.next() < 0.2 ? [one()] : [];
    const canHelpWith = random.next() < 0.2 ? [one()] : [];
    return { ...patch, after: { ...patch.after, lookingFor, canHelpWith, interests: [one()] } };
  };
  for (const piece of makeNetwork(people).pieces) network.apply(piece.map(wishing));
  const graph = atOnce(WarmGraph.build(network, benchToday));
  const speaking = { network, today: benchToday, locale: 'en-GB' };
  const asked = { speaking, graph, shown: new ShownPairs(), limit: 10 };
  const first = slices(suggest(asked));
  const again = slices(suggest(asked));
  const rows = [
    ['10 pairs suggested, with reasons', again.total, 'ms'],
    ['the same, for the first time', first.total, 'ms'],
    ['longest step of it', again.longest, 'ms'],
  ] as const;
  const figures: Figure[] = rows.map(([what, value, unit]) => ({ what, people, value, unit }));
  if (people > mostForRival) return figures;
  const rival = rivalOf(graph);
  const began = performance.now();
  adamicAdar(rival);
  const theirs = performance.now() - began;
  figures.push({
    what: '10 pairs suggested, with reasons',
    people,
    value: again.total / theirs,
    unit: 'times',
    against: 'Adamic-Adar of all pairs two steps apart on graphology',
  });
  return figures;
}

function rivalOf({ rows, ids }: WarmGraph): Rival {
  const rival = new Rival({ type: 'undirected' });
  for (let person = 1; person < rows.size; person++) rival.addNode(ids[person] ?? `${person}`);
  for (let person = 1; person < rows.size; person++) {
    for (let slot = rows.starts[person] ?? 0; slot < (rows.ends[person] ?? 0); slot++) {
      const other = rows.neighbours[slot] ?? 0;
      if (other > person) rival.addEdge(ids[person], ids[other]);
    }
  }
  return rival;
}

/** As one writes it with the library: for each two contacts of somebody, what that one adds. */
function adamicAdar(graph: Rival): Map<string, number> {
  const scores = new Map<string, number>();
  graph.forEachNode((person) => {
    const adds = 1 / Math.log(graph.degree(person));
    const known = graph.neighbors(person).sort();
    for (const [at, a] of known.entries()) {
      for (const b of known.slice(at + 1)) {
        if (graph.hasEdge(a, b)) continue;
        const key = `${a} ${b}`;
        scores.set(key, (scores.get(key) ?? 0) + adds);
      }
    }
  });
  return scores;
}
