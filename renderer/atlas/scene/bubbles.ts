/**
 * Far out a cluster is one bubble: its area says how many people, its ring how warm they are, and lines between
 * bubbles how many ties there are between two clusters.
 */
import type { AtlasModel } from './atlas-model';

export interface Bubble {
  readonly id: string;
  readonly name: string;
  readonly tint: number;
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

/** One bubble per cluster, largest first, in the middle of its members; people without a cluster have none. */
export function bubblesOf(model: AtlasModel): Bubble[] {
  const bubbles: Bubble[] = [];
  for (const { id, name, tint } of model.clusters.values()) {
    const warmth = [0, 0, 0, 0, 0, 0, 0, 0];
    let x = 0;
    let y = 0;
    let people = 0;
    for (const member of model.membersOf(id)) {
      const person = model.people.get(member);
      if (person === undefined) continue;
      people++;
      x += person.x;
      y += person.y;
      warmth[person.warmth]!++;
    }
    if (people > 0) bubbles.push({ id, name, tint, x: x / people, y: y / people, people, warmth });
  }
  return bubbles.sort((a, b) => b.people - a.people || (a.id < b.id ? -1 : 1));
}

/** How many known ties join two clusters, for every two that are joined. */
export function bubbleLinks(model: AtlasModel): BubbleLink[] {
  const links = new Map<string, { a: string; b: string; ties: number }>();
  for (const tie of model.ties.values()) {
    if (!tie.known) continue;
    const one = model.people.get(tie.a)?.cluster;
    const two = model.people.get(tie.b)?.cluster;
    if (one === undefined || two === undefined || one === two) continue;
    const [a, b] = one < two ? [one, two] : [two, one];
    const link = links.get(`${a} ${b}`);
    if (link === undefined) links.set(`${a} ${b}`, { a, b, ties: 1 });
    else link.ties++;
  }
  return [...links.values()].sort((p, q) => q.ties - p.ties);
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
