/** Reads a list of ties, laid out as the app imports them, as a network of numbers. */
import { buildGraph, type Graph } from '../../shared/analysis/graph';
import { KithmapError } from '../../shared/errors';
import { edgeCells, edgeColumns, isComment } from '../../shared/formats/edge-columns';

export interface EdgeList {
  readonly graph: Graph;
  /** Whether a column says how strong each tie is. */
  readonly weighted: boolean;
}

/**
 * Rows of source and target, maybe of a weight, with a header or without one. Repeated rows add up where there are
 * weights, and are one where there are none; a tie to oneself is left out, as is one without a positive weight.
 * @throws KithmapError with the line that cannot be read
 */
export function readEdgeList(text: string): EdgeList {
  const lines = text.replace(/^\uFEFF/u, '').split(/\r\n|\r|\n/u);
  const rows = [...lines.keys()].filter((row) => lines[row]!.trim() !== '' && !isComment(lines[row]!));
  const columns = edgeColumns(rows.slice(0, 100).map((row) => lines[row]!));
  if (columns === undefined) {
    throw refused(
      'There is no tie in the file. It takes rows of source and target under a header of these names.',
    );
  }
  const place = new Map<string, number>();
  const at = (name: string): number => {
    const known = place.get(name) ?? place.size;
    place.set(name, known);
    return known;
  };
  const ties = new Map<string, { readonly a: number; readonly b: number; readonly weight: number }>();
  for (const row of columns.header ? rows.slice(1) : rows) {
    const cells = edgeCells(lines[row]!, columns.delimiter);
    const [one = '', other = ''] = [cells?.[columns.a], cells?.[columns.b]];
    if (one === '' || other === '')
      throw refused(`Line ${row + 1} does not name both ends. Mend or remove it.`);
    const weight = columns.weight === undefined ? 1 : Number(cells?.[columns.weight] ?? '');
    if (!Number.isFinite(weight)) {
      throw refused(`Line ${row + 1} has a weight that is no number. Mend or remove it.`);
    }
    const [first, second] = [at(one), at(other)];
    if (first === second || weight <= 0) continue;
    const [a, b] = [Math.min(first, second), Math.max(first, second)];
    const known = columns.weight === undefined ? 0 : (ties.get(`${a} ${b}`)?.weight ?? 0);
    ties.set(`${a} ${b}`, { a, b, weight: known + weight });
  }
  const list = [...ties.values()];
  const graph = buildGraph(place.size, {
    a: list.map(({ a }) => a),
    b: list.map(({ b }) => b),
    weight: list.map(({ weight }) => weight),
  });
  return { graph, weighted: columns.weight !== undefined };
}

function refused(sentence: string): KithmapError {
  return new KithmapError('bad-file', sentence);
}
