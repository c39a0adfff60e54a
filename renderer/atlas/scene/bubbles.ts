/**
 * Far out a cluster is one bubble: its area says how many people, its ring how warm they are, and lines between
 * bubbles how many ties there are between two clusters.
 */
import type { AtlasModel } from './atlas-model';

export interface Bubble {
  readonly id: string;
  readonly name: string;
  readonly tint: number;
  /** Its border is sure. */
  readonly clear: boolean;
  readonly x: number;
  readonly y: number;
  readonly people: number;
  /** How many people have each step of warmth, 1 warm .. 7 cold; at 0 the unknown. */
  readonly warmth: readonly number[];
}

export interface BubbleLink {
  readonly a: string;
  readonly b: string;
  readonly ties: number;
}

/** Lines between bubbles that are drawn. */
const mostLinks = 400;

/** One bubble per cluster, largest first, in the middle of its members; people without a cluster have none. */
export function bubblesOf(model: AtlasModel): Bubble[] {
  const bubbles: Bubble[] = [];
  for (const { id, name, tint, clarity = 'clear' } of model.clusters.values()) {
    const sum = model.sums.of(id);
    if (sum === undefined) continue;
    const { people, x, y, warmth } = sum;
    const clear = clarity === 'clear';
    bubbles.push({ id, name, tint, clear, x: x / people, y: y / people, people, warmth: [...warmth] });
  }
  return bubbles.sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

/** The two that most known ties join first, and no more of them than are drawn. */
export function bubbleLinks(model: AtlasModel): BubbleLink[] {
  const links = [...model.sums.links()];
  // Numbers sort much faster than objects: first the count from which on a link is among the most.
  const counts = Int32Array.from(links, ({ ties }) => ties).sort();
  const least = counts[counts.length - mostLinks] ?? 0;
  return links
    .filter(({ ties }) => ties >= least)
    .sort((p, q) => q.ties - p.ties || (p.a < q.a || (p.a === q.a && p.b < q.b) ? -1 : 1))
    .slice(0, mostLinks)
    .map((link) => ({ ...link }));
}

/**
 * Radius on the screen. Bubbles grow a little as one comes nearer, all by the same factor, so that area stays people.
 */
export function bubbleRadius(people: number, zoom: number): number {
  return (4 + 1.08 * Math.sqrt(people)) * Math.min(2.2, Math.max(1, zoom / 0.09));
}

export function bubbleRingWidth(radius: number): number {
  if (radius > 34) return 6;
  return radius > 18 ? 4.5 : 3;
}

/** Width of the line between two bubbles, and whether it is one of the many or stands out. */
export function linkStroke(ties: number): { width: number; strong: boolean } {
  return { width: Math.min(4.2, 0.6 + 0.21 * Math.sqrt(ties)), strong: ties > 60 };
}

/** The two lines into which a name breaks most evenly, or the name alone if it is one word. */
export function twoLines(name: string, widthOf: (text: string) => number): readonly string[] {
  const words = name.split(' ');
  let best: readonly string[] = [name];
  let least = Infinity;
  for (let cut = 1; cut < words.length; cut++) {
    const lines = [words.slice(0, cut).join(' '), words.slice(cut).join(' ')];
    const widest = Math.max(...lines.map(widthOf));
    if (widest >= least) continue;
    least = widest;
    best = lines;
  }
  return best;
}
