/**
 * Who connects, on real networks: our betweenness on one thread and on two against graphology's and Cytoscape's of the
 * same run, everybody's constraint, and what an edit costs against a full pass. The networks lie beside the project.
 */
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import Rival from 'graphology';
import rivalBetweenness from 'graphology-metrics/centrality/betweenness';
import { betweenness } from '../shared/analysis/betweenness';
import { nearBetweennessOf } from '../shared/analysis/betweenness-near';
import { sampledBetweenness } from '../shared/analysis/betweenness-sample';
import { BetweennessTeam } from '../shared/analysis/betweenness-team';
import { type Chunked, finish } from '../shared/analysis/chunked';
import { type Graph, tieCount } from '../shared/analysis/graph';
import { LiveGraph } from '../shared/analysis/live-graph';
import { hasNetworks, readNetwork } from '../shared/analysis/networks.testing';
import { structuralHoles, structuralHolesOfAll } from '../shared/analysis/structural-holes';
import { type Figure, median } from './report';

const networks = [
  { name: 'karate', read: () => readNetwork('karate/edges.csv'), exact: true },
  { name: 'arenas_email', read: () => readNetwork('arenas_email/edges.csv'), exact: true },
  {
    name: 'ego_facebook',
    read: () => readNetwork('ego_facebook/facebook_combined.txt', { separator: ' ', header: false }),
    exact: true,
  },
  { name: 'musae_facebook', read: () => readNetwork('musae_facebook/edges.csv'), exact: false },
];
/** Cytoscape is stopped after so long (ms). */
const patience = 60_000;
/** The machine may be busy: the median of so many. */
const times = 3;
const edits = 50;

export async function measureConnectors(): Promise<Figure[]> {
  if (!hasNetworks()) {
    console.error('The real networks do not lie beside the project: connectors are left out.');
    return [];
  }
  const worker = new Worker(new URL('./connectors-assistant.mjs', import.meta.url));
  try {
    await once(worker, 'message'); // it is ready
    const team = new BetweennessTeam({
      post: (message) => worker.postMessage(message),
      onMessage: (receive) => void worker.on('message', receive),
    });
    const figures: Figure[] = [];
    for (const { name, read, exact } of networks) {
      console.error(`${name} ...`);
      const { graph } = read();
      const say = (what: string, value: number, unit: Figure['unit'], against?: string): void => {
        figures.push({ what, people: graph.size, of: name, value, unit, ...(against && { against }) });
      };
      if (exact) await measureExact(graph, team, say);
      else {
        say('betweenness, sampled', await timed(() => void finish(sampledBetweenness(graph))), 'ms');
      }
      say("everybody's constraint", await timed(() => void finish(structuralHolesOfAll(graph))), 'ms');
    }
    return figures;
  } finally {
    await worker.terminate();
  }
}

type Say = (what: string, value: number, unit: Figure['unit'], against?: string) => void;

async function measureExact(graph: Graph, team: BetweennessTeam, say: Say): Promise<void> {
  const one = await timed(() => void finish(betweenness(graph)));
  const two = await timed(() => driven(team.betweenness(graph)));
  const rival = rivalOf(graph);
  const theirs = await timed(() => void rivalBetweenness(rival), 1);
  say('betweenness, one thread', one, 'ms');
  say('betweenness, two threads', two, 'ms');
  say("betweenness, graphology's", theirs, 'ms');
  say('betweenness, one thread faster', theirs / one, 'times', "graphology's");
  say('betweenness, two threads faster', theirs / two, 'times', "graphology's");
  const cytoscape = cytoscapeTime(graph);
  if (cytoscape === undefined) console.error(`Cytoscape's was stopped after ${patience / 1_000} s.`);
  else {
    say("betweenness, Cytoscape's", cytoscape, 'ms');
    say('betweenness, two threads faster', cytoscape / two, 'times', "Cytoscape's");
  }
  const edit = await editTime(graph);
  say('an edit: local measures and preview of its two people', edit, 'ms');
  say('an edit', edit / two, 'share', 'a full pass of two threads');
}

async function timed(work: () => void | Promise<void>, count = times): Promise<number> {
  const taken: number[] = [];
  for (let i = 0; i < count; i++) {
    const began = performance.now();
    await work();
    taken.push(performance.now() - began);
  }
  return median(taken);
}

/** As the analysis does it: messages are heard between two slices of a few milliseconds. */
async function driven(work: Chunked<unknown>): Promise<void> {
  for (;;) {
    const until = performance.now() + 8;
    do if (work.next().done === true) return;
    while (performance.now() < until);
    await new Promise(setImmediate);
  }
}

function rivalOf(graph: Graph): Rival {
  const rival = new Rival({ type: 'undirected' });
  for (let person = 0; person < graph.size; person++) rival.addNode(person);
  for (const [a, b] of tiesOf(graph)) rival.addUndirectedEdge(a, b);
  return rival;
}

function tiesOf({ size, offsets, neighbours }: Graph): [number, number][] {
  const ties: [number, number][] = [];
  for (let a = 0; a < size; a++) {
    for (let slot = offsets[a]!; slot < offsets[a + 1]!; slot++) {
      if (neighbours[slot]! > a) ties.push([a, neighbours[slot]!]);
    }
  }
  return ties;
}

/** Undefined where it does not end in time. It works in a process of its own, which can be stopped. */
function cytoscapeTime(graph: Graph): number | undefined {
  const script = fileURLToPath(new URL('./connectors-cytoscape.ts', import.meta.url));
  const { status, stdout } = spawnSync(process.execPath, [...process.execArgv, script], {
    input: JSON.stringify({ people: graph.size, ties: tiesOf(graph) }),
    timeout: patience,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const found = Number(stdout);
  return status === 0 && found > 0 ? found : undefined;
}

/** One tie more and the same tie less, here and there; the median of one change. */
async function editTime(graph: Graph): Promise<number> {
  const live = new LiveGraph(graph);
  const taken: number[] = [];
  for (let i = 0; i < edits; i++) {
    const a = (i * 7919) % graph.size;
    const b = (a + 1 + ((i * 104_729) % (graph.size - 1))) % graph.size;
    const was = live.weight(a, b);
    for (const weight of [was > 0 ? 0 : 1, was]) {
      taken.push(
        await timed(() => {
          live.setWeight(a, b, weight);
          for (const person of [a, b]) {
            structuralHoles(live, person);
            finish(nearBetweennessOf(live, person));
          }
        }, 1),
      );
    }
  }
  if (live.ties !== tieCount(graph)) throw new Error('The edits did not undo each other.');
  return median(taken);
}
