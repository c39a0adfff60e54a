/**
 * What is drawn at a zoom: far out clusters as bubbles, nearer their connectors on the land, near everyone in view.
 * However large the network, no more than `mostPeople` marks and `mostTies` lines are drawn; those that carry the
 * shape of the network come first.
 */
import type { AtlasModel, Person, Tie } from './atlas-model';
import type { TriedOnMap } from './links';
import type { Box } from './scale';

export type Level = 'clusters' | 'connectors' | 'everyone';

export const mostPeople = 1_500;
export const mostTies = 1_500;
/** Ties drawn at the farthest zoom at which everyone is: lines this close together would be a felt. */
const leastTies = 500;
/** Everyone is drawn from this zoom on, connectors from the next. Marks could not be told apart below. */
const everyoneFrom = 0.2;
const connectorsFrom = 0.1;
/** People in view up to which the land with its connectors is drawn rather than bubbles. */
const connectorsUpTo = 2_500;
/** A level is left only when its limit is passed by this much, so that it does not flicker at the edge. */
const slack = 1.12;

/**
 * @param inView how many people stand in the part that is shown
 * @param clusters how many clusters there are; without any there is nothing to fold into
 * @param now the level that is shown, if any
 * @param connectors whether anybody is known to connect groups: land without them would lie there empty
 */
export function levelFor(
  zoom: number,
  inView: number,
  clusters: number,
  now?: Level,
  connectors = true,
): Level {
  if (clusters === 0) return 'everyone';
  const stay = (level: Level): number => (now === level ? slack : 1);
  const fits = (level: Level, from: number, upTo: number): boolean =>
    zoom * stay(level) >= from && inView <= upTo * stay(level);
  if (fits('everyone', everyoneFrom, mostPeople / slack)) return 'everyone';
  if (connectors && fits('connectors', connectorsFrom, connectorsUpTo)) return 'connectors';
  return 'clusters';
}

/** Lines need room, as names do: the farther out, the fewer. */
export function tieBudget(zoom: number): number {
  return Math.round(Math.min(mostTies, Math.max(leastTies, leastTies + (zoom - 0.25) * 2_200)));
}

export interface Drawn {
  readonly people: readonly Person[];
  readonly ties: readonly Tie[];
  /** Ties among these people that are left out for want of room. */
  readonly omitted: number;
}

/**
 * The people and ties to draw in a part of the map.
 * @param always people drawn at every level: the selected, the focused
 * @param options.only where given, nobody else is drawn (focus on some)
 * @param options.tried who is not drawn, with their ties, and which ties are not
 */
export function drawnIn(
  model: AtlasModel,
  level: Level,
  box: Box,
  always: ReadonlySet<string>,
  options: {
    readonly guessed: boolean;
    readonly ties: number;
    readonly only?: ReadonlySet<string>;
    readonly tried?: TriedOnMap;
  },
): Drawn {
  const people = new Map<string, Person>();
  const put = (person: Person | undefined): void => {
    if (person === undefined || options.tried?.gone.has(person.id) === true) return;
    if (options.only !== undefined && !options.only.has(person.id)) return;
    people.set(person.id, person);
  };
  for (const id of always) put(model.people.get(id));
  if (level !== 'clusters') {
    const candidates = [...model.within(box)].filter((p) => level === 'everyone' || p.connector);
    if (candidates.length > mostPeople) candidates.sort((a, b) => weight(model, b) - weight(model, a));
    for (const person of candidates.slice(0, mostPeople)) put(person);
  }
  const cut = new Set(options.tried?.cut.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]));
  const isDrawn = (tie: Tie): boolean =>
    (tie.known || options.guessed) && (cut.size === 0 || !cut.has(`${tie.a} ${tie.b}`));
  const { shown, omitted } = tiesAmong(model, people, isDrawn, options.ties);
  return { people: [...people.values()], ties: shown, omitted };
}

function weight(model: AtlasModel, person: Person): number {
  return (person.connector ? 1e6 : 0) + person.diameter * 100 + model.tiesOf(person.id).size;
}

/**
 * Ties among the drawn: all if they fit. Else first everyone's strongest, so that nobody seems alone, and the
 * strongest between every two clusters; then by strength.
 */
function tiesAmong(
  model: AtlasModel,
  people: ReadonlyMap<string, Person>,
  isDrawn: (tie: Tie) => boolean,
  most: number,
): { shown: Tie[]; omitted: number } {
  const ties: Tie[] = [];
  for (const id of people.keys()) {
    for (const tie of model.tiesOf(id).values()) {
      // Each tie is met from both ends and taken at its first.
      if (tie.a === id && people.has(tie.b) && isDrawn(tie)) ties.push(tie);
    }
  }
  if (ties.length <= most) return { shown: ties, omitted: 0 };
  const shown = new Set(backboneOf(ties, people).slice(0, most));
  const rest = ties.filter((tie) => !shown.has(tie));
  // The strength from which the rest fits; numbers sort much faster than ties.
  const least = Float64Array.from(rest, weightOf).sort()[rest.length - (most - shown.size)] ?? Infinity;
  for (const tie of rest) {
    if (shown.size >= most) break;
    if (weightOf(tie) >= least) shown.add(tie);
  }
  return { shown: [...shown], omitted: ties.length - shown.size };
}

/** Guesses come after everything known. */
function weightOf({ known, strength }: Tie): number {
  return known ? strength : -1 / (1 + strength);
}

/** Everyone's strongest tie within their cluster, and the strongest between every two clusters. */
function backboneOf(ties: readonly Tie[], people: ReadonlyMap<string, Person>): Tie[] {
  const strongest = new Map<string, Tie>();
  const offer = (key: string, tie: Tie): void => {
    const standing = strongest.get(key);
    if (standing === undefined || weightOf(tie) > weightOf(standing)) strongest.set(key, tie);
  };
  for (const tie of ties) {
    const one = people.get(tie.a)?.cluster;
    const two = people.get(tie.b)?.cluster;
    if (one !== undefined && two !== undefined && one !== two) {
      offer(one < two ? `${one} ${two}` : `${two} ${one}`, tie);
    } else {
      offer(tie.a, tie);
      offer(tie.b, tie);
    }
  }
  return [...new Set(strongest.values())];
}

/** Those within so many ties of a person, the person included. */
export function within(model: AtlasModel, person: string, steps: number, guessed: boolean): Set<string> {
  const found = new Set([person]);
  let rim = [person];
  for (let step = 0; step < steps; step++) {
    const next: string[] = [];
    for (const id of rim) {
      for (const tie of model.tiesOf(id).values()) {
        if (!tie.known && !guessed) continue;
        const other = tie.a === id ? tie.b : tie.a;
        if (found.has(other) || !model.people.has(other)) continue;
        found.add(other);
        next.push(other);
      }
    }
    rim = next;
  }
  return found;
}
