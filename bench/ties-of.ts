/** The ties of a made-up network, as our graph and as graphology's. */
import Rival from 'graphology';
import { buildGraph, type Graph } from '../shared/analysis/graph';
import { makeNetwork } from './make-network';

export function tiesOf(people: number): { readonly graph: Graph; readonly rival: Rival } {
  const a: number[] = [];
  const b: number[] = [];
  const rival = new Rival({ type: 'undirected' });
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
  return { graph: buildGraph(people, { a, b }), rival };
}
