/** Cytoscape's betweenness of the network on standard input; prints how long it took (ms), without the building. */
import { readFileSync } from 'node:fs';
import cytoscape from 'cytoscape';
import { z } from 'zod';

const { people, ties } = z
  .object({ people: z.int(), ties: z.array(z.tuple([z.int(), z.int()])) })
  .parse(JSON.parse(readFileSync(0, 'utf8')));
const graph = cytoscape({
  headless: true,
  elements: [
    ...Array.from({ length: people }, (_, id) => ({ data: { id: String(id) } })),
    ...ties.map(([a, b]) => ({ data: { id: `${a} ${b}`, source: String(a), target: String(b) } })),
  ],
});
const began = performance.now();
graph.elements().betweennessCentrality({ directed: false });
console.log(performance.now() - began);
process.exit(0);
